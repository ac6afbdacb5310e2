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

/** Words that count though they are no figure, and which of them count the same: `twice` is `double`. */
export const COUNT_WORDS: ReadonlyMap<string, string> = new Map(
  `once=1 twice=2 double=2 thrice=3 triple=3 half=0.5 dozen=12 dozens couple hundred=100 thousand=1000
  million=1000000 billion=1000000000 trillion hundreds thousands millions billions trillions scores third
  thirds quarter quarters`
    .split(/\s+/u)
    .map((pair): readonly [string, string] => {
      const [word = '', value = word] = pair.split('=');
      return [word, value];
    }),
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/u));
}
