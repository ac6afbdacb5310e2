/**
 * Words by which a writer names someone again, a row for those that one person can be: `the campaigner`. Behind a bar
 * those that one is introduced by, but that are no such words themselves: `the magnate` for a president.
 */
const rows = [
  `striker midfielder defender goalkeeper keeper winger forward captain skipper footballer
  player star veteran champion international batsman batter bowler hooker scrum-half fly-half
  rider driver runner swimmer athlete cyclist boxer jockey sprinter`,
  'coach manager boss director',
  `executive boss chief founder co-founder entrepreneur businessman businesswoman billionaire
  tycoon owner chairman chairwoman chair director magnate banker | president head`,
  'campaigner activist founder co-founder organiser organizer leader protester dissident',
  `actor actress star comedian comic singer musician drummer guitarist performer entertainer
  presenter host broadcaster songwriter rapper dancer`,
  'director film-maker filmmaker documentarian producer screenwriter',
  'author novelist writer poet biographer essayist playwright historian memoirist journalist',
  'artist painter sculptor designer architect photographer',
  `scientist researcher academic professor astronomer biologist ecologist chemist physicist
  geologist economist historian lecturer scholar expert`,
  `politician lawmaker senator congressman congresswoman mp leader premier candidate democrat
  republican conservative minister | spokesman spokeswoman president secretary treasurer
  chancellor mayor mayoress councillor governor`,
  'defendant accused suspect',
  `pensioner widow widower grandmother grandfather farmer retiree teenager schoolboy schoolgirl
  student`,
  'mother father mother-of-two mother-of-three father-of-two father-of-three',
  'chef baker brewer restaurateur',
  'inventor builder engineer craftsman',
].map((row) => {
  const [again = '', first = ''] = row.split('|').map((words) => words.trim());
  return { again: setOf(again), all: setOf(`${again} ${first}`) };
});

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** Whether a noun (in small letters) is one by which a writer names again whoever was named just before. */
export function isEpithet(noun: string): boolean {
  return rows.some(({ again }) => again.has(noun));
}

/** Whether one person can well be both: `founder` and `campaigner`, not `striker` and `manager`. */
export function canBeBoth(noun: string, other: string): boolean {
  return noun === other || rows.some(({ again, all }) => again.has(noun) && all.has(other));
}
