import type { Span } from '../text/span.ts';
import type { Amount } from './amounts.ts';

/** A figure that is written as one with marks, letters or words in it, which no tokenizer keeps whole. */
export interface CompoundFigure {
  readonly span: Span;
  readonly value: number;
  readonly kind: Amount['kind'];
  /** Where what it measures stands, if it stands in or right behind it. */
  readonly unit: Span | null;
}

interface Row {
  /** `figure` and, where it has one of its own, `unit`; `value` where that is not the first number. */
  readonly pattern: RegExp;
  readonly kind: Amount['kind'];
  /** Whether what stands before and behind leaves it what it looks like. */
  readonly holds?: (before: string, after: string, figure: string) => boolean;
}

const DIGITS = '\\d+(?:,\\d{3})*(?:\\.\\d+)?';
const LENGTH = '(?:feet|foot|ft|inch(?:es)?|in|metres?|meters?|m|cm|km|miles?|yards?|yd|yds)';
const MEASURE = `(?:${LENGTH}|hours?|days?|weeks?|months?|years?|minutes?|seconds?|secs?|tonnes?|tons?|kg|pounds?|lbs?|per cent|percent)`;
const SMALL_NUMBER =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|\\d+)';
const COUNTED_IN_ORDER =
  '(?:wins?|victor(?:y|ies)|titles?|defeats?|loss(?:es)?|goals?|centur(?:y|ies)|wickets?|medals?|caps?|appearances?|attempts?|terms?|times?|cases?|deaths?|child|births?|anniversar(?:y|ies)|birthdays?|editions?|games?|match(?:es)?|starts?|seasons?|years?|months?|weeks?|days?|hits?|tries|try|touchdowns?|album|novel|film|book)';
const ORDINAL =
  '(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\\d+(?:st|nd|rd|th))';

const rows: readonly Row[] = [
  // `8-to-10 feet`, `two-to-three-year`
  {
    pattern: new RegExp(
      `(?<![\\w-])(?<figure>${SMALL_NUMBER}-(?:to|or)-${SMALL_NUMBER})\\b(?:[ -](?<unit>${MEASURE})\\b)?`,
      'dgi',
    ),
    kind: 'count',
  },
  // `-14C`, `−3°C`, `98.6 degrees Fahrenheit` is plain
  {
    pattern: /(?<![\w.-])(?<figure>[-−–]?\d+(?:\.\d+)? ?°? ?[CF])\b(?![-'’])/dg,
    kind: 'count',
    holds: (before, _, figure) => /°|^[-−–]/.test(figure) && !/\p{L}$/u.test(before),
  },
  // `6-foot-2`, `6ft 2in`, `5 feet 10 inches`, `6'2"`
  {
    pattern:
      /(?<![\w.-])(?<figure>\d{1,2}(?:-foot-\d{1,2}|(?: ?ft| feet| foot) ?\d{1,2}(?: ?in(?:ches|s)?)?\b|['’′] ?\d{1,2}(?:["”″]|in\b)))/dg,
    kind: 'count',
  },
  // `25,000sq ft`, `40 sq m`
  {
    pattern: new RegExp(
      `(?<![\\w.,-])(?<figure>${DIGITS}) ?(?<unit>sq\\.? ?(?:ft|feet|m|metres?|meters?|miles?|km|yards?))\\b`,
      'dgi',
    ),
    kind: 'count',
  },
  // `ten and a half million`, `two and a half hours`, `3½`
  {
    pattern: new RegExp(
      `\\b(?<figure>${SMALL_NUMBER}(?:½| and a half| and (?:a|three) quarters?)(?: (?:hundred|thousand|million|billion|trillion))?)(?: (?<unit>\\p{Ll}+))?`,
      'dgiu',
    ),
    kind: 'count',
  },
  // `$5-7 million`, `£2m-£3m`, `$5 to $7 million`
  {
    pattern: new RegExp(
      `(?<figure>[A-Z]{0,3}[$£€¥₹]${DIGITS}(?: ?(?:m|bn|k|million|billion|thousand))?(?:[-–]| to )[$£€¥₹]?${DIGITS}(?: ?(?:m|bn|k|million|billion|trillion|thousand)\\b)?)`,
      'dg',
    ),
    kind: 'money',
    holds: (before) => !/\bfrom $/.test(before),
  },
  // `5-10%`, `12–15 per cent`
  {
    pattern: new RegExp(`(?<![\\w.,$£€-])(?<figure>${DIGITS}%?(?:[-–]| to )${DIGITS} ?%)`, 'dg'),
    kind: 'percent',
    holds: (before) => !/\bfrom $/.test(before),
  },
  // a score: `3-1`, `6-4`, `51-49`, `21–14`; not `5-10 people`, `2013-14`, `555-0199`
  {
    pattern:
      /(?<![\w.,:/$£€–-])(?<figure>\d{1,3}[-–]\d{1,3}(?:[-–]\d{1,3})?)(?![\w%/–-]|[.,:]\d)/dg,
    kind: 'score',
    holds: (before, after, figure) => !isRange(figure, before, after),
  },
  // `his third win`, `its fifth in a row`, `a 100th goal`
  {
    pattern: new RegExp(
      `(?<=\\b(?:his|her|their|its|our|my|an?|the|[\\p{L}]+['’]s?) )(?<figure>${ORDINAL})(?= (?:straight|consecutive|successive|in a row))(?: (?:straight|consecutive|successive))?(?: (?<unit>${COUNTED_IN_ORDER})\\b)?`,
      'dgu',
    ),
    kind: 'count',
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:his|her|their|its|our|my) )(?<figure>${ORDINAL}) (?:[\\p{L}-]+ )?(?<unit>${COUNTED_IN_ORDER})\\b`,
      'dgu',
    ),
    kind: 'count',
  },
  // a rank: `the No. 4 side`, `ranked number 12`
  {
    pattern:
      /(?:\b(?:the|ranked|seeded|world|former) )(?<figure>(?:No\.? ?|[Nn]umber )\d{1,3})\b/dg,
    kind: 'count',
  },
];

/** `12-15 metres`, `ages 5-10`: two numbers that something between them may have. */
function isRange(figure: string, before: string, after: string): boolean {
  const [low = 0, high = 0, third] = figure.split(/[-–]/).map(Number);
  if (third !== undefined) return false;
  if (
    /\b(?:aged?|ages|pages?|pp\.?|chapters?|verses?|rows?|lines?|between|from|No\.?|nos?\.?|numbers?|lot|lots) $/i.test(
      before,
    )
  )
    return true;
  if (
    /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.? $/.test(
      before,
    )
  )
    return true;
  if (
    /^ (?:January|February|March|April|May|June|July|August|September|October|November|December)\b/.test(
      after,
    )
  )
    return true;
  const scored =
    /\b(?:beat|beaten|beats|beating|won|win|wins|winning|lost|lose|loses|losing|drew|draw|drawn|lead|led|leads|leading|trail(?:ed|s|ing)?|down|up|defeat(?:ed|s|ing)?|victory|score(?:d|s)?|at|it|level|ahead|made it|final|finished|ended|passed|approved|rejected|voted?|by|to) $/i.test(
      before,
    ) ||
    /^ (?:win|victory|defeat|loss|draw|lead|vote|scoreline|triumph|thrashing|aggregate|half-time|halftime|final|run|record)\b/.test(
      after,
    );
  return (
    !scored &&
    high > low &&
    /^ \p{Ll}/u.test(after) &&
    !/^ (?:on|in|at|to|and|after|against|with|by|over|for|when|as|but|before|from|thanks|away|last|win|victory)\b/.test(
      after,
    )
  );
}

/** The compound figures of a sentence, in order; of two that overlap the one that begins first. */
export function findCompoundFigures(text: string, sentence: Span): readonly CompoundFigure[] {
  const words = text.slice(sentence.start, sentence.end);
  if (!/\d|half|quarter|second|third|th\b/.test(words)) return [];
  const found = rows.flatMap(({ pattern, kind, holds }) =>
    [...words.matchAll(pattern)].flatMap((match): CompoundFigure[] => {
      const [start = 0, end = 0] = match.indices?.groups?.figure ?? [];
      const figure = words.slice(start, end);
      if (holds !== undefined && !holds(words.slice(0, start), words.slice(end), figure)) return [];
      const unit = match.indices?.groups?.unit;
      const at = (from: number, to: number): Span => ({
        start: sentence.start + from,
        end: sentence.start + to,
      });
      const value = valueOf(figure);
      return [{ span: at(start, end), value, kind, unit: unit === undefined ? null : at(...unit) }];
    }),
  );
  return found
    .toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .filter((one, i, all) => !all.slice(0, i).some(({ span }) => one.span.start < span.end));
}

/** What it comes to for comparing: its last number, as a range's upper end. */
function valueOf(figure: string): number {
  const numbers = figure.match(/\d+(?:,\d{3})*(?:\.\d+)?/g) ?? [];
  const last = Number((numbers.at(-1) ?? '0').replaceAll(',', ''));
  return /^[-−–]/.test(figure) ? -last : last;
}
