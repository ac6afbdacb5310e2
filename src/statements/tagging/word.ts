import { kindOfLemma } from '../../text/lexicon/word-kinds.ts';
import type { Quotation } from '../../text/quotations.ts';
import type { Span } from '../../text/span.ts';
import { firstWhere } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';

/** The shape of a token: letters and numbers first, then marks; `none` where there is no token. */
export const SHAPE = {
  small: 0,
  capital: 1,
  capitals: 2,
  number: 3,
  quotationMark: 4,
  comma: 5,
  stop: 6,
  colon: 7,
  other: 8,
  none: 9,
} as const;

/** A token as the taggers see it: its features as numbers, and its place. */
export interface Word extends Span {
  readonly token: Token;
  /** Hashes of the small-letter form (numbers and marks made alike), lemma, tag, ending, beginning. */
  readonly form: number;
  readonly lemma: number;
  readonly tag: number;
  readonly ending: number;
  /** One of `SHAPE`; a dash looks like a colon. */
  readonly shape: number;
  /** 1 `who`, `that`; 2 `and`, `because`; 0 neither. */
  readonly link: 0 | 1 | 2;
  /** A verb or auxiliary; a noun, name or pronoun. */
  readonly verbal: boolean;
  readonly nominal: boolean;
  /** A border between clauses as a number; 0 for none. */
  readonly border: number;
  /** WordNet's kind of its lemma, see `kindOfLemma`. */
  readonly kind: number;
  /** Which quotation of the unit it is in, from 1; 0 outside. */
  readonly quotation: number;
  /** 1 opens a quotation, 2 closes one, 0 neither. */
  readonly mark: 0 | 1 | 2;
  /** Number of its sentence, of its stretch between marks, of its paragraph in the unit. */
  readonly sentence: number;
  readonly stretch: number;
  readonly paragraph: number;
}

/** The position of a word in its unit. */
export type Place = Pick<Word, 'quotation' | 'mark' | 'sentence' | 'stretch' | 'paragraph'>;

/** A token's features; its shape as `shapeOf` tells it. */
export function readWord(token: Token, shape: number, place: Place): Word {
  const { mark, quotation, sentence, stretch, paragraph } = place;
  const { start, end, lower, tag } = token;
  const form = mark === 1 ? '“' : mark === 2 ? '”' : formOf(lower);
  const hash = hashText(form);
  return {
    start,
    end,
    token,
    form: hash,
    lemma: mark > 0 ? hash : hashText(token.lemma),
    tag: mark > 0 ? hash : hashText(tag),
    ending: hashText(lower.slice(-3)),
    shape,
    link: RELATIVES.has(lower) ? 1 : CONJUNCTIONS.has(lower) ? 2 : 0,
    verbal: tag === 'VERB' || tag === 'AUX',
    nominal: tag === 'NOUN' || tag === 'PROPN' || tag === 'PRON',
    border: borderOf(hash, shape, mark, tag, lower),
    kind: kindOfLemma(token.lemma, tag),
    quotation,
    mark,
    sentence,
    stretch,
    paragraph,
  };
}

function formOf(lower: string): string {
  return /[\d’]/.test(lower) ? lower.replace(/\d/g, '0').replace(/’/g, "'") : lower;
}

/** Whether a token opens a quotation (1), closes one (2), or neither. */
export function markOf(token: Token, quotation: Quotation): 0 | 1 | 2 {
  if (token.start < quotation.inner.start) return 1;
  return token.end > quotation.inner.end && quotation.closed ? 2 : 0;
}

const RELATIVES = new Set('who which that whose whom'.split(' '));
const CONJUNCTIONS = new Set('and but or as while after when because if before'.split(' '));
const LINKS = new Set('that who which to as by of'.split(' '));

function borderOf(form: number, shape: number, mark: number, tag: string, lower: string): number {
  if (mark > 0) return 10 + mark;
  if (
    (shape >= SHAPE.comma && shape <= SHAPE.colon) ||
    tag === 'SCONJ' ||
    tag === 'CCONJ' ||
    LINKS.has(lower)
  )
    return form;
  return tag === 'VERB' ? 5 : tag === 'AUX' ? 6 : 0;
}

/** How a token looks, one of `SHAPE`; `clings`: no space separates it from the one before. */
export function shapeOf(text: string, mark: 0 | 1 | 2, clings: boolean): number {
  if (mark > 0) return SHAPE.quotationMark;
  const first = text.charCodeAt(0);
  if (first >= 97 && first <= 122) return SHAPE.small; // `a` to `z`: most words
  if (/^\p{Ll}/u.test(text)) return SHAPE.small;
  if (/^\p{Lu}/u.test(text))
    return text.length > 1 && text === text.toUpperCase() ? SHAPE.capitals : SHAPE.capital;
  if (/^[$£€]?\p{N}/u.test(text)) return SHAPE.number;
  if (text === ',') return SHAPE.comma;
  if (/^[.?!…]+$/.test(text)) return SHAPE.stop;
  return /^[:;()—–[\]―]$|^--$/.test(text) || (text === '-' && !clings) ? SHAPE.colon : SHAPE.other;
}

/** FNV-1a, 32 bits. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash | 0;
}

/** The words of a sentence, of words in order: without looking at all of a long unit. */
export function ofSentence(words: readonly Word[], sentence: number | undefined): readonly Word[] {
  if (sentence === undefined) return [];
  const from = firstWhere(words, (word) => word.sentence >= sentence);
  const to = firstWhere(words, (word) => word.sentence > sentence);
  return from === 0 && to === words.length ? words : words.slice(from, to);
}
