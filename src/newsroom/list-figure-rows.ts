import type { Row } from './compound-figure-rows.ts';
import { rises } from './score-or-range.ts';

const DIGITS = '\\d+(?:,\\d{3})*(?:\\.\\d+)?';
const SIGN =
  '(?:°?[CF]|mm|cm|km|kg|mg|ml|mph|km\\/h|kph|ft|in|lb|lbs|kW|MW|GW|g|m|p|c|metres|meters|feet|inches|miles|degrees|tonnes|litres|knots)';
const NAME = "\\p{Lu}[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}’'-]+){0,3}";
const PART = '(?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|hundredth)';

/** Figures known by what stands beside them: the second of a range, of a list, of a score. */
export const listRows: readonly Row[] = [
  // `4C to 6C`, `115.6 mm to 204.4 mm`, `between 20 mm and 35 mm`: the same unit twice
  {
    pattern: new RegExp(
      `(?<![\\w.,-]|(?<!\\brang(?:e|es|ed|ing) )\\bfrom )(?<figure>${DIGITS} ?(?<same>${SIGN}) (?:to|or) ${DIGITS}) ?(?<unit>\\k<same>)\\b`,
      'dgu',
    ),
    kind: 'count',
  },
  {
    pattern: new RegExp(
      `(?<=\\b[Bb]etween )(?<figure>${DIGITS} ?(?<same>${SIGN}) and ${DIGITS} ?\\k<same>)\\b`,
      'dgu',
    ),
    kind: 'count',
    isWhole: true,
  },
  // `18-all`, `came from 14-3 down`, `by 11,310 to 11,298`
  { pattern: /(?<![\w.-])(?<figure>\d{1,3}-all)\b/dgu, kind: 'score', isWhole: true },
  {
    pattern: /(?<=\bfrom )(?<figure>\d{1,3}[-–]\d{1,3})(?= (?:down|up|behind|adrift|ahead)\b)/dgu,
    kind: 'score',
    isWhole: true,
  },
  {
    pattern:
      /(?<=\b(?:by|of|at|was) )(?<figure>\d{1,3}(?:,\d{3})+ to \d{1,3}(?:,\d{3})+)(?![\d,])/dgu,
    kind: 'score',
    isWhole: true,
    holds: (_, __, figure) => {
      const [high = 0, low = 0] = figure
        .split(' to ')
        .map((one) => Number(one.replaceAll(',', '')));
      return high >= low;
    },
  },
  // `11 shots to one`
  {
    pattern: /(?<=\d \p{Ll}{3,12} to )(?<figure>one|nil|none)(?=[.,;]|$)/dgu,
    kind: 'count',
    isWhole: true,
  },
  // `Labour won 40 seats, the Liberals 22 and the Greens 7`
  {
    pattern: new RegExp(
      `(?=\\d)(?<=(?:, |\\band )(?:the )?${NAME} )(?<figure>\\d[\\d,.]*\\d|\\d)(?=,|[.;]?$| and (?:the |one |\\p{Lu}|others))`,
      'dgu',
    ),
    kind: 'count',
    isWhole: true,
    holds: (before) =>
      /\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten)\b/i.test(before) &&
      !/\b(?:January|February|March|April|May|June|July|August|September|October|November|December) $/.test(
        before,
      ),
  },
  // `1hr 12min 5sec`
  {
    pattern:
      /(?<![\w.,-])(?<figure>\d{1,3} ?(?:h|hrs?) ?\d{1,2} ?(?:m|mins?) ?\d{1,2}(?:\.\d+)? ?(?:s|secs?)|\d{1,3} ?mins? \d{1,2}(?:\.\d+)? ?secs?)\b/dgu,
    kind: 'count',
    isWhole: true,
  },
  // `a half share in a racehorse`, `down by a third to a half`, `odds of one in 13.9 million`
  {
    pattern: new RegExp(`\\b(?<figure>[Aa]n? ${PART}) (?<unit>share|stake|interest)\\b`, 'dgu'),
    kind: 'fraction',
  },
  {
    pattern: new RegExp(`\\b(?<figure>[Aa]n? ${PART} (?:to|or) an? ${PART})\\b`, 'dgu'),
    kind: 'fraction',
    isWhole: true,
  },
  {
    pattern: /\b(?<figure>(?:[Oo]ne|1) in \d{1,3}\.\d+ (?:million|billion|trillion))\b/dgu,
    kind: 'count',
    isWhole: true,
  },
  // `convicted him by ten to two`
  {
    pattern:
      /(?<=\b(?:vot|convict|acquit|verdict|majorit|split|margin)\p{L}*(?: [\p{L}’]+){0,4} by )(?<figure>(?:seven|eight|nine|ten|eleven|twelve|\d{1,3}) to (?:one|two|three|four|five|six|seven|eight|nine|\d{1,3}))\b/dgu,
    kind: 'score',
    isWhole: true,
  },
  // `a tenth higher`, `the richest fifth of households`
  {
    pattern: new RegExp(
      `\\b(?<figure>[Aa]n? ${PART}) (?=(?:higher|lower|more|less|bigger|smaller|longer|shorter|cheaper|dearer|faster|slower|fewer|as)\\b)`,
      'dgu',
    ),
    kind: 'fraction',
    isWhole: true,
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:richest|poorest|top|bottom|youngest|oldest|best-paid|worst-paid|wealthiest) )(?<figure>${PART})(?: (?<unit>of (?:the |its |all )?\\p{Ll}+))?`,
      'dgu',
    ),
    kind: 'fraction',
  },
  // `a buyback, the first since the float`
  {
    pattern:
      /(?<=, (?:and )?the )(?<figure>first)(?= (?:since|in \p{L}+ (?:years|months|decades|centuries)|of (?:its|his|her|their) kind)\b)/dgu,
    kind: 'count',
    isWhole: true,
  },
  // `a score of +1.42`, `4.9 per billion miles`, `a penny in the pound`
  { pattern: /(?<![\w.,+])(?<figure>\+\d+(?:\.\d+)?)(?![\d:])/dg, kind: 'count' },
  {
    pattern: new RegExp(
      `(?<![\\w.,$£€-])(?<figure>${DIGITS} (?:per|in every) (?:hundred|thousand|million|billion|\\d{1,3}(?:,\\d{3})+))\\b`,
      'dg',
    ),
    kind: 'fraction',
  },
  {
    pattern: /\b(?<figure>(?:a penny|\d+p|\d+ pence)) (?<unit>in the pound)\b/dgi,
    kind: 'money',
  },
  // `puts the undercount at 60,000 to 75,000`
  {
    pattern:
      /(?<![\w.,$£€-]|\bfrom )(?<figure>\d{1,3}(?:,\d{3})+ (?:to|or) \d{1,3}(?:,\d{3})+)(?![\d,]\d)/dg,
    kind: 'count',
    holds: (_, __, figure) => rises(figure), // a vote has the higher one first
  },
];
