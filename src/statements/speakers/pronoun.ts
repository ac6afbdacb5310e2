import type { Sentence } from '../../article/sentence.ts';
import type { Discourse, Mention, Spoken } from '../../names/discourse.ts';
import { isSameEntry, sentenceAt } from '../../names/discourse.ts';
import { canBe } from '../../names/gender.ts';
import type { Named } from '../../names/named.ts';
import { once } from '../../text/lazy.ts';
import { firstWhere, startingAt } from '../../text/span.ts';

/** The features of a candidate: the index of its weight, or of the first of several. */
const FEATURE = {
  named: 0, // how many sentences ago outside quotations, in seven steps
  notNamed: 7,
  first: 8,
  latest: 9,
  gender: 10, // as the pronoun's; a person's, unknown; neither
  mentions: 13, // one, two or three, up to seven, more
  firstHere: 17,
  firstBefore: 18,
  firstBeforeParagraph: 19,
  before: 20,
  opening: 21,
  alone: 22,
  spokeLast: 23, // in this sentence, the one before, up to three before, longer ago
  spokeLastButOne: 27,
  spoke: 28,
  silent: 29,
  nobody: 30,
  nobodyBefore: 31,
  spokeLastHere: 32,
  anotherSpokeHere: 33,
} as const;

/** How many features a candidate has. */
export const PRONOUN_FEATURES = 34;

/** Someone a pronoun may mean, and the indexes of the features that hold. */
export interface Candidate {
  /** Null: nobody named in the story. */
  readonly named: Named | null;
  readonly features: readonly number[];
}

// Sentences, and speakers, to look back over: more than almost any story has, so that a book
// costs no more per sentence than a story.
const LOOK_BACK = 150;
const MOST_SPOKEN = 200;

/** The context before a pronoun: the same for every candidate. */
interface Before {
  readonly at: number;
  readonly gender: 'male' | 'female';
  readonly here: Sentence;
  readonly mentions: readonly Mention[];
  /** Who spoke, and the same without order: only where somebody is named. */
  readonly past: () => readonly Spoken[];
  readonly spoke: () => ReadonlySet<Named | null>;
  /** Who is named within three sentences, outside quotation marks. */
  readonly rivals: ReadonlySet<Named>;
  readonly opening: Named | null;
  readonly last: Mention | undefined;
}

/** What was last found in a story: of each pronoun both the rules and what is learnt ask. */
interface Found {
  readonly spoken: readonly Spoken[];
  readonly key: string;
  readonly candidates: readonly Candidate[];
}

const latest = new WeakMap<Discourse, Found>();

/** All people named before a pronoun whose gender fits, plus nobody. */
export function findCandidates(
  discourse: Discourse,
  at: number,
  gender: 'male' | 'female',
  spoken: readonly Spoken[],
): readonly Candidate[] {
  const key = `${at} ${gender} ${spoken.length}`;
  const known = latest.get(discourse);
  if (known?.spoken === spoken && known.key === key) return known.candidates;
  const candidates = readCandidates(discourse, at, gender, spoken);
  latest.set(discourse, { spoken, key, candidates });
  return candidates;
}

function readCandidates(
  discourse: Discourse,
  at: number,
  gender: 'male' | 'female',
  spoken: readonly Spoken[],
): readonly Candidate[] {
  const before = readBefore(discourse, at, gender, spoken);
  const nobody = { named: null, features: [FEATURE.nobody, FEATURE.nobodyBefore] };
  if (before === null) return [nobody];
  const people = new Map<Named, Mention[]>();
  for (const mention of before.mentions) {
    const own = people.get(mention.named);
    if (own === undefined) people.set(mention.named, [mention]);
    else own.push(mention);
  }
  const candidates = [...people].map(([named, own]) => ({
    named,
    features: candidateFeatures(discourse, before, named, own),
  }));
  const near = candidates.some(({ features }) =>
    features.some((feature) => feature <= FEATURE.named + 2),
  );
  return [...candidates, near ? { named: null, features: [FEATURE.nobody] } : nobody];
}

function readBefore(
  discourse: Discourse,
  at: number,
  gender: 'male' | 'female',
  spoken: readonly Spoken[],
): Before | null {
  const here = sentenceAt(discourse, at);
  if (here === undefined) return null;
  const all = discourse.mentions;
  const from = firstWhere(
    all,
    ({ sentence, start }) =>
      sentence.index >= here.index - LOOK_BACK && isSameEntry(discourse, start, at),
  );
  const mentions = all.slice(from, startingAt(all, at)).filter(({ named }) => canBe(named, gender));
  const open = mentions.filter(({ quoted }) => !quoted);
  const past = once(() => spoken.slice(-MOST_SPOKEN).filter((one) => one.at < at));
  const near = open.filter(({ sentence }) => sentence.paragraph === here.paragraph);
  return {
    at,
    gender,
    here,
    mentions,
    past,
    spoke: once(() => new Set(past().map((one) => one.named))),
    rivals: new Set(
      open.filter(({ sentence }) => here.index - sentence.index <= 3).map(({ named }) => named),
    ),
    opening: (near.find(({ first }) => first) ?? near[0])?.named ?? null,
    last: open.at(-1),
  };
}

function candidateFeatures(
  discourse: Discourse,
  before: Before,
  named: Named,
  own: readonly Mention[],
): readonly number[] {
  const { here, gender, rivals } = before;
  const open = own.filter((mention) => !mention.quoted);
  const last = open.at(-1);
  const features: number[] = [];
  features.push(
    last === undefined
      ? FEATURE.notNamed
      : FEATURE.named + nearness(here.index - last.sentence.index),
  );
  if (last?.first === true) features.push(FEATURE.first);
  if (last !== undefined && last === before.last) features.push(FEATURE.latest);
  features.push(genderFeature(named, gender));
  const count = named.mentions.length;
  features.push(FEATURE.mentions + (count === 1 ? 0 : count < 4 ? 1 : count < 8 ? 2 : 3));
  if (last?.first === true && last.sentence === here) features.push(FEATURE.firstHere);
  const earlier = open.filter((mention) => mention.sentence.index === here.index - 1);
  const sameParagraph = discourse.sentences[here.index - 1]?.paragraph === here.paragraph;
  if (earlier.some((mention) => mention.first))
    features.push(sameParagraph ? FEATURE.firstBefore : FEATURE.firstBeforeParagraph);
  else if (earlier.length > 0) features.push(FEATURE.before);
  if (before.opening === named) features.push(FEATURE.opening);
  if (rivals.size === 1 && rivals.has(named)) features.push(FEATURE.alone);
  features.push(...spokenFeatures(before, named));
  return features;
}

function genderFeature(named: Named, gender: 'male' | 'female'): number {
  if (named.gender === gender) return FEATURE.gender;
  return FEATURE.gender + (named.kind === 'person' ? 1 : 2);
}

function nearness(sentences: number): number {
  if (sentences <= 3) return sentences;
  return sentences <= 5 ? 4 : sentences <= 9 ? 5 : 6;
}

/** Whether it spoke last, and how long ago. */
function spokenFeatures({ here, past, spoke }: Before, named: Named): readonly number[] {
  const { index, paragraph } = here;
  const [last, before] = [past().at(-1), past().at(-2)];
  const features: number[] = [];
  if (last?.named === named) {
    const far = index - last.sentence.index;
    features.push(FEATURE.spokeLast + (far <= 1 ? far : far <= 3 ? 2 : 3));
    if (last.sentence.paragraph === paragraph) features.push(FEATURE.spokeLastHere);
  } else if (before?.named === named) features.push(FEATURE.spokeLastButOne);
  else if (spoke().has(named)) features.push(FEATURE.spoke);
  else features.push(FEATURE.silent);
  if (
    last !== undefined &&
    last.named !== null &&
    last.named !== named &&
    last.sentence.paragraph === paragraph
  )
    features.push(FEATURE.anotherSpokeHere);
  return features;
}

/** The likeliest candidate and how likely it is, by the sums of its features' weights. */
export function chooseCandidate(
  weights: readonly number[],
  candidates: readonly Candidate[],
): { readonly named: Named | null; readonly chance: number } {
  const shares = shareOut(weights, candidates);
  let best = 0;
  for (let i = 1; i < shares.length; i += 1) if ((shares[i] ?? 0) > (shares[best] ?? 0)) best = i;
  return { named: candidates[best]?.named ?? null, chance: shares[best] ?? 0 };
}

/** The probability of each candidate: a softmax of the sums. */
export function shareOut(
  weights: readonly number[],
  candidates: readonly Candidate[],
): readonly number[] {
  const sums = candidates.map(({ features }) =>
    features.reduce((sum, feature) => sum + (weights[feature] ?? 0), 0),
  );
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
