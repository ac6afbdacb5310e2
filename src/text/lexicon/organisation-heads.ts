import { isOrganisationWord } from './organisations.ts';

/** What names of organisations begin with before a joining word, beside the words that they hold anyway. */
const HEADS: readonly (readonly [links: string, heads: string])[] = [
  [
    'of',
    `government diocese archdiocese division auditor registrar treasury exchange
    register faculty order knights daughters sons city town village borough county province kingdom emirate
    republic parish municipality commonwealth port district region`,
  ],
  [
    'for',
    'justice action habitat transport together teach mothers parents farmers doctors physicians scientists voices',
  ],
];

/** Heads that are an office: `Registrar of Births`, and in front of a name a title. */
const OFFICES = 'auditor registrar';

/** Heads that are a place as well: `in the City of Ode`, `the City of Ode said`. */
const SEATS =
  'city town village borough county province kingdom emirate republic parish municipality port district region';

/** Two words that names hold with `and` between them: `Ode Fire and Rescue`. */
const PAIRS = `fire/rescue search/rescue ambulance/rescue fire/emergency fish/wildlife game/fish parks/wildlife
parks/recreation revenue/customs customs/excise customs/border health/safety food/drug drug/alcohol
securities/exchange trade/industry culture/sport arts/culture arts/sciences science/technology education/skills
births/deaths police/crime disease/prevention oil/gas gas/electricity maritime/coastguard lands/forests
citizenship/immigration immigration/customs alcohol/tobacco standards/technology oceanic/atmospheric devon/cornwall
avon/somerset england/wales kensington/chelsea brighton/hove hammersmith/fulham hereford/worcester
dumfries/galloway perth/kinross argyll/bute tyne/wear jammu/kashmir newfoundland/labrador trinidad/tobago
bosnia/herzegovina antigua/barbuda marks/spencer procter/gamble ernst/young simon/schuster smith/wesson`;

/** What a department is also for, with its article: `Department of Climate and the Environment`. */
const WITH_THE = `environment arts economy family interior sea coast islands regions uplands countryside
commonwealth elderly disabled sciences territories diaspora`;

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));
const heads = HEADS.map(([links, list]) => ({ links: wordsOf(links), heads: wordsOf(list) }));
const [offices, seats, pairs, withThe] = [OFFICES, SEATS, PAIRS, WITH_THE].map(wordsOf);

/** Whether a word (any case) begins the name of an organisation, with `of` or `for` behind it: `Diocese`. */
export function isHeadBefore(word: string, link: string): boolean {
  const lower = word.toLowerCase();
  return (
    isOrganisationWord(word) || heads.some((row) => row.links.has(link) && row.heads.has(lower))
  );
}

/** Whether such a word (any case) is an office too: `Registrar of Births Ann Ode`. */
export function isOfficeHead(word: string): boolean {
  return offices?.has(word.toLowerCase()) ?? false;
}

/** Whether such a word (any case) is a place too: `City of Ode`. */
export function isSeat(word: string): boolean {
  return seats?.has(word.toLowerCase()) ?? false;
}

/** Whether names hold two words (any case) with `and` between them: `Fire and Rescue`. */
export function isPair(left: string, right: string): boolean {
  return pairs?.has(`${left}/${right}`.toLowerCase()) ?? false;
}

/** Whether a word (any case) is one that departments are for with its article: `and the Environment`. */
export function isWithThe(word: string): boolean {
  return withThe?.has(word.toLowerCase()) ?? false;
}
