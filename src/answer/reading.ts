import { orNull, runModel } from '../reader/session.ts';
import { cosine, type Vectors, vectorOf } from '../reader/vectors.ts';
import { vectorsOf } from '../story/sentence-vectors.ts';
import type { Story } from '../story/story.ts';
import { type Read, type Sight, scoreOf } from './decide.ts';
import { tellsOfAnother } from './numbered.ts';
import { isOfKind, isOtherKind } from './other-kind.ts';
import { type Pointed, pointAt } from './point.ts';
import { type Question, wholeOf } from './question.ts';
import { type Searched, searchStory } from './search.ts';
import { fillWindow, WINDOW } from './window.ts';

/** A question ready to be put to stories, with its vector; null if the encoder is unavailable. */
export interface Asked {
  readonly question: Question;
  readonly vector: Vectors | null;
}

/** A story read for a question. */
export interface Reading {
  /** Its sentences, the likeliest to answer first; those without `words` were not read. */
  readonly ranked: readonly (Read | Unread)[];
  /** The evidence for the decision; null if nothing was read. */
  readonly sight: Sight | null;
}

/** A sentence that did not fit the window, or was not read because there is no reader. */
export type Unread = Pick<Read, 'story' | 'sentence' | 'cosine' | 'score'> & {
  readonly words: null;
};

// Chosen by how often the window contains the answer, over five sets; small changes make little difference.
const SEARCH = 0.3; // added to the cosine for shared words when choosing sentences to read,
const LEAD = 0.1; // and the place of the first sentence: news tells the main thing first
const LEAD_FADES = 5; // sentences until this falls to a third
const LITTLE = 2; // added to the best BM25 score of a story: a weak best stays weak
const OF_ANOTHER = 4; // half of what makes an answer certain: a sentence about hall 8 when hall 7 is asked for, minutes when it is how far
const UNREAD = -1_000; // ranks sentences that were not read below those that were

export async function readyToAsk(question: Question): Promise<Asked> {
  return { question, vector: await orNull(vectorOf(wholeOf(question))) };
}

/** Chooses a window of a story by likeness to the question, and has it read. */
export async function readStory(
  { question, vector }: Asked,
  story: Story,
  size = WINDOW,
): Promise<Reading> {
  const searched = searchStory(question, story);
  const near = await nearnessIn(story, vector, searched);
  const worth = near.map((one, at) => sumOf(one) + LEAD * Math.exp(-at / LEAD_FADES));
  const order = near.map((_, at) => at).sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b);
  const pointed =
    vector === null ? [] : ((await orNull(point(question, story, order, size))) ?? []);
  const read = pointed
    .map((one): Read => {
      const { cosine = 0, search = 0 } = near[one.sentence.index] ?? {};
      const whole = { ...one, story, cosine, search };
      const isOther =
        tellsOfAnother(question, story, one.sentence) ||
        isOtherKind(question, story, one.sentence, one.words);
      return { ...whole, score: scoreOf(whole) - (isOther ? OF_ANOTHER : 0) };
    })
    .sort((a, b) => b.score - a.score || a.sentence.index - b.sentence.index);
  const seen = new Set(read.map(({ sentence }) => sentence.index));
  const left = order.flatMap((at, place): readonly Unread[] => {
    const sentence = story.sentences[at];
    return sentence === undefined || seen.has(at)
      ? []
      : [{ story, sentence, cosine: near[at]?.cosine ?? 0, score: UNREAD - place, words: null }];
  });
  const [best, second = null] = read;
  const nearest = Math.max(...near.map(({ cosine }) => cosine));
  const sight = best && { question, story, searched, best, second, nearest };
  return { ranked: [...read, ...left], sight: sight ?? null };
}

/** How near a sentence is to a question, by meaning and by shared words. */
export interface Nearness {
  readonly cosine: number;
  readonly search: number;
}

async function nearnessIn(
  story: Story,
  vector: Vectors | null,
  { scores }: Searched,
): Promise<readonly Nearness[]> {
  const vectors = vector && (await orNull(vectorsOf(story)));
  const most = Math.max(0, ...scores) + LITTLE;
  return scores.map((score, at) => ({
    cosine: vector === null || vectors === null ? 0 : cosine(vector, vectors, at),
    search: score / most,
  }));
}

/** The score for choosing a sentence to read. */
export function sumOf({ cosine, search }: Nearness): number {
  return cosine + SEARCH * search;
}

async function point(
  question: Question,
  story: Story,
  order: readonly number[],
  size: number,
): Promise<readonly Pointed[]> {
  const window = fillWindow(question, story, order, size);
  if (window.sentences.length === 0) return [];
  const { values, width } = await runModel('reader', window);
  return pointAt(
    window,
    values,
    width,
    (sentence, words) => isOtherKind(question, story, sentence, words),
    (sentence, words) => isOfKind(question, story, sentence, words),
  );
}
