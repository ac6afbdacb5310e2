import type { Sentence } from '../article/sentence.ts';
import { CLS, type Pieces, QUESTION_PIECES, readPieces, SEP } from '../reader/word-pieces.ts';
import type { Story } from '../story/story.ts';
import type { Question } from './question.ts';

/** A question next to some sentences of a story, in word pieces: the reader's input. */
export interface Window {
  readonly ids: Int32Array;
  /** Where the sentences begin among the pieces. */
  readonly passages: number;
  /** The sentences in story order, each with its range of pieces. */
  readonly sentences: readonly Placed[];
}

/** A sentence in a window: its pieces run from `from` to `to`, each with its place in the article. */
export interface Placed {
  readonly sentence: Sentence;
  readonly from: number;
  readonly to: number;
  readonly pieces: Pieces;
}

/** Pieces in total: more is proportionally slower and, on our own stories, not more often right. */
export const WINDOW = 320;
/** The same when several stories are read to choose one. */
export const NARROW_WINDOW = 192;
const LONGEST_SENTENCE = 4_000; // UTF-16 units read of a sentence

const read = new WeakMap<Sentence, Pieces>();

/** The pieces of a sentence, with their places in the article; made when it is first read. */
function piecesOf(story: Story, sentence: Sentence): Pieces {
  const known = read.get(sentence);
  if (known !== undefined) return known;
  const end = Math.min(sentence.end, sentence.start + LONGEST_SENTENCE);
  const { ids, starts, ends } = readPieces(story.article.text.slice(sentence.start, end));
  const move = (at: number): number => at + sentence.start;
  const pieces = { ids, starts: starts.map(move), ends: ends.map(move) };
  read.set(sentence, pieces);
  return pieces;
}

/**
 * Fills a window with sentences in the order they are given, and the first one's neighbours, as long as there is room; what is
 * too long for what is left is skipped, but the first is cut. `order`: places among the story's sentences; `size`: pieces in all.
 */
export function fillWindow(
  question: Pick<Question, 'text' | 'before'>,
  story: Story,
  order: readonly number[],
  size = WINDOW,
): Window {
  const asked = piecesAsked(question);
  const passages = asked.length + 2;
  let room = size - passages - 1;
  const chosen = new Map<number, Pieces>();
  const take = (at: number): void => {
    const sentence = story.sentences[at];
    if (sentence === undefined || chosen.has(at) || room <= 0) return;
    const pieces = piecesOf(story, sentence);
    const length = chosen.size === 0 ? Math.min(room, pieces.ids.length) : pieces.ids.length;
    if (length > room) return;
    chosen.set(at, cut(pieces, length));
    room -= length;
  };
  const [first = 0] = order;
  for (const at of [first, first - 1, first + 1, ...order]) take(at);

  const ids = [CLS, ...asked, SEP];
  const sentences = [...chosen]
    .sort(([a], [b]) => a - b)
    .flatMap(([at, pieces]): readonly Placed[] => {
      const sentence = story.sentences[at];
      if (sentence === undefined || pieces.ids.length === 0) return [];
      const from = ids.length;
      ids.push(...pieces.ids);
      return [{ sentence, from, to: ids.length, pieces }];
    });
  ids.push(SEP);
  return { ids: Int32Array.from(ids), passages, sentences };
}

/** A question after the end of its context, packed as in training. */
function piecesAsked({ text, before }: Pick<Question, 'text' | 'before'>): readonly number[] {
  const own = [...readPieces(text).ids.slice(0, QUESTION_PIECES)];
  const room = QUESTION_PIECES - own.length;
  if (before === '' || room === 0) return own;
  return [...readPieces(before).ids.slice(-room), ...own];
}

function cut({ ids, starts, ends }: Pieces, length: number): Pieces {
  return {
    ids: ids.subarray(0, length),
    starts: starts.subarray(0, length),
    ends: ends.subarray(0, length),
  };
}
