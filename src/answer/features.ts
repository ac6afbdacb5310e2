import type { AnswerKind, Asking } from './kind.ts';
import { type Matched, match, type Sought, seek } from './match.ts';
import type { Question } from './question.ts';
import {
  bestShare,
  NOTHING,
  type RoleShares,
  roleSharesOf,
  type Shape,
  type Share,
  type Surroundings,
  shapeOf,
  shareOf,
  surroundingsOf,
} from './shares.ts';
import type { SentenceView } from './view.ts';
import {
  definesIt,
  type Fitting,
  fittingOf,
  hasOpposite,
  hasPronoun,
  isOpening,
  isSaidBy,
  type Manner,
  mannerOf,
} from './wording.ts';

/** A sentence with its features, and the words that were matched. */
export interface Measured {
  readonly view: SentenceView;
  readonly matched: Matched;
  readonly features: Float64Array;
}

/** What is known of a sentence when its features are read off. */
interface Sight {
  readonly question: Question;
  readonly sought: Sought;
  readonly view: SentenceView;
  readonly matched: Matched;
  readonly share: Share;
  readonly best: Share;
  readonly place: number;
  readonly roles: RoleShares;
  readonly shape: Shape;
  readonly fitting: Fitting;
  readonly manner: Manner;
  readonly near: Surroundings;
  readonly before: Share;
  readonly after: Share;
  readonly next: SentenceView | undefined;
}

// In the order of how much they differ, as far as one can say: the trees split between neighbours.
const KINDS: readonly AnswerKind[] =
  'person group place time duration age count money percent measure reason manner saying action definition yes-no thing'.split(
    ' ',
  ) as AnswerKind[];
const ASKINGS: readonly Asking[] =
  'who when where how-many how-much how-adjective how why which what yes-no none'.split(
    ' ',
  ) as Asking[];
const GAPS: readonly Question['gap'][] = ['subject', 'object', 'complement'];
const UNMATCHED = 0.3; // a match weaker than this is none

type Feature = readonly [name: string, read: (sight: Sight) => number];

/** What the ranker looks at, in this order. Shares are of the question's weight; -1: not asked for. */
const TABLE = [
  ['exact', ({ share }) => share.exact],
  ['close', ({ share }) => share.close],
  ['loose', ({ share }) => share.loose],
  ['local', ({ share }) => share.local],
  // the same against the best sentence of the pool
  ['exactBest', ({ share, best }) => ratio(share.exact, best.exact)],
  ['closeBest', ({ share, best }) => ratio(share.close, best.close)],
  ['looseBest', ({ share, best }) => ratio(share.loose, best.loose)],
  ['localBest', ({ share, best }) => ratio(share.local, best.local)],
  ['looseRank', ({ place }) => Math.min(10, place)], // how many sentences have more
  ['unmatched', ({ matched }) => matched.loose.filter((strength) => strength < UNMATCHED).length],
  ['verb', ({ roles }) => roles.verb],
  ['focus', ({ roles }) => roles.focus],
  ['names', ({ roles }) => roles.names],
  ['namesLoose', ({ roles }) => roles.namesLoose],
  ['numbers', ({ roles }) => roles.numbers],
  ['nouns', ({ roles }) => roles.nouns],
  ['pairs', ({ shape }) => shape.pairs],
  ['density', ({ shape }) => shape.density],
  ['order', ({ shape }) => shape.order],
  ['wanted', ({ fitting }) => fitting.wanted],
  ['wantedNear', ({ fitting }) => fitting.near],
  ['wantedCount', ({ fitting }) => fitting.count],
  ['length', ({ view }) => view.sentence.tokens.length],
  ['opening', ({ view }) => Number(isOpening(view))],
  ['previous', ({ before }) => before.close],
  ['next', ({ after }) => after.close],
  ['nextLoose', ({ after }) => after.loose],
  ['nextPronoun', ({ after, next }) => (hasPronoun(next) ? after.loose : -1)],
  ['three', ({ near }) => near.three],
  ['around', ({ near }) => near.around],
  ['said', ({ manner }) => Number(manner.cues.length > 0 || manner.quoted)],
  ['saidBy', ({ sought, manner, matched }) => Number(isSaidBy(sought, manner, matched))],
  ['asks', ({ manner }) => Number(manner.asks)],
  ['negated', ({ manner, question }) => Number(manner.negated !== question.negated)],
  ['opposite', ({ sought, view }) => Number(hasOpposite(sought, view))],
  ['pronoun', ({ manner }) => Number(manner.pronoun)],
  ['defines', ({ question, view }) => definesIt(question, view)],
  ['words', ({ question }) => question.terms.length],
  ['kind', ({ question }) => KINDS.indexOf(question.kind)],
  ['asking', ({ question }) => ASKINGS.indexOf(question.asking)],
  ['gap', ({ question }) => GAPS.indexOf(question.gap)],
] as const satisfies readonly Feature[];

export type FeatureName = (typeof TABLE)[number][0];
export const FEATURES: readonly FeatureName[] = TABLE.map(([name]) => name);
const READERS: readonly Feature[1][] = TABLE.map(([, read]) => read);

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** Measures each sentence of a pool against a question. `vocabulary`: in how many each stem stands. */
export function measure(
  question: Question,
  pool: readonly SentenceView[],
  vocabulary: ReadonlyMap<string, number>,
): { readonly sought: Sought; readonly measured: readonly Measured[] } {
  const stories = new Set(pool.map(({ story }) => story));
  const isProper = (stem: string): boolean => [...stories].some(({ proper }) => proper.has(stem));
  const sought = seek(question, vocabulary, pool.length, isProper);
  const matches = pool.map((view) => match(sought, view));
  const shares = matches.map((matched) => shareOf(sought, matched));
  const best = bestShare(shares);
  const ranked = shares.map(({ loose }) => loose).sort((a, b) => b - a);
  const measured = pool.map((view, i): Measured => {
    const matched = matches[i] as Matched;
    const share = shares[i] ?? NOTHING;
    const before = pool[i - 1]?.story === view.story ? i - 1 : -1;
    const after = pool[i + 1]?.story === view.story ? i + 1 : -1;
    const sight: Sight = {
      question,
      sought,
      view,
      matched,
      share,
      best,
      place: ranked.indexOf(share.loose),
      roles: roleSharesOf(sought, matched),
      shape: shapeOf(matched),
      fitting: fittingOf(question, view, matched),
      manner: mannerOf(view),
      near: surroundingsOf(sought, matched, matches[before], matches[after]),
      before: shares[before] ?? NOTHING,
      after: shares[after] ?? NOTHING,
      next: pool[after],
    };
    const features = new Float64Array(READERS.length);
    for (let k = 0; k < READERS.length; k += 1) features[k] = (READERS[k] as Feature[1])(sight);
    return { view, matched, features };
  });
  return { sought, measured };
}
