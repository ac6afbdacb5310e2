/** Words that make a figure, and words beside a number that say it is none. */
const SMALL = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
  fifteen sixteen seventeen eighteen nineteen`;
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';

/** What each number word counts: `twelve` → 12. */
export const NUMBER_VALUES: ReadonlyMap<string, number> = new Map([
  ...list(SMALL).map((word, i): [string, number] => [word, i]),
  ...list(TENS).map((word, i): [string, number] => [word, (i + 2) * 10]),
]);

/** What multiplies the number before it: `million`, `bn`. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['dozen', 12],
  ['mn', 1e6],
  ['bn', 1e9],
  ['tn', 1e12],
  ['lakh', 1e5],
  ['crore', 1e7],
]);

/** Numbers without a number: `dozens of rescuers`. */
export const ROUND_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['dozens', 12],
  ['scores', 20],
  ['hundreds', 100],
  ['thousands', 1e3],
  ['millions', 1e6],
  ['billions', 1e9],
  ['trillions', 1e12],
]);

/** Parts of a whole: `a quarter`, `two-thirds`. */
export const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['half', 1 / 2],
  ['halves', 1 / 2],
  ['third', 1 / 3],
  ['thirds', 1 / 3],
  ['quarter', 1 / 4],
  ['quarters', 1 / 4],
  ['fifth', 1 / 5],
  ['fifths', 1 / 5],
  ['tenth', 1 / 10],
  ['tenths', 1 / 10],
]);

/** What a number behind it names rather than counts: `No. 4`, `Highway 12`, `berth 14`. */
export const LABELS = new Set(
  list(`no no. nos nos. number numbers highway route road motorway page pages chapter room flight gate
  platform berth line section article act clause paragraph phase version channel bus lap stage round
  line level grade category type class class apartment unit suite floor bridge ward district zone area
  sector pier track runway train exhibit item figure table step part volume vol. episode season day
  formula group team interstate terminal car engine locomotive psalm verse appendix annex schedule
  resolution size size- marker exit exits booth game mile lot plot bay gate seat box psalm bus tram
  windows ios android playstation xbox lock aisle lane hole bib stall month force`),
);

/** Things counted in millions, as lemmas: `1.1m vehicles`, where `40m` alone are metres. */
export const MILLIONS_OF = new Set(
  list(`vehicle car home household house job vote tonne ton barrel dose copy ticket visit item book record
  share tree bird view download case litre bottle phone device account family hectare acre egg meal
  journey trip loan letter parcel page`),
);

/** Kinds of streets, as an address has them behind a number and a name. */
export const STREETS = new Set(
  list(`street st st. road rd rd. lane avenue ave ave. drive dr dr. close square place court crescent
  terrace way boulevard blvd blvd. row gardens grove hill highway parade quay walk mews park parkway freeway turnpike plaza embankment alley mount esplanade broadway dyke wharf mews crescent`),
);

/** Nouns with which `one` counts nothing: `one day`, `one thing`. */
export const VAGUE_ONES = new Set(
  list(`day thing time way reason hand side point example another of such kind sort place person's
  moment area aspect issue problem question explanation option possibility`),
);

/** Words that say how sure a figure is: `an estimated`, `up to`, `might`. */
export const HEDGES = new Set(
  list(`about around approximately roughly nearly almost estimated estimates likely unlikely probably
  perhaps possibly maybe may might could would should expected expects projected forecast least most
  over under more less fewer than exactly reportedly allegedly apparently supposedly pledged promised
  hopes aims wants will claimed claims`),
);

/** Currency codes and words before an amount: `USD 150 billion`, `SEK 2.06bn`. */
export const CURRENCY_CODES = new Set(
  list(`usd eur gbp jpy cny rmb inr aud cad chf hkd sgd nzd rs rs. us$ a$ c$ hk$ nz$ s$ r$ nt$
  sek nok dkk isk pln czk huf uah zar kes ksh ngn ghs egp ugx tzs krw thb idr rp myr rm php pkr lkr bdt npr
  vnd twd ils aed sar qar kwd brl mxn clp ars`), // none that is a word: `rub`, `cop`
);

function list(words: string): readonly string[] {
  return words.split(/\s+/u);
}
