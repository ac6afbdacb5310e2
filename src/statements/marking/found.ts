import { firstWhere, reachOf, startingAt } from '../../text/span.ts';
import { type CueRange, likeliest } from '../tagging/cue.ts';
import type { Judged } from '../tagging/judge.ts';
import type { Unit } from '../tagging/unit.ts';
import { type Marks, markerTables, meanOf, productAt, softmax, stepOf } from './marker.ts';
import { type PieceRange, piecesOf } from './windows.ts';

const LEAST_CUE = 0.2; // what is less likely to begin a cue begins none

/**
 * What the marker finds in a unit: cues, and the words each governs; `right` is its confidence in the whole, `least`
 * the least that it has to be.
 */
export function findMarked(marks: Marks, unit: Unit, least: number): readonly Judged[] {
  const whole = piecesOf(marks.pieces, reachOf(unit.words));
  if (whole === null) return [];
  const sure = findCues(marks, whole).filter(({ chance }) => chance >= least);
  return likeliest(sure, unit.words.length).flatMap(({ range, chance }) => {
    const cue = wordsOf(marks, unit, range);
    const roles = cue === null ? null : readRoles(marks, unit, whole, range, cue);
    if (cue === null || roles === null) return [];
    const { source, content, mean } = roles;
    if (chance * mean < least) return [];
    return {
      cue: { ...cue, chance },
      source,
      content,
      chance: mean,
      sureness: { whole: 0, source: mean, starts: mean, ends: mean, words: mean },
      right: chance * mean,
    };
  });
}

interface MarkedCue {
  readonly range: PieceRange;
  readonly chance: number;
}

function findCues(marks: Marks, { from, to }: PieceRange): readonly MarkedCue[] {
  const [first] = markerTables().columns.cue;
  const chances = (piece: number): readonly number[] => {
    const row = marks.rows[piece];
    return softmax([row?.[first] ?? 0, row?.[first + 1] ?? 0, row?.[first + 2] ?? 0]);
  };
  const cues: MarkedCue[] = [];
  for (let at = from; at < to; at += 1) {
    const [, begins = 0] = chances(at);
    if (begins < LEAST_CUE) continue;
    let end = at + 1;
    for (; end < to; end += 1) {
      const [outside = 0, starts = 0, goesOn = 0] = chances(end);
      if (goesOn < outside || goesOn < starts) break;
    }
    cues.push({ range: { from: at, to: end }, chance: begins });
    at = end - 1;
  }
  return cues;
}

/** The words of a unit that pieces stand in; null where they stand in none. */
function wordsOf({ pieces }: Marks, { words }: Unit, range: PieceRange): CueRange | null {
  const start = pieces.spans[range.from]?.start ?? 0;
  const end = pieces.spans[range.to - 1]?.end ?? 0;
  const from = firstWhere(words, (word) => word.end > start);
  const to = startingAt(words, end);
  return from < to ? { from, to } : null;
}

interface MarkedRoles {
  readonly source: CueRange | null;
  readonly content: readonly CueRange[];
  /** The mean likelihood of the words of the content. */
  readonly mean: number;
}

/** Source and content of a cue among the unit's words in its window; null where it governs none. */
function readRoles(
  marks: Marks,
  unit: Unit,
  whole: PieceRange,
  cue: PieceRange,
  ownWords: CueRange,
): MarkedRoles | null {
  const { windows } = marks.pieces;
  const window = windows[firstWhere(windows, ({ to }) => to > cue.from)] ?? cue;
  const range = { from: Math.max(window.from, whole.from), to: Math.min(window.to, whole.to) };
  const near = wordsOf(marks, unit, range);
  if (near === null) return null;
  const chances = wordChances(marks, unit, near, range, roleChances(marks, cue, range));
  const content = runsOf(unit, near, ownWords, chances.content);
  if (content.length === 0) return null;
  const words = content.reduce((count, { from, to }) => count + to - from, 0);
  const mean = content.reduce((total, run) => total + sumOf(near, run, chances.content), 0) / words;
  const [source = null] = runsOf(unit, near, ownWords, chances.source).toSorted(
    (a, b) => sumOf(near, b, chances.source) - sumOf(near, a, chances.source),
  );
  return { source, content, mean };
}

/** How likely each word of a range has a role: the mean of its pieces. */
type WordChances = Readonly<Record<'source' | 'content', Float64Array>>;

function wordChances(
  { pieces }: Marks,
  { words }: Unit,
  near: CueRange,
  range: PieceRange,
  chances: readonly (readonly number[])[],
): WordChances {
  const length = near.to - near.from;
  const [source, content] = [new Float64Array(length), new Float64Array(length)];
  const counts = new Float64Array(length);
  let word = near.from;
  chances.forEach(([, isSource = 0, isContent = 0], i) => {
    const at = pieces.spans[range.from + i]?.start ?? 0;
    while (word < near.to && (words[word]?.end ?? 0) <= at) word += 1;
    const slot = word - near.from;
    source[slot] = (source[slot] ?? 0) + isSource;
    content[slot] = (content[slot] ?? 0) + isContent;
    counts[slot] = (counts[slot] ?? 0) + 1;
  });
  const mean = (sum: number, slot: number): number => sum / Math.max(1, counts[slot] ?? 0);
  return { source: source.map(mean), content: content.map(mean) };
}

function sumOf(near: CueRange, { from, to }: CueRange, chances: Float64Array): number {
  return chances.subarray(from - near.from, to - near.from).reduce((sum, one) => sum + one, 0);
}

/** For each piece of a range: nothing to do with the cue, its source, its content. */
export function roleChances(
  marks: Marks,
  cue: PieceRange,
  { from, to }: PieceRange,
): readonly (readonly number[])[] {
  const { columns, roles } = markerTables();
  const asks = {
    source: meanOf(marks, cue, columns.sourceAsks),
    content: meanOf(marks, cue, columns.contentAsks),
  };
  const steps = roles.source.length / 2;
  return Array.from({ length: to - from }, (_, i) => {
    const piece = from + i;
    if (cue.from <= piece && piece < cue.to) return [1, 0, 0];
    const step =
      piece < cue.from
        ? stepOf(cue.from - piece, steps)
        : steps + stepOf(piece - cue.to + 1, steps);
    return softmax([
      0,
      productAt(marks, asks.source, piece, columns.sourceAnswers) + (roles.source[step] ?? 0),
      productAt(marks, asks.content, piece, columns.contentAnswers) + (roles.content[step] ?? 0),
    ]);
  });
}

const LEAST_ROLE = 0.5;

/** Runs of words near a cue that likely have a role, over marks between them, none without a letter or digit. */
function runsOf(
  { words }: Unit,
  near: CueRange,
  cue: CueRange,
  chances: Float64Array,
): readonly CueRange[] {
  const hasWord = ({ from, to }: CueRange): boolean =>
    words.slice(from, to).some(({ token }) => /[\p{L}\p{N}]/u.test(token.text));
  const runs: CueRange[] = [];
  const isIn = (at: number): boolean =>
    (at < cue.from || at >= cue.to) && (chances[at - near.from] ?? 0) >= LEAST_ROLE;
  for (let at = near.from; at < near.to; at += 1) {
    if (!isIn(at)) continue;
    let end = at + 1;
    while (end < near.to && isIn(end)) end += 1;
    const last = runs.at(-1);
    const joins =
      last !== undefined &&
      !(last.to <= cue.from && cue.to <= at) &&
      !hasWord({ from: last.to, to: at });
    if (joins) runs[runs.length - 1] = { from: last.from, to: end };
    else runs.push({ from: at, to: end });
    at = end - 1;
  }
  return runs.filter(hasWord);
}
