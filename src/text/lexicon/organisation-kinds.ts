/** What a story calls an organisation, and the words that names of that kind hold. */
const KINDS: readonly (readonly [nouns: string, inNames: string])[] = [
  ['airline carrier', 'air airline airlines airways aviation jet wings'],
  ['operator', 'ferries ferry lines line buses bus coaches transport airport'],
  ['railway operator', 'rail railway railways trains transit'],
  ['union', 'union unison federation brotherhood guild association teamsters workers'],
  ['regulator watchdog', 'authority commission regulator inspectorate ombudsman'],
  ['theatre theater venue', 'playhouse theatre theater opera hall arena'],
  ['bank lender', 'bank banking'],
  ['insurer', 'mutual insurance assurance'],
  ['university', 'university'],
  ['college', 'college'],
  ['school academy', 'school academy'],
  ['hospital clinic', 'hospital infirmary clinic'],
  ['club team side', 'fc afc rfc club united city rovers wanderers athletic albion'],
  ['council', 'council corporation'],
  ['corporation', 'corporation'],
  ['charity foundation trust', 'foundation trust charity fund aid relief'],
  ['museum gallery', 'museum gallery'],
  ['ministry department', 'ministry department'],
  ['agency', 'agency'],
  ['commission', 'commission'],
  ['committee panel', 'committee panel'],
  ['association', 'association federation league'],
  ['institute laboratory lab centre center', 'institute laboratory centre center'],
  [
    'party',
    'party alliance congress democrats movement labour conservatives liberals republicans greens',
  ],
  ['miner', 'mining metals minerals resources coal gold'],
  ['developer builder', 'homes developments construction estates properties housing'],
  ['force police', 'police constabulary'],
  ['church diocese', 'church diocese cathedral'],
  ['journal', 'journal letters nature review'],
  [
    'company firm business group manufacturer maker contractor developer retailer supplier',
    'ltd limited plc inc corp co llc group holdings works industries systems technologies motors foods homes energy',
  ],
];

const kinds = KINDS.map(([nouns, inNames]) => ({
  nouns: new Set(nouns.split(' ')),
  inNames: new Set(inNames.split(' ')),
}));

/** Whether a noun (in small letters) is what stories call an organisation: `airline`, `regulator`. */
export function isOrganisationKind(noun: string): boolean {
  return kinds.some(({ nouns }) => nouns.has(noun));
}

/** Whether a name's word, of any case, tells that the noun fits: `Airways` for `airline`. */
export function tellsKind(word: string, noun: string): boolean {
  const lower = word.toLowerCase().replace(/\.$/, '');
  return kinds.some(({ nouns, inNames }) => nouns.has(noun) && inNames.has(lower));
}

const BUSINESSES =
  'airline bank brand brewer brewery broadcaster builder business carrier chain company conglomerate contractor developer firm giant group grocer hotelier insurer lender manufacturer miner operator producer provider publisher retailer rival seller shipbuilder shipper startup start-up studio supermarket supplier utility yard'.split(
    ' ',
  );

/** Whether a noun (in small letters) is for a business: `the carrier Jetta`, `chipmaker Ode`. */
export function isBusiness(noun: string): boolean {
  return (
    MAKER.test(noun) ||
    BUSINESSES.some((one) => noun === one || (one.length > 4 && noun.endsWith(one)))
  );
}

// a filmmaker is a person
const MAKER =
  /^(?:(?:aircraft|auto|beer|bus|car|cement|chip|drug|engine|paint|phone|plane|steel|toy|truck|tyre|vaccine)-?)?maker$/;

/** Whether a noun is for a business and stands before its name, and is no part of it: `Airline Novajet`. */
export function isBeforeBusiness(noun: string): boolean {
  return (
    noun !== 'maker' &&
    isBusiness(noun) &&
    !/^(?:bank|brand|business|chain|company|firm|giant|group|studio|yard)$/.test(noun)
  );
}

/** Whether two nouns can be for one business: `airline` and `carrier`; `firm` and `operator`. */
export function isSameBusiness(noun: string, other: string): boolean {
  const isOf = (one: string) => (nouns: ReadonlySet<string>) => nouns.has(one);
  return (
    kinds.some(({ nouns }) => isOf(noun)(nouns) && isOf(other)(nouns)) ||
    (isBusiness(other) && (isAnyBusiness(noun) || (noun === 'operator' && isAnyBusiness(other))))
  );
}

/** Whether a noun fits a business of any kind: whichever is spoken of. */
export function isAnyBusiness(noun: string): boolean {
  return /^(?:company|firm|business|group|organi[sz]ation|manufacturer|maker)$/.test(noun);
}
