import { FEATURES, type FeatureName } from './features.ts';
import type { Ranked } from './rank.ts';
import { rarity } from './rarity.ts';
import type { Phrase } from './reading.ts';
import { categoryOf, relatedStems } from './synonyms.ts';
import { findWanted, type Wanted } from './wanted.ts';

// What the ranker saw that also tells how far a phrase of the sentence can be trusted.
const OF_SENTENCE: readonly FeatureName[] = [
  'exact',
  'loose',
  'looseBest',
  'three',
  'nextPronoun',
  'unmatched',
  'verb',
  'focus',
  'names',
  'density',
  'wanted',
  'length',
  'kind',
  'asking',
  'gap',
  'words',
];

/** What a phrase is judged by, in this order. */
export const PHRASE_FEATURES = [
  'hunch',
  'hunchBehind', // the best of its sentence
  'hunchPlace', // its place among its sentence's, from 0
  'sentence', // the ranker's score, against the best
  'rank',
  'tokens',
  'content', // words that say something
  'asked', // share of its words that the question has
  'askedHead', // whether its last word is the question's
  'fit', // of a phrase of the kind asked for that it is
  'fitInside', // or that lies in it
  'back',
  'ahead',
  'clause',
  'rare', // rarity of its rarest word
  'spread', // sentences of the story that have its last word
  'votes', // trust in the other sentences that have its last word
  'isA', // whether its last word is one of what is asked for: `soccer` for "what sport"
  'sameCategory',
  'category',
  'named',
  'tagBefore',
  'tagFirst',
  'tagLast',
  'tagAfter',
  'verbs',
  'depth',
  ...OF_SENTENCE,
] as const;

const EMPTY: readonly Wanted[] = [];

/** The features of each phrase, given the sentences in their order. */
export function measurePhrases(
  ranked: readonly Ranked[],
  phrases: readonly Phrase[],
): readonly Float64Array[] {
  const best = ranked[0]?.score ?? 0;
  const trust = ranked.map(({ score }) => Math.exp(score - best));
  const places = OF_SENTENCE.map((name) => FEATURES.indexOf(name));
  const wanted = new Map<number, readonly Wanted[]>();
  const tops = new Map<number, number>();
  const counts = new Map<number, number>();
  return phrases.map((phrase) => {
    const { scene, rank, from, to, hunch } = phrase;
    const { grain, tokens, view, question } = scene;
    const one = ranked[rank];
    if (!wanted.has(rank)) wanted.set(rank, findWanted(question, view));
    if (!tops.has(rank)) tops.set(rank, hunch);
    const place = counts.get(rank) ?? 0;
    counts.set(rank, place + 1);
    const last = to - 1;
    const head = tokens[last]?.stem ?? '';
    const category = grain.categories[last] ?? 0;
    const focus = question.focus;
    return Float64Array.from([
      hunch,
      (tops.get(rank) ?? hunch) - hunch,
      place,
      (one?.score ?? 0) - best,
      rank,
      to - from,
      ...wordsOf(phrase),
      ...fitOf(wanted.get(rank) ?? EMPTY, from, to),
      scene.back[from] ?? 0,
      scene.ahead[last] ?? 0,
      scene.clause[from] ?? 0,
      tokens.slice(from, to).reduce((most, { stem }) => Math.max(most, rarity(stem)), 0),
      view.story.vocabulary.get(head) ?? 0,
      votesOf(head, rank, ranked, trust),
      focus === null ? -1 : isA(head, focus.stem),
      focus === null ? -1 : Number(category !== 0 && category === categoryOf(focus.stem)),
      category,
      grain.named[from] ?? 0,
      from === 0 ? -1 : (grain.tags[from - 1] ?? 0),
      grain.tags[from] ?? 0,
      grain.tags[last] ?? 0,
      to >= tokens.length ? -1 : (grain.tags[to] ?? 0),
      (scene.verbs[last] ?? 0) - (scene.verbs[from] ?? 0),
      from / Math.max(1, tokens.length),
      ...places.map((at) => one?.features[at] ?? 0),
    ]);
  });
}

function wordsOf({ scene, from, to }: Phrase): readonly [number, number, number] {
  let content = 0;
  let asked = 0;
  for (let i = from; i < to; i += 1) {
    if (scene.view.positions.has(scene.tokens[i]?.stem ?? '')) content += 1;
    if ((scene.roles[i] ?? 0) > 0) asked += 1;
  }
  return [content, asked / (to - from), (scene.roles[to - 1] ?? 0) > 0 ? 1 : 0];
}

/** How well the phrase is, or holds, one of the kind asked for. */
function fitOf(wanted: readonly Wanted[], from: number, to: number): readonly [number, number] {
  let exact = 0;
  let inside = 0;
  for (const one of wanted) {
    if (one.from < from || one.to > to) continue;
    inside = Math.max(inside, one.fit);
    if (to - from - (one.to - one.from) <= 1) exact = Math.max(exact, one.fit);
  }
  return [exact, inside];
}

function votesOf(
  head: string,
  rank: number,
  ranked: readonly Ranked[],
  trust: readonly number[],
): number {
  let sum = 0;
  for (let i = 0; i < Math.min(8, ranked.length); i += 1)
    if (i !== rank && ranked[i]?.view.positions.has(head) === true) sum += trust[i] ?? 0;
  return sum;
}

/** 1 when WordNet knows the one as a kind of the other, 0.5 when as nearly the same, else 0. */
function isA(head: string, asked: string): number {
  const relation = relatedStems(head).get(asked);
  if (relation === 'broader') return 1;
  return relation === 'synonym' || relation === 'near' ? 0.5 : 0;
}
