import { type AnswerKind, SAYING } from './kind.ts';
import { type Matched, match, type Sought, seek } from './match.ts';
import type { Question } from './question.ts';
import type { SentenceView } from './view.ts';
import { findWanted } from './wanted.ts';

/** What the ranker looks at, in this order. Shares are of the question's weight; -1: not asked for. */
export const FEATURES = [
  'exact', // words of the question that stand here
  'close', // these, and synonyms and derivations
  'loose', // these, and names by pronoun or description, and wider relatives
  'local', // words that stand here, by their rarity in the story
  'exactBest', // against the best sentence of the pool
  'closeBest',
  'looseBest',
  'localBest',
  'looseRank', // how many sentences have more, at most 10
  'unmatched', // words of the question without any match
  'verb',
  'focus',
  'names',
  'namesLoose',
  'numbers',
  'nouns',
  'pairs', // neighbours in the question that are neighbours here
  'density', // matched words against the stretch they stand in
  'order', // matched words that follow each other as in the question
  'wanted', // how well a phrase of the kind asked for fits
  'wantedNear', // and how near it is to matched words
  'wantedCount',
  'length', // tokens
  'index',
  'depth', // from 0, the first sentence, to 1, the last
  'opening', // of its paragraph
  'previous', // close share of the sentence before
  'next',
  'around', // words that stand not here but in the neighbours
  'said', // reports speech
  'saidBy', // of someone the question names, by the look of it
  'asks', // is a question itself
  'negated', // against the question
  'opposite',
  'pronoun', // opens with one
  'defines', // `X, a …`, `X is …` for a definition
  'size', // sentences in the pool
  'words', // of the question
  'kind',
  'asking',
  'gap',
] as const;

export type FeatureName = (typeof FEATURES)[number];

/** A sentence with its features, and the words that were matched. */
export interface Measured {
  readonly view: SentenceView;
  readonly matched: Matched;
  readonly features: Float64Array;
}

const KINDS: readonly AnswerKind[] = [
  'person',
  'group',
  'place',
  'time',
  'duration',
  'age',
  'count',
  'money',
  'percent',
  'measure',
  'reason',
  'manner',
  'saying',
  'action',
  'definition',
  'yes-no',
  'thing',
];
const ASKINGS: readonly Question['asking'][] = [
  'who',
  'when',
  'where',
  'how-many',
  'how-much',
  'how-adjective',
  'how',
  'why',
  'which',
  'what',
  'yes-no',
  'none',
];
const GAPS: readonly Question['gap'][] = ['subject', 'object', 'complement'];
const CLOSE = 0.7; // from here on a match counts as the word itself
const EXACT = 0.99;

/** Measures each sentence of a pool against a question. `vocabulary`: in how many each stem stands. */
export function measure(
  question: Question,
  pool: readonly SentenceView[],
  vocabulary: ReadonlyMap<string, number>,
): { readonly sought: Sought; readonly measured: readonly Measured[] } {
  const sought = seek(question, vocabulary, pool.length);
  const matches = pool.map((view) => match(sought, view));
  const shares = matches.map((matched) => shareOf(sought, matched));
  const best = shares.reduce((top, share) => maxOf(top, share), NOTHING);
  const ranked = shares.map(({ loose }) => loose).sort((a, b) => b - a);
  const measured = pool.map((view, i): Measured => {
    const matched = matches[i] ?? EMPTY;
    const share = shares[i] ?? NOTHING;
    const before = sameStory(pool[i - 1], view) ? i - 1 : -1;
    const after = sameStory(pool[i + 1], view) ? i + 1 : -1;
    const values: Record<FeatureName, number> = {
      ...share,
      exactBest: ratio(share.exact, best.exact),
      closeBest: ratio(share.close, best.close),
      looseBest: ratio(share.loose, best.loose),
      localBest: ratio(share.local, best.local),
      looseRank: Math.min(10, ranked.indexOf(share.loose)),
      unmatched: matched.loose.filter((strength) => strength < 0.3).length,
      ...rolesOf(sought, matched),
      ...shapeOf(matched),
      ...wantedOf(question, view, matched),
      ...placeOf(view, pool.length),
      previous: shares[before]?.close ?? 0,
      next: shares[after]?.close ?? 0,
      around: aroundOf(sought, matched, matches[before], matches[after]),
      ...speechOf(sought, view, matched),
      ...wordingOf(sought, view),
      words: question.terms.length,
      kind: KINDS.indexOf(question.kind),
      asking: ASKINGS.indexOf(question.asking),
      gap: GAPS.indexOf(question.gap),
    };
    return { view, matched, features: Float64Array.from(FEATURES, (name) => values[name]) };
  });
  return { sought, measured };
}

interface Share {
  readonly exact: number;
  readonly close: number;
  readonly loose: number;
  readonly local: number;
}

const NOTHING: Share = { exact: 0, close: 0, loose: 0, local: 0 };
const EMPTY: Matched = { strengths: [], places: [], loose: [] };

function shareOf({ terms, total }: Sought, { strengths, loose }: Matched): Share {
  let exact = 0;
  let close = 0;
  let wide = 0;
  let local = 0;
  terms.forEach((term, i) => {
    const strength = strengths[i] ?? 0;
    if (strength > EXACT) exact += term.weight;
    if (strength >= CLOSE) close += term.weight * strength;
    if (strength > EXACT) local += term.local;
    wide += term.weight * (loose[i] ?? 0);
  });
  return { exact: exact / total, close: close / total, loose: wide / total, local };
}

function maxOf(a: Share, b: Share): Share {
  return {
    exact: Math.max(a.exact, b.exact),
    close: Math.max(a.close, b.close),
    loose: Math.max(a.loose, b.loose),
    local: Math.max(a.local, b.local),
  };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function sameStory(other: SentenceView | undefined, view: SentenceView): boolean {
  return other !== undefined && other.story === view.story;
}

type Values<Names extends FeatureName> = Readonly<Record<Names, number>>;

/** The share matched of the words in each role, -1 where the question has none. */
function rolesOf(
  { terms }: Sought,
  { strengths, loose }: Matched,
): Values<'verb' | 'focus' | 'names' | 'namesLoose' | 'numbers' | 'nouns'> {
  const share = (role: string, values: readonly number[]): number => {
    let sum = 0;
    let all = 0;
    terms.forEach(({ term, weight }, i) => {
      if (term.role !== role) return;
      sum += weight * (values[i] ?? 0);
      all += weight;
    });
    return all === 0 ? -1 : sum / all;
  };
  return {
    verb: share('verb', strengths),
    focus: share('focus', strengths),
    names: share('name', strengths),
    namesLoose: share('name', loose),
    numbers: share('number', strengths),
    nouns: share('noun', loose),
  };
}

/** How the matched words stand to each other. */
function shapeOf({ strengths, places }: Matched): Values<'pairs' | 'density' | 'order'> {
  const found = places.filter((place, i) => place >= 0 && (strengths[i] ?? 0) >= CLOSE);
  let pairs = 0;
  let order = 0;
  for (let i = 1; i < places.length; i += 1) {
    const gap = (places[i] ?? -1) - (places[i - 1] ?? -1);
    if ((places[i] ?? -1) < 0 || (places[i - 1] ?? -1) < 0) continue;
    if (gap > 0) order += 1;
    if (gap > 0 && gap <= 3) pairs += 1;
  }
  const most = Math.max(1, places.length - 1);
  const stretch = found.length === 0 ? 1 : Math.max(...found) - Math.min(...found) + 1;
  return { pairs: pairs / most, order: order / most, density: found.length / stretch };
}

function wantedOf(
  question: Question,
  view: SentenceView,
  { places }: Matched,
): Values<'wanted' | 'wantedNear' | 'wantedCount'> {
  const found = findWanted(question, view);
  let wanted = 0;
  let wantedNear = 0;
  for (const { from, to, fit } of found) {
    wanted = Math.max(wanted, fit);
    for (const place of places) {
      if (place < 0 || (place >= from && place < to)) continue;
      const far = place < from ? from - place : place - to + 1;
      wantedNear = Math.max(wantedNear, fit / (1 + far));
    }
  }
  return { wanted, wantedNear, wantedCount: Math.min(5, found.length) };
}

function placeOf(
  { sentence, story }: SentenceView,
  size: number,
): Values<'length' | 'index' | 'depth' | 'opening' | 'size'> {
  const before = story.sentences[sentence.index - 1]?.sentence;
  return {
    length: sentence.tokens.length,
    index: Math.min(60, sentence.index),
    depth: sentence.index / Math.max(1, story.sentences.length - 1),
    opening: before === undefined || before.paragraph !== sentence.paragraph ? 1 : 0,
    size: Math.min(80, size),
  };
}

/** The weight of words that the neighbours have and this sentence lacks. */
function aroundOf(
  { terms, total }: Sought,
  here: Matched,
  before: Matched | undefined,
  after: Matched | undefined,
): number {
  let sum = 0;
  terms.forEach(({ weight }, i) => {
    const near = Math.max(before?.strengths[i] ?? 0, after?.strengths[i] ?? 0);
    if ((here.strengths[i] ?? 0) < 0.3 && near >= CLOSE) sum += weight;
  });
  return sum / total;
}

/** Whether the sentence reports speech, and whether a name of the question stands by its saying word. */
function speechOf(
  { terms }: Sought,
  view: SentenceView,
  matched: Matched,
): Values<'said' | 'saidBy'> {
  const { tokens } = view.sentence;
  const cues = tokens.flatMap(({ lemma, tag }, i) =>
    tag === 'VERB' && SAYING.has(lemma) ? [i] : [],
  );
  const quoted = tokens.some(({ text }) => /^["“”]$/u.test(text));
  const by = matched.places.some(
    (place, i) =>
      place >= 0 &&
      /^(?:name|noun)$/u.test(terms[i]?.term.role ?? '') &&
      cues.some((cue) => Math.abs(cue - place) <= 3),
  );
  return { said: cues.length > 0 || quoted ? 1 : 0, saidBy: by ? 1 : 0 };
}

const NEGATION = /^(?:not|n't|never|no|cannot|without|nor|neither)$/u;

function wordingOf(
  { question, terms }: Sought,
  { sentence, positions }: SentenceView,
): Values<'asks' | 'negated' | 'opposite' | 'pronoun' | 'defines'> {
  const { tokens } = sentence;
  const negated = tokens.some(({ lower }) => NEGATION.test(lower));
  const opening = tokens.find(({ tag }) => tag !== 'PUNCT');
  return {
    asks: tokens.some(({ text }) => text === '?') ? 1 : 0,
    negated: negated === question.negated ? 0 : 1,
    opposite: terms.some(({ opposites }) => opposites.some((word) => positions.has(word))) ? 1 : 0,
    pronoun: opening?.tag === 'PRON' ? 1 : 0,
    defines: question.kind === 'definition' ? defines(question, { sentence, positions }) : 0,
  };
}

/** `Listeria, a …`, `Lantos was …`, `… brother of Lantos`: what follows or comes before the name. */
function defines(
  question: Question,
  { sentence, positions }: Pick<SentenceView, 'sentence' | 'positions'>,
): number {
  const last = question.terms.at(-1);
  const places = last === undefined ? [] : (positions.get(last.stem) ?? []);
  for (const place of places) {
    const [next, after] = [sentence.tokens[place + 1], sentence.tokens[place + 2]];
    if (/^(?:is|was|are|were|means)$/u.test(next?.lower ?? '')) return 1;
    if (
      /^[,(–—-]+$/u.test(next?.text ?? '') &&
      /^(?:a|an|the|who|which)$/u.test(after?.lower ?? '')
    )
      return 1;
    if (sentence.tokens[place - 1]?.tag === 'NOUN') return 0.7;
  }
  return 0;
}
