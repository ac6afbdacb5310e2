import type { Sentence } from '../article/sentence.ts';
import { orNull } from '../reader/session.ts';
import { cosine, type Vectors, vectorOf } from '../reader/vectors.ts';
import type { Statement } from '../statements/statement.ts';
import { hasVectors, vectorsOf } from '../story/sentence-vectors.ts';
import type { HeardStory, Story } from '../story/story.ts';
import { among } from '../text/span.ts';
import { isContent } from '../text/terms.ts';
import { readTokens, type Token } from '../text/tokens.ts';

/** A statement with the meaning of some words. */
export interface Meant {
  readonly story: HeardStory;
  readonly statement: Statement;
  /** Of its sentences, the one most similar to the words. */
  readonly sentence: Sentence;
  /** How much it means what the words mean, and how far ahead of all others: most are below 1.4. */
  readonly score: number;
}

// Chosen on 132 paraphrases and 86 claims that nobody makes, of 40 stories, each story in turn kept apart.
const MEANT = 0.74; // score: 57 of them are found, all with their speaker, and 2 of the claims
const WHOLE_COUNTS = 0.3; // what the whole claim's cosine adds to the least of those without a word
const MOST_WORDS = 16; // that are left out, one at a time: in longer claims one weighs little
const FEWEST_WORDS = 2; // content words: one alone makes no claim
const STORIES_READ = 3; // of many: those with the nearest sentences

/**
 * The statement with the meaning of some words, though it may share none of them; null where none
 * clearly has it, or where there is no encoder. The whole claim must be similar: `the mask is cursed` is
 * similar to anything said of the mask, and without `mask` to nothing.
 */
export function findMeant(stories: readonly HeardStory[], words: string): Promise<Meant | null> {
  return orNull(findBest(stories, words));
}

async function findBest(stories: readonly HeardStory[], words: string): Promise<Meant | null> {
  const claim = await readClaim(words);
  if (claim === null) return null;
  let best: Meant | null = null;
  for (const story of await nearest(stories, claim)) {
    const found = await meantIn(story, claim);
    if (found !== null && found.score > (best?.score ?? MEANT)) best = found;
  }
  return best;
}

/** A claim with its vectors: of all of it, and of what is left without each of its content words. */
interface Claim {
  readonly whole: Vectors;
  readonly without: readonly Vectors[];
  /** Its figures: nobody said a figure that is not there. */
  readonly figures: readonly string[];
}

async function readClaim(words: string): Promise<Claim | null> {
  const tokens = readTokens(words);
  const content = tokens.filter(isContent);
  if (content.length < FEWEST_WORDS) return null;
  const leaveOut = ({ start, end }: Token): string => words.slice(0, start) + words.slice(end);
  return {
    whole: await vectorOf(words),
    without: await Promise.all(content.slice(0, MOST_WORDS).map((one) => vectorOf(leaveOut(one)))),
    figures: tokens.map(({ lower }) => lower).filter((lower) => /\p{N}/u.test(lower)),
  };
}

/** The stories with the sentences that come nearest to a claim. */
async function nearest(
  stories: readonly HeardStory[],
  { whole }: Claim,
): Promise<readonly HeardStory[]> {
  if (stories.length <= 1) return stories;
  const near: { story: HeardStory; most: number }[] = [];
  let made = 0;
  for (const story of stories) {
    // where most have no vectors yet, the top search results are compared
    if (!hasVectors(story) && ++made > STORIES_READ) continue;
    const vectors = await vectorsOf(story);
    const each = story.sentences.map(({ index }) => cosine(whole, vectors, index));
    near.push({ story, most: Math.max(-1, ...each) });
  }
  const sorted = near.sort((a, b) => b.most - a.most);
  return sorted.slice(0, STORIES_READ).map(({ story }) => story);
}

const MOST_COMPARED = 250; // statements: 8,000 words of news have as many; reading one takes 2 to 3 ms

/** The statement of a story that is most like a claim. */
async function meantIn(story: HeardStory, claim: Claim): Promise<Meant | null> {
  const sentences = await vectorsOf(story);
  const near = ({ index }: Sentence): number => cosine(claim.whole, sentences, index);
  const said = story.statements
    .filter(({ speech }) => speech)
    .map((statement) => ({ statement, held: heldBy(story, statement) }));
  const ranked: ((typeof said)[number] & { readonly likeness: number })[] = [];
  for (const one of nearestOf(said, near))
    ranked.push({ ...one, likeness: likeness(claim, await contentVector(story, one.statement)) });
  ranked.sort((a, b) => b.likeness - a.likeness);
  const [first] = ranked;
  if (first === undefined) return null;
  const next = ranked.find(({ held }) => !held.some((one) => first.held.includes(one)));
  const { statement, held } = first;
  const words = new Set(held.flatMap(({ tokens }) => tokens.map(({ lower }) => lower)));
  if (!claim.figures.every((figure) => words.has(figure))) return null;
  const [sentence] = held.toSorted((a, b) => near(b) - near(a));
  if (sentence === undefined) return null;
  const score = 2 * first.likeness - Math.max(0, next?.likeness ?? 0);
  return { story, statement, sentence, score };
}

/** How much of a claim, and of it without any of its words, is in what is said. */
function likeness({ whole, without }: Claim, said: Vectors): number {
  const all = cosine(whole, said, 0);
  return Math.min(all, ...without.map((one) => cosine(one, said, 0))) + WHOLE_COUNTS * all;
}

/** Of a long story those whose sentences are nearest, in story order: what is said in each has yet to be read. */
function nearestOf<One extends { readonly held: readonly Sentence[] }>(
  said: readonly One[],
  near: (sentence: Sentence) => number,
): readonly One[] {
  if (said.length <= MOST_COMPARED) return said;
  const scores = new Map(said.map((one) => [one, Math.max(-1, ...one.held.map(near))]));
  const score = (one: One): number => scores.get(one) ?? -1;
  const kept = new Set(said.toSorted((a, b) => score(b) - score(a)).slice(0, MOST_COMPARED));
  return said.filter((one) => kept.has(one));
}

function heldBy({ sentences }: Story, { content }: Statement): readonly Sentence[] {
  const held = new Set(content.flatMap((piece) => among(sentences, piece)));
  return [...held].sort((a, b) => a.index - b.index);
}

const known = new WeakMap<Statement, Promise<Vectors>>();

/** The vector of what is said in a statement, without who says it and how. */
export function contentVector({ article }: Story, statement: Statement): Promise<Vectors> {
  const before = known.get(statement);
  if (before !== undefined) return before;
  const said = statement.content.map(({ start, end }) => article.text.slice(start, end)).join(' ');
  const made = vectorOf(said);
  known.set(statement, made);
  made.catch(() => known.delete(statement)); // tried again the next time
  return made;
}
