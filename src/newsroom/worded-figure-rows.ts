import type { Row } from './compound-figure-rows.ts';

const SMALL = '(?:one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2})';
const LARGE = '(?:hundred|thousand|million|billion|trillion)';
const MONEY = '[$£€¥]\\d[\\d,.]*(?: ?(?:m|bn|k|million|billion|trillion))?';

/** Figures said roughly or as odds, amounts whose unit is told twice, and times that a clock shows. */
export const wordedRows: readonly Row[] = [
  // `a couple of hundred people`, `several thousand`
  {
    pattern: new RegExp(`\\b(?<figure>a couple of (?:${LARGE}|dozen))\\b`, 'dgi'),
    kind: 'count',
  },
  { pattern: new RegExp(`\\b(?<figure>several ${LARGE})\\b(?! of)`, 'dgi'), kind: 'count' },
  // `60-odd exercises`
  { pattern: /(?<![\w.,-])(?<![Aa]t )(?<figure>\d{2,3}-odd)\b/dg, kind: 'count' },
  // `a million to one`, `fifty-fifty`, `1,000-1`
  {
    pattern: /\b(?<figure>a (?:hundred|thousand|million|billion) to one)\b/dgi,
    kind: 'score',
    isWhole: true,
  },
  { pattern: /\b(?<figure>fifty-fifty|50-50|nil-nil)\b/dgi, kind: 'score', isWhole: true },
  {
    pattern: /(?<![\w.,$£€-])(?<figure>\d{1,3},\d{3}-1)(?![\w-]|,\d)/dg,
    kind: 'score',
    isWhole: true,
  },
  // `one pound in every eight`
  {
    pattern: new RegExp(`\\b(?<figure>one \\p{Ll}+ (?:in|out of) every ${SMALL})\\b`, 'dgiu'),
    kind: 'fraction',
  },
  // `a cent and a half`
  {
    pattern:
      /\b(?<figure>a (?:cent|penny|point|degree|length|pint|dollar|pound|euro) and a (?:half|quarter))\b/dgi,
    kind: 'count',
    isWhole: true,
  },
  // `17 percent to 20 percent`, `$4 billion to $7 billion`, where `from … to …` tells of a change unless it runs
  {
    pattern:
      /(?<![\w.,$£€-])(?<figure>\d+(?:\.\d+)? (?:percent|per cent) to \d+(?:\.\d+)? (?:percent|per cent))\b/dg,
    kind: 'percent',
    holds: (before) => !/\bfrom $/.test(before),
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:rang(?:ing|ed|es|e)|runs?|running) from )(?<figure>${MONEY} to ${MONEY})\\b`,
      'dg',
    ),
    kind: 'money',
  },
  // `2 hours, 24 minutes and 9 seconds`
  {
    pattern: new RegExp(
      `\\b(?<figure>${SMALL} hours?,? ${SMALL} minutes?,? and ${SMALL} seconds?)\\b`,
      'dgi',
    ),
    kind: 'count',
    isWhole: true,
  },
  // `1:55.13`, `1:52 ahead`, `a best of 1:13`, `took 5:14`; not `at 5:14`
  {
    pattern:
      /(?<![\d:.])(?<figure>\d{1,2}:\d\d\.\d{1,3}|(?<!\bat )\d{1,2}:\d\d(?= (?:ahead|behind|clear|adrift|up on|faster|slower))|(?<=\b(?:took|ran|clocked|trailed by|led by|PR of|PB of|best of|record of|inside|break|broke) )\d{1,2}:\d\d)(?![:\d]| ?[ap]\.?m)/dg,
    kind: 'count',
    isWhole: true,
  },
  // `10st 1lb`
  { pattern: /(?<![\w.])(?<figure>\d{1,2} ?st \d{1,2} ?lbs?)\b/dg, kind: 'count', isWhole: true },
];
