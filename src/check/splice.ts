import { weigh } from './align.ts';
import type { QuotedText, QuotedWord } from './quotation.ts';
import type { StoryWord, Utterance } from './utterances.ts';

/** Consecutive words of a quotation that are also consecutive in an utterance. */
export interface Piece {
  readonly utterance: Utterance;
  readonly story: readonly StoryWord[];
  readonly quote: readonly QuotedWord[];
}

/** A quotation assembled from pieces, and the share of it they cover, from 0 to 1 by weight. */
export interface Splice {
  readonly pieces: readonly Piece[];
  readonly held: number;
}

const PIECE_COST = 3; // weight: one content word and one function word are not a piece
const MOST_PIECES = 6;

interface Cover {
  readonly value: number;
  readonly piece: Piece | null;
  readonly next: number;
}

/**
 * The pieces of different utterances that a quotation is joined from: the heaviest cover of its words
 * by runs, by dynamic programming from the end. Null if one utterance has all the pieces.
 */
export function findSplice(quoted: QuotedText, utterances: readonly Utterance[]): Splice | null {
  const words = quoted.words.filter(({ marked }) => !marked);
  const places = indexWords(utterances);
  const covers: Cover[] = [];
  covers[words.length] = { value: 0, piece: null, next: words.length };
  for (let i = words.length - 1; i >= 0; i -= 1) {
    let best: Cover = { value: covers[i + 1]?.value ?? 0, piece: null, next: i + 1 };
    for (const run of runsAt(words, i, places)) {
      let weight = -PIECE_COST;
      for (let length = 1; length <= run.quote.length; length += 1) {
        weight += weigh(run.quote[length - 1]?.fold ?? '');
        const value = weight + (covers[i + length]?.value ?? 0);
        if (value <= best.value) continue;
        best = { value, piece: shorten(run, length), next: i + length };
      }
    }
    covers[i] = best;
  }
  return readCovers(words, covers);
}

interface Spot {
  readonly utterance: Utterance;
  readonly at: number;
}

function indexWords(utterances: readonly Utterance[]): ReadonlyMap<string, readonly Spot[]> {
  const places = new Map<string, Spot[]>();
  for (const utterance of utterances) {
    utterance.words.forEach(({ key }, at) => {
      const known = places.get(key);
      if (known === undefined) places.set(key, [{ utterance, at }]);
      else known.push({ utterance, at });
    });
  }
  return places;
}

/** The runs that begin at a word, the longest in each utterance. */
function runsAt(
  words: readonly QuotedWord[],
  from: number,
  places: ReadonlyMap<string, readonly Spot[]>,
): readonly Piece[] {
  return (places.get(words[from]?.key ?? '') ?? []).map(({ utterance, at }) => {
    let length = 1;
    while (
      from + length < words.length &&
      words[from + length]?.key === utterance.words[at + length]?.key
    ) {
      length += 1;
    }
    const [story, quote] = [
      utterance.words.slice(at, at + length),
      words.slice(from, from + length),
    ];
    return { utterance, story, quote };
  });
}

function shorten({ utterance, story, quote }: Piece, length: number): Piece {
  return { utterance, story: story.slice(0, length), quote: quote.slice(0, length) };
}

function readCovers(words: readonly QuotedWord[], covers: readonly Cover[]): Splice | null {
  const pieces: Piece[] = [];
  for (let i = 0; i < words.length; ) {
    const cover = covers[i];
    if (cover === undefined) break;
    if (cover.piece !== null) pieces.push(cover.piece);
    i = cover.next;
  }
  const total = words.reduce((sum, { fold }) => sum + weigh(fold), 0);
  const held = pieces.flatMap(({ quote }) => quote).reduce((sum, { fold }) => sum + weigh(fold), 0);
  const distinct = new Set(pieces.map(({ utterance }) => utterance));
  const one = [...distinct].some((utterance) => pieces.every((piece) => holds(utterance, piece)));
  if (distinct.size < 2 || pieces.length > MOST_PIECES || one) return null;
  return { pieces, held: held / total };
}

/** Whether an utterance has all words of a piece consecutively. */
function holds({ words }: Utterance, { quote }: Piece): boolean {
  return words.some((_, at) => quote.every(({ key }, i) => key === words[at + i]?.key));
}
