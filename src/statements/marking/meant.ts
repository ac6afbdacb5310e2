import type { Named } from '../../names/named.ts';
import { firstWhere, type Span } from '../../text/span.ts';
import type { Basis } from '../statement.ts';
import { type Marks, markerTables, meanOf, productWith, stepOf } from './marker.ts';
import { NAME_SIGNS, SOURCE_SIGNS, type SourceSign, signOfName } from './signs.ts';
import { type PieceRange, piecesOf } from './windows.ts';

/** Whom some words may mean: a name of the story or nobody, and how likely that is; all shares together are 1. */
export interface Meant {
  readonly named: Named | null;
  readonly chance: number;
}

const BEFORE = 240; // places of names that are looked at: a story of news has fewer, a book costs no more per statement
const BEHIND = 60;

/** Where somebody is named, and what of it is the same whatever words are asked about. */
interface Place extends PieceRange {
  readonly named: Named;
  readonly answers: readonly number[];
  /** How much speaks for it whoever asks. */
  readonly weight: number;
}

/** What stands for a speaker, and whom the rules take it for; null where they were not asked. */
export interface StandIn {
  readonly words: Span;
  readonly sign: SourceSign;
  readonly ruled: { readonly basis: Basis; readonly named: Named | null } | null;
}

/** Whom what stands for a speaker means, the likeliest first; nobody at all where the marker has not read it. */
export function readMeant(
  marks: Marks,
  names: readonly Named[],
): (standIn: StandIn) => readonly Meant[] {
  const places = names
    .flatMap((named) => named.mentions.flatMap((mention) => readPlace(marks, named, mention)))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  return (standIn) => {
    const source = piecesOf(marks.pieces, standIn.words);
    return source === null ? [] : weigh(marks, places, source, standIn);
  };
}

function readPlace(marks: Marks, named: Named, mention: Span): readonly Place[] {
  const range = piecesOf(marks.pieces, mention);
  if (range === null) return [];
  const { columns } = markerTables();
  const answers = meanOf(marks, range, columns.whoAnswers);
  const [weight = 0] = meanOf(marks, range, columns.named);
  return [{ named, ...range, answers, weight }];
}

function weigh(
  marks: Marks,
  places: readonly Place[],
  source: PieceRange,
  { sign, ruled }: StandIn,
): readonly Meant[] {
  const { columns, signs, ruled: trust } = markerTables();
  const asks = meanOf(marks, source, columns.whoAsks);
  const own = firstWhere(places, ({ from }) => from >= source.from); // how many lie before
  const first = Math.max(0, own - BEFORE);
  const scores = new Map<Named | null, number[]>();
  scores.set(null, meanOf(marks, source, columns.nobody));
  places.slice(first, own + BEHIND).forEach((place, i) => {
    const fits = signs[SOURCE_SIGNS.indexOf(sign)]?.[NAME_SIGNS.indexOf(signOfName(place.named))];
    const score = scoreOf(asks, place, source, own - (first + i)) + (fits ?? 0);
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

/** How much speaks for the name at a place; `ahead`: how many places of names it lies before the source, from 1; behind from 0 down. */
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
