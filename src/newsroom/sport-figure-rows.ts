import type { Row } from './compound-figure-rows.ts';

const SMALL =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|\\d{1,2})';
const OTHER_SIDE = "(?:[\\p{L}’']+ ){0,3}\\p{L}+(?:['’]s|s['’]) ";

/** Figures as reports of matches write them: more than one number or word makes one of them. */
export const sportRows: readonly Row[] = [
  // `287 for 6`, `250 for six declared`, `98 for no loss`; not `200 for 6 weeks`
  {
    pattern:
      /(?<![\w.,$£€-])(?<figure>\d{1,3} for (?:(?:\d|ten|one|two|three|four|five|six|seven|eight|nine)(?: (?:declared|dec\b\.?))?|no loss))(?=[.,;:)]|$| (?:at|in|when|before|after|and|by|with|against|off|from|overnight)\b)/dgu,
    kind: 'score',
    isWhole: true,
  },
  // `took seven for 83`, `figures of 3 for 88`, `ended the day with 2 for 40`
  {
    pattern:
      /(?<=\b(?:took|taking|takes|figures of|finished with|claimed|returned|a return of|(?:finished|ended) the (?:day|innings|session|match) (?:on|with)) )(?<figure>(?:\d|ten|one|two|three|four|five|six|seven|eight|nine) for \d{1,3})(?![\w%]|[.,]\d)/dg,
    kind: 'score',
    isWhole: true,
  },
  // `45 not out`, `118 all out`
  {
    pattern: /(?<![\w.,$£€-])(?<figure>\d{1,3} (?:not|all) out)\b/dgu,
    kind: 'score',
    isWhole: true,
  },
  // `in reply to the hosts' 341`, `chasing England's 212`
  {
    pattern: new RegExp(
      `(?<=\\b(?:reply to|response to|chas(?:ing|ed)|overhaul(?:ing|ed)) ${OTHER_SIDE})(?<figure>\\d{2,3})(?![\\w%]|[.,]\\d)`,
      'dgu',
    ),
    kind: 'score',
    isWhole: true,
  },
  // `a six-under-par 66`, `four under par`, `two over through nine holes`
  {
    pattern: new RegExp(`(?<![\\w.-])(?<figure>${SMALL}[- ](?:under|over)[- ]par)\\b`, 'dgi'),
    kind: 'score',
    isWhole: true,
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:is|was|at|to|on|of|finish(?:ed|es)|stands?|stood|go(?:es)?|went|fell|slid|dropped|moved) )(?<figure>${SMALL}[- ](?:under|over))(?=[.,;:)]|$| (?:through|after|for (?:the|his|her|their) (?:round|day|week|tournament|championship))\\b)`,
      'dgi',
    ),
    kind: 'score',
    isWhole: true,
  },
  // `best-of-five`, `five-on-three`
  {
    pattern: new RegExp(
      `\\b(?<figure>best-of-${SMALL}|${SMALL}-on-${SMALL})\\b(?: (?<unit>series|final|match))?`,
      'dgi',
    ),
    kind: 'count',
  },
];
