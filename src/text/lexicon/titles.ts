const TITLES = `mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron rev reverend father
sister rabbi imam bishop archbishop cardinal pope canon sen senator rep representative congressman
congresswoman gov governor lt lieutenant col colonel gen general maj major capt captain cpl corporal cmdr
commander adm admiral sgt sergeant pvt private officer detective inspector superintendent constable marshal
sheriff deputy president premier chancellor minister secretary ambassador mayor mayoress councillor
councilor councilman councilwoman alderman speaker chairman chairwoman chair chief judge justice magistrate
attorney prosecutor coach manager king queen prince princess duke duchess earl emperor sultan sheikh
emir ayatollah mullah director editor reporter correspondent economist analyst spokesman spokeswoman
spokesperson strategist candidate nominee founder coroner vice prime leader whip
actor actress author singer comedian host anchor activist lawyer billionaire businessman businesswoman
campaigner farmer skipper engineer architect historian author novelist poet democrat republican
conservative labour delegate commissioner treasurer comptroller head teacher headteacher fellow
husband wife son daughter brother sister mother father uncle aunt elect designate cllr fr det con insp supt
garda taoiseach engr barr hon brig alhaji alhaja hajiya mallam shri smt thiru haji datuk dsp csp acp dcp sp asp ssp igp pc wpc dci rt comrade pastor mama baba adviser advisor assistant aide envoy vicar
rector warden chaplain matron principal member archdeacon venerable ven seri dato datin tunku tengku puan
encik cr coun madam mdm adv advocate otunba oba sardar reeve ir controller airman trooper
sapper gunner commodore ratu mzee swami pandit begum hajah atty pst evangelist apostle datu madame mademoiselle monsieur herr frau signor signora signorina señor
señora señorita mme mlle sra`;

const NOBLE = `king queen prince princess duke duchess earl emperor sultan lord lady baron baroness sir dame
father mother sister brother general major marshal judge speaker pope bishop cardinal canon dean justice
sheriff farmer singer skipper author poet actor host head reporter rep private husband wife son daughter uncle
aunt fellow lead prime vice anchor captain delegate chief nominee comrade pastor mama baba vicar rector warden matron principal
advocate otunba oba sardar reeve trooper sapper gunner commodore ratu mzee swami pandit begum haji hajah evangelist
apostle datu`;

const POSTNOMINALS = `mp mps msp mep ms mla mlc mna td kc qc sc obe mbe cbe kbe dbe om cvo mvo frs fba phd dphil md dds
dvm esq jr sr jnr snr rn cpa`;

const MALE = `mr sir lord baron father congressman chairman spokesman councilman king prince duke earl
emperor sultan sheikh ayatollah mullah pope imam rabbi businessman husband son brother actor uncle
alderman monsieur herr signor señor otunba policeman fireman fisherman salesman widower nephew man boy`;

const FEMALE = `mrs ms miss madam mdm begum hajah madame mademoiselle frau signora signorina señora señorita mme mlle sra dame lady baroness sister congresswoman chairwoman spokeswoman councilwoman
mayoress queen princess duchess businesswoman actress wife daughter mother aunt policewoman headmistress
widow niece woman girl seamstress waitress hostess`;

/** Titles of two words, of which one at least is none elsewhere: `Tan Sri`, not `Sri Lanka`. */
const PAIRED =
  /^(?:tan sri|dato['’]? sri|chief executive|chief minister|chief whip|flight lieutenant|squadron leader|group captain|wing commander|petty officer|ceann comhairle)$/;

const ABBREVIATED =
  /^(?:mr|mrs|ms|dr|prof|rev|sen|rep|gov|lt|col|gen|maj|capt|cpl|cmdr|adm|sgt|pvt|cllr|fr|det|insp|supt|engr|barr|hon|brig|shri|smt|dsp|csp|acp|dcp|sp|asp|ssp|igp|pc|wpc|dci|rt|cr|coun|madam|mdm|adv|ir|atty|pst|madame|mademoiselle|monsieur|herr|frau|signora?|signorina|señora?|señorita|mme|mlle|sra)$/;

const OFFICES_BY_LETTERS: ReadonlyMap<string, string> = new Map([
  ['md', 'managing director'],
  ['ceo', 'chief executive'],
  ['cfo', 'chief financial officer'],
  ['coo', 'chief operating officer'],
  ['pm', 'prime minister'],
  ['cm', 'chief minister'],
  ['vc', 'vice chancellor'],
  ['dg', 'director general'],
  ['gm', 'general manager'],
  ['ag', 'attorney general'],
  ['cp', 'commissioner of police'],
  ['igp', 'inspector general of police'],
  ['dc', 'deputy commissioner|district commissioner'],
  ['dm', 'district magistrate'],
  ['sho', 'station house officer'],
  ['dpp', 'public prosecutor|director of public prosecutions'],
  ['mca', 'member of (?:the )?county assembly|ward rep(?:resentative)?'],
  ['cto', 'chief technology officer'],
  ['cio', 'chief information officer'],
]);

const titles = new Set(TITLES.split(/\s+/));
const noble = new Set(NOBLE.split(/\s+/));
const postnominals = new Set(POSTNOMINALS.split(/\s+/));
const male = new Set(MALE.split(/\s+/));
const female = new Set(FEMALE.split(/\s+/));

const bare = (word: string): string => word.toLowerCase().replace(/\.$/, '');

/** Whether a word (any case, with or without its full stop) can stand before a name: `Sen.`, `Dr`. */
export function isTitle(word: string): boolean {
  return titles.has(bare(word));
}

/** Whether two words (any case) are a title together: `Tan Sri`. */
export function isPairedTitle(first: string, second: string): boolean {
  return PAIRED.test(`${first} ${second}`.toLowerCase());
}

/** The office that letters (in small letters) stand for, as a pattern: `managing director` for `md`; null for none. */
export function officeByLetters(letters: string): string | null {
  return OFFICES_BY_LETTERS.get(letters) ?? null;
}

/** Whether a title (any case) names an office, not a rank that names are made of: `Secretary`, not `King`. */
export function isOffice(word: string): boolean {
  return isTitle(word) && !noble.has(bare(word)) && !isShortTitle(word);
}

/** Whether a word in capitals, or `Jr.`, stands behind a name and is no part of it: `KC`, `MP`, `Ph.D.`. */
export function isPostnominal(word: string): boolean {
  return (
    /^(?:\p{Lu}\p{Lu}+|MPs|[JS]n?r\.?|Esq\.?|Ph\.?D\.?|(?:\p{Lu}\.){2,})$/u.test(word) &&
    postnominals.has(word.toLowerCase().replaceAll('.', ''))
  );
}

/** Whether the title is only ever one: `Mr`, `Dr.`, not `Speaker`, which describes too. */
export function isShortTitle(word: string): boolean {
  return ABBREVIATED.test(bare(word));
}

/** The gender that a title or a word for a person shows, or null. */
export function genderOfTitle(word: string): 'male' | 'female' | null {
  const lower = bare(word);
  return male.has(lower) ? 'male' : female.has(lower) ? 'female' : null;
}
