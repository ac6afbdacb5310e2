import { STOP_WORDS } from './lexicon/stop-words.ts';
import type { Token } from './tokens.ts';

/** Whether a token says something of its own: no mark and no function word. `the`, `?` do not. */
export function isContent(token: Token): boolean {
  return isWord(token.text) && (!STOP_WORDS.has(token.lower) || isName(token));
}

/** The stems of the content words, in order, each once. */
export function contentStems(tokens: readonly Token[]): readonly string[] {
  return [...new Set(tokens.filter(isContent).map((token) => token.stem))];
}

/** `US` and `May` are names where they are written as such, though `us` and `may` are not. */
function isName(token: Token): boolean {
  return token.tag === 'PROPN' && token.text !== token.lower;
}

/** Most words begin with a plain letter or digit, which is told at a glance. */
function isWord(text: string): boolean {
  return /^[a-z0-9]/i.test(text) || /[\p{L}\p{N}]/u.test(text);
}
