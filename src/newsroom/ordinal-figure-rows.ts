import type { Row } from './compound-figure-rows.ts';

const COUNTED_IN_ORDER =
  '(?:wins?|victor(?:y|ies)|titles?|defeats?|loss(?:es)?|goals?|centur(?:y|ies)|wickets?|medals?|caps?|appearances?|attempts?|terms?|times?|cases?|deaths?|child|births?|anniversar(?:y|ies)|birthdays?|editions?|games?|match(?:es)?|starts?|seasons?|years?|months?|weeks?|days?|hits?|tries|try|touchdowns?|album|novel|film|book)';

const ORDINAL =
  '(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\\d+(?:st|nd|rd|th))';

/** Ordinals that count something: `his third win`, `for a sixth day`, `the No. 4 side`. */
export const ordinalRows: readonly Row[] = [
  // `his third win`, `its fifth in a row`, `a 100th goal`
  {
    pattern: new RegExp(
      `(?<=\\b(?:his|her|their|its|our|my|an?|the|['’]s?) )(?<figure>${ORDINAL})(?= (?:straight|consecutive|successive|in a row))(?: (?:straight|consecutive|successive))?(?: (?<unit>${COUNTED_IN_ORDER})\\b)?`,
      'dgu',
    ),
    kind: 'count',
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:his|her|their|its|our|my) )(?<figure>${ORDINAL}) (?=(?:[\\p{L}-]+ )?${COUNTED_IN_ORDER})\\b`,
      'dgu',
    ),
    kind: 'count',
  },
  // `It was his twelfth.`, `Marram's ninth;`, `the seventh of her career`
  {
    pattern: new RegExp(
      `(?<=(?:\\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur|[Mm]y)|['’]s|s['’]) )(?<figure>first|${ORDINAL})(?=[.,;:]| of (?:the|his|her|their|its|this) (?:season|year|night|day|game|match|tour|campaign|summer)\\b)`,
      'dgu',
    ),
    kind: 'count',
    isWhole: true,
  },
  {
    pattern: new RegExp(
      `(?<=\\bthe )(?<figure>first|${ORDINAL})(?= (?:of (?:the|his|her|their|its|this) (?:career|season|series|year|tournament|campaign|tour|reign|term)\\b|whose\\b|at home\\b|away\\b))`,
      'dgu',
    ),
    kind: 'count',
    isWhole: true,
  },
  // `a second female`, `for a sixth day`, `a tenth fire`; not `a third of`, `a third party`
  {
    pattern: new RegExp(
      `(?<=\\b[Aa] |\\bfor the )(?<figure>${ORDINAL}) (?!(?:half|quarter|floor|century|minute|party|person|name|class|rate|reading|degree|of|to|in|and|or|from|later|ago|before|after|lower|higher|more|less|each|at|on|by|for|as|behind|ahead|since|when|if|that|which|who|while|because|inning|innings|period|round)\\b)(?=\\p{Ll})`,
      'dgu',
    ),
    kind: 'count',
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:added|scored|hit|struck|got|won|lost|made|took|claimed|grabbed|netted|baked|built) (?:a|his|her|their|its) )(?<figure>${ORDINAL})(?=[.,;]| (?:from|in|with|before|after|and|on|at)\\b)`,
      'dgu',
    ),
    kind: 'count',
    isWhole: true,
  },
  // `the region's third ferry disaster`, `her second wife`; not `its second half`
  {
    pattern: new RegExp(
      `(?<=(?:\\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur|[Mm]y|[Ww]hose)|['’]s|s['’]) )(?<figure>first|${ORDINAL})(?= (?!(?:two|three|four|five|six|seven|eight|nine|ten|half|quarter|floor|century|minute|name|period|reading|degree|place|person|world|time|thought|instinct)\\b)\\p{Ll})`,
      'dgu',
    ),
    kind: 'count',
  },
  // `the fourth strike in two years`, `the ninth of ten sisters`, `a second yellow card`
  {
    pattern: new RegExp(
      `(?<=\\bthe )(?<figure>${ORDINAL})(?= (?!half|quarter|floor|century|minute|time\\b|of|in|at|on)(?:\\p{Ll}+ ){1,2}(?:in (?:as many|the past|the last|\\p{L}+|\\d+) (?:days|weeks|months|years|games|matches|seasons|decades)|this (?:year|season|month|week))\\b)`,
      'dgu',
    ),
    kind: 'count',
  },
  {
    pattern: new RegExp(
      `(?<=\\bthe )(?<figure>first|${ORDINAL})(?= of (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,3}) \\p{Ll})`,
      'dgu',
    ),
    kind: 'count',
    isWhole: true,
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:a|the|his|her) )(?<figure>${ORDINAL}) (?<unit>(?:yellow|red) card|booking)\\b`,
      'dgu',
    ),
    kind: 'count',
  },
  // a place: `drop to fourth`, `up to second in the table`, `Rovers, ninth before the match, won`, `in sixth place`
  {
    pattern: new RegExp(
      `(?<=\\b(?:climb|drop|slip|fall|rise|move|go|slide|sink|jump)(?:s|ed|ped|es)? (?:up |down |back )?to |\\b(?:fell|rose|went|slid|sank|up|down|back) to )(?<figure>first|${ORDINAL})(?=[.,;]|$| (?:in|on|with|after|and|behind)\\b)`,
      'dgu',
    ),
    kind: 'count',
    isWhole: true,
  },
  {
    pattern: new RegExp(
      `(?<=\\p{Lu}[\\p{L}’'-]+, )(?<figure>${ORDINAL})(?= (?:at (?:kick-off|half-time|the start)|before (?:the )?(?:match|game|kick-off)|in the (?:table|league|standings|championship))[^,.;]{0,20},)`,
      'dgu',
    ),
    kind: 'count',
    isWhole: true,
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:in|into|to|for|took|take|claimed|from) )(?<figure>first|${ORDINAL})(?= place\\b)`,
      'dgu',
    ),
    kind: 'count',
    isWhole: true,
  },
  // `the third week running`
  {
    pattern: new RegExp(
      `(?<=\\bthe )(?<figure>${ORDINAL})(?= \\p{Ll}+ (?:running|in succession|on the trot|in a row)\\b)`,
      'dgu',
    ),
    kind: 'count',
  },
  // `for the fourth time`, `the 500th machine`
  {
    pattern: new RegExp(`(?<=\\bfor (?:the|a) )(?<figure>${ORDINAL}) (?<unit>time)\\b`, 'dgu'),
    kind: 'count',
  },
  {
    pattern:
      /(?<figure>\b\d{1,3}(?:,\d{3})*(?:st|nd|rd|th)) (?!century|floor|minute|street|avenue|birthday|anniversary|hole|of\b)(?<unit>\p{Ll}+)/dgu,
    kind: 'count',
    holds: (before) => !/\b(?:on|until|since|by) the $/.test(before),
  },
  // a rank: `the No. 4 side`, `ranked number 12`
  {
    pattern: /\b(?:the|ranked|seeded|world|former) (?<figure>(?:no\. ?|number )\d{1,3})\b/dgi,
    kind: 'count',
    isWhole: true,
  },
];
