import { LOCATIVES, NO_PLACES, PLACE_NOUNS } from '../text/lexicon/place-words.ts';
import { isPlace } from '../text/lexicon/places.ts';
import { isTitle } from '../text/lexicon/titles.ts';
import type { Token } from '../text/tokens.ts';

/** A stretch of tokens that may name a place, and the preposition before it. */
export interface Located {
  readonly from: number;
  readonly to: number;
  readonly preposition: string | null;
}

/** Stretches of capitalised words after a locative, known places anywhere, and generic places. */
export function findPlaces(
  tokens: readonly Token[],
  isPerson: (word: string) => boolean,
): readonly Located[] {
  const found: Located[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const before = locativeBefore(tokens, at);
    const to = nameEnd(tokens, at);
    const words = tokens
      .slice(at, to)
      .map((token) => token.text)
      .join(' ');
    if (to > at) {
      const first = tokens[at]?.lower ?? '';
      const parts = tokens.slice(at, to);
      const fits =
        !NO_PLACES.has(first) &&
        !isTitle(first) &&
        (isPlace(words) || !parts.some((part) => isPerson(part.text)) || isSite(parts));
      const known =
        isPlace(words) ||
        (to - at > 1 && PLACE_NOUNS.has(tokens[to - 1]?.lower ?? '')) ||
        isDateline(tokens, at, to);
      if (fits && (before !== null || known)) {
        found.push({ from: at, to: extendPlace(tokens, to), preposition: before });
      }
      at = to - 1;
    } else if (before !== null && PLACE_NOUNS.has(tokens[at]?.lower ?? '')) {
      found.push({ from: at, to: extendPlace(tokens, at + 1), preposition: before });
    }
  }
  return found;
}

/** `Trump Tower`: contains a person's name, but its last word makes it a place. */
function isSite(tokens: readonly Token[]): boolean {
  return tokens.length > 1 && PLACE_NOUNS.has(tokens.at(-1)?.lower ?? '');
}

/** `in Brazil`, `at the White House`, `in an abandoned well`: the locative, at most three words before. */
function locativeBefore(tokens: readonly Token[], at: number): string | null {
  for (let i = at - 1; i >= Math.max(0, at - 4); i -= 1) {
    const token = tokens[i];
    if (token === undefined) return null;
    if (LOCATIVES.has(token.lower)) return token.lower;
    if (!/^(?:DET|ADJ|NOUN|PRON|NUM)$/.test(token.tag) && token.text !== '-') return null;
  }
  return null;
}

function nameEnd(tokens: readonly Token[], from: number): number {
  let to = from;
  for (;;) {
    const token = tokens[to];
    if (
      token !== undefined &&
      /^\p{Lu}/u.test(token.text) &&
      /^(?:PROPN|NOUN|ADJ)$/.test(token.tag)
    )
      to += 1;
    else if (to > from && token?.lower === 'of' && /^\p{Lu}/u.test(tokens[to + 1]?.text ?? ''))
      to += 2;
    else return to;
  }
}

/** `Baoding, Hebei province`, `Trump Tower in New York`, `the village of Zhongmengchang in Lixian`. */
function extendPlace(tokens: readonly Token[], from: number): number {
  let to = from;
  for (;;) {
    if (PLACE_NOUNS.has(tokens[to]?.lower ?? '')) to += 1;
    const joint = tokens[to]?.lower ?? '';
    if (!/^(?:,|in|of)$/.test(joint)) return to;
    const next = nameEnd(tokens, to + 1);
    const words = tokens
      .slice(to + 1, next)
      .map((token) => token.text)
      .join(' ');
    const isMore =
      isPlace(words) ||
      PLACE_NOUNS.has(tokens[next - 1]?.lower ?? '') ||
      PLACE_NOUNS.has(tokens[next]?.lower ?? '');
    if (next === to + 1 || !isMore || NO_PLACES.has(tokens[to + 1]?.lower ?? '')) return to;
    to = next;
  }
}

/** `WASHINGTON —`, `SAO PAULO (AP)`: at the start of a sentence. */
function isDateline(tokens: readonly Token[], from: number, to: number): boolean {
  const capitals = tokens.slice(from, to).every((token) => token.text === token.text.toUpperCase());
  return from === 0 && capitals && /^[—–(,-]/.test(tokens[to]?.text ?? '');
}
