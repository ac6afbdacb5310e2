import {
  endingAbbreviations,
  joiningAbbreviations,
  sentenceOpeners,
} from './lexicon/abbreviations.ts';
import { type Span, trimSpan } from './span.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * The sentences inside a stretch of a text (one paragraph), in order, without the space around them.
 * Intl.Segmenter proposes; the rules below join what it split by mistake.
 */
export function splitSentences(text: string, within: Span): readonly Span[] {
  const flat = text.slice(within.start, within.end).replace(/\s/g, ' ');
  if (flat.length <= LONGEST && ONE.test(flat)) {
    const whole = trimSpan(text, within);
    return whole.end > whole.start ? [whole] : [];
  }
  const pieces: Span[] = [];
  for (const { start, end } of segmentsOf(flat)) {
    const last = pieces.at(-1);
    const before = last === undefined ? '' : flat.slice(last.start, last.end);
    if (last !== undefined && isOneSentence(before, flat.slice(start))) {
      pieces[pieces.length - 1] = { start: last.start, end };
    } else {
      pieces.push({ start, end });
    }
  }
  return pieces
    .flatMap((piece) => splitAtClosedQuotation(flat, piece))
    .flatMap((piece) => cutEndless(flat, piece))
    .map((piece) => ({ start: piece.start + within.start, end: piece.end + within.start }))
    .map((piece) => trimSpan(text, piece))
    .filter((piece) => piece.end > piece.start);
}

// nothing ends a sentence before the end: lines of a list, captions and many paragraphs need no segmenter. Printable
// ASCII and what news has beside; of `.`, `!` and `?` only those before a small letter or a digit, and at the end
const ONE =
  /^(?:[ "-\-/->@-~‘’“”–—•…]|\.(?=\d)|[.!?]["'’”)\]]* ?(?=[a-z]))*(?:[.!?]+["'’”)\]]* *)?$/;

const AT_ONCE = 2_500; // UTF-16 units: the segmenter's time grows with the square of how many sentences it is given
const AHEAD = 1_000; // of them, to see what follows a boundary

/** The sentences of Intl.Segmenter; an endless paragraph is taken stretch by stretch. */
function segmentsOf(flat: string): readonly Span[] {
  const found: Span[] = [];
  let size = AT_ONCE;
  for (let from = 0; from < flat.length; ) {
    const isLast = from + size >= flat.length;
    const part = flat.slice(from, from + size);
    let to = 0;
    for (const { segment, index } of segmenter.segment(part)) {
      const end = index + segment.length;
      if (!isLast && end > size - AHEAD) break;
      found.push({ start: from + index, end: from + end });
      to = end;
    }
    size = to === 0 ? size * 2 : AT_ONCE; // one sentence is longer than that
    from += to;
  }
  return found;
}

const LONGEST = 2_000; // UTF-16 units: the longest sentence of a hundred stories has 320

/**
 * A sentence without an end, as in a table that is printed as text, in parts: what reads a sentence as a whole
 * may take time that grows with the square of its length.
 */
function cutEndless(flat: string, { start, end }: Span): readonly Span[] {
  const parts: Span[] = [];
  let from = start;
  while (end - from > LONGEST) {
    const space = flat.lastIndexOf(' ', from + LONGEST);
    const isPair = /[\ud800-\udbff]/.test(flat.charAt(from + LONGEST - 1));
    const to = space > from ? space + 1 : from + LONGEST - (isPair ? 1 : 0);
    parts.push({ start: from, end: to });
    from = to;
  }
  return [...parts, { start: from, end }];
}

type JoinRule = (before: string, after: string) => boolean;

/** Whether a border that Intl.Segmenter saw between `before` and `after` is none. */
function isOneSentence(before: string, after: string): boolean {
  const [left, right] = [before.slice(-NEAR), after.slice(0, NEAR)];
  return joinRules.some((rule) => rule(left, right));
}

const NEAR = 120; // UTF-16 units on either side of a border: a rule looks no further, whatever the text

const joinRules: readonly JoinRule[] = [
  // `Mr. | Ode`, `Jan. | 6`, `No. | 10`
  (before) => joiningAbbreviations.has(lastWord(before)) && before.trimEnd().endsWith('.'),
  // `J. | R. Ward`; but not `plan B. | The`
  (before, after) =>
    /(?:^|[\s.(“"‘'])\p{Lu}\.\s*$/u.test(before) &&
    !startsWithOpener(after) &&
    /^\p{Lu}/u.test(after),
  // `Inc. | shares`, `U.S. | Senator`: one sentence unless a clear opener comes
  (before, after) =>
    endingAbbreviations.has(lastWord(before)) &&
    before.trimEnd().endsWith('.') &&
    !startsWithOpener(after) &&
    !/^[“"‘'(]/.test(after),
  // `4 p.m. | (0900 GMT)`
  (before, after) => /\d ?[ap]\.m\.\s*$/i.test(before) && /^\(\d/.test(after),
  // `“Why?” | she asked`
  (_before, after) => /^[^\p{L}\p{N}]*\p{Ll}/u.test(after) && !/^\s*[•*–—-]\s/.test(after),
  // `… late. | ”`
  (_before, after) => /^[\s”’"'»)\]]+(?=\s|$)/.test(after) && !/^\s*["'](?=\p{L})/u.test(after),
  // `“Is it safe?” | Mr. Lee asked.`
  (before, after) => /["”’'»]\s*$/.test(before) && cueAlone.test(after),
  // `meeting... | And`: no space after an ellipsis
  (before) => /(?:\.\.\.|…)$/.test(before),
  // `(he's) | …` and any other border without a space: `3.2.1`
  (before, after) => /\S$/.test(before) && /^\S/.test(after) && !/[.!?]["”’'»)]*$/.test(before),
];

// `Mr. Lee asked.`: a name and a saying word, and then the end
const cueAlone =
  /^\s*(?:\p{Lu}[\p{L}.’'-]*\s+){1,4}(?:said|says|asked|added|told \w+|replied|wrote|tweeted)\s*[.,]/u;

function startsWithOpener(after: string): boolean {
  const word = /^[\s“"‘'(]*([\p{L}’']+)/u.exec(after)?.[1];
  return word !== undefined && /^\p{Lu}/u.test(word) && sentenceOpeners.has(word.toLowerCase());
}

/** The last word before a full stop, dots inside kept, lower case: `… the U.S. ` → `u.s`. */
function lastWord(before: string): string {
  return (/([\p{L}.]+?)\.?\s*$/u.exec(before)?.[1] ?? '').toLowerCase();
}

/** `“It is late.” The roof fell.` → two: Intl joins them when the closing mark is straight. */
function splitAtClosedQuotation(flat: string, piece: Span): readonly Span[] {
  const words = flat.slice(piece.start, piece.end);
  const found: Span[] = [];
  let from = 0;
  for (const border of words.matchAll(/[.!?]["”»’']+\s+(?=["“«‘]?\p{Lu})/gu)) {
    const end = border.index + border[0].length;
    if (words.slice(0, border.index + 1).search(/["“”«»‘’']/) < 0) continue;
    const before = words.slice(Math.max(0, border.index + 1 - NEAR), border.index + 1);
    if (cueAlone.test(words.slice(end, end + NEAR))) continue;
    if (joiningAbbreviations.has(lastWord(before))) continue;
    found.push({ start: piece.start + from, end: piece.start + end });
    from = end;
  }
  found.push({ start: piece.start + from, end: piece.end });
  return found;
}
