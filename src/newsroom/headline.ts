import { readTokens, type Token } from '../text/tokens.ts';

let last: { readonly words: string; readonly tokens: readonly Token[] } | undefined;

/** The tokens of a headline; kept for the one last asked for, as the lede and the six questions ask for the same. */
export function readHeadline(words: string): readonly Token[] {
  if (last?.words !== words) last = { words, tokens: readTokens(words) };
  return last.tokens;
}
