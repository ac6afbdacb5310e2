/** How alike two answers are, from 0 to 1: SQuAD's F1 over words, case, marks and articles aside. */
export function likeness(a: string, b: string): number {
  const left = wordsOf(a);
  const right = wordsOf(b);
  const counts = new Map<string, number>();
  for (const word of right) counts.set(word, (counts.get(word) ?? 0) + 1);
  let same = 0;
  for (const word of left) {
    const count = counts.get(word) ?? 0;
    if (count > 0) same += 1;
    counts.set(word, count - 1);
  }
  return left.length + right.length === 0 ? 1 : (2 * same) / (left.length + right.length);
}

function wordsOf(text: string): readonly string[] {
  const bare = text.toLowerCase().replace(/[!-/:-@[-`{-~]/gu, '');
  return bare
    .replace(/(?<![\p{L}\p{N}])(?:a|an|the)(?![\p{L}\p{N}])/gu, ' ')
    .split(/\s+/u)
    .filter((word) => word !== '');
}
