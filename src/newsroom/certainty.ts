import { HEDGES } from '../text/lexicon/figure-words.ts';
import { firstWhere, type Span } from '../text/span.ts';
import type { Figure } from './figures.ts';

/** A mention of a figure with the words that show how certain it is. */
export interface Mention {
  readonly figure: Figure;
  /** `likely`, `estimated`, `would`: their places, in order; none if it is stated flatly. */
  readonly hedges: readonly Span[];
}

const WINDOW = 12; // words before a figure: `is likely to create an estimated one million jobs`

/** Figures mentioned more than once with varying certainty, each with its mentions in order. */
export function findUnequallySure(figures: readonly Figure[]): readonly (readonly Mention[])[] {
  const groups = new Map<string, Mention[]>();
  for (const figure of figures) {
    if (figure.of === '') continue;
    const key = `${figure.value} ${figure.of}`;
    const mention = { figure, hedges: hedgesOf(figure) };
    const same = groups.get(key);
    if (same === undefined) groups.set(key, [mention]);
    else same.push(mention);
  }
  return [...groups.values()].filter(
    (mentions) => new Set(mentions.map(({ figure, hedges }) => keyOf(figure, hedges))).size > 1,
  );
}

/** The words before a figure, inside its clause, that show how certain it is. */
function hedgesOf({ sentence, span }: Figure): readonly Span[] {
  const { tokens } = sentence;
  const to = firstWhere(tokens, (token) => token.end > span.start);
  const before = tokens.slice(Math.max(0, to - WINDOW), to);
  const clause = before.slice(before.findLastIndex((token) => /^[;:“”"]$/.test(token.text)) + 1);
  return clause
    .filter((token) => HEDGES.has(token.lower))
    .map(({ start, end }) => ({ start, end }));
}

function keyOf({ sentence }: Figure, hedges: readonly Span[]): string {
  const { tokens } = sentence;
  return hedges
    .map(({ start }) => tokens[firstWhere(tokens, (token) => token.start >= start)]?.lower ?? '')
    .sort()
    .join(' ');
}
