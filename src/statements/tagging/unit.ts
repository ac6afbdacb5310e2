import { isStamp } from '../../article/entry-stamps.ts';
import type { Paragraph } from '../../article/paragraphs.ts';
import type { ArticleParts } from '../../article/parts.ts';
import { findQuotations, type Quotation } from '../../text/quotations.ts';
import { among, type Span, within } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import type { Marks } from '../marking/marker.ts';
import { markOf, readWord, SHAPE, shapeOf, type Word } from './word.ts';

/** A paragraph, or several joined by quotations or a colon: what a tagger reads at once. */
export interface Unit {
  readonly words: readonly Word[];
  readonly quotations: readonly Quotation[];
  readonly paragraphs: readonly Paragraph[];
  /** What the marker made of the story; null where it was not read. */
  readonly marks: Marks | null;
}

const LONGEST_UNIT = 700; // tokens: beyond that, it is a speech printed whole and taggers get slow

/** Tokens of one sentence: all of them, or a part of one that is too long to be read at once. */
type Piece = readonly Token[];

/** The story's units, in order. */
export function readUnits(parts: ArticleParts, marks: Marks | null = null): readonly Unit[] {
  const { text } = parts.article;
  const { sentences } = parts;
  const units: UnitDraft[] = [];
  for (let from = 0, to = 0; from < sentences.length; from = to) {
    const paragraph = sentences[from]?.paragraph;
    if (paragraph === undefined) break;
    while (sentences[to]?.paragraph === paragraph) to += 1;
    const own = sentences.slice(from, to).map(({ tokens }) => tokens);
    const quotations = findQuotations(text, paragraph);
    const last = units.at(-1);
    if (last === undefined || !runsOn(text, last, paragraph, quotations)) units.push(draft(marks));
    cutLong(own).forEach((some, i) => {
      if (i > 0) units.push(draft(marks));
      const unit = units.at(-1);
      if (unit !== undefined) extend(unit, paragraph, some, quotationsIn(some, quotations));
    });
  }
  return units;
}

/** A paragraph's sentences, in parts where it is too long to be read at once. */
function cutLong(sentences: readonly Piece[]): readonly (readonly Piece[])[] {
  if (sentences.reduce((sum, { length }) => sum + length, 0) <= LONGEST_UNIT) return [sentences];
  const parts: Piece[][] = [[]];
  let tokens = 0;
  for (const piece of sentences.flatMap(cutEndless)) {
    tokens += piece.length;
    if (tokens > LONGEST_UNIT && (parts.at(-1)?.length ?? 0) > 0) {
      parts.push([]);
      tokens = piece.length;
    }
    parts.at(-1)?.push(piece);
  }
  return parts;
}

/** A sentence without an end, as in a table that is printed as text. */
function cutEndless(tokens: Piece): readonly Piece[] {
  if (tokens.length <= LONGEST_UNIT) return [tokens];
  const pieces = Math.ceil(tokens.length / LONGEST_UNIT);
  return Array.from({ length: pieces }, (_, i) => {
    const from = i * LONGEST_UNIT;
    return tokens.slice(from, from + LONGEST_UNIT);
  });
}

/**
 * Part of a unit as a unit of its own: what someone said, read on its own. Where all of it
 * lies in one quotation, its marks are those inside.
 */
export function cutUnit(text: string, unit: Unit, span: Span): Unit {
  const inside = within(unit.words, span);
  const first = inside[0];
  const whole =
    first !== undefined &&
    first.quotation > 0 &&
    inside.every((word) => word.quotation === first.quotation);
  const { paragraphs, marks } = unit;
  if (!whole) return { words: inside, quotations: unit.quotations, paragraphs, marks };
  const quotations = findQuotations(text, span);
  return { words: inside.map((word) => remark(word, quotations)), quotations, paragraphs, marks };
}

function remark(word: Word, quotations: readonly Quotation[]): Word {
  const at = quotations.findIndex((one) => one.start < word.end && word.start < one.end);
  const quotation = quotations[at];
  const mark = quotation === undefined ? 0 : markOf(word.token, quotation);
  const { sentence, stretch, paragraph } = word;
  const place = { quotation: at + 1, mark, sentence, stretch, paragraph };
  return readWord(word.token, shapeOf(word.token.text, mark, word.shape === SHAPE.other), place);
}

interface UnitDraft {
  readonly words: Word[];
  readonly quotations: Quotation[];
  readonly paragraphs: Paragraph[];
  readonly marks: Marks | null;
}

function draft(marks: Marks | null): UnitDraft {
  return { words: [], quotations: [], paragraphs: [], marks };
}

/**
 * Whether a paragraph continues what the unit left open, a quotation or a colon, or is nothing but a
 * quotation after another: three in five of these have the speaker of the paragraph before.
 */
function runsOn(
  text: string,
  unit: UnitDraft,
  paragraph: Paragraph,
  quotations: readonly Quotation[],
): boolean {
  const end = unit.paragraphs.at(-1)?.end ?? 0;
  if (unit.words.length > LONGEST_UNIT || unit.paragraphs.length > 12) return false;
  if (!leadsOn(text, unit, paragraph, quotations, end)) return false;
  return !isStamp(text.slice(end, paragraph.start).trim()); // a new entry of a live blog
}

function leadsOn(
  text: string,
  unit: UnitDraft,
  paragraph: Paragraph,
  quotations: readonly Quotation[],
  end: number,
): boolean {
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
  if (quotations.length === 0) return quotations;
  const start = pieces[0]?.[0]?.start ?? 0;
  const end = pieces.at(-1)?.at(-1)?.end ?? start;
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
  pieces.forEach((tokens, i) => {
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
      unit.words.push(readWord(token, shape, place));
    }
  });
  unit.quotations.push(...quotations);
  unit.paragraphs.push(paragraph);
}
