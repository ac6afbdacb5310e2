const MOST_KNOWN = 10_000; // words: a story has some hundreds of its own

/** The same test of a word, which remembers what it said of the first words it was asked about. */
export function remembered(test: (word: string) => boolean): (word: string) => boolean {
  const known = new Map<string, boolean>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const found = test(word);
    if (known.size < MOST_KNOWN) known.set(word, found);
    return found;
  };
}
