import { isTitle } from '../text/lexicon/titles.ts';
import { readWords } from '../text/words.ts';

/** `Councillor Margaret Hollis’s` → `margaret hollis`; a title alone stays, and `Hollis's spokesman` is not Hollis. */
export function nameWords(name: string): readonly string[] {
  const words = withoutTitles(name);
  if (SOMEBODYS.test(name)) return words.filter((word) => !/^(?:for|of)$/.test(word));
  const bare = words.filter((word) => !isTitle(word));
  return bare.length === 0 ? words : bare;
}

/** Someone who is another's: `Hollis's spokesman`, `a spokeswoman for Hollis`. */
const SOMEBODYS = /^.+['’]s? [\p{Ll} -]+$|^(?:(?:the|an?) )?[\p{Ll}-]+ (?:for|of) \S/u;

/** The words of a name, folded, without an article: titles stay. */
export function withoutTitles(name: string): readonly string[] {
  const words = readWords(name).map((word) => word.fold.replace(/'s$/, ''));
  const own = words.filter((word) => !/^(?:the|a|an)$/.test(word));
  return own.length === 0 ? words : own; // `A` answers in interviews
}

/** A name to be looked up by: `Óde` and `ODE` are one. */
export function foldName(name: string): string {
  return readWords(name)
    .map((word) => word.fold)
    .join(' ');
}
