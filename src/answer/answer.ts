import type { Archive } from '../archive/archive.ts';
import type { Sentence, Story } from '../story/story.ts';
import type { Span } from '../text/span.ts';
import { FEATURES } from './features.ts';
import { type Judgement, judge } from './judge.ts';
import { findPool, poolOf } from './pool.ts';
import { type Question, readQuestion } from './question.ts';
import type { Ranked } from './rank.ts';
import { spanOf, type Weighed } from './reading.ts';
import { threshold } from './silence.ts';
import { followUp, type Topic } from './topic.ts';

/** A sentence that may answer, with the words in it that do and the numbers that decided. */
export interface RankedPassage {
  readonly story: Story;
  readonly sentence: Sentence;
  /** The shortest words that answer, in the article; null: the whole sentence. */
  readonly answer: Span | null;
  readonly score: number;
  readonly features: Readonly<Record<string, number>>;
  /** Words that were matched, as they stand in the story. */
  readonly matched: readonly string[];
}

/** What the stories have to say to a question. */
export interface Answered {
  /** As it was understood: with what a conversation left unsaid. */
  readonly question: Question;
  /** Best first, those worth showing. */
  readonly passages: readonly RankedPassage[];
  /** The next best, for `/why`. */
  readonly runnersUp: readonly RankedPassage[];
  /** Whether the first passage is sure enough to be given. */
  readonly found: boolean;
  /** From 0 to 1: how likely it is that the first passage answers. */
  readonly probability: number;
  readonly threshold: number;
}

const MOST_SHOWN = 3;
const RUNNERS_UP = 3;
const WORTH = 2; // a passage whose score lies further below the best one's is not worth showing

/** Answers a question from the stories named in `within`, or from all where it is null. */
export function answerQuestion(
  archive: Archive,
  text: string,
  within: readonly string[] | null,
  memory: Topic | null,
): Answered {
  const question = followUp(readQuestion(text), memory);
  const judgement = judge(question, findPool(archive, question, within));
  const { ranked, probability } = judgement;
  const best = ranked[0]?.score ?? 0;
  const worth = ranked.slice(0, MOST_SHOWN).filter(({ score }) => score > best - WORTH);
  const rest = ranked.slice(worth.length, worth.length + RUNNERS_UP);
  return {
    question,
    passages: worth.map((one) => passageOf(judgement, one)),
    runnersUp: rest.map((one) => passageOf(judgement, one)),
    found: ranked.length > 0 && probability >= threshold(),
    probability,
    threshold: threshold(),
  };
}

/** All sentences of some stories in their order for a question, made to answer: for measuring. */
export function rankSentences(
  text: string,
  stories: readonly Story[],
): { readonly passages: readonly RankedPassage[]; readonly probability: number } {
  const judgement = judge(readQuestion(text), poolOf(stories));
  return {
    passages: judgement.ranked.map((one) => passageOf(judgement, one)),
    probability: judgement.probability,
  };
}

function passageOf({ phrases }: Judgement, one: Ranked): RankedPassage {
  const { view, matched, features, score } = one;
  const phrase = phrases.find(({ scene }) => scene.view === view);
  return {
    story: view.story.story,
    sentence: view.sentence,
    answer: phrase === undefined ? null : answerOf(phrase),
    score,
    features: Object.fromEntries(FEATURES.map((name, i) => [name, features[i] ?? 0])),
    matched: matched.places.flatMap((place) => view.sentence.tokens[place]?.text ?? []),
  };
}

function answerOf(phrase: Weighed): Span | null {
  return spanOf(phrase);
}
