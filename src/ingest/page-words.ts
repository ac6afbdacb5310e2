/** Whether a paragraph above the story is what the page says it is about: it may be cut, or go on. */
export function describes(text: string, description: string | null): boolean {
  if (description === null) return false;
  const [own, said] = [plain(text), plain(description)];
  if (Math.min(own.length, said.length) < SHORTEST_LEDE) return false;
  return said.startsWith(own) || own.startsWith(said.slice(0, -CUT_WORD));
}

const SHORTEST_LEDE = 60; // characters: a label or a headline is shorter
const CUT_WORD = 20; // characters: where a description is cut, it may end in half a word

/** Share of the sentences of a text that another one holds. */
export function covered(given: readonly string[], found: readonly string[]): number {
  if (given.length === 0) return 1;
  const text = plain(found.join(' '));
  const pieces = given.flatMap((one) => one.split(/(?<=[.!?…])\s+/)).map(plain);
  const long = pieces.filter((piece) => piece.length >= 15);
  const held = long.filter((piece) => text.includes(piece));
  return long.length === 0 ? 1 : lengthOf(held) / lengthOf(long);
}

/** Share of the runs of words of a text that another one holds, however either is parted into sentences and paragraphs. */
export function overlap(given: readonly string[], found: readonly string[]): number {
  const runs = (some: readonly string[]): readonly string[] => {
    const words = plain(some.join(' ')).split(' ');
    return words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN).join(' '));
  };
  const [own, others] = [runs(given), new Set(runs(found))];
  return own.filter((run) => others.has(run)).length / Math.max(1, own.length);
}

const RUN = 4; // words

/** A text in lower case, without its marks: for comparing. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Characters of some paragraphs. */
export function lengthOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, { length }) => sum + length, 0);
}
