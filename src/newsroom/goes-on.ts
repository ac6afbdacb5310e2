import type { Sentence } from '../article/sentence.ts';
import type { Statement } from '../statements/statement.ts';
import { statementsAt } from '../story/statements-at.ts';
import type { HeardStory, Story } from '../story/story.ts';

/**
 * Whose account a sentence without a saying word goes on with: `She tested 40 phones, Ode said. Three burned. “That is
 * a lot,” she said.` Null where the sentences around it in their paragraph aren't of one speaker.
 */
export function goesOn(story: HeardStory, sentence: Sentence): Statement | null {
  if (spokenIn(story, sentence).length > 0) return null;
  const before = beside(story, sentence, -1);
  if (before === undefined) return null;
  const after = beside(story, sentence, 1);
  const isOne = after !== undefined && speakerOf(story, before) === speakerOf(story, after);
  return isOne ? before : null;
}

/** What is said last before a sentence in its paragraph, or first after it. */
function beside(
  story: HeardStory,
  { index, paragraph }: Sentence,
  step: 1 | -1,
): Statement | undefined {
  for (let at = index + step; story.sentences[at]?.paragraph === paragraph; at += step) {
    const one = story.sentences[at];
    const said = one === undefined ? [] : spokenIn(story, one);
    if (said.length > 0) return step < 0 ? said.at(-1) : said[0];
  }
  return undefined;
}

function spokenIn(story: HeardStory, sentence: Sentence): readonly Statement[] {
  return statementsAt(story, sentence).filter(({ speech, nested }) => speech && !nested);
}

function speakerOf({ article }: Story, { speaker }: Statement): string | null {
  const { name, words } = speaker;
  return name ?? (words && article.text.slice(words.start, words.end));
}
