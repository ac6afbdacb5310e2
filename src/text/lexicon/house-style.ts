/**
 * Words that one paper prints in one way and another in another, though they are the same words. Lower case,
 * without apostrophes; each row: the form that stands for all, then the others.
 */
const SPELT_TOO = `
  practice practise; check cheque; odor odour; fulfill fulfil; enroll enrol; distill distil; install instal;
  enrollment enrolment; fulfillment fulfilment; installment instalment; skillful skilful; willful wilful;
  marvelous marvellous; woolen woollen; counselor counsellor; fueled fuelled; fueling fuelling; dialed dialled;
  focused focussed; focusing focussing; benefited benefitted; benefiting benefitting; judgment judgement;
  acknowledgment acknowledgement; likable likeable; sizable sizeable; livable liveable; sulfur sulphur;
  yogurt yoghurt; cozy cosy; czar tsar; jail gaol; adviser advisor; protester protestor; artifact artefact;
  disk disc; inquiry enquiry; inquiries enquiries; inquire enquire; dispatch despatch; specialty speciality;
  leukemia leukaemia; anemia anaemia; hemorrhage haemorrhage; fetus foetus; fetal foetal; diarrhea diarrhoea;
  esophagus oesophagus; orthopedic orthopaedic; gynecologist gynaecologist; caesarean cesarean;
  medieval mediaeval; aesthetic esthetic; encyclopedia encyclopaedia; toward towards; among amongst;
  amid amidst; while whilst; learned learnt; burned burnt; spelled spelt; spoiled spoilt; dreamed dreamt;
  analyze analyse; analyzed analysed; analyzing analysing; paralyzed paralysed; paralyzing paralysing;
  leaped leapt; leaned leant; spilled spilt; smelled smelt; and &; okay ok; versus vs; - − minus`;

const UNITS = `
  kilometers km kms kilometer kilometre kilometres; kilograms kg kgs kilogram kilogramme kilogrammes;
  centimeters cm centimeter centimetre centimetres; millimeters mm millimeter millimetre millimetres;
  meters m meter metre metres; feet ft foot; hours hr hrs hour; minutes min mins minute; pence p`;

const CURRENCIES = `
  £ pound pounds; $ dollar dollars; € euro euros; ¥ yen; ₹ rs rupee rupees`;

/** Spellings that no rule covers: `cheque` → `check`. */
export const SPELLINGS = rows(SPELT_TOO);

/** What stands behind a number: `km` → `kilometers`. */
export const UNITS_IN_FULL = rows(UNITS);

/** `pounds` → `£`, and the signs themselves. */
export const CURRENCY_SIGNS = rows(CURRENCIES);

/** Letters that multiply the number they follow: `£5m`, `30k`. */
export const SCALE_LETTERS: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['b', 1e9],
]);

/** Without its apostrophe each of these is another word: `we'll` is not `well`. */
export const APOSTROPHE_MATTERS = words(`we'll he'll she'll i'll she'd we'd`);

/** Words that change meaning without their hyphen: `re-sign` is not `resign`. */
export const HYPHEN_MATTERS = words(
  'resign recover reform resent resort relay recreation recount repress remark',
);

/** Names that a spelling rule would change: `Gray` is not `Grey`. */
export const SPELT_AS_BORN = words('grey gray seymour balfour gilmour barbour');

/** `can't` typed without its apostrophe, and in no other sense a common word. */
export const NEGATED = words(`cant dont wont isnt arent wasnt werent hasnt havent hadnt doesnt didnt
  couldnt wouldnt shouldnt mustnt neednt aint`);

/** What is contracted with a verb behind it: `he's`, `that'll`. */
export const SUBJECTS = words('i you he she it we they that there here who what where how');

/** `is` → `'s` */
export const CONTRACTED_VERBS: ReadonlyMap<string, string> = new Map([
  ['am', "'m"],
  ['are', "'re"],
  ['is', "'s"],
  ['has', "'s"],
  ['have', "'ve"],
  ['will', "'ll"],
  ['had', "'d"],
  ['would', "'d"],
]);

/** `do` → `don't` */
export const CONTRACTED_NOT: ReadonlyMap<string, string> = new Map([
  ...[...words('is are was were has have had do does did could would should must need')].map(
    (verb) => [verb, `${verb}n't`] as const,
  ),
  ['will', "won't"],
  ['can', "can't"],
]);

const ORDINAL_WORDS = `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
  thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth`;

/** `second` → `2nd`. */
export const ORDINALS: ReadonlyMap<string, string> = new Map(
  [...words(ORDINAL_WORDS)].map((word, i) => [word, `${i + 1}${['st', 'nd', 'rd'][i] ?? 'th'}`]),
);

function rows(list: string): ReadonlyMap<string, string> {
  return new Map(
    list.split(';').flatMap((row) => {
      const [kept = '', ...others] = row.trim().split(/\s+/u);
      return [kept, ...others].map((form) => [form, kept] as const);
    }),
  );
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/u));
}
