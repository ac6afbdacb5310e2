import { CURRENCY_CODES } from '../text/lexicon/figure-words.ts';
import type { Amount } from './amounts.ts';
import { isRange, rises } from './score-or-range.ts';

export interface Row {
  /** Named groups: `figure`; `unit` if it has its own; `value` if that is not the first number. */
  readonly pattern: RegExp;
  readonly kind: Amount['kind'];
  readonly isWhole?: true;
  /** Whether the context before and after confirms it. */
  readonly holds?: (before: string, after: string, figure: string) => boolean;
}

const DIGITS = '\\d+(?:,\\d{3})*(?:\\.\\d+)?';
/** `SEK`, as alternatives of a pattern. */
const CODES = [...CURRENCY_CODES]
  .filter((code) => /^[a-z]{3}$/.test(code))
  .map((code) => code.toUpperCase())
  .join('|');

const LENGTH = '(?:feet|foot|ft|inch(?:es)?|in|metres?|meters?|m|cm|km|miles?|yards?|yd|yds)';
const MEASURE = `(?:${LENGTH}|hours?|days?|weeks?|months?|years?|minutes?|seconds?|secs?|tonnes?|tons?|kg|pounds?|lbs?|per cent|percent)`;

const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December';

const COUNT_WORD =
  '(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|\\d+)';

const SMALL_NUMBER =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|\\d+)';

/** Figures with marks, letters or words in them: ranges, scores, durations, parts of a unit. */
export const compoundRows: readonly Row[] = [
  // `8-to-10 feet`, `two-to-three-year`
  {
    pattern: new RegExp(
      `(?<![\\w-])(?<figure>${SMALL_NUMBER}-(?:to|or)-${SMALL_NUMBER})\\b(?:[ -](?<unit>${MEASURE})\\b)?`,
      'dgi',
    ),
    kind: 'count',
  },
  // `two or three weeks`, `five or six thousand`, `20 or 30`
  {
    pattern: new RegExp(
      `(?<![\\w.,-])(?<figure>${SMALL_NUMBER} or ${SMALL_NUMBER}(?: (?:hundred|thousand|million|billion|dozen))?)(?= \\p{L}|[.,;])(?! (?:${MONTHS})\\b)`,
      'dgiu',
    ),
    kind: 'count',
  },
  // `three to one`, `odds of 15 to 1`, `a vote of 9 to 4`
  {
    pattern: new RegExp(
      `(?<=\\b(?:by|of|at|was|voted|than|is|were) (?:nearly |almost |about )?)(?<figure>(?:${SMALL_NUMBER} to one|\\d{1,3} to \\d{1,3}))(?=[,.;]|$| (?:in|on|against|among|for|to|with)\\b)`,
      'dgi',
    ),
    kind: 'score',
    isWhole: true,
    holds: (_, after, figure) => {
      const [low = '', high = ''] = figure.split(' to ');
      return /one$/i.test(high) || (Number(low) > Number(high) && !/^ [ap]\.?m/.test(after));
    },
  },
  // `2hr 11min`, `5h 36m`, `1m 42s`, `55min`
  {
    pattern:
      /(?<![\w.,-])(?<figure>\d{1,3} ?(?:h|hrs?) ?\d{1,2} ?(?:m|mins?)|\d{1,3} ?(?:m|mins?) ?\d{1,2}(?:\.\d+)? ?(?:s|secs?)|\d{1,3}(?:hrs?|mins?|secs?))\b/dg,
    kind: 'count',
    isWhole: true,
  },
  // `2:21:07`, `with 1:33 left`, `skated for 8:44`
  {
    pattern:
      /(?<![\d:])(?<figure>\d{1,2}:\d\d:\d\d(?:\.\d+)?|\d{1,2}:\d\d(?:\.\d+)?(?= (?:left|remaining|to (?:go|play)|on the clock))|(?<=\b(?:in|for) )\d{1,2}:\d\d(?:\.\d+)?)(?![:\d])/dg,
    kind: 'count',
    isWhole: true,
  },
  // `an hour and ten minutes`, `a minute and a half`
  {
    pattern: new RegExp(
      `\\b(?<figure>an? (?:hour|minute|day|week|month|year|mile|foot) and ${COUNT_WORD}) (?<unit>${MEASURE})\\b`,
      'dgi',
    ),
    kind: 'count',
  },
  // `a quarter of an hour`, `three-quarters of an inch`, `1/32 of an inch`, `half a million`
  {
    pattern: new RegExp(
      `\\b(?<figure>(?:half|an? (?:quarter|third|fifth|tenth)|(?:three|two|one)[- ](?:quarters?|thirds?)) of an? (?:${MEASURE}|million|billion|century|dozen))\\b`,
      'dgi',
    ),
    kind: 'fraction',
  },
  {
    pattern:
      /(?<![\w/])(?<figure>\d{1,2}\/\d{1,3}(?:th|rd|nd|ths)?)(?= (?:of|inch|mile|cup|tsp|tbsp))/dg,
    kind: 'fraction',
    holds: (_, __, figure) => figure !== '9/11',
  },
  // `a quarter-point`, `the half-point rise`
  {
    pattern:
      /\b(?<figure>(?:half|quarter|three-quarter)-(?:percentage-)?(?:points?|mile|inch|hour|length|acre|pint|century|price))\b/dgi,
    kind: 'fraction',
    isWhole: true,
  },
  // `£1.1m.`, `$4bn`: even if the letter has a full stop after it
  {
    pattern: new RegExp(
      `(?<![\\w.])(?<figure>(?:[A-Z]{0,3}[$£€¥₹]|(?:${CODES}) )${DIGITS}(?:m|bn|k|tn|b))(?=\\.(?:\\s|$|["”’)]))`,
      'dg',
    ),
    kind: 'money',
  },
  // `R6m`, `R20-million`, `R212 000`, `RM4,500`, `₦80bn`: of letters alone roads have fewer digits, `the R104`
  {
    pattern:
      /(?<![\w.,$£€-])(?<figure>(?:(?:R|N|K|P|RM|Rp|Tk|KSh|Sh|Rs)(?=\d{1,3}(?:[,\u00a0\u202f ]\d{3}\b|(?:\.\d+)?[ -]?(?:m|bn|k|tn|million|billion|trillion|crore|lakh)\b)|\d{4})|[₦₱₩฿₺₽₴₪₵₫₲])\d{1,3}(?:(?:[,\u00a0\u202f ]\d{3})+\b|\d*)(?:\.\d+)?(?:[ -]?(?:m|bn|k|tn|million|billion|trillion|crore|lakh)\b)?)/dgu,
    kind: 'money',
  },
  {
    pattern: new RegExp(
      `(?<![\\w.,$£€-])(?<figure>${DIGITS})(?<unit>p|c|m|bn|k|g|kg|mg|cm|mm|km|C|F|W|kW|ft|in|mph|lb)(?=\\.(?:\\s|$|["”’)]))`,
      'dg',
    ),
    kind: 'count',
  },
  // `96½p`
  { pattern: /(?<![\w.])(?<figure>[$£€]?\d+[½¼¾]p?)(?![\w])/dg, kind: 'count' },
  // `a tenner`, `twice`, `made double`
  { pattern: /\b(?<figure>an? (?:tenner|fiver|grand))\b/dgi, kind: 'money', isWhole: true },
  { pattern: /\b(?<figure>twice|thrice)\b/dgi, kind: 'count', isWhole: true },
  {
    pattern:
      /(?<=\b(?:only|just|than|least) )(?<figure>once)\b|\b(?<!\bat )(?<figure2>once)(?= (?:(?:an?|every|per) (?:day|week|month|year|minute|hour|night|season|decade|century|fortnight|generation)|after \d+|in (?:every )?\d+)\b)/dgi,
    kind: 'count',
    isWhole: true,
  },
  {
    pattern:
      /(?<=\b(?:made|make|give|given|gave|get|gets|got|pay|pays|paid|cost|costs|charge|charged|earn|earned|need|want|nearly|almost|about|than|is|was|are|were|to|and) (?:her |him |them |us |me |you )?)(?<figure>double|triple|treble|quadruple)(?=[,.;:]| (?:the|that|what|its|his|her|their|last|this|if|and|in)\b)/dgi,
    kind: 'count',
    isWhole: true,
  },
  // `five foot nothing`, `six foot four`
  {
    pattern: new RegExp(
      `\\b(?<figure>(?:four|five|six|seven) foot (?:nothing|${COUNT_WORD}))\\b`,
      'dgi',
    ),
    kind: 'count',
    isWhole: true,
  },
  // `12-by-8-foot`, `30-by-40`
  {
    pattern: new RegExp(`(?<![\\w-])(?<figure>\\d+-by-\\d+(?:-${LENGTH})?)\\b`, 'dgi'),
    kind: 'count',
    isWhole: true,
  },
  // `-14C`, `−3°C`, `98.6 degrees Fahrenheit` is plain
  {
    pattern: /(?<![\w.-])(?<figure>[-−–]?\d+(?:\.\d+)?) ?(?<unit>°? ?[CF])\b(?![-'’])/dg,
    kind: 'count',
    holds: (before, after, figure) =>
      (/^ ?°/.test(after) || /^[-−–]/.test(figure)) && !/\p{L}$/u.test(before),
  },
  // `6-foot-2`, `6ft 2in`, `5 feet 10 inches`, `6'2"`
  {
    pattern:
      /(?<![\w.-])(?<figure>\d{1,2}(?:-foot-\d{1,2}|(?: ?ft| feet| foot) ?\d{1,2}(?: ?in(?:ches|s)?)?\b|['’′] ?\d{1,2}(?:["”″]|in\b)))/dg,
    kind: 'count',
    isWhole: true,
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
      `\\b(?<figure>${SMALL_NUMBER}(?:½| and a half| and (?:a|three) quarters?)(?: (?:hundred|thousand|million|billion|trillion))?)`,
      'dgiu',
    ),
    kind: 'count',
  },
  // `$5-7 million`, `£2m-£3m`, `$5 to $7 million`
  {
    pattern: new RegExp(
      `(?<figure>[A-Z]{0,3}[$£€¥₹]${DIGITS}(?: ?(?:m|bn|k|million|billion|thousand))?(?:[-–]| to | or (?=[$£€¥₹]))[$£€¥₹]?${DIGITS}(?: ?(?:m|bn|k|million|billion|trillion|thousand)\\b)?)`,
      'dg',
    ),
    kind: 'money',
    holds: (before) => !/\bfrom $/.test(before),
  },
  // `5-10%`, `12–15 per cent`
  {
    pattern: new RegExp(`(?<![\\w.,$£€-])(?<figure>${DIGITS}%?(?:[-–]| to )${DIGITS} ?%)`, 'dg'),
    kind: 'percent',
    holds: (before, _, figure) => !/\bfrom $/.test(before) && rises(figure), // `by 91% to 9%` are two
  },
  // `between 155 and 165 eggs`, `between $5 million and $7 million`
  {
    pattern: new RegExp(
      `(?<=\\bbetween )(?<figure>(?:[$£€]|Rs\\.? |(?:${CODES}) )?(?:${DIGITS}|${COUNT_WORD})(?: ?(?:m|bn|million|billion|thousand|lakh|crore|%|C|F)\\b)? and (?:[$£€]|Rs\\.? |(?:${CODES}) )?(?:${DIGITS}|${COUNT_WORD})(?: ?(?:m|bn|million|billion|thousand|lakh|crore)\\b| ?%|[CF]\\b)?)(?: (?<unit>${MEASURE})\\b)?`,
      'dgi',
    ),
    kind: 'count',
    holds: (_, after, figure) =>
      !/^(?:1[4-9]|20)\d\d and/.test(figure) && !/^ ?[ap]\.?m\b/.test(after),
  },
  // `temperatures from 28 to 104 degrees`, `ranging from 2 to 7 metres`
  {
    pattern: new RegExp(
      `(?<=\\b(?:rang(?:ing|ed|es|e)|var(?:y|ied|ying)|temperatures|prices|sizes|ages|fees|sums|lengths|heights|depths|speeds) from )(?<figure>[$£€]?${DIGITS} to [$£€]?${DIGITS})(?: (?<unit>${MEASURE})\\b)?`,
      'dgi',
    ),
    kind: 'count',
  },
  // `minus 38`, `minus three`, `.947`
  {
    pattern: new RegExp(
      `(?<!\\bplus or )\\b(?<figure>minus (?:${SMALL_NUMBER}|\\d+\\.\\d+)|plus \\d+(?:\\.\\d+)?)\\b`,
      'dgi',
    ),
    kind: 'count',
    isWhole: true,
  },
  { pattern: /(?<![\w.,])(?<figure>\.\d{3})\b/dg, kind: 'count' },
  // `a one-in-five chance`, `one in every five apples`
  {
    pattern: new RegExp(
      `\\b(?<figure>${SMALL_NUMBER}(?:-in-|-out-of-)${SMALL_NUMBER}|${SMALL_NUMBER} (?:in|of|out of) every (?:\\d{1,3}(?:,\\d{3})+|${SMALL_NUMBER})|${SMALL_NUMBER} in (?:an?|${SMALL_NUMBER})(?: (?:hundred|thousand|million|billion))+)\\b`,
      'dgi',
    ),
    kind: 'fraction',
  },
  // `a mile and a half`
  {
    pattern: new RegExp(`\\b(?<figure>an? ${MEASURE} and a (?:half|quarter))\\b`, 'dgi'),
    kind: 'count',
    isWhole: true,
  },
  // a score: `3-1`, `6-4`, `51-49`, `21–14`; not `5-10 people`, `2013-14`, `555-0199`
  {
    pattern:
      /(?<![\w.,:/$£€–-])(?<figure>\d{1,3}[-–]\d{1,3}(?:[-–]\d{1,3})?)(?![\w%/–-]|[.,:]\d)/dg,
    kind: 'score',
    isWhole: true,
    holds: (before, after, figure) => !isRange(figure, before, after),
  },
  // `two 737s`, `40 A380s`
  {
    pattern: new RegExp(`\\b(?<figure>${COUNT_WORD}) (?<unit>[A-Z]?\\d{2,4}s)(?=[ .,;])`, 'dgi'),
    kind: 'count',
    holds: (_, __, figure) => !/^an?$/i.test(figure),
  },
];
