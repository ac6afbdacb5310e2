import type { Token } from '../text/tokens.ts';

const COLLECTIVE = /^(?:campaign|administration|government|family|camp|estate|regime)$/;

/** `the Lund campaign`: people who speak as one by the name of one; null where no such word follows. */
export function collectiveOf(tokens: readonly Token[], start: number, to: number): Token | null {
  const next = tokens[to];
  const isOne = next !== undefined && COLLECTIVE.test(next.lower);
  return isOne && tokens[start - 1]?.lower === 'the' ? next : null;
}

/** Whether a name is of people who speak as one: `Lund campaign`. */
export function isCollective(words: string): boolean {
  return COLLECTIVE.test(words.split(' ').at(-1) ?? '');
}
