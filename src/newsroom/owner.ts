import type { Statement } from '../statements/statement.ts';
import { statementsAt } from '../story/statements-at.ts';
import type { Story } from '../story/story.ts';
import { covers, type Span } from '../text/span.ts';

/**
 * Whose words a stretch of a story is: the innermost statement that holds it, so that a figure of
 * a report that a paper cites is the report's. Null where it is the reporter's own.
 */
export function findOwner(story: Story, span: Span): Statement | null {
  const size = ({ content }: Statement): number =>
    content.reduce((sum, { start, end }) => sum + end - start, 0);
  const holding = statementsAt(story, span).filter(
    (one) => one.speech && one.content.some((piece) => covers(piece, span)),
  );
  return holding.toSorted((a, b) => size(a) - size(b))[0] ?? null;
}
