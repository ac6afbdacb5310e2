import { STOP_WORDS } from '../text/lexicon/stop-words.ts';
import type { Span } from '../text/span.ts';
import { joinContracted } from './contractions.ts';
import type { QuotedText, QuotedWord } from './quotation.ts';
import { joinTied } from './quoted-words.ts';
import type { StoryWord } from './utterances.ts';

/** A step of an alignment: a word of the story, of the quotation, or of both. */
export interface Step {
  readonly kind: 'same' | 'left-out' | 'added' | 'changed';
  readonly story: StoryWord | null;
  readonly quote: QuotedWord | null;
  /** Where the quoter marked it: […], …, [inserted]; null if unmarked. */
  readonly mark: Span | null;
}

/** How a quotation aligns with a stretch of a story. */
export interface Fit {
  /** From the quotation's first word to its last, in order. */
  readonly steps: readonly Step[];
  /** The story's words before and after. */
  readonly before: readonly StoryWord[];
  readonly after: readonly StoryWord[];
  /** From 0 to 1: the weighted share of both that is the same; 1 when only marked changes differ. */
  readonly likeness: number;
  /** Weight of the matching words. */
  readonly held: number;
}

// Points. A matching content word outweighs a changed one, so that the true place wins; a
// gap is expensive to open and cheap to extend, so that omitted words stay together.
const CHANGED = -0.7; // times the weight of the word: cheaper than an omission plus an addition
const ADDED = -0.8; // the same
const OPEN = -1.5;
const FURTHER = -0.25;
const MARKED = -0.01; // free, but nothing is treated as marked unnecessarily

/** What a word weighs: function words occur in any text. */
export function weigh(fold: string): number {
  return STOP_WORDS.has(fold) ? 1 : 2;
}

/**
 * Aligns a quotation with the words of a story: Needleman–Wunsch with affine gaps (Gotoh 1982), all of the
 * quotation against any stretch of the story. At omission marks words may be left out for free, in
 * brackets words added or changed. Null when no word is the same.
 */
export function align(quoted: QuotedText, target: readonly StoryWord[]): Fit | null {
  const words = joinContracted(joinTied(target, quoted.words), quoted.words);
  const wanted = joinContracted(joinTied(quoted.words, target), target);
  if (wanted.length === 0 || words.length === 0) return null;
  const free = readFree(quoted, wanted);
  const table = fill(wanted, words, free);
  const steps = unmarkOwn(quoted.text, trace(wanted, words, free, table));
  return makeFit(steps, words);
}

/** The marks at which the story's words may be left out, by the number of words before them. */
function readFree(
  { omissions }: QuotedText,
  wanted: readonly QuotedWord[],
): readonly (Span | null)[] {
  return Array.from({ length: wanted.length + 1 }, (_, i) => {
    const [before, after] = [wanted[i - 1], wanted[i]];
    const from = before?.end ?? 0;
    const to = after?.start ?? Number.POSITIVE_INFINITY;
    const mark = omissions.find((one) => one.start >= from && one.end <= to);
    return mark ?? (before?.marked ? before : null) ?? (after?.marked ? after : null);
  });
}

interface Table {
  readonly width: number;
  /** Best score with i words of the quotation aligned, the last at or before word j of the story. */
  readonly best: Float64Array;
  /** The same with word j of the story left out. */
  readonly gap: Float64Array;
}

function fill(
  wanted: readonly QuotedWord[],
  words: readonly StoryWord[],
  free: readonly (Span | null)[],
): Table {
  const width = words.length + 1;
  const best = new Float64Array(width * (wanted.length + 1));
  const gap = new Float64Array(best.length).fill(Number.NEGATIVE_INFINITY);
  for (let i = 1; i <= wanted.length; i += 1) {
    const word = wanted[i - 1];
    if (word === undefined) break;
    const same = weigh(word.fold);
    const added = word.marked ? MARKED : ADDED * same;
    const changed = word.marked ? MARKED * 2 : CHANGED * same;
    const [open, further] = free[i] ? [MARKED, 0] : [OPEN, FURTHER];
    for (let j = 0; j < width; j += 1) {
      const at = i * width + j;
      let points = (best[at - width] ?? 0) + added;
      if (j > 0) {
        const equal = words[j - 1]?.key === word.key;
        points = Math.max(points, (best[at - width - 1] ?? 0) + (equal ? same : changed));
        gap[at] = Math.max((best[at - 1] ?? 0) + open, (gap[at - 1] ?? 0) + further);
        if (i < wanted.length) points = Math.max(points, gap[at] ?? 0);
      }
      best[at] = points;
    }
  }
  return { width, best, gap };
}

/** Walks back from the best end. Of two equally good paths, matching words come first. */
function trace(
  wanted: readonly QuotedWord[],
  words: readonly StoryWord[],
  free: readonly (Span | null)[],
  { width, best, gap }: Table,
): readonly Step[] {
  const steps: Step[] = [];
  let i = wanted.length;
  let j = bestEnd(best.subarray(i * width));
  let inGap = false;
  while (i > 0) {
    const at = i * width + j;
    const [quote, story] = [wanted[i - 1] ?? null, words[j - 1] ?? null];
    if (inGap) {
      const mark = free[i] ?? null;
      inGap = gap[at] !== (best[at - 1] ?? 0) + (mark === null ? OPEN : MARKED);
      steps.push({ kind: 'left-out', story, quote: null, mark });
      j -= 1;
      continue;
    }
    if (quote === null) break;
    const mark = quote.marked ? quote : null;
    const same = story !== null && story.key === quote.key;
    const points = same ? weigh(quote.fold) : mark ? MARKED * 2 : CHANGED * weigh(quote.fold);
    if (story !== null && best[at] === (best[at - width - 1] ?? 0) + points) {
      steps.push({ kind: same ? 'same' : 'changed', story, quote, mark });
      i -= 1;
      j -= 1;
    } else if (i < wanted.length && j > 0 && best[at] === gap[at]) {
      inGap = true;
    } else {
      steps.push({ kind: 'added', story: null, quote, mark });
      i -= 1;
    }
  }
  return steps.reverse();
}

function bestEnd(points: Float64Array): number {
  let end = 0;
  for (let j = 1; j < points.length; j += 1) if ((points[j] ?? 0) > (points[end] ?? 0)) end = j;
  return end;
}

/**
 * Unmarks what the story itself prints: `...` next to omitted words, and words
 * between brackets. These are the story's and hide nothing. `[…]` is always the quoter's.
 */
function unmarkOwn(typed: string, steps: readonly Step[]): readonly Step[] {
  const isOwn = (at: number): boolean => {
    const mark = steps[at]?.mark;
    if (steps[at]?.kind !== 'left-out' || !mark || /[[(]/.test(typed.charAt(mark.start))) {
      return false;
    }
    let [from, to] = [at, at];
    while (steps[from]?.kind === 'left-out') from -= 1;
    while (steps[to + 1]?.kind === 'left-out') to += 1;
    return steps[from]?.story?.dots === true || steps[to]?.story?.dots === true;
  };
  const isPrinted = ({ quote, story }: Step): boolean => quote !== null && story?.marked === true;
  return steps.map((step, at) => (isOwn(at) || isPrinted(step) ? { ...step, mark: null } : step));
}

const MOST_LEFT_OUT = 6; // weight: many words left out in a row are one cut, not many changes

function makeFit(steps: readonly Step[], words: readonly StoryWord[]): Fit | null {
  let held = 0;
  let lost = 0;
  let run = 0;
  for (const { kind, story, quote, mark } of steps) {
    const weight = mark ? 0 : Math.max(weigh(story?.fold ?? 'the'), weigh(quote?.fold ?? 'the'));
    if (kind === 'same') held += weigh(quote?.fold ?? '');
    else if (kind !== 'left-out') lost += weight;
    run = kind === 'left-out' ? run + weight : 0;
    if (run <= MOST_LEFT_OUT && kind === 'left-out') lost += weight;
  }
  const laid = steps.flatMap(({ story }) => story ?? []);
  const [first, last] = [laid[0], laid.at(-1)];
  if (held === 0 || first === undefined || last === undefined) return null;
  return {
    steps,
    before: words.slice(
      0,
      words.findIndex((word) => word.start === first.start),
    ),
    after: words.slice(words.findIndex((word) => word.start === last.start) + 1),
    likeness: held / (held + lost),
    held,
  };
}
