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

/** Whether a noun fits a business of any kind: whichever is spoken of. */
export function isAnyBusiness(noun: string): boolean {
  return /^(?:company|firm|business|group|organi[sz]ation|manufacturer|maker)$/.test(noun);
}
