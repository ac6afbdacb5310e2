import type { Archive } from '../archive/archive.ts';
import type { Sentence, Story } from '../story/story.ts';
import type { Span } from '../text/span.ts';
import { settleBorders } from './borders.ts';
import { FEATURES } from './features.ts';
import { findTold } from './holder.ts';
import { type Judgement, judge } from './judge.ts';
import { likeliest } from './likely.ts';
import type { Sought } from './match.ts';
import { findPool, type Pool, poolOf } from './pool.ts';
import { type Question, readQuestion } from './question.ts';
import type { Ranked } from './rank.ts';
import { spanOf } from './reading.ts';
import { findSaid } from './said.ts';
import { threshold } from './silence.ts';
import { followUp, type Topic } from './topic.ts';
import type { SentenceView } from './view.ts';

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
const SURE_OF_WORDS = 0.5; // token F1 to expect: less, and what is next to a name does not say who that is
const WORTH = 2; // a passage whose score lies further below the best one's is not worth showing

/** Answers a question from the stories named in `within`, or from all where it is null. */
export function answerQuestion(
  archive: Archive,
  text: string,
  within: readonly string[] | null,
  memory: Topic | null,
): Answered {
  const question = followUp(readQuestion(text), memory);
  const passages = findPassages(question, findPool(archive, question, within));
  const best = passages.list[0]?.score ?? 0;
  const worth = passages.list.slice(0, MOST_SHOWN).filter(({ score }) => score > best - WORTH);
  return {
    question,
    passages: worth,
    runnersUp: passages.list.slice(worth.length, worth.length + RUNNERS_UP),
    found: worth.length > 0 && passages.probability >= threshold(),
    probability: passages.probability,
    threshold: threshold(),
  };
}

interface Passages {
  readonly list: readonly RankedPassage[];
  readonly probability: number;
}

/**
 * The best passages of a pool. Of several stories the best one is read again as a whole: search had
 * offered a part of it, and only a story alone tells whether it answers.
 */
function findPassages(question: Question, pool: Pool): Passages {
  const judgement = judge(question, pool);
  const passages = judgement.ranked
    .slice(0, MOST_SHOWN + RUNNERS_UP)
    .map((one) => passageOf(judgement, one));
  const first = passages[0];
  const { probability } = judgement;
  if (first === undefined || pool.sentences.every(({ story }) => story.story === first.story))
    return { list: passages, probability };
  const again = judge(question, poolOf([first.story]));
  const top = again.ranked.slice(0, 1).map((one) => passageOf(again, one));
  const best = top.map((passage) => ({ ...passage, score: first.score }));
  const rest = passages.filter(({ sentence }) => sentence !== best[0]?.sentence);
  return { list: [...best, ...rest], probability: again.probability };
}

/** All sentences of some stories in their order for a question, made to answer: for measuring. */
export function rankSentences(
  text: string,
  stories: readonly Story[],
): Pick<Answered, 'passages' | 'probability' | 'found'> {
  const judgement = judge(readQuestion(text), poolOf(stories));
  const { ranked, probability } = judgement;
  return {
    passages: ranked.map((one) => passageOf(judgement, one)),
    probability,
    found: ranked.length > 0 && probability >= threshold(),
  };
}

function passageOf({ phrases, sought }: Judgement, one: Ranked): RankedPassage {
  const { view, matched, features, score } = one;
  return {
    story: view.story.story,
    sentence: view.sentence,
    answer: answerIn(sought, phrases, view),
    score,
    features: Object.fromEntries(FEATURES.map((name, i) => [name, features[i] ?? 0])),
    matched: matched.places.flatMap((place) => view.sentence.tokens[place]?.text ?? []),
  };
}

/** The shortest words of a sentence that answer; null for yes/no, which the whole sentence decides. */
function answerIn(sought: Sought, phrases: Judgement['phrases'], view: SentenceView): Span | null {
  const { question } = sought;
  const likely = likeliest(phrases.filter(({ scene }) => scene.view === view));
  if (likely === null || question.kind === 'yes-no') return null;
  const { phrase } = likely;
  const found = findTold(sought, view) ?? findSaid(question, view);
  if (found === null && question.kind === 'definition' && likely.expected < SURE_OF_WORDS)
    return null;
  return found ?? spanOf({ ...phrase, ...settleBorders(phrase.scene, phrase) });
}
