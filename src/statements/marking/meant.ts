import type { Named } from '../../names/named.ts';
import { firstWhere, overlaps, type Span } from '../../text/span.ts';
import type { Basis } from '../statement.ts';
import { type Marks, markerTables, meanOf, productWith, stepOf } from './marker.ts';
import { NAME_SIGNS, SOURCE_SIGNS, type SourceSign, signOfName } from './signs.ts';
import { type PieceRange, piecesOf } from './windows.ts';

/** Whom some words may mean: a name of the story or nobody, and how likely that is; all shares together are 1. */
export interface Meant {
  readonly named: Named | null;
  readonly chance: number;
}

const BEFORE = 240; // places that are looked at: a story of news has fewer, a book costs no more per statement
const BEHIND = 60;

/** A place that tells of somebody, and what of it is the same whatever words are asked about. */
interface Place extends PieceRange {
  /** Whom; null for nobody whom the story names, which only a source can mean. */
  readonly named: Named | null;
  readonly answers: readonly number[];
  /** How much speaks for it whoever asks. */
  readonly weight: number;
  /** By the sign of the source that asks. */
  readonly fits: readonly number[];
}

/** What stands for a speaker, and whom the rules take it for; null where they were not asked. */
export interface StandIn {
  readonly words: Span;
  readonly sign: SourceSign;
  readonly ruled: { readonly basis: Basis; readonly named: Named | null } | null;
}

/** What a story's names tell of its sources, and its sources of those behind them. */
export interface Meaning {
  /** Whom what stands for a speaker means, the likeliest first; nobody at all where the marker has not read it. */
  readonly weigh: (standIn: StandIn) => readonly Meant[];
  /** Notes whom a source means, which tells of the sources behind it. They are told in the story's order, or nearly. */
  readonly tell: (source: Pick<StandIn, 'words' | 'sign'>, named: Named | null) => void;
}

/** Opens a story for asking whom its sources mean. */
export function openMeaning(marks: Marks, names: readonly Named[]): Meaning {
  const named = names
    .flatMap((one) => one.mentions.flatMap((mention) => readName(marks, one, mention)))
    .sort(inOrder);
  const told: Place[] = [];
  return {
    weigh(standIn) {
      const source = piecesOf(marks.pieces, standIn.words);
      return source === null ? [] : weigh(marks, { named, told }, source, standIn);
    },
    tell({ words, sign }, whom) {
      if (whom?.mentions.some((mention) => overlaps(mention, words))) return; // it is one of the names' places
      const { again } = markerTables();
      const fits = again.map((row) => row[SOURCE_SIGNS.indexOf(sign)] ?? 0);
      for (const place of readPlace(marks, whom, words, fits))
        told.splice(
          firstWhere(told, (one) => inOrder(one, place) > 0),
          0,
          place,
        );
    },
  };
}

function readName(marks: Marks, named: Named, mention: Span): readonly Place[] {
  const sign = NAME_SIGNS.indexOf(signOfName(named));
  const fits = markerTables().signs.map((row) => row[sign] ?? 0);
  return readPlace(marks, named, mention, fits);
}

function readPlace(
  marks: Marks,
  named: Named | null,
  span: Span,
  fits: readonly number[],
): readonly Place[] {
  const range = piecesOf(marks.pieces, span);
  if (range === null) return [];
  const { columns } = markerTables();
  const answers = meanOf(marks, range, columns.whoAnswers);
  const [weight = 0] = meanOf(marks, range, columns.named);
  return [{ named, ...range, answers, weight, fits }];
}

function inOrder(a: PieceRange, b: PieceRange): number {
  return a.from - b.from || a.to - b.to;
}

/** Places in order: those of names, and of sources told before. */
interface Places {
  readonly named: readonly Place[];
  readonly told: readonly Place[];
}

function weigh(
  marks: Marks,
  { named, told }: Places,
  source: PieceRange,
  { sign, ruled }: StandIn,
): readonly Meant[] {
  const { columns, ruled: trust } = markerTables();
  const asks = meanOf(marks, source, columns.whoAsks);
  const [own, last] = [named, told].map((some) =>
    firstWhere(some, ({ from }) => from >= source.from),
  );
  const before = [...lastOf(named, own), ...lastOf(told, last)].sort(inOrder).slice(-BEFORE);
  const scores = new Map<Named | null, number[]>();
  scores.set(null, meanOf(marks, source, columns.nobody));
  [...before, ...named.slice(own, (own ?? 0) + BEHIND)].forEach((place, at) => {
    const fits = place.fits[SOURCE_SIGNS.indexOf(sign)] ?? 0;
    const score = scoreOf(asks, place, source, before.length - at) + fits;
    const some = scores.get(place.named);
    if (some === undefined) scores.set(place.named, [score]);
    else some.push(score);
  });
  const [forNamed, forNobody] = ruled === null ? [0, 0] : trust[ruled.basis];
  const most = Math.max(...[...scores.values()].flat());
  const sums = [...scores].map(([named, all]) => {
    const sum = all.reduce((total, score) => total + Math.exp(score - most), 0);
    const more = named === ruled?.named ? (named === null ? forNobody : forNamed) : 0;
    return { named, sum: sum * Math.exp(more) };
  });
  const total = sums.reduce((all, { sum }) => all + sum, 0);
  return sums
    .map(({ named, sum }) => ({ named, chance: sum / total }))
    .sort((a, b) => b.chance - a.chance);
}

function lastOf(places: readonly Place[], end = 0): readonly Place[] {
  return places.slice(Math.max(0, end - BEFORE), end);
}

/** How much speaks for a place; `ahead`: how many places it lies before the source, from 1; behind from 0 down. */
function scoreOf(asks: readonly number[], place: Place, source: PieceRange, ahead: number): number {
  const { far, between, ranks } = markerTables();
  const steps = (far.length - 1) / 2;
  const isBefore = place.from < source.from;
  const isInside = place.from < source.to && source.from < place.to;
  const step = isInside
    ? 2 * steps
    : isBefore
      ? stepOf(source.from - place.from, steps)
      : steps + stepOf(place.from - source.from, steps);
  const passed = isBefore ? ahead - 1 : -ahead;
  const rank = ranks.findIndex((most) => passed <= most);
  const row = (rank < 0 ? ranks.length : rank) + (isBefore ? 0 : ranks.length + 1);
  return productWith(asks, place.answers) + place.weight + (far[step] ?? 0) + (between[row] ?? 0);
}
