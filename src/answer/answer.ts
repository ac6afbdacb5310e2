import {
  type Holdings,
  OFFERED,
  openFirst,
  openPassages,
  type Passage,
} from '../archive/archive.ts';
import type { Scope } from '../archive/scope.ts';
import { orNull } from '../reader/session.ts';
import { cosine } from '../reader/vectors.ts';
import { hasVectors, vectorsOf } from '../story/sentence-vectors.ts';
import type { Story } from '../story/story.ts';
import { settleWords, withItsKind } from './answer-words.ts';
import type { Answered, RankedPassage } from './answered.ts';
import { decision, gradeOf, probabilityOf } from './decide.ts';
import { settleDescription } from './description.ts';
import { type Question, readQuestion } from './question.ts';
import { type Asked, type Reading, readStory, readyToAsk, sumOf } from './reading.ts';
import { findMatched } from './search.ts';
import { followUp, type Topic } from './topic.ts';
import { NARROW_WINDOW } from './window.ts';

const MOST_SHOWN = 3;
const RUNNERS_UP = 3;
const WORTH = 3; // a passage further below the best score is not worth showing
const STORIES_READ = 4; // with many stories: a little of each, then all of the best
const ABOUT = 0.1; // added to a story's cosine if it has all words of the question

/** Answers a question from the stories of a scope, or from all if it is null. */
export async function answerQuestion(
  holdings: Holdings,
  text: string,
  scope: Scope | null,
  memory: Topic | null,
): Promise<Answered> {
  const { question, standing } = followUp(readQuestion(text), memory);
  const asked = await readyToAsk(question);
  const stories = await chooseStories(holdings, asked, scope);
  const { best, others } = await readStories(asked, stories);
  const [first, ...own] = best?.ranked ?? [];
  const rest = [...own, ...others.flatMap(({ ranked }) => ranked.slice(0, 1))];
  const list = [...(first === undefined ? [] : [first]), ...rest.sort((a, b) => b.score - a.score)]
    .slice(0, MOST_SHOWN + RUNNERS_UP)
    .map((one) => passageOf(question, one));
  const top = scoreOfBest(best);
  const worth = list.slice(0, MOST_SHOWN).filter(({ score }) => score > top - WORTH);
  const sight = best?.sight ?? null;
  const probability = sight === null ? 0 : probabilityOf(sight);
  return {
    question,
    standing,
    passages: worth,
    runnersUp: list.slice(worth.length, worth.length + RUNNERS_UP),
    isRead: sight !== null,
    grade: gradeOf(probability),
    probability,
    threshold: decision().likely,
  };
}

/** Reads a story; of several, a little of each, then all of the one that answers best. */
async function readStories(
  asked: Asked,
  stories: readonly Story[],
): Promise<{ readonly best: Reading | undefined; readonly others: readonly Reading[] }> {
  const [only] = stories;
  if (only === undefined) return { best: undefined, others: [] };
  if (stories.length === 1) return { best: await readStory(asked, only), others: [] };
  const readings: (readonly [Story, Reading])[] = [];
  for (const story of stories) readings.push([story, await readStory(asked, story, NARROW_WINDOW)]);
  readings.sort(([, a], [, b]) => scoreOfBest(b) - scoreOfBest(a));
  const [first = [only], ...others] = readings;
  return { best: await readStory(asked, first[0]), others: others.map(([, reading]) => reading) };
}

/** All sentences of some stories, ranked for a question as if it had to be answered: for measuring. */
export async function rankSentences(
  text: string,
  stories: readonly Story[],
): Promise<Pick<Answered, 'passages' | 'probability' | 'grade'>> {
  const question = readQuestion(text);
  const asked = await readyToAsk(question);
  const readings: Reading[] = [];
  for (const story of stories) readings.push(await readStory(asked, story));
  const sights = readings.flatMap(({ sight }) => sight ?? []);
  const probability = Math.max(0, ...sights.map(probabilityOf));
  return {
    passages: readings
      .flatMap(({ ranked }) => ranked)
      .sort((a, b) => b.score - a.score)
      .map((one) => passageOf(question, one)),
    probability,
    grade: gradeOf(probability),
  };
}

function scoreOfBest(reading: Reading | undefined): number {
  return reading?.ranked[0]?.score ?? Number.NEGATIVE_INFINITY;
}

/** The only story, or the ones with the nearest sentences. */
async function chooseStories(
  holdings: Holdings,
  { question, vector }: Asked,
  scope: Scope | null,
): Promise<readonly Story[]> {
  if (question.terms.length === 0) return [];
  if ((await holdings.count(scope)) <= 1) return openFirst(holdings, scope, 1);
  const stems = question.terms.map(({ stem }) => stem);
  const offered = await openPassages(holdings, stems, scope, OFFERED);
  const most = offered[0]?.score ?? 1;
  const worth: (readonly [Story, number])[] = [];
  let made = 0;
  for (const [story, candidates] of byStory(offered)) {
    // while most have no vectors, the top search results are compared
    if (vector && !hasVectors(story) && ++made > STORIES_READ) continue;
    const vectors = vector && (await orNull(vectorsOf(story)));
    const values = candidates.map(({ sentence, score }) => {
      const near = vector && vectors ? cosine(vector, vectors, sentence.index) : 0;
      return sumOf({ cosine: near, search: score / most });
    });
    worth.push([story, Math.max(...values) + ABOUT * hadBy(story, stems)]);
  }
  const inOrder = worth.sort(([, a], [, b]) => b - a).map(([story]) => story);
  return inOrder.slice(0, STORIES_READ);
}

/** The stories in order of first appearance, each with its candidates. */
function byStory(offered: readonly Passage[]): ReadonlyMap<Story, readonly Passage[]> {
  const all = new Map<Story, Passage[]>();
  for (const one of offered) all.set(one.story, [...(all.get(one.story) ?? []), one]);
  return all;
}

/** The share of these stems that occur anywhere in a story. */
function hadBy({ vocabulary }: Story, stems: readonly string[]): number {
  return stems.filter((stem) => vocabulary.counts.has(stem)).length / stems.length;
}

function passageOf(
  question: Question,
  { story, sentence, cosine: nearness, score, words }: Reading['ranked'][number],
): RankedPassage {
  // a yes/no question is decided by the whole sentence
  const whole = words === null || question.kind === 'yes-no';
  const { text } = story.article;
  const bare = whole ? null : settleWords(text, words, sentence);
  const settled = bare && withItsKind(text, bare, question.focus?.lower ?? '');
  const answer = settled && settleDescription(question, story, settled, sentence);
  return { story, sentence, answer, score, nearness, matched: findMatched(question, sentence) };
}
