import type { Quotation } from '../../text/quotations.ts';
import { among, indexAt, overlaps, type Span, startingAt } from '../../text/span.ts';
import type { Attribution } from '../attribution.ts';
import type { Unit } from '../tagging/unit.ts';
import type { Word } from '../tagging/word.ts';
import { SHAPE } from '../tagging/word.ts';

const LEAST_WORDS = 6; // with both marks: shorter ones are mostly names and single words set off

/**
 * Assigns quotations outside any statement to the one they belong to: the one in their sentence,
 * `…, but “he is …”`, the clause right after it, `“…,” he said`, or the one in the sentence before, `“…,” he
 * said. “…”`.
 */
export function adoptQuotations(unit: Unit, found: readonly Attribution[]): readonly Attribution[] {
  let adopted = found;
  for (const quotation of unit.quotations) {
    const words = among(unit.words, quotation);
    if (words.length < LEAST_WORDS || adopted.some((one) => holds(one, quotation))) continue;
    const first = indexAt(unit.words, quotation);
    const after = unit.words[first + words.length];
    const near = adopted.filter((one) =>
      one.content.some((piece) => isJustBefore(unit, piece, first)),
    );
    const behind = adopted.filter((one) => isTagOf(one, words, after));
    const before = adopted.filter((one) => goesOnAfter(unit, one, first, after));
    const [host] = [...near, ...behind, ...before];
    if (host === undefined || near.length > 1) continue;
    const whole = near.length > 0 ? extend(host, quotation) : addPiece(host, quotation);
    adopted = adopted.map((one) => (one === host ? whole : one));
  }
  return adopted;
}

function holds({ content, source, cue }: Attribution, quotation: Span): boolean {
  const meets = (span: Span | null): boolean => span !== null && overlaps(span, quotation);
  return content.some(meets) || meets(source) || meets(cue);
}

/** Whether only a comma and a conjunction or two separate a piece from the word at a position. */
function isJustBefore(unit: Unit, piece: Span, at: number): boolean {
  const between = unit.words
    .slice(Math.max(0, at - 4), at)
    .filter((word) => word.start >= piece.end);
  const [first, target] = [unit.words[at - between.length - 1], unit.words[at]];
  if (
    first === undefined ||
    target === undefined ||
    first.end !== piece.end ||
    first.sentence !== target.sentence
  )
    return false;
  return between.every(
    (word) =>
      word.shape === SHAPE.comma ||
      /^(?:CCONJ|SCONJ)$/.test(word.token.tag) ||
      word.token.lower === 'that',
  );
}

/** `“…,” | Ann Ode said`: whether a clause begins right after a quotation that ends with a comma. */
function isTagOf(
  { source, cue }: Attribution,
  quoted: readonly Word[],
  after: Word | undefined,
): boolean {
  if (after === undefined || quoted.at(-2)?.shape !== SHAPE.comma || cue === null) return false;
  return after.start === source?.start || after.start === cue.start;
}

function extend(host: Attribution, quotation: Span): Attribution {
  const last = host.content.findLastIndex((piece) => piece.end <= quotation.start);
  const content = host.content.map((piece, i) =>
    i === last ? { start: piece.start, end: quotation.end } : piece,
  );
  return { ...host, content, kind: 'mixed', speech: true };
}

/**
 * Whether a quotation continues what was quoted before its cue: `“…,” he said on Monday. “…”` as a
 * sentence of its own, `“…,” he said, “…”` as the rest of its sentence.
 */
function goesOnAfter(
  unit: Unit,
  { content, cue }: Attribution,
  first: number,
  after: Word | undefined,
): boolean {
  const [opening, stop, last] = [unit.words[first], unit.words[first - 1], content.at(-1)];
  if (opening === undefined || stop === undefined || last === undefined || cue === null)
    return false;
  if (after !== undefined && after.sentence === opening.sentence) return false;
  const parts = stop.sentence === opening.sentence ? 5 : 6; // a comma, a full stop
  if (stop.shape !== parts || stop.quotation > 0) return false;
  const spoken = unit.words[startingAt(unit.words, last.end) - 1];
  const saying = unit.words[indexAt(unit.words, cue)];
  return (
    (spoken?.quotation ?? 0) > 0 && last.end <= cue.start && saying?.sentence === stop.sentence
  );
}

function addPiece(host: Attribution, { inner }: Quotation): Attribution {
  const content = [...host.content, inner].sort((a, b) => a.start - b.start);
  return { ...host, content };
}
