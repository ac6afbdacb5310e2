/** Words that stand before a place, and words that places are called by. */
export const LOCATIVES = new Set(
  list(
    'in at outside inside near from across around to within toward towards into through off above by',
  ),
);

/** Words for a place of some kind, last in its name or alone: `White House`, `the village of X`. */
export const PLACE_NOUNS = new Set(
  list(`house tower towers park square street avenue road building buildings center centre hall hotel
  airport station stadium arena court courthouse hospital university college school church cathedral
  mosque museum palace castle bridge harbour harbor port bay beach island islands lake river valley
  mountain mount hill hills forest desert coast county city town village district province state
  region capital suburb neighborhood neighbourhood headquarters office campus circuit track course
  prison camp base border ranch farm plaza mall market theater theatre club restaurant embassy
  parliament capitol library zoo garden gardens field pitch ring highway motorway tunnel mine well
  factory plant mill refinery wharf quay marina resort estate square manhattan downtown`),
);

/** Names behind a locative that are no place: `in Congress`, `at Easter`. */
export const NO_PLACES = new Set(
  list(`congress parliament government democrats republicans twitter facebook instagram youtube snapchat
  english french german spanish chinese arabic russian latin formula january february march april may
  june july august september october november december monday tuesday wednesday thursday friday
  saturday sunday christmas easter president mr mrs ms dr sir lord i`),
);

function list(words: string): readonly string[] {
  return words.split(/\s+/u);
}
