import { readFileSync } from 'node:fs';
import { foldCharacter, standsAlone } from './characters.ts';

/** Word pieces of a text, as numbers of the vocabulary's lines, and where they stand in UTF-16 units. */
export interface Pieces {
  readonly ids: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

export const CLS = 101;
export const SEP = 102;
const UNKNOWN = 100;

export const QUESTION_PIECES = 40; // a longer question is cut, here and in training

const LONGEST_WORD = 100; // characters: a longer word is unknown, so a hostile one takes no time

/**
 * A text in BERT's uncased word pieces, with the offsets of what each was made from, without CLS and SEP:
 * `Skarra’s ferry` → `ska` `##rra` `’` `s` `ferry`. As `tokenizers` in Python does it, for any text.
 */
export function readPieces(text: string): Pieces {
  const vocabulary = readVocabulary();
  const found: Found = { ids: [], starts: [], ends: [] };
  for (const word of readWords(text)) addPieces(word, vocabulary, found);
  return {
    ids: Int32Array.from(found.ids),
    starts: Int32Array.from(found.starts),
    ends: Int32Array.from(found.ends),
  };
}

interface Found {
  readonly ids: number[];
  readonly starts: number[];
  readonly ends: number[];
}

/** What a character became, or a piece typed as such, and where that stands in the text. */
interface Part {
  readonly text: string;
  readonly kind: 'letter' | 'space' | 'alone';
  readonly start: number;
  readonly end: number;
}

/** A word as folded, and for each of its units what it was made from. */
interface Word {
  text: string;
  length: number; // in characters; the text of a word too long is not kept on
  readonly starts: number[];
  readonly ends: number[];
}

/** The text's words: split at spaces, with each punctuation mark and ideograph alone. */
function* readWords(text: string): Generator<Word> {
  let word = startWord();
  for (const part of readParts(text)) {
    if (part.kind === 'letter') {
      extend(word, part);
      continue;
    }
    if (word.length > 0) yield word;
    word = startWord();
    if (part.kind === 'alone') yield extend(startWord(), part);
  }
  if (word.length > 0) yield word;
}

const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]']; // typed so, each is the piece itself

function* readParts(text: string): Generator<Part> {
  for (let start = 0, end = 0; start < text.length; start = end) {
    const special = text[start] === '[' && SPECIAL.find((one) => text.startsWith(one, start));
    if (special) {
      end = start + special.length;
      yield { text: special, kind: 'alone', start, end };
      continue;
    }
    const code = text.codePointAt(start) ?? 0;
    end = start + (code > 0xffff ? 2 : 1);
    for (const part of foldCharacter(code)) yield { text: part, kind: kindOf(part), start, end };
  }
}

function kindOf(part: string): Part['kind'] {
  if (part === ' ') return 'space';
  return standsAlone(part.codePointAt(0) ?? 0) ? 'alone' : 'letter';
}

function startWord(): Word {
  return { text: '', length: 0, starts: [], ends: [] };
}

function extend(word: Word, { text, start, end }: Part): Word {
  word.length++;
  if (word.length > LONGEST_WORD) {
    word.ends[word.ends.length - 1] = end;
    return word;
  }
  word.text += text;
  for (let unit = 0; unit < text.length; unit++) {
    word.starts.push(start);
    word.ends.push(end);
  }
  return word;
}

/** Adds a word's pieces, each the longest that fits; where one is missing, the whole word is unknown. */
function addPieces(word: Word, vocabulary: Vocabulary, found: Found): void {
  const { text, starts, ends } = word;
  const pieces = word.length > LONGEST_WORD ? null : cutWord(text, vocabulary);
  let from = 0;
  for (const { id, to } of pieces ?? [{ id: UNKNOWN, to: ends.length }]) {
    found.ids.push(id);
    found.starts.push(starts[from] ?? 0);
    found.ends.push(ends[to - 1] ?? 0);
    from = to;
  }
}

interface Piece {
  readonly id: number;
  readonly to: number;
}

function cutWord(text: string, { first, later, longest }: Vocabulary): readonly Piece[] | null {
  const pieces: Piece[] = [];
  for (let from = 0; from < text.length; ) {
    const known = from === 0 ? first : later;
    let to = Math.min(text.length, from + longest);
    while (to > from && !known.has(text.slice(from, to))) to--;
    const id = known.get(text.slice(from, to));
    if (id === undefined) return null;
    pieces.push({ id, to });
    from = to;
  }
  return pieces;
}

/** The pieces that a word may begin with, those that may follow, and the units of the longest. */
interface Vocabulary {
  readonly first: ReadonlyMap<string, number>;
  readonly later: ReadonlyMap<string, number>;
  readonly longest: number;
}

let vocabulary: Vocabulary | undefined;

/** Reads the vocabulary once, on first use: `ferry`, `##rra`, one a line. */
function readVocabulary(): Vocabulary {
  if (vocabulary) return vocabulary;
  const [first, later] = [new Map<string, number>(), new Map<string, number>()];
  const lines = readFileSync(new URL('./vocabulary.txt', import.meta.url), 'utf8').split('\n');
  for (const [id, line] of lines.entries()) {
    const piece = line.trimEnd();
    if (piece.startsWith('##') && piece !== '##') later.set(piece.slice(2), id);
    else if (piece !== '') first.set(piece, id);
  }
  const longest = Math.max(...[...first.keys(), ...later.keys()].map((piece) => piece.length));
  vocabulary = { first, later, longest };
  return vocabulary;
}
