import type { Article } from '../../article/article.ts';
import type { Named } from '../named.ts';

const DESCRIBES = /^(?:the|an?|his|her|its|their|our|\p{L}[\p{L}’'-]*['’]s?)\s+(?=\p{L})/iu;
const MOST = 50; // places looked at: a more frequent phrase introduces nobody
const AROUND = 40; // UTF-16 units between a description and its name: two titles

/**
 * Whom a story introduces in exactly these words, before or after the name: `the Commissioner for Power` for `The
 * Commissioner for Power, Engr. Ann Ode`, `her brother` for `Her brother, Bo`; null for nobody, or two.
 */
export function whomIntroduced(
  { text, body }: Pick<Article, 'text' | 'body'>,
  names: readonly Named[],
  typed: string,
): Named | null {
  const wanted = typed.trim();
  const words = wanted.replace(DESCRIBES, '').toLowerCase();
  const lower = text.toLowerCase();
  if (words === wanted.toLowerCase() || words === '' || lower.length !== text.length) return null;
  const found = new Set<Named>();
  let at = lower.indexOf(words, body.start);
  for (let places = 0; at >= 0 && places < MOST; places += 1) {
    const end = at + words.length;
    const isWhole = !/\p{L}/u.test(text.charAt(at - 1)) && !/\p{L}/u.test(text.charAt(end));
    const isName = names.some(({ mentions }) =>
      mentions.some((one) => one.start <= at && end <= one.end),
    ); // `the Times, Ann Ode said`: a name introduces nobody
    for (const named of isWhole && !isName ? names : [])
      if (isBeside(text, named, at, end)) found.add(named);
    at = lower.indexOf(words, at + 1);
  }
  const [only = null] = found;
  return found.size === 1 ? only : null;
}

function isBeside(text: string, { mentions }: Named, start: number, end: number): boolean {
  return mentions.some((name) => {
    if (name.start >= end && name.start < end + AROUND) {
      const between = text.slice(end, name.start);
      if (!/^,?\s(?:\p{Lu}[\p{L}]*\.?\s){0,2}$/u.test(between)) return false;
      // behind a comma the name is closed by another: `the engineer, Ann Ode, left`
      return !between.startsWith(',') || /^[,.;:)]/u.test(text.slice(name.end, name.end + 1));
    }
    if (name.end > start || name.end < start - AROUND) return false;
    const between = text.slice(name.end, start);
    return (
      /^,\s(?:\d{1,3},\s)?(?:(?:the|an?|his|her|its|their)\s)?$/iu.test(between) &&
      /^[,.;:)]/u.test(text.slice(end, end + 1))
    );
  });
}
