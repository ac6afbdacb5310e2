import type { Explained } from '../reply/why.ts';
import type { Story } from '../story/story.ts';
import type { Span } from '../text/span.ts';

/** What the last answer showed first: a button beneath it asks about that. */
export function firstShown(
  last: Explained | null,
): readonly { readonly story: Story; readonly span: Span }[] {
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
    default:
      return [];
  }
}
