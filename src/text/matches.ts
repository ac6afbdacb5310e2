/**
 * All matches of a pattern with the flag `g`, in order. Most patterns of a list match nothing in most sentences,
 * and `matchAll` copies the pattern each time, which takes longer than the look itself.
 */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += 1; // else it is found for ever
  }
  return found;
}
