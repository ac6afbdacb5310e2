import { STREETS } from '../text/lexicon/figure-words.ts';
import { matchesOf } from '../text/matches.ts';
import type { Span } from '../text/span.ts';

const CAPITAL = "\\p{Lu}[\\p{L}’'-]*";
const NUMBER = '\\d+(?:\\.\\d+)*';
const LABEL =
  '(?:[Ll]evel|[Mm]odel|[Vv]ersion|[Ss]oftware version|[Ee]xits?|[Ll]ots?|[Jj]unctions?|[Rr]ooms?|[Ll]ocks?|[Aa]isles?|[Ww]ards?|[Gg]ates?|[Ff]lights?|[Gg]ames?|[Cc]hapters?|[Ss]ections?|[Aa]rticles?|[Hh]ymns?|[Pp]salms?|[Ff]igures?|[Tt]ables?|[Pp]ages?|[Cc]hannels?|[Rr]outes?|[Ll]ines?|[Tt]rains?|[Bb]us(?:es)?|[Pp]laces?|[Bb]ooths?|[Dd]istricts?|[Pp]recincts?|[Uu]nits?|[Bb]atch(?:es)?|[Aa]lert level|[Ll]ocal|[Dd]orm|[Cc]ell|[Bb]erths?|[Pp]latforms?|[Pp]iers?|[Cc]ourts?|[Ee]xhibits?|[Ss]tages?|[Pp]hases?|[Tt]iers?|[Ss]chedules?|[Cc]lauses?|[Pp]aragraphs?|[Rr]egulations?|[Rr]ules?|[Oo]bjects?|[Aa]pollo|[Ff]ormula|Year|Grade)';
const STREET = [...STREETS]
  .filter((word) => /^[a-z]{2,}\.?$/.test(word))
  .map((word) => word.charAt(0).toUpperCase() + word.slice(1).replace('.', '\\.'))
  .join('|');

const MADE =
  '(?:phone|handset|smartphone|tablet|laptop|console|camera|watch|car|engine|rocket|launcher|satellite|aircraft|jet|plane|drone|helicopter|rifle|missile|tank|index|chip|system|software|series|ferry|boat|probe|mission|spacecraft|airliner)(?:s|es)?';

/** Patterns for a number that is part of a name, whatever tags its neighbours have. */
const rows: readonly RegExp[] = [
  // `level 4 of five`, `model 6.2`, `exits 201 and 248`
  new RegExp(
    `\\b${LABEL} (${NUMBER}[A-Za-z]?(?:(?:, ${NUMBER})*,? (?:and|or|to) ${NUMBER})?)(?![\\d%]|[.,:]\\d|[-–]\\d| (?:people|years|days|hours|minutes|per cent|percent|million)\\b)`,
    'gu',
  ),
  // `the Lorne 50 index`, `its Halo 7 phones`, `the ferry Star 3, built`; not `gave the Greens 36 seats`
  new RegExp(`\\b(?:${CAPITAL} ){1,3}(\\d{1,4}) (?:${MADE})\\b`, 'gu'),
  new RegExp(
    `\\b(?:[Tt]he|[Ii]ts|[Aa]n?) (?:\\p{Ll}+ )?(?:${CAPITAL} ){0,2}\\p{Lu}[\\p{L}’-]*[^s\\P{L}] (\\d{1,2})(?=[,.;:](?!\\d))`,
    'gu',
  ),
  /\b(?:[Tt]he|[Ii]ts|[Aa]n?) (?:\p{Ll}+ )?(\d{1,2}) (?=Lite|Pro|Plus|Max|Ultra|Mini\b)/gu,
  // `under sections 12 (theft), 19 (fraud) and 30 (arson)`
  /(?<=\b(?:[Ss]ections|[Aa]rticles|[Cc]lauses|[Ss]chedules) [^.;“”]{1,100})\b(\d{1,4})(?= \()/gu,
  // `The Nikkei 225 gained`, `the FTSE 100`, `40 Halo 7s`
  /\b(?:Nikkei|FTSE|S&P|Dow|DAX|CAC|Russell|Nasdaq|Stoxx|Hang Seng|Ibex) (\d{2,4})\b/gu,
  /\b\p{Lu}[\p{L}’'-]* (\d{1,2}s)\b/gu,
  // `an A330 and a 737`
  /\b[Aa]n? (7[0-9]7|\d{3})(?![.,]\d)(?= ?(?:[.,;:]|$|and\b|jet\b|airliner\b|aircraft\b))/gu,
  // `the 999 call`, `dialled 911`
  /\b((?:999|911|112|000|101|111))(?= (?:call|calls|caller|callers|operator|operators|dispatch\p{L}*|handler|handlers|emergency))/gu,
  /\b(?:called|call|dialled|dialed|dial|rang|ring|phoned) ((?:999|911|112|000|101|111))\b/gu,
  // `checked the numbers (3, 11, 24 and 47)`, `on the 19 to Marl`: those of a draw, of a bus
  /\bnumbers? \((\d{1,2}(?:, \d{1,2})+(?:,? and \d{1,2})?)\)/giu,
  /\b(?:driv(?:e|es|en|ing)|drove|catch(?:es)?|caught|took|takes?|rode|rides?|boards?|boarded|on|off) the ((?:number )?\d{1,3})(?= (?:between|to|from|into|bus|tram|train|has|had|was|is|runs?|ran|stops?|stopped)\b|[.,;](?!\d))/giu,
  /\bthe ([Nn]o\. ?\d{1,3}|[Nn]umber \d{1,3})(?= (?:shirt|jersey|bus|tram|train|route|bus route|kit)\b)/gu,
  // `4400 Industrial Parkway`, `8b Larch Street`, `at 27 Harbour Terrace`
  new RegExp(
    `(?<![\\d.,-])(\\d{1,5}[a-h]?) (?:${CAPITAL}\\.? ){1,3}(?:${STREET})(?![\\p{L}])`,
    'gu',
  ),
  // `at 40 Quay`, `runs 2 Hoots, the bookshop`
  new RegExp(
    `\\b(?:runs?|ran|owns?|owned|called|named|opened) (\\d{1,3}) ${CAPITAL}(?=[,.;])`,
    'gu',
  ),
  // `$1.40 a dozen`: the thing it is the price of
  /[$£€]\d[\d.,]* (a dozen)\b/gu,
  // `“1001 Bad Nights”`
  new RegExp(
    `[“"‘'](\\d{1,5}|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten) ${CAPITAL} ${CAPITAL}`,
    'gu',
  ),
  // `Four Winds Lines, which`, `Seven Dials Land fell`: a name that begins with a number
  new RegExp(
    `(?<=^|[.!?] )(Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve) ${CAPITAL} ${CAPITAL}(?= \\p{Ll}+(?:ed|s)\\b|, which|, the|['’]s)`,
    'gu',
  ),
  // `112th Street`, `the 19th Street substation`
  new RegExp(`\\b(\\d{1,3}(?:st|nd|rd|th)) (?:${STREET})(?![\\p{L}])`, 'gu'),
];

const IN_SERIES = /\b(\p{Lu}\p{Ll}{2,}) (\d{1,2})(?![\d%]|[.,:]\d|[-–]\d)/gu;

/** `Pebble 2 flew`, where the story has Pebble 1 and 3 too: the numbers of a series of things. */
function findSeries(text: string, words: string): readonly RegExpExecArray[] {
  return matchesOf(IN_SERIES, words).filter(([, name = '', number = '']) => {
    const all = numbersAfter(text).get(name);
    const n = Number(number);
    return [
      [n - 2, n - 1],
      [n - 1, n + 1],
      [n + 1, n + 2],
    ].some((two) => two.every((one) => all?.has(one)));
  });
}

let seriesOf:
  | { readonly text: string; readonly numbers: ReadonlyMap<string, ReadonlySet<number>> }
  | undefined;

/** The small numbers behind each capitalised word of a text; kept for the text last asked for. */
function numbersAfter(text: string): ReadonlyMap<string, ReadonlySet<number>> {
  if (seriesOf?.text === text) return seriesOf.numbers;
  const numbers = new Map<string, Set<number>>();
  for (const [, name = '', number] of matchesOf(SERIES, text))
    numbers.set(name, (numbers.get(name) ?? new Set()).add(Number(number)));
  seriesOf = { text, numbers };
  return numbers;
}

// not the months, nor what scores and votes are given by: `Rovers 2,`
const SERIES =
  /\b(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*\b)(\p{Lu}\p{Ll}{2,}) (\d{1,2})(?=,? \p{Ll}|:? )(?![.,:]\d| (?:seats?|votes?|points?|goals?)\b)/gu;

/** The numbers in a sentence that are part of a name: of a street, a model, an index, a firm. */
export function findNumberNames(text: string, { start, end }: Span): readonly Span[] {
  const words = text.slice(start, end);
  if (!/\d|\b(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve|One)\b/.test(words)) return [];
  const series = findSeries(text, words).map(({ 0: all, 2: number = '', index }) => {
    const to = start + index + all.length;
    return { start: to - number.length, end: to };
  });
  const named = rows.flatMap((pattern) =>
    matchesOf(pattern, words).map(({ 0: all, 1: number = '', index }) => {
      const from = start + index + all.indexOf(number);
      return { start: from, end: from + number.length };
    }),
  );
  return [...series, ...named];
}
