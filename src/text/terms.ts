import { isVerbParticle, takesNoun } from './lexicon/particles.ts';
import { STOP_WORDS } from './lexicon/stop-words.ts';
import type { Token } from './tokens.ts';

/** Whether a token says something of its own: no mark and no function word. `the`, `?` do not. */
export function isContent(token: Token): boolean {
  return isWord(token.text) && (!STOP_WORDS.has(token.lower.replace('’', "'")) || isName(token));
}

/** A content stem of a sentence, and the token it stands at. */
export interface Standing {
  readonly stem: string;
  readonly at: number;
}

// Countries and bodies that are named by their letters as often as in full.
const IN_LETTERS: readonly (readonly [letters: string, words: readonly string[]])[] = [
  ['us', ['unit', 'state']],
  ['uk', ['unit', 'kingdom']],
  ['un', ['unit', 'nation']],
  ['eu', ['european', 'union']],
];

/** The letters of the name in full that begins at a token, as a stem: `us` for `United States`; or null. */
export function lettersAt(tokens: readonly Token[], at: number): string | null {
  const isHere = (words: readonly string[]): boolean =>
    words.every((word, i) => tokens[at + i]?.stem === word && tokens[at + i]?.tag === 'PROPN');
  return IN_LETTERS.find(([, words]) => isHere(words))?.[0] ?? null;
}

/** A verb of two words: `pass_away` for `passed away`, and where its second word stands. */
export interface TwoWordVerb {
  readonly stem: string;
  readonly particle: number;
}

const OBJECT = 3; // words between the two at most: `put the general election off`
const OF_NOUN = /^(?:DET|ADJ|NOUN|PROPN|PRON|NUM)$/;

/** The verb of two words that begins at a token: `pass_away` for `passed away`; or null. */
export function twoWordVerbAt(tokens: readonly Token[], at: number): TwoWordVerb | null {
  const verb = tokens[at];
  if (verb?.tag !== 'VERB') return null;
  for (let particle = at + 1; particle <= at + 1 + OBJECT; particle += 1) {
    const word = tokens[particle];
    if (word === undefined) return null;
    if (isVerbParticle(word.lower) && !isPreposition(tokens, at, particle))
      return { stem: `${verb.stem}_${word.lower}`, particle };
    if (!OF_NOUN.test(word.tag)) return null;
  }
  return null;
}

/** `in` of `live in Leeds`, `off` of `sold pears off the cart`. */
function isPreposition(tokens: readonly Token[], at: number, particle: number): boolean {
  const beside = particle === at + 1 && takesNoun(tokens[particle]?.lower ?? '');
  return !beside && OF_NOUN.test(tokens[particle + 1]?.tag ?? '');
}

/**
 * The content stems of a sentence and where they stand; `United States` stands for `U.S.`, too, and `put off`
 * for itself as one verb.
 */
export function readStanding(tokens: readonly Token[]): readonly Standing[] {
  return tokens.flatMap((token, at) => {
    const verb = twoWordVerbAt(tokens, at);
    const letters = lettersAt(tokens, at);
    const whole = [verb?.stem, letters].flatMap((stem) => stem ?? []);
    const stems = isContent(token) ? [token.stem, ...whole] : whole;
    return stems.map((stem) => ({ stem, at }));
  });
}

/** The same, each stem once: what a sentence is found by. */
export function standingStems(tokens: readonly Token[]): ReadonlySet<string> {
  return new Set(readStanding(tokens).map(({ stem }) => stem));
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
