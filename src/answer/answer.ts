import type { Archive } from '../archive/archive.ts';
import type { Sentence, Story } from '../story/story.ts';
import type { Span } from '../text/span.ts';
import { FEATURES } from './features.ts';
import { findPhrase } from './phrase.ts';
import { type Question, readQuestion } from './question.ts';
import { type Ranked, rank } from './rank.ts';
import { probability, THRESHOLD } from './silence.ts';
import type { Topic } from './topic.ts';
import { type SentenceView, viewOf } from './view.ts';

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
const POOL = 50; // sentences that the archive's search offers where many stories are asked
const FEW = 200; // up to here all sentences are ranked, found by search or not
const WORTH = 1.5; // a passage whose score lies further below the best one's is not worth showing

/** Answers a question from the stories named in `within`, or from all where it is null. */
export function answerQuestion(
  archive: Archive,
  text: string,
  within: readonly string[] | null,
  _memory: Topic | null,
): Answered {
  const question = readQuestion(text);
  const { pool, vocabulary } = findPool(archive, question, within);
  const { sought, ranked } = rank(question, pool, vocabulary);
  const chance = probability(sought, ranked);
  const best = ranked[0]?.score ?? 0;
  const worth = ranked.filter(({ score }) => score > best - WORTH).slice(0, MOST_SHOWN);
  return {
    question,
    passages: worth.map((one) => passageOf(question, one)),
    runnersUp: ranked
      .slice(worth.length, worth.length + RUNNERS_UP)
      .map((one) => passageOf(question, one)),
    found: ranked.length > 0 && chance >= THRESHOLD,
    probability: chance,
    threshold: THRESHOLD,
  };
}

interface Pool {
  readonly pool: readonly SentenceView[];
  readonly vocabulary: ReadonlyMap<string, number>;
}

/** Every sentence of one story; what search offers where many are asked. */
function findPool(archive: Archive, question: Question, within: readonly string[] | null): Pool {
  const stories = archive.list().filter(({ article }) => within?.includes(article.id) ?? true);
  const [only] = stories;
  if (only !== undefined && stories.length === 1) {
    const { sentences, vocabulary } = viewOf(only);
    return { pool: sentences, vocabulary };
  }
  const size = stories.reduce((sum, story) => sum + story.sentences.length, 0);
  if (size <= FEW) return poolOf(stories.flatMap((story) => viewOf(story).sentences));
  const stems = question.terms.map(({ stem }) => stem);
  const found = archive.findPassages(stems, within, POOL);
  return poolOf(
    found.flatMap(({ story, sentence }) => viewOf(story).sentences[sentence.index] ?? []),
  );
}

function poolOf(pool: readonly SentenceView[]): Pool {
  const vocabulary = new Map<string, number>();
  for (const { positions } of pool)
    for (const stem of positions.keys()) vocabulary.set(stem, (vocabulary.get(stem) ?? 0) + 1);
  return { pool, vocabulary };
}

function passageOf(question: Question, one: Ranked): RankedPassage {
  const { view, matched, features, score } = one;
  const words = matched.places.flatMap((place) => view.sentence.tokens[place]?.text ?? []);
  return {
    story: view.story.story,
    sentence: view.sentence,
    answer: findPhrase(question, one),
    score,
    features: Object.fromEntries(FEATURES.map((name, i) => [name, features[i] ?? 0])),
    matched: words,
  };
}
