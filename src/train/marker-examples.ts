import type { Named } from '../names/named.ts';
import { NAME_SIGNS, SOURCE_SIGNS, signOfName, signOfSource } from '../statements/marking/signs.ts';
import { type PieceRange, piecesOf, readStoryPieces } from '../statements/marking/windows.ts';
import { standsFor } from '../statements/speakers/meant.ts';
import type { Basis } from '../statements/statement.ts';
import { findStatements } from '../statements/statements.ts';
import { reachOf, type Span } from '../text/span.ts';
import { pairAlike } from './alike.ts';
import { type CorpusArticle, type CorpusAttribution, prepareArticle } from './polnear.ts';

/** A story as the marker's training reads it; ranges are of its word pieces. */
export interface MarkerExample {
  readonly id: string;
  readonly ids: readonly number[];
  readonly windows: readonly Range[];
  readonly names: readonly { readonly sign: number; readonly mentions: readonly Range[] }[];
  readonly attributions: readonly MarkedRanges[];
}

type Range = readonly [from: number, to: number];

interface MarkedRanges {
  readonly cue: readonly Range[];
  readonly source: readonly Range[];
  readonly content: readonly Range[];
  /** What stands for the speaker: the source, or else the cue, or else the words said. */
  readonly anchor: Range | null;
  /** What the source is in itself, as `SOURCE_SIGNS` numbers it. */
  readonly sign: number;
  /** How the rules came to whom they name, and its place among the names; null where they find no such statement. */
  readonly ruled: { readonly basis: Basis; readonly named: number | null } | null;
  /** The place of who speaks among the names; null for nobody whom the story names; 'unknown' where that is not marked. */
  readonly speaker: number | null | 'unknown';
}

/** Makes an example of a marked article; `isWhole`: whoever has no speaker is nobody whom the story names. */
export function readMarkerExample(article: CorpusArticle, isWhole: boolean): MarkerExample {
  const story = prepareArticle(article);
  const pieces = readStoryPieces(story);
  const range = (span: Span): readonly Range[] => {
    const found = piecesOf(pieces, span);
    return found === null ? [] : [rangeOf(found)];
  };
  const names = story.names;
  const twins = pairAlike(article.text, article.attributions, findStatements(story, names, null));
  return {
    id: article.id,
    ids: [...pieces.ids],
    windows: pieces.windows.map(rangeOf),
    names: names.map((one) => ({
      sign: NAME_SIGNS.indexOf(signOfName(one)),
      mentions: one.mentions.flatMap(range),
    })),
    attributions: article.attributions.map((one) => {
      const { source, cue, content } = one;
      const twin = twins.get(one);
      const own = twin === undefined ? null : standsFor(twin);
      const anchor =
        own !== null ? [own] : ([source, cue, content].find((spans) => spans.length > 0) ?? []);
      const words = twin === undefined ? (source[0] ?? null) : twin.source;
      return {
        source: source.flatMap(range),
        cue: cue.flatMap(range),
        content: content.flatMap(range),
        anchor: anchor.length === 0 ? null : (range(reachOf(anchor))[0] ?? null),
        sign: SOURCE_SIGNS.indexOf(
          signOfSource(words === null ? null : article.text.slice(words.start, words.end)),
        ),
        ruled:
          twin === undefined
            ? null
            : { basis: twin.speaker.basis, named: placeOf(names, twin.speaker.name) },
        speaker: speakerOf(one, names, isWhole),
      };
    }),
  };
}

function placeOf(names: readonly Named[], name: string | null): number | null {
  const at = names.findIndex((one) => one.name === name);
  return at < 0 ? null : at;
}

function rangeOf({ from, to }: PieceRange): Range {
  return [from, to];
}

function speakerOf(
  { sourceEntity }: CorpusAttribution,
  names: readonly Named[],
  isWhole: boolean,
): number | null | 'unknown' {
  if (sourceEntity === undefined) return isWhole ? null : 'unknown';
  const is = [equals, endsAlike].map((alike) =>
    names.findIndex(({ name, aliases }) => [name, ...aliases].some((a) => alike(a, sourceEntity))),
  );
  return is.find((at) => at >= 0) ?? 'unknown';
}

function bare(name: string): string {
  return name
    .replace(/’/g, "'")
    .replace(/^(?:the|an?) /i, '')
    .toLowerCase();
}

function equals(a: string, b: string): boolean {
  return bare(a) === bare(b);
}

function endsAlike(a: string, b: string): boolean {
  const [one, other] = [bare(a), bare(b)];
  return one.endsWith(` ${other}`) || other.endsWith(` ${one}`);
}
