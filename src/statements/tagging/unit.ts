import type { Paragraph } from '../../article/paragraphs.ts';
import type { ArticleParts } from '../../article/parts.ts';
import type { Sentence } from '../../article/sentence.ts';
import { kindOfLemma } from '../../text/lexicon/word-kinds.ts';
import { findQuotations, type Quotation } from '../../text/quotations.ts';
import { among, type Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';

/** How a token looks: letters and numbers first, then marks; `none` where there is no token. */
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

/** A token as the taggers see it: its features as numbers, and where it stands. */
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
  /** Which quotation of the unit it stands in, from 1; 0 outside. */
  readonly quotation: number;
  /** 1 opens a quotation, 2 closes one, 0 neither. */
  readonly mark: 0 | 1 | 2;
  /** Number of its sentence, of its stretch between marks, of its paragraph in the unit. */
  readonly sentence: number;
  readonly stretch: number;
  readonly paragraph: number;
}

/** A paragraph, or several that quotations or a colon tie: what a tagger reads at once. */
export interface Unit {
  readonly words: readonly Word[];
  readonly quotations: readonly Quotation[];
  readonly paragraphs: readonly Paragraph[];
}

const LONGEST_UNIT = 700; // tokens: past that, a speech printed whole; taggers get slow

/** Tokens of one sentence: all of them, or of one that is too long to be read at once a part. */
interface Piece {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
}

/** The story's units, in order. */
export function readUnits(parts: ArticleParts): readonly Unit[] {
  const { text } = parts.article;
  const sentences = new Map<Paragraph, Sentence[]>();
  for (const sentence of parts.sentences) {
    const same = sentences.get(sentence.paragraph);
    if (same === undefined) sentences.set(sentence.paragraph, [sentence]);
    else same.push(sentence);
  }
  const units: UnitDraft[] = [];
  for (const [paragraph, own] of sentences) {
    const quotations = findQuotations(text, paragraph);
    const last = units.at(-1);
    if (last === undefined || !runsOn(text, last, paragraph, quotations)) units.push(draft());
    for (const [i, some] of cutLong(own).entries()) {
      if (i > 0) units.push(draft());
      const unit = units.at(-1);
      if (unit !== undefined) extend(unit, paragraph, some, quotationsIn(some, quotations));
    }
  }
  return units;
}

/** A paragraph's sentences, in parts where it is too long to be read at once. */
function cutLong(sentences: readonly Sentence[]): readonly (readonly Piece[])[] {
  const parts: Piece[][] = [[]];
  let tokens = 0;
  for (const piece of sentences.flatMap(cutEndless)) {
    tokens += piece.tokens.length;
    if (tokens > LONGEST_UNIT && (parts.at(-1)?.length ?? 0) > 0) {
      parts.push([]);
      tokens = piece.tokens.length;
    }
    parts.at(-1)?.push(piece);
  }
  return parts;
}

/** A sentence without an end, as in a table that is printed as text. */
function cutEndless(sentence: Sentence): readonly Piece[] {
  const { tokens } = sentence;
  if (tokens.length <= LONGEST_UNIT) return [{ sentence, tokens }];
  const pieces = Math.ceil(tokens.length / LONGEST_UNIT);
  return Array.from({ length: pieces }, (_, i) => {
    const from = i * LONGEST_UNIT;
    return { sentence, tokens: tokens.slice(from, from + LONGEST_UNIT) };
  });
}

/**
 * Part of a unit as a unit of its own: what someone said, read as if it stood alone. Where all of it
 * lies in one quotation, its marks are those inside.
 */
export function cutUnit(text: string, unit: Unit, span: Span): Unit {
  const inside = unit.words.filter((word) => word.start >= span.start && word.end <= span.end);
  const first = inside[0];
  const whole =
    first !== undefined &&
    first.quotation > 0 &&
    inside.every((word) => word.quotation === first.quotation);
  const { paragraphs } = unit;
  if (!whole) return { words: inside, quotations: unit.quotations, paragraphs };
  const quotations = findQuotations(text, span);
  return { words: inside.map((word) => remark(word, quotations)), quotations, paragraphs };
}

function remark(word: Word, quotations: readonly Quotation[]): Word {
  const at = quotations.findIndex((one) => one.start < word.end && word.start < one.end);
  const quotation = quotations[at];
  const mark = quotation === undefined ? 0 : markOf(word.token, quotation);
  const { sentence, stretch, paragraph } = word;
  const place = { quotation: at + 1, mark, sentence, stretch, paragraph };
  return readWord(word.token, word.shape === SHAPE.other, place);
}

interface UnitDraft {
  readonly words: Word[];
  readonly quotations: Quotation[];
  readonly paragraphs: Paragraph[];
}

function draft(): UnitDraft {
  return { words: [], quotations: [], paragraphs: [] };
}

/**
 * Whether a paragraph goes on with what the unit left open, a quotation or a colon, or is nothing but a
 * quotation behind another: of these three in five have the speaker of the paragraph before.
 */
function runsOn(
  text: string,
  unit: UnitDraft,
  paragraph: Paragraph,
  quotations: readonly Quotation[],
): boolean {
  const end = unit.paragraphs.at(-1)?.end ?? 0;
  if (unit.words.length > LONGEST_UNIT || unit.paragraphs.length > 12) return false;
  const [first] = quotations;
  const opens = first?.start === paragraph.start;
  const left = unit.quotations.at(-1);
  if (left !== undefined && !left.closed && left.end === end) return opens;
  if (left !== undefined && opens && first?.end === paragraph.end) return true;
  return /:["”’]?$/.test(text.slice(Math.max(0, end - 3), end).trimEnd());
}

/** Those that some pieces hold any of: the others are for the units beside them. */
function quotationsIn(
  pieces: readonly Piece[],
  quotations: readonly Quotation[],
): readonly Quotation[] {
  const start = pieces[0]?.tokens[0]?.start ?? 0;
  const end = pieces.at(-1)?.tokens.at(-1)?.end ?? start;
  return among(quotations, { start, end });
}

function extend(
  unit: UnitDraft,
  paragraph: Paragraph,
  pieces: readonly Piece[],
  quotations: readonly Quotation[],
): void {
  const before = unit.quotations.length;
  const previous = unit.words.at(-1);
  let stretch = previous === undefined ? 0 : previous.stretch + 1;
  let at = 0;
  pieces.forEach(({ tokens }, i) => {
    for (const token of tokens) {
      while (at < quotations.length && (quotations[at]?.end ?? 0) <= token.start) at += 1;
      const quotation = quotations[at];
      const inside = quotation !== undefined && quotation.start < token.end;
      const mark = inside ? markOf(token, quotation) : 0;
      const clings = unit.words.at(-1)?.end === token.start;
      const shape = shapeOf(token.text, mark, clings);
      if (shape >= SHAPE.quotationMark && shape !== SHAPE.stop && shape !== SHAPE.other)
        stretch += 1;
      const place = {
        quotation: inside ? before + at + 1 : 0,
        mark,
        sentence: (previous?.sentence ?? -1) + 1 + i,
        stretch,
        paragraph: unit.paragraphs.length,
      };
      unit.words.push(readWord(token, clings, place));
    }
  });
  unit.quotations.push(...quotations);
  unit.paragraphs.push(paragraph);
}

function markOf(token: Token, quotation: Quotation): 0 | 1 | 2 {
  if (token.start < quotation.inner.start) return 1;
  return token.end > quotation.inner.end && quotation.closed ? 2 : 0;
}

/** Where a word stands in its unit. */
type Place = Pick<Word, 'quotation' | 'mark' | 'sentence' | 'stretch' | 'paragraph'>;

/** A token's features; `clings`: no space parts it from the one before. */
function readWord(token: Token, clings: boolean, place: Place): Word {
  const { mark, quotation, sentence, stretch, paragraph } = place;
  const { start, end, text, lower, tag } = token;
  const form = mark === 1 ? '“' : mark === 2 ? '”' : lower.replace(/\d/g, '0').replace(/’/g, "'");
  const hash = hashText(form);
  const shape = shapeOf(text, mark, clings);
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

function shapeOf(text: string, mark: 0 | 1 | 2, clings: boolean): number {
  if (mark > 0) return SHAPE.quotationMark;
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
