import { lastIndexAt, overlaps, type Span } from '../../text/span.ts';
import type { Attribution } from '../attribution.ts';
import type { Unit } from '../tagging/unit.ts';
import type { Word } from '../tagging/word.ts';

/**
 * `“…,” she said.` and a paragraph that is only a quotation: the taggers often read both as one statement, but
 * the second may well be someone else's. Later paragraphs are taken out of the statement, so that they are
 * read as quotations on their own. A quotation without a closing mark continues, and so does what a
 * colon announces.
 */
export function withinParagraphs(unit: Unit, attribution: Attribution): Attribution {
  const { source, cue, content } = attribution;
  const first = cue ?? source;
  if (first === null || unit.paragraphs.length < 2) return attribution;
  const home = paragraphAt(unit, first);
  const own = content.filter((piece) => {
    const at = paragraphAt(unit, piece);
    return at <= home || !isApart(unit, home, at);
  });
  return own.length === content.length || own.length === 0
    ? attribution
    : { ...attribution, content: own };
}

function paragraphAt({ paragraphs }: Unit, { start }: Span): number {
  return paragraphs.findLastIndex((paragraph) => paragraph.start <= start);
}

/** Whether a statement ends between two paragraphs: the first neither leaves a quotation open nor ends with a colon. */
function isApart(unit: Unit, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const paragraph = unit.paragraphs[at];
    if (paragraph === undefined) return false;
    const last = unit.words[lastIndexAt(unit.words, paragraph)];
    if (!isLeftOpen(unit, last)) return true;
  }
  return false;
}

function isLeftOpen({ quotations }: Unit, last: Word | undefined): boolean {
  if (last === undefined || last.token.text === ':') return true;
  return quotations.some((quotation) => !quotation.closed && overlaps(quotation, last));
}
