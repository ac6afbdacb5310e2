/** A word as a tag: `Local news` → `local-news`; nothing where no tag is left. */
export function asTag(word: string): readonly string[] {
  const isTag = /^[\p{L}\p{N} _-]{1,40}$/u.test(word);
  return isTag ? [word.trim().toLowerCase().replace(/\s+/g, '-')] : [];
}

/** The note on a story that an agency has embargoed; null for any other. */
export function embargoNote(until: string | null): string | null {
  return until === null ? null : `Its agency holds it back until ${until}.`;
}

/** A name written in capitals, in normal case: `ANN O’DE` → `Ann O’De`; any other one as it is. */
export function withoutCapitals(name: string): string {
  if (name !== name.toUpperCase()) return name;
  const first = /(?<![\p{L}\p{M}’'])\p{Ll}|(?<=\b(?:mc|o[’']))\p{Ll}/gu;
  return name.toLowerCase().replace(first, (letter) => letter.toUpperCase());
}
