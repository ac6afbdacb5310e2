/**
 * Words that turn what a sentence means: when one of them is lost, added or changed, a quotation says
 * something else. Lower case, one kind of apostrophe.
 */
export const NEGATIONS = words(`not no never none nobody nothing nowhere neither nor cannot without
  no-one hardly scarcely barely refuse refuses refused deny denies denied fail fails failed`);
export const MODALS = words(`will would can could may might must shall should ought need needs wo ca
  cannot`);
export const QUANTIFIERS =
  words(`all most some many few every each any several both half enough much
  little more less fewer only everyone everybody everything someone somebody something anyone anybody
  anything always often sometimes rarely seldom usually majority minority`);
export const HEDGES = words(`probably possibly perhaps maybe might likely unlikely apparently
  seemingly presumably arguably seem seems seemed appear appears allegedly reportedly potentially
  conceivably roughly`);
export const CONDITIONS = words(
  'if unless provided providing assuming otherwise depending depends',
);
export const CONTRASTS = words(`but although though however yet except despite unless whereas
  nevertheless nonetheless instead`);

/** Verbs that make a hedge behind `I` or `we`: `I think`, `we believe`. */
export const OPINION_VERBS = words(
  `think believe guess suppose suspect reckon feel assume imagine`,
);

/** Hedges and conditions of several words. */
export const HEDGE_PHRASES: readonly string[] = [
  'sort of',
  'kind of',
  'more or less',
  'in my view',
  'in our view',
  'in my opinion',
  'in our opinion',
  'as far as i know',
  'as far as we know',
  'it is possible',
  "it's possible",
];
export const CONDITION_PHRASES: readonly string[] = [
  'as long as',
  'so long as',
  'in case',
  'only when',
];
export const CONTRAST_PHRASES: readonly string[] = ['rather than', 'on the other hand', 'even so'];

/** Number words and what they stand for. */
export const NUMBER_VALUES: ReadonlyMap<string, number> = new Map(
  `zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12
  thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20
  thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 hundred=100 thousand=1000
  million=1e6 billion=1e9 trillion=1e12 hundreds=100 thousands=1000 millions=1e6 billions=1e9
  dozen=12 dozens=12 once=1 twice=2 half=0.5 third=3 quarter=4 double=2 triple=3 first=1 second=2
  fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10`
    .split(/\s+/u)
    .map((pair): readonly [string, number] => {
      const [word = '', value] = pair.split('=');
      return [word, Number(value)];
    }),
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/u));
}
