import type { Sentence } from '../article/sentence.ts';
import type { Statement } from '../statements/statement.ts';
import { statementsAt } from '../story/statements-at.ts';
import type { HeardStory, Story } from '../story/story.ts';
import { covers, overlaps, type Span } from '../text/span.ts';
import { ascribedIn } from './ascribed.ts';
import { goesOn } from './goes-on.ts';
import { isDeed, isPromise } from './well-spoken.ts';

/**
 * Whose words a stretch of a story is: the innermost statement around it, so that a figure in
 * a report that a paper cites is the report's. Null if it is the reporter's own.
 */
export function findOwner(story: HeardStory, span: Span, sentence: Sentence): Statement | null {
  const size = ({ content }: Statement): number =>
    content.reduce((sum, { start, end }) => sum + end - start, 0);
  const isHeld = ({ content }: Statement): boolean => content.some((piece) => covers(piece, span));
  const holding = statementsAt(story, span).filter(
    (one) => one.speech && isHeld(one) && !isDeed(story, one),
  );
  const [own] = holding.toSorted((a, b) => size(a) - size(b));
  if (own !== undefined && isAside(story, own, span, sentence)) return null;
  if (own !== undefined && holding.length === 1 && isPromise(story, own)) return null; // what he pledges, if another reports it, is his
  return (
    own ??
    besideClause(story, span, sentence) ??
    ascribedTo(story, span, sentence) ??
    goesOn(story, sentence)
  );
}

/** `He said that Ode, who has driven 900,000 miles, was tired`: what the reporter adds about someone or something. */
function isAside(story: Story, own: Statement, span: Span, sentence: Sentence): boolean {
  if (own.kind !== 'indirect' || own.nested) return false;
  const before = story.article.text.slice(sentence.start, span.start);
  return /, (?:who|which|whose|built|born|founded|opened)\b[^,;:“”"]*$/.test(before);
}

/** `It sank in waves of 4 metres, she said, “like a stone”`: the whole sentence before such a clause is theirs. */
function besideClause(story: HeardStory, span: Span, sentence: Sentence): Statement | null {
  const { text } = story.article;
  for (const one of story.statements.length === 0 ? [] : statementsAt(story, sentence)) {
    const { source, cue, speech } = one;
    if (!speech || one.nested || source === null || cue === null) continue;
    if (!covers(sentence, cue) || !covers(sentence, source) || overlaps(source, span)) continue;
    const start = Math.min(source.start, cue.start);
    const end = Math.max(source.end, cue.end);
    if (!/[,)—–]["”’]? $/.test(text.slice(Math.max(0, start - 4), start))) continue;
    const isAfter =
      span.start > end &&
      source.start < cue.start &&
      /^, (?!who|which|a |an )/.test(text.slice(end, end + 9));
    if (span.end > start && !isAfter) continue;
    const between = isAfter ? text.slice(end, span.start) : text.slice(span.end, start);
    if (/[“”";]|^, (?:and|but|while|though) /.test(between)) continue;
    if (isAfter && /[”"]/.test(text.slice(sentence.start, start))) continue; // what follows is not part of what was said
    return one;
  }
  return null;
}

function ascribedTo(story: Story, span: Span, sentence: Sentence): Statement | null {
  const found = ascribedIn(story, sentence).find(({ content }) =>
    content.some((piece) => covers(piece, span)),
  );
  return found ?? null;
}
