import { matchesOf } from '../text/matches.ts';
import type { Span } from '../text/span.ts';
import type { Amount } from './amounts.ts';
import { compoundRows } from './compound-figure-rows.ts';
import { listRows } from './list-figure-rows.ts';
import { ordinalRows } from './ordinal-figure-rows.ts';
import { sportRows } from './sport-figure-rows.ts';
import { wordedRows } from './worded-figure-rows.ts';

const rows = [...compoundRows, ...listRows, ...ordinalRows, ...sportRows, ...wordedRows];

/** A figure containing marks, letters or words, which no tokenizer keeps whole. */
export interface CompoundFigure {
  readonly span: Span;
  readonly value: number;
  readonly kind: Amount['kind'];
  /** The place of its unit, if inside or right after it. */
  readonly unit: Span | null;
  /** Whether it needs no noun after it: a score, a temperature, a rank. */
  readonly isWhole: boolean;
}

/** Without one of these a sentence has no such figure: a quick check before the patterns. */
const HINT =
  /\d|half|seconds?\b|fifty-|nil-|couple of |several |quarter|fifth|tenth|first |second|third|th\b|-(?:in|to|or|of|on|out)-| (?:in|of|out of) every | or | to one\b|nner|fiver|penny|grand\b|plus |minus |-under|-over| under| over|twice|once|double|triple|foot |hour and|minute and|hundred|thousand|million|billion|once|between /i;

/** The compound figures of a sentence, in order; of two that overlap, the one that begins first. */
export function findCompoundFigures(text: string, sentence: Span): readonly CompoundFigure[] {
  const words = text.slice(sentence.start, sentence.end);
  if (!HINT.test(words)) return [];
  const found = rows.flatMap(({ pattern, kind, isWhole = false, holds }) =>
    matchesOf(pattern, words).flatMap((match): CompoundFigure[] => {
      const { figure: plain, figure2: other } = match.indices?.groups ?? {};
      const [start = 0, end = 0] = plain ?? other ?? [];
      const figure = words.slice(start, end);
      if (holds !== undefined && !holds(words.slice(0, start), words.slice(end), figure)) return [];
      const unit = match.indices?.groups?.unit;
      const at = (from: number, to: number): Span => ({
        start: sentence.start + from,
        end: sentence.start + to,
      });
      const value = amountOf(figure);
      const own = unit === undefined ? null : at(...unit);
      return [{ span: at(start, end), value, kind, unit: own, isWhole }];
    }),
  );
  return found
    .toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .filter((one, i, all) => !all.slice(0, i).some(({ span }) => one.span.start < span.end));
}

/** Its value for comparison: the last number, as a range's upper end. */
function amountOf(figure: string): number {
  const numbers = figure.match(/\d+(?:,\d{3})*(?:\.\d+)?/g) ?? [];
  const last = Number((numbers.at(-1) ?? '0').replaceAll(',', ''));
  return /^[-−–]/.test(figure) ? -last : last;
}
