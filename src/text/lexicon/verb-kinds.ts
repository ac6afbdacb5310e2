// Words by the kind of their first sense in WordNet 3.1 (Princeton University; free with this notice).

/** Verbs of communication, by lemma. */
export const SAYING_VERBS = `abduce abjure absolve accede accent accentuate accession acclaim accost accurse accuse acknowledge
acquaint acquiesce acquit address adduce adjudge adjure admit admonish adulate adumbrate advertise
advertize advise advocate affiance affront aggrandise aggrandize agree airmail alert alibi allege
allude allure altercate amend amnesty anathematise anathematize anathemise anathemize animadvert
announce annunciate answer aphorise aphorize apologise apologize apostatise apostatize
apostrophise apostrophize applaud apprise apprize approbate approve arbitrate argue argufy article
ascertain ask asperse assent assert asseverate assibilate assoil assure attest augur auspicate
authorize autograph avoid avouch babble backbite backspace badmouth bait ballyhoo bamboozle banter
baptise baptize bar bark barrage bawl bay beckon bedamn beg belittle bellow bellyache bemoan
bemock berate beseech beshrew besmirch bespeak bet betoken betray betroth bewail bewray bicker
bitch blab blabber blackguard blackwash blame blandish blarney blaspheme blate blather bleat bless
blether blither bloviate blurt boast bode boo bootlick bow brabble brag braille brainwash bravo
brawl brazen brief broach broadcast bruit bulletin bullshit burlesque bypass cable cackel cackle
cajole call calumniate canonise canonize cantillate capacitate caricature castigate catcall
catechise catechize caterwaul caution cavil caw censure census certify chaff challenge chant
characterize chasten chastise chat cheek cheep cheerlead chide chirk chirp chirr chirrup chitchat
chitter chorus christen chronicle churr cipher circulate circumstantiate cite claim clamor clamour
clarify claver cluck coach coax collateralize collogue colorcast command commend comment
commentate comminate commune communicate complain compliment compromise concede concur condemn
condone confab confer confess confide conge congratulate connote consent consult contact contend
contest contract contraindicate controvert converse convey convict convince convoke convulse
coquet coquette couch counsel count countenance counter counterchallenge counterclaim countermand
countersign crawfish criminate criticise criticize critique cronk croon crow crunch cry cuckoo
curse cuss cypher damn deal debrief debunk decipher declaim declare decode deconsecrate
deconstruct decree decry decrypt dedicate defame defend deliberate deliver demagnetise demagnetize
demand demur denigrate denominate denote denounce deny deplore depone deprecate depreciate deride
derogate describe designate destine detail deter determine devoice devote dial dictate digress
dimension diphthongise diphthongize direct disabuse disagree disallow disambiguate disavow
disclaim disclose discount discourage discourse discuss dismiss disparage dispute disregard
disrupt dissemble disseminate dissent dissertate dissuade distort ditto divagate divulge docket
document dogmatise dogmatize doom downplay drawl dub dupe echo edify editorialise editorialize
ejaculate elaborate elocute elucidate email embellish emphasise emphasize encipher encode encore
encrypt enjoin enlighten enounce enquire ensky ensure entice entreat enumerate enunciate
equivocate eschew etymologise etymologize eulogise eulogize euphemise euphemize evade evangelise
evangelize evidence evince exact exaggerate exalt except exclaim excommunicate excoriate exculpate
excuse exhort exonerate expatiate explain explicate exposit expostulate expound express extenuate
extol extrapolate exuberate face facsimile falsify familiarise familiarize fault feign felicitate
file film fingerspell flag flatter flirt flout foist forbid forebode forecast foredoom foreshadow
foreshow foretell forewarn forgive formularise formularize formulate forswear fulminate gabble
gaggle gainsay garble gargle gasconade general generalise generalize gesticulate gesture gibber
glamour gloat glorify glory gossip greet gripe groan grouch growl grumble grunt guarantee
guesstimate hail hallow handwrite harangue harbinger harp hazard headline heave hedge heliograph
herald hint hiss holler hollo hoot howl hum humor humour hurrah hyperbolise hyperbolize
hypothecate ignore illustrate impeach implore imply importune imprecate impugn indenture indicate
inflect inflict inform ingeminate initial inoculate inquire insist instance instigate instruct
insult intercede interject intermediate intermit interpellate interrogate interrupt interview
intimate intonate intone introduce inveigh inveigle investigate irradiate issue itemise itemize
iterate jabber jaw jawbone jeer jest joke jolly justify kibbitz kibitz kid kotow kvetch label
labialise labialize lampoon latinise latinize leak lecture lexicalise lexicalize liaise libel list
log lucubrate lure magnetise maledict malign manifest marvel mean mediate memorialise memorialize
mention mentor mesmerise mesmerize message mew miaou miaow mince mind minimise misaddress
misadvise miscall miscount misinform misinterpret misname mispronounce misquote misrepresent
misspeak misspell misstate mistranslate mitigate moan mock moderate monish monologuise monologuize
moo moralise moralize motion mouth muckrake mumble murmur mussitate mutter nag name namedrop
narrate nasale nasalise nasalize natter needle negotiate neigh netmail network nicker nickname
nitpick nod nominate notarise notarize notate note notify numerate nurture obfuscate object
objurgate officer opine oppose oppugn orate order outguess outline overburden overdramatise
overdramatize overemphasise overemphasize overgeneralise overgeneralize overpraise overstate
overstress overwrite pad page paginate palatalise palatalize palaver palliate palter paraphrase
pardon parley parrot particularise particularize peach perjure permit perorate perseverate
personate petition pettifog phonate phone photograph phrase piffle pipe plain platitudinize plead
pledge plight pluralise pluralize podcast point polemicise polemicize polemise polemize popularise
popularize portend portray postulate powwow praise prate prattle pray preach preachify preamble
precis predestine predicate predict preface premise prerecord presage prescribe pretend
prevaricate previse probe proceed proclaim profess prognosticate program prohibit project
prologise prologize prologuize promise promulgate pronounce propagandise propagandize prophesy
propitiate propose proposition propound proscribe proselytise proselytize protest publicise
publicize purport quack quarrel quaver query question quetch quibble quip quote radio rail
rationalize reaffirm reassert rebroadcast rebuff rebuke rebut recant recap recapitulate receipt
recite recommend reconfirm reconsecrate reconvict record recount recriminate rectify recuse redact
rededicate redetermine refer reformulate refuse refute reinterpret reintroduce reiterate
rejuvenate relay remand remark remonstrate rename renege renegociate renegotiate repeal repeat
rephrase repine reply report reprehend reprimand reproach reproof reprove repudiate repugn request
requisition rerun reschedule rescind research reset reshoot restate retort retract retranslate
revile revise reword rewrite rhapsodise rhapsodize ridicule roar romanise romanize rubbish rumor
rumour salaam sanctify sanction satellite satirise satirize say scald schmoose schmooze scoff
scold scranch scraunch scream scribble segue semaphore sentence sermonise sermonize shmoose
shmooze shout shriek shrill shrive shun sibilate sidestep sign signal signify signpost singsong
singularise singularize sizzle skirt skreigh slander slang sleuth snap snarl snivel snoop snort
snub solicit soliloquise soliloquize sough speak specify speechify spell splutter spoof sportscast
spurn squabble squall squawk squeal stammer state stickle stipulate stonewall stool stress stutter
style submit subpoena subvent subvention subvocalise subvocalize succumb suggest summarize summate
summon summons supplicate suppose suspect susurrate swan swear symbolise symbolize talk tantalise
tantalize tattle taunt teach telecast telecommunicate telefax telegraph telepathise telepathize
telephone televise telex tell tempt tergiversate term testify thank theologise theologize tinge
title toady topicalize traduce transcribe translate transliterate treble trill trivialise
trivialize troat trumpet tutor twaddle twitter type typewrite ululate unbosom unchurch uncloak
undeceive underline underscore undersign understate underwrite unhallow universalise universalize
unmask unsay unspell unteach upbraid urge utter vaticinate vaunt vent verbalise verbalize
videotape vilify vilipend vindicate vituperate vocalize vociferate voice volunteer voodoo vouch
vow vowelise vowelize vroom vulgarise vulgarize wail warble warn warp warrant wave wheedle whicker
whinny whisper whoop will wisecrack witch word wrangle wrawl yammer yap yell yelp yodel`;

/** Verbs of cognition or emotion, by lemma. */
export const THINKING_VERBS = `abhor abstract accept admire adore affirm alarm alienate amaze analyse analyze anger animate annoy
antagonize anticipate appease appraise appreciate apprehend apprentice appropriate arouse ascribe
aspire assay assess assimilate associate assume astonish astound attribute audit authenticate
await awe badger baffle base bask befuddle believe beset beware bewilder bewitch book bore brace
brood brook browbeat budget bug calculate calm captivate care catalogue catch categorize cerebrate
charm chart check cheer cherish chill chivy choose class classify collate comfort commemorate
commiserate compare comprehend compute conciliate conclude confirm confound confuse conjecture
consider console conspire construe contrast corroborate covet credit cube daunt dawn debate decide
deduce deduct deem delight demarcate demean depress derive desert desire despair despise detest
diagnose differentiate disappoint disapprove disbelieve discredit discriminate disdain dishearten
dislike disprove distinguish distract distrust disturb domineer doubt downgrade dread dwell elate
elicit embarrass embitter embolden enchant endear endure engross engulf enjoy enliven enrage
enthrall envy equate err esteem estimate evaluate evoke examine exasperate excite exclude expect
explore factor fathom faze fear feel figure fluster focus foreknow foresee forget forsake fret
frighten fume fuss gauge gentle goad grade gratify grieve group guess hanker harbor harry hate
hope humanize humble humiliate hypothesize identify idolize impress impute inculcate indoctrinate
infer infuriate inspire insure intend interest internalize interpret intimidate invite irritate
jilt judge key know lament learn lighten like link loathe long love lull major master mastermind
measure meditate memorize miscalculate misconstrue misgauge misjudge misread mistake mistrust
misunderstand mollify mourn mull multiply muse mystify neglect obsess offend omit outclass outrage
overestimate override overwhelm pacify panic perturb pester philosophize pick pity plan plat
please plot plumb ponder pore prefer preoccupy presume presuppose pride provoke puzzle rank rate
react read realize reason reassure recalculate recall recapture reckon reclassify recognize
recollect reconsider reconstruct reevaluate reexamine regard regret reject rejoice relate relearn
relish relive rely remember remind reminisce reorder repent reprobate repute reread resent reshape
resolve respect respond rethink revere reverence review rivet romanticize sadden savor savvy
scandalize scare schedule scheme scorn select sequence shape shock sicken skip slate slot solace
solve soothe speculate startle steel steep still study stump subordinate substantiate subtract
surmise surprise survey sympathize synthesise synthesize tease terrify theorize think tolerate
torment torture trace train transfix trouble trust underestimate underrate understand upgrade
uplift value venerate verify vex view want wish wonder worry worship yearn`;
