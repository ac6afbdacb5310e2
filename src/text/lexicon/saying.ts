const SAYING = `accuse acknowledge add admit advise affirm agree allege announce answer appeal argue ask assert
assure attest bellow bemoan boast brag caution challenge chide claim comment complain concede
conclude confess confide confirm contend counter criticise criticize cry declare decry demand
denounce deny describe disclose dismiss emphasise emphasize enthuse exclaim explain express
extol fume gripe groan growl grumble gush hint hiss implore inform inquire insist interject
intone joke lament laugh lecture maintain marvel mention message moan mock mourn murmur muse
mutter note object observe opine phone plead pledge point post praise preach predict proclaim
promise propose protest quip quote rant rave read reassure recall reckon recommend recount
refute reiterate rejoin relate remark remind reminisce repeat reply report respond retort reveal
rule say scoff scream seethe shout shrug sigh sing snap sneer speak speculate stammer state
stress submit suggest swear talk taunt tell term testify text thank threaten thunder tout tweet
underline underscore urge utter voice vow wail warn whine whisper wonder write yell cite dub
label call brand blast`;

const DIRECT = `say tell add ask reply answer explain warn insist note write tweet argue claim declare announce joke
quip shout cry whisper admit concede recall remark observe continue conclude respond retort exclaim
complain acknowledge state report laugh sigh snap boast suggest recount post agree pledge
vow promise call describe deny ask`;

const saying = new Set(SAYING.split(/\s+/));
const direct = new Set(DIRECT.split(/\s+/));

/** Whether a lemma is a verb of saying, writing or asking. */
export function isSaying(lemma: string): boolean {
  return saying.has(lemma);
}

/** Whether a lemma commonly stands beside quoted words: `"…," she joked`. */
export function isQuotingVerb(lemma: string): boolean {
  return direct.has(lemma);
}
