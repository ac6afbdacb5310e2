/**
 * All matches of a global pattern, as `matchAll` finds them. That makes a copy of the pattern for each text, which
 * takes longer than the search where a hundred patterns are tried on the lines of a list.
 */
export function allMatches(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += 1; // else it stays where it is
  }
  return found;
}

const NONE: readonly RegExpExecArray[] = [];
