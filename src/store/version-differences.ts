/** A place where two texts differ, in the words of each; what is only in one has null in the other. */
export interface VersionDifference {
  readonly before: string | null;
  readonly after: string | null;
}

const LARGEST = 4_000_000; // cells: 2,000 words against 2,000; beyond it a whole part counts as changed
const CONTEXT = 3; // words on either side, so that one sees where it stands

/** Where two versions of a text differ, word by word, in order. Words and their order are kept; white space is not compared. */
export function findDifferences(before: string, after: string): readonly VersionDifference[] {
  const [old, now] = [readWords(before), readWords(after)];
  const start = countSame(old, now, 0);
  const end = countSameEnd(old, now, start);
  const changed = align(old.slice(start, old.length - end), now.slice(start, now.length - end));
  const hunks = changed.map(
    ([a, b, c, d]) => [a + start, b + start, c + start, d + start] as const,
  );
  return joinNear(hunks).map(([a, b, c, d]) => ({
    before: a === b ? null : show(before, old, a - CONTEXT, b + CONTEXT),
    after: c === d ? null : show(after, now, c - CONTEXT, d + CONTEXT),
  }));
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** From and to among the old words, from and to among the new ones. */
type Hunk = readonly [number, number, number, number];

function readWords(text: string): readonly Word[] {
  return [...text.matchAll(/\S+/g)].map((found) => ({
    text: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }));
}

function countSame(a: readonly Word[], b: readonly Word[], from: number): number {
  let same = from;
  while (same < a.length && same < b.length && a[same]?.text === b[same]?.text) same += 1;
  return same;
}

function countSameEnd(a: readonly Word[], b: readonly Word[], start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let same = 0;
  while (same < most && a[a.length - 1 - same]?.text === b[b.length - 1 - same]?.text) same += 1;
  return same;
}

/** The hunks that differ, by a longest common subsequence of words. */
function align(a: readonly Word[], b: readonly Word[]): readonly Hunk[] {
  if (a.length === 0 && b.length === 0) return [];
  const width = b.length + 1;
  if ((a.length + 1) * width > LARGEST) return [[0, a.length, 0, b.length]];
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] =
        a[i]?.text === b[j]?.text
          ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0);
    }
  }
  return walk(a, b, (i, j) => longest[i * width + j] ?? 0);
}

function walk(
  a: readonly Word[],
  b: readonly Word[],
  longest: (i: number, j: number) => number,
): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [from, to] = [i, j];
    while ((i < a.length || j < b.length) && (i >= a.length || a[i]?.text !== b[j]?.text)) {
      if (j >= b.length || (i < a.length && longest(i + 1, j) >= longest(i, j + 1))) i += 1;
      else j += 1;
    }
    if (i > from || j > to) hunks.push([from, i, to, j]);
    i += 1;
    j += 1;
  }
  return hunks;
}

/** Hunks whose contexts would meet are one. */
function joinNear(hunks: readonly Hunk[]): readonly Hunk[] {
  const joined: Hunk[] = [];
  for (const hunk of hunks) {
    const last = joined.at(-1);
    if (last !== undefined && hunk[0] - last[1] <= CONTEXT) {
      joined[joined.length - 1] = [last[0], hunk[1], last[2], hunk[3]];
    } else joined.push(hunk);
  }
  return joined;
}

/** The text itself from one word to another. */
function show(text: string, words: readonly Word[], from: number, to: number): string {
  const first = words[Math.max(0, from)];
  const last = words[Math.min(words.length, to) - 1];
  return first === undefined || last === undefined ? '' : text.slice(first.start, last.end);
}
