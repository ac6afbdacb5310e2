import type { Quotation } from '../../text/quotations.ts';
import { among, covers, indexAt, overlaps, reachOf, type Span } from '../../text/span.ts';
import type { Attribution } from '../attribution.ts';
import type { Unit } from '../tagging/unit.ts';
import type { Word } from '../tagging/word.ts';
import { SHAPE } from '../tagging/word.ts';

/**
 * Quotations that no clause attributes to anyone: `Lund shrugged. “Ask my brother.”`, a
 * paragraph that is only a quotation. One without a closing mark continues in the next.
 */
export function readBare(unit: Unit, found: readonly Attribution[]): readonly Attribution[] {
  const bare: Attribution[] = [];
  let open: Quotation | null = null;
  const from = unit.words[0]?.start ?? 0;
  const taken = found.map((one) => ({ one, ...reachOf(partsOf(one)) })); // what is elsewhere is not looked at more closely
  for (const quotation of unit.quotations) {
    if (quotation.start < from) continue; // a long one belongs to the unit that it begins in
    const isHeld = taken.some((own) => overlaps(own, quotation) && isHeldBy(quotation, own.one));
    const isOwn = !isHeld && isUtterance(unit, quotation);
    const last = bare.at(-1);
    if (isOwn && last !== undefined && open !== null && follows(unit, open, quotation))
      bare[bare.length - 1] = { ...last, content: [...last.content, quotation.inner] };
    else if (isOwn) bare.push(bareOf(quotation.inner));
    open = isOwn && !quotation.closed ? quotation : null;
  }
  return bare;
}

function bareOf(content: Span): Attribution {
  return {
    source: null,
    cue: null,
    content: [content],
    kind: 'direct',
    speech: true,
    confidence: 0.8,
    outer: null,
    by: 'quotation',
  };
}

/** Whether a statement already covers a quotation or part of it; a statement nested inside the quotation does not count. */
function isHeldBy(quotation: Quotation, one: Attribution): boolean {
  const parts = partsOf(one);
  if (one.cue !== null && parts.every((span) => covers(quotation, span))) return false;
  return parts.some((span) => overlaps(span, quotation));
}

function partsOf({ content, source, cue }: Attribution): readonly Span[] {
  return [...content, source, cue].filter((span) => span !== null);
}

/** Whether a quotation opens the paragraph after another quotation's. */
function follows({ paragraphs }: Unit, open: Quotation, next: Quotation): boolean {
  const at = paragraphs.findIndex(({ end }) => end === open.end);
  return at >= 0 && paragraphs[at + 1]?.start === next.start;
}

const LEAST_FRAGMENT = 6; // words: fewer without a sentence of their own are scare quotes and names

/** Somebody's words rather than a title, nickname or scare quote: whole sentences, or a long clause with its verb. */
function isUtterance(unit: Unit, quotation: Quotation): boolean {
  const { words } = unit;
  const first = indexAt(words, quotation);
  const inside = among(words, quotation);
  const spoken = inside.filter((word) => word.mark === 0);
  const [before, after] = [words[first - 1], words[first + inside.length]];
  if (!spoken.some(({ token }) => /\p{L}/u.test(token.text)) || isTitleCase(spoken)) return false;
  if (isWhole(spoken, quotation, before, after)) return true;
  const verbal = spoken.some(({ token }) => /^(?:VERB|AUX)$/.test(token.tag));
  const introduced = /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(before?.token.tag ?? '');
  const called = NAMING.test(before?.token.lower ?? '');
  return spoken.length >= LEAST_FRAGMENT && verbal && !introduced && !called;
}

const NAMING = /^(?:called|named|titled|entitled|headed|headlined|dubbed|nicknamed|as)$/;

/** One or more complete sentences: preceded in their sentence by a colon at most, and with an end mark. */
function isWhole(
  spoken: readonly Word[],
  { closed }: Quotation,
  before: Word | undefined,
  after: Word | undefined,
): boolean {
  const [first, last] = [spoken[0], spoken.at(-1)];
  const opens =
    before === undefined ||
    before.sentence !== first?.sentence ||
    before.mark === 2 ||
    before.shape === SHAPE.stop ||
    before.token.text === ':';
  if (!opens || last === undefined) return false;
  if (!closed || last.shape === SHAPE.comma) return true;
  return last.shape === SHAPE.stop && (after === undefined || after.sentence !== last.sentence);
}

/** `“How to Keep Bees”` */
function isTitleCase(spoken: readonly Word[]): boolean {
  const long = spoken.filter(({ token }) => /^\p{L}{4}/u.test(token.text));
  return (
    long.length > 1 &&
    long.every(({ shape }) => shape === SHAPE.capital || shape === SHAPE.capitals)
  );
}
