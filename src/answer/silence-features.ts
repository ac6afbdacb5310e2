import { FEATURES, type FeatureName } from './features.ts';
import { fitOf } from './kind-fit.ts';
import { likeliest } from './likely.ts';
import type { Sought } from './match.ts';
import type { Ranked } from './rank.ts';
import type { Weighed } from './reading.ts';

/** What tells whether a story answers at all, besides the best sentence's own features. */
const OF_STORY = [
  'score', // of the best sentence
  'lead', // over the second
  'leadOverFifth',
  'trust', // share of the best among all, by softmax
  'share', // of the best phrase among all phrases
  'phraseScore',
  'phraseSentence', // trust of the phrases that stand in the best sentence
  'hunch',
  'expected', // token F1 of the words that would be given
  'fit', // how well they are of the kind asked for
  'near', // tokens to the next word of the question
  'clause', // tenths of the question's weight that their clause has
  'agreed', // trust of phrases in other sentences that end with the same word
  'covered', // weight of the question that the story has somewhere
  'coveredLoosely',
  'coveredByThree', // by the three best sentences together
  'missing', // words that the story has nowhere
  'missingHeaviest', // the rarity of the rarest of them
  'missingName', // share of the question's names that the story has nowhere
  'missingNumber',
  'missingVerb',
  'missingNoun',
  'missingFocus',
  'lackingHeaviest', // the rarest word that the best sentence lacks
  'lackingName',
  'askedWeight', // of all words
  'storyNames', // names of the question that the story has
] as const;

// What the ranker saw of the best sentence.
const OF_BEST =
  'exact close loose local exactBest closeBest looseBest localBest looseRank unmatched verb focus names namesLoose numbers nouns pairs density order wanted wantedNear wantedCount length opening previous next nextLoose nextPronoun three around said saidBy asks negated opposite pronoun defines words kind asking gap'.split(
    ' ',
  ) as FeatureName[];

export const SILENCE_FEATURES: readonly string[] = [
  ...OF_STORY,
  ...OF_BEST.map((name) => `best.${name}`),
];

/** The features of a question against the sentences in their order and the phrases in theirs. */
export function measureSilence(
  sought: Sought,
  ranked: readonly Ranked[],
  phrases: readonly Weighed[],
): Float64Array {
  const best = ranked[0];
  const phrase = phrases[0];
  const likely = likeliest(phrases.filter(({ rank }) => rank === (phrase?.rank ?? 0)));
  const scores = ranked.map(({ score }) => score);
  const top = scores[0] ?? 0;
  const trust = 1 / scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
  const values: Record<(typeof OF_STORY)[number], number> = {
    score: top,
    lead: top - (scores[1] ?? top - 5),
    leadOverFifth: top - (scores[4] ?? top - 8),
    trust: Number.isFinite(trust) ? trust : 0,
    share: phrase?.share ?? 0,
    phraseScore: phrase?.score ?? 0,
    phraseSentence: phrases.reduce((sum, { rank, share }) => sum + (rank === 0 ? share : 0), 0),
    hunch: phrase?.hunch ?? 0,
    expected: likely?.expected ?? 0,
    ...(likely === null ? NO_WORDS : placeOf(likely.phrase, phrases)),
    ...coverage(sought, ranked),
    ...lacking(sought, best),
    askedWeight: sought.total,
  };
  return Float64Array.from([
    ...OF_STORY.map((name) => values[name]),
    ...PLACES_OF_BEST.map((place) => best?.features[place] ?? 0),
  ]);
}

type Placed = Readonly<Record<'fit' | 'near' | 'clause' | 'agreed', number>>;

const NO_WORDS: Placed = { fit: -1, near: 99, clause: 0, agreed: 0 };

/** Where the words that would be given stand, and what else speaks for them. */
function placeOf(phrase: Weighed, phrases: readonly Weighed[]): Placed {
  const { scene, from, to, rank } = phrase;
  const head = scene.tokens[to - 1]?.stem;
  const others = phrases.filter(
    (other) => other.rank !== rank && other.scene.tokens[other.to - 1]?.stem === head,
  );
  return {
    fit: fitOf(phrase),
    near: Math.min(scene.back[from] ?? 99, scene.ahead[to - 1] ?? 99),
    clause: Math.max(...scene.clause.subarray(from, to)),
    agreed: others.reduce((sum, { share }) => sum + share, 0),
  };
}

const PLACES_OF_BEST = OF_BEST.map((name) => FEATURES.indexOf(name));

type Coverage = Readonly<
  Record<
    | 'covered'
    | 'coveredLoosely'
    | 'coveredByThree'
    | 'missing'
    | 'missingHeaviest'
    | 'missingName'
    | 'missingNumber'
    | 'missingVerb'
    | 'missingNoun'
    | 'missingFocus'
    | 'storyNames',
    number
  >
>;

/** Which words of the question stand anywhere at all. */
function coverage({ terms, total }: Sought, ranked: readonly Ranked[]): Coverage {
  const tops = terms.map((_, i) => most(ranked, i, false));
  const loose = terms.map((_, i) => most(ranked, i, true));
  const three = terms.map((_, i) => most(ranked.slice(0, 3), i, true));
  const sum = (strengths: readonly number[]): number =>
    terms.reduce((all, { weight }, i) => all + weight * (strengths[i] ?? 0), 0) / total;
  const gone = terms.filter((_, i) => (tops[i] ?? 0) < 0.7);
  const goneOf = (role: string): number => {
    const all = terms.filter((term) => term.role === role);
    const part = gone.filter((term) => term.role === role);
    return all.length === 0 ? -1 : part.length / all.length;
  };
  const names = terms.filter(({ role }) => role === 'name').length;
  return {
    covered: sum(tops.map((strength) => (strength >= 0.7 ? strength : 0))),
    coveredLoosely: sum(loose),
    coveredByThree: sum(three),
    missing: gone.length,
    missingHeaviest: gone.reduce((heaviest, { weight }) => Math.max(heaviest, weight), 0),
    missingName: goneOf('name'),
    missingNumber: goneOf('number'),
    missingVerb: goneOf('verb'),
    missingNoun: goneOf('noun'),
    missingFocus: goneOf('focus'),
    storyNames: names - Math.max(0, goneOf('name')) * names,
  };
}

function most(ranked: readonly Ranked[], term: number, loosely: boolean): number {
  let top = 0;
  for (const { matched } of ranked)
    top = Math.max(top, (loosely ? matched.loose[term] : matched.strengths[term]) ?? 0);
  return top;
}

/** What the best sentence itself lacks. */
function lacking(
  { terms }: Sought,
  best: Ranked | undefined,
): Readonly<Record<'lackingHeaviest' | 'lackingName', number>> {
  const gone = terms.filter((_, i) => (best?.matched.loose[i] ?? 0) < 0.4);
  const heaviest = (list: typeof gone): number =>
    list.reduce((top, { weight }) => Math.max(top, weight), 0);
  return {
    lackingHeaviest: heaviest(gone),
    lackingName: heaviest(gone.filter(({ role }) => role === 'name')),
  };
}
