import type { Holdings } from '../archive/archive.ts';
import type { PassageKey } from '../commands/command.ts';
import type { Explained } from '../reply/why.ts';
import { hear, hearEach } from '../story/hear.ts';
import type { HeardStory, Story } from '../story/story.ts';
import { covers, type Span } from '../text/span.ts';

/** The passage the last answer showed first: the button beneath it asks about that one. */
export function firstShown(last: Explained | null): readonly { story: Story; span: Span }[] {
  switch (last?.kind) {
    case 'answer':
      return last.answered.passages
        .slice(0, 1)
        .map(({ story, sentence }) => ({ story, span: sentence }));
    case 'attributed':
      return last.found.slice(0, 1);
    case 'checked':
      return last.checked.flatMap(({ finding }) =>
        finding === null
          ? []
          : finding.evidence.flatMap(({ words }) =>
              words.map((span) => ({ story: finding.story, span })),
            ),
      );
    case 'shown':
      return [last];
    default:
      return [];
  }
}

/** What was shown, its stories heard: what came next is read only when someone asks why. */
export async function hearExplained(last: Explained): Promise<Explained<HeardStory>> {
  switch (last.kind) {
    case 'answer': {
      const { answered } = last;
      const passages = await hearEach(answered.passages);
      const runnersUp = await hearEach(answered.runnersUp);
      return { kind: 'answer', answered: { ...answered, passages, runnersUp } };
    }
    case 'shown':
      return { ...last, story: await hear(last.story) };
    case 'attributed':
    case 'checked':
    case 'story':
      return last;
  }
}

/** The story of a passage, if the passage still lies inside one of its paragraphs. */
export async function findPassageStory(
  holdings: Holdings,
  { story: id, span }: PassageKey,
): Promise<Story | null> {
  const story = await holdings.find(id);
  const inside = story?.paragraphs.some((one) => one.number !== null && covers(one, span));
  return inside && span.start < span.end ? story : null;
}
