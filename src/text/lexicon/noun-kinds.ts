// Words by the kind of their first sense in WordNet 3.1 (Princeton University; free with this notice).

/** Nouns for persons, by lemma. */
export const PERSON_NOUNS = `abbot abolitionist aborigine academic accomplice accountant acolyte actor actress adam adherent
administrator admirer adolescent adonis adult adulterer adventurer adversary advisor advocate aeon
aeschylus aggressor aide alabaman alabamian alderman alien amateur ambassador american amorist
anabaptist analyst anarchist ancestor angel anglican antagonist antecedent anthropologist apache
apologist apothecary apparition applicant appointee appraiser apprentice archaeologist archangel
archbishop architect arianist aristotle artilleryman artisan artist aspirant assassin assessor
assignee assistant associate assyrian atheist athlete attacker attendant attorney aunt author
auxiliary babe baby babylonian bachelor backer ballerina balletomane ballplayer balzac bandit
banker banshee baptist barbarian barkeep barnburner bartender basileus bastard bather batter
beadle beadsman bearer beatnik beau beggar beginner believer belle bellhop belshazzar beneficiary
besieger bidder biologist biophysicist bishop biter blackmailer blacksmith bloke blonde
bluestocking boatswain bobbysoxer bodybuilder bodyguard bogey bolshevik bondsman booby booker
bootlegger borrower boss bourbon boxer boy briber bricklayer bride bridegroom brigadier british
broker brother brute buddha buddhist buddy buff buffoon bugler bully bullyboy bum bunkmate bunter
burglar busboy bushwhacker businessman butler buyer caesar californian caliph caller camper
campmate candidate capitalist captain captive captor cardinal caretaker carpenter carrier
cartoonist catcher caterer catholic cattleman cavalryman caveman celebrant celebrity chairman
chambermaid champ champion chap character charlatan chela chemist chief chieftain child
chiropractor choirboy chorine chosen christ christian chump churchgoer churchman citizen civilian
claimant classicist classifier classmate clergyman cleric clerk client clown coach cobbler
coleridge collaborator colleague collector collegian colonel colonial coloratura columnist
comedian comer commander commando commentator commie commissioner committeeman commoner communist
companion compatriot competitor composer compulsive comrade concessionaire concierge conductor
confederate confessor confidant confidante confrere congressman connoisseur conqueror conservative
conspirator constable consultant consumer contemporary contestant contractor contralto contributor
controller convert conveyor convict cook coordinator cop coquette coroner corporal correspondent
cosigner counsel counselor countryman courier courtier cousin coward cowboy cowhand cowpuncher
crackpot crafter craftsman creator criminal cripple critic crofter crone crony crook culprit
cultist cuss custodian customer cyclist cynic dad daddy dairyman dame dancer dane dante darling
darwin daughter deacon deadhead dealer dean dear deceased decedent decorator defendant defender
deity delegate demagogue demander democrat demon demonstrator dentist dependent deportee depositor
deputy dervish descendant descendent designer desperate despoiler detective detractor developer
devil devisee devotee diabetic diagnostician dignitary diplomat director disciple dissenter
distributor divine divinity doctor don donor doorman dragon dramatist draper dreamer drinker
driver dropout drover drummer drunk drunkard duelist duffer duke dullard dwarf dweller earl
earthman eccentric economist editor educator egghead egotist elder elector electrotherapist
elizabethan embodiment employee employer engineer englishman engraver enrollee entertainer
enthusiast entrepreneur epicure equal escort ethiopian european evangelist eve evildoer
executioner executive executor existentialist experimenter expert explorer exporter extern fairy
faker fanatic fantasist farmer father fella fellow felon fielder fieldhand fiend fighter filipino
finn fisher fisherman fishmonger fishwife fixer flapper flautist fledgling floridian florist foe
follower fool forefather foreigner foreman forerunner freak freeman freewheeler frenchman freshman
freud friend fugitive fullback gadfly gagwriter gallant gambler gamin gangster gardener general
generalist geneticist genie genius gentleman geographer geologist georgian german ghoul girl
girlfriend giver gladiator glutton gnome god goddess goldsmith golfer goner gospeler gourmet
governess governor graduate grammarian grandchild grandfather grandma grandmother grandparent
granny graybeard grocer groom grower grownup guard guardian guerrilla guest guide gunman gunner
gunslinger guru guy gymnast gynecologist hack hacker halfback handyman hater hawker headmaster
headsman healer hearer hegel heir hellion helper herald heretic hero heroine herpetologist
highness highwayman hijacker hillbilly historian hitler hitter holmes homesteader homosexual hood
horseman host hostess hotelman hotshot housebreaker householder housewife huckster hulk humanist
humorist hun hunter hurler husband hypocrite idealist ideologist idiot idler ignoramus illustrator
imbecile immigrant imp impressionist incarnation incompetent incubus individualist infant
infantryman infielder informant inhabitant inmate inquisitor inspector instructor instrumentalist
intellectual intermediary interne interpreter interviewer intruder invader invalid inventor
investigator investor irish irishman ironworker israeli italian jackass jamaican janissary janitor
jansenist jap japanese jerk jesuit jesus jew jeweler jimdandy jimhickey jockey johnny joker
journalist judge junior jurist juror kid kidnapper killer king kipling knight korean krauthead
laborer lackey lad lady laggard landlord landowner lasher lawman lawyer layman leader learner
lecher lecturer lefty legatee legislator letterman liar liberal libertine librarian lieutenant
lifter lightweight lincoln linebacker lineman linguist listener litigant logger londoner
longshoreman loon lord lorelei loser louisianan lover loyalist lucifer luminary lummox lunkhead
lyricist ma machinist madam madman magician magistrate maid maiden mailman major maker malfeasant
mama mamma man manager maniac manservant mantrap marine marksman marshal martian martyr mary
masseur master mate matriarch matron mayor mechanic member mercenary mercer merchant mermaid
messenger metis mexican midshipman milquetoast miner minister minor minstrel misanthrope
misogynist miss missionary mistress mocker moderate modern mommy monarch moneymaker monk
monologist monsieur monster monstrosity moralist mortician moses mother mourner mover moviegoer
murderer muscleman muse musician mutant mutineer namesake napoleon naprapath national native
naturopath navigator nazi negro neighbor nemesis nephew neptune neurotic neutralist newcomer
newsboy newsman newspaperman newton niece nobody noncom nonconformist nondriver northerner notable
novelist nun nurse nymph nymphomaniac observer occidental occupant offender officer official
offspring ogress oldster onlooker operagoer opponent orator orderly ordinary organizer orphan
outcast outfielder outlaw outsider overachiever overnighter owner oyabun pa pagan painter pander
papa paranoiac pardner parent parishioner parson participant partner passenger passerby pastor
pathologist patient patriot patroller patrolman patron patronne peasant peddler peer pensioner
perfectionist performer personage personification pessimist petitioner phantom pharmacist
philanthropist philosopher phony physician physicist pianist picasso picket pilgrim pilot pimp
pioneer piper pirate pistoleer pitcher pixie plainclothesman planner planter plasterer plato
platonist player playmate playwright plumber poet policeman politician pop pope porter portwatcher
poseur positivist posseman potter pow practitioner preacher predecessor presbyterian president
prey prick priest primate prince prisoner private pro procurer producer professional professor
prometheus promoter promulgator propagandist prophet proponent proprietor prosecutor prostitute
protagonist protege protestant prowler psychiatrist psychologist psychopath psychopomp publicist
puke puncher pundit punk punster pupil pursued pursuer purveyor quack quaker quarterback
questioner rabbi racine racist racketeer ragamuffin rajah rancher rapist rascal reactionary reader
realist reb rebel receptionist recipient recluse recruit redcoat redheader referee refugee
registrant regular relative religionist repairman reporter representative reprobate republican
researcher resident retailer reveller reverend reviewer rhetorician rider rifleman rigger rival
roarer robber rogue roman romantic roofer rookie roosevelt roughneck rousseau rowdy ruffian ruler
runner russian rustler safebreaker sage sailor saint salesgirl saleslady salesman saracen satirist
savage saver savior schizophrenic scholar scholastic schoolboy schoolgirl schoolmarm schoolmaster
schoolmate schoolmistress scientist scot scotchman scoundrel scout sculptor seafarer seaman
secessionist secretary secularist seeker seer segregationist selectman seminarian senator senior
sentimentalist sentinel sentry sergeant servant settler shakespeare sharer sheepman shepherd
sheriff shopkeeper shopper shortstop sicilian signore singer sinner sioux sipper sir sis sister
skeptic skirmisher skunk slave sleeper sleepwalker slob slugger smuggler sniper socialist
sociologist soldier soloist son songwriter sonny soothsayer sophisticate sophomore soprano soul
southerner southpaw sovereign speaker specialist spectator spirit spokesman sponsor sportsman
sportswoman spouse sprinter spy squire stager stalin starlet statesman statistician stepchild
stepmother steward stiff stockbroker stockholder stoic storekeeper storyteller straggler stranger
strategist stravinsky student stupid stylist subjectivist subordinate suburbanite successor sucker
sudanese sufferer suitor sultan superintendent superior supernatural supervisor supplier supporter
surgeon surveyor survivor suspect swami swashbuckler swede sweetheart swiss symbolist tackle
tailback taxidriver taxpayer teacher teammate teamster tease technician teenager teetotaler
telegrapher tenant terrorist texan theatregoer theologian theorist therapist thief thinker thoreau
tiger tormentor tory toter tourist townsman tractarian trader tradesman traditionalist tragedian
trainman traitor tramp trapper traveler traveller treasurer troll trooper troubleshooter trumpeter
trustee tumbler tutor twin twirler tyrant ubermensch uncle underachiever undergraduate underling
undersecretary undertaker unfortunate unitarian urchin user utopian valet vandal vaquero vendor
vet veteran vicar victim victor viewer villager villain violinist virgin virginian virtuoso
visitor vocalist voltaire volunteer voter voyager wag waiter waitress wanderer ward warrior
watcher watchmaker watchman watercolorist wearer westerner whale whig white whiz wholesaler whore
widow widower wife wigmaker wildcatter windbag wingback wingman winner wisenheimer witch witness
wizard woman woodcarver wordsworth worker workman worshipper wrestler wretch writer yank yankee
yokel youngster youth zionist zombie`;

/** Nouns for groups of people, by lemma. */
export const GROUP_NOUNS = `academy aged agency agglomeration aggregation alignment ally ancestry aristocracy army array
assemblage association assortment audience authorities aviation backlog baffled band banquet
bastion batch battalion battery bevy blind bloc board bourgeoisie branch breed brigade brokerage
brood brush bunch bundle bureau bureaucracy business businessmen cadre capitalism caravan carload
cast category cautious cavalcade cavalry chain charity choir christendom chunk church circus
civilization clan class clergy clientele clique clod club clump cluster coalition collection
collective college colony column combination combo commission committee communism community
company conclave conference congregation congress contemporaries content contingent convention
convoy core corporation corps council country couple court cream crew crossroads crowd cubism cult
culture cyclades dadaism damned data dead deaf delegation demimonde denomination department
descendants dictatorship disabled discomfited division doomed dynasty economy elite enemy ensemble
faction faithful family feast fellowship firm flank fleet flight flock folk folks following forest
formation foursome fraternity galaxy gang gathering generation gentry gop governed government
grade grove hamlet haystack heap herd hierarchy highschool hive hodgepodge hollywood homebound
homefolk horde household industrialism industry infantry ingroup institute institution
instrumentality judaism judiciary jury kindergarten knot labor labour laity law leaders league
legion legislature line lineage litter lost lump maimed majors manpower manufacturer masses matrix
meeting membership men military militia ministry minority mission mob musketry mythology nation
nationality navy nazism neoromanticism network nobility orchestra ordering organization outfit
package packet pair pantheon parade parish parliament partnership party patrol pedigree people
personnel phylum pile platoon police populace population posse potpourri processor profession
progression proletariat public publisher rabble rally rank rear rearguard regime regiment reich
remuda republic reserves retreated retrospective reunion rotc row ruck school sect seminary senate
sequence series set settlement sick slain social society soldiery sorority soviets species squad
squadron stack staff statuary streak subcommittee subgroup subspace subspecies subsystem swad
swarm symposium syndicate table tableau team thicket throng traffic tribunal troop troops troupe
tudor tuft tyranny un unconfessed underbrush underworld uninitiate union university utility
vanguard variety vegetation viewers village wildlife wisp woods wounded`;

/** Nouns for what is said or written, by lemma. */
export const WRITING_NOUNS = `ab abridgment absurdity accent accordance account accounting accusation act ad adaptation address
adieu adios adjective admonition adverb advertisement advertising advice affidavit affirmation
agreement album alibi allegation allegory allusion alpha altercation ambiguity amphibology
anatomical anecdote announcement answer apologia apology appeal appendix applause archives argot
argument arrow article articulation assent assertion assumption asterisk athabascan authorization
axiom badge balinese ballad ballot ballyhoo ban banter barb bargain bargaining barrage bathos
beacon beam beggary bellow beta bible bibliography bickering bid bidding bill biography blame
blasphemy blues boast bombast book braggadocio brand bravado brevity brief briefing broadcast
broadcasting broadside bulletin cable cadence cadenza call calumny canon cant carping cartoon
cassite castigation catalog catalogue catcall caveat censure certificate certiorari channel
chapter characterization chart charter chatter checklist cheer cheering cherokee chinese chopin
chuckle cinema cipher circulation citation claim clairvoyance clamoring clapping clause cliche
clue code comeback comedy command commandment comment commentary commercial commonplace
communicating communication communique complement compliment con concert concerto concession
conciseness concurrence condemnation confession confrontation congratulation congratulations
connotation consent consonant conspiracy constitution consultation contention context contour
contract controversy conversation copy correspondence counseling counterpoint counterproposal
coupon credit criterion criticism croaking crown cry curriculum curse damnation dance danish
daring debate declamation declaration decree deed definition deliberation delineation demand
demonstrative demythologization denial denunciation derision description designation details
dialect dialogue diary dickens dictate dictionary dictum diplomacy directive directory dirge
disapprobation disclosure discourse discussion disparagement dispatch display dispute
dissemination dissension dissent dissolve ditty divertimento divestiture doctorate document
documentary doggerel dogma drama drawing drawl edition editorial eeg ejaculation embargo
encouragement encyclopedia ending english entry epic epigram epitaph epithet equation essay
etiquette exaggeration exclaiming exclamation excursus excuse exhibit exhortation explanation
expletive exposition fairytale fanfare fantasia farce farewell fiat fiction fig figure file filing
film finale fingerprint flashback flattery flourish flyer fm footnote footprint forecast
forecasting foreknowledge form formative formula fostering fountainhead fracas franchise french
gag gamma gender giggle glossary gospel gospels gossip grapevine graph greek greeting grin
grinning gripe groan growling guarantee guess guidance haiku hallelujah handclasp handshaking
handwriting harangue hawaiian heading headline headlinese hebrew hellenic hello hex hexameter hi
hint histrionics hokan holler hollering honor hoot horoscope horselaugh hospitality howl howling
huddle humor hymn hypocrisy hypothesis icelandic idiom iliad illustration imperialism importunity
imprecation imprimatur impromptu inaugural incantation indication indicator indictment infinitive
information initial input inscription insinuation insistence instruction instructions insult
intercourse interference interrogation interrogative interview intonation inventory invitation
invocation irony italic item jargon jest jibe joke jot journal journalese journalism kerygma
keynote khmer label lamentation landler language latin laugh laughter laurels lecture legend
legislation leitmotiv lemma letter letterhead lettering libretto license lie lineup list
literature logarithm longhand loophole lordship lullaby lyric magazine mail malediction mandamus
mandate mantle manual manuscript marking massachuset maxim meaning medal medium medley melodrama
melody memoir memorabilia memorandum memorial mention menu message metaphor milestone
misconstruction misinterpretation misnomer misrepresentation missive mistaking misunderstanding
moan mockery modifier modulation monograph monologue monosyllable monotone moral morse motion
motto movie music musical myth name narrative nay negative negotiation neuter neutralism news
newsletter newspaper nickname no nod nonfiction noninterference nonsense notation note notebook
notice noun novel nuance numbering oath objection offer offering opera operetta opposite opus
oration oratorio orchestration order ordinance orthography outburst outcry overestimation overtone
overture pact paean page paging pamphlet pap papers parable paradox paragraph paraphrase
parenthesis parisology parlance parody patent patter pennant penutian performance periodical
permission permit perusal petition philippic philosophizing phoneme phrase phraseology pianism
pidgin pinning play poem poetry polka popularism portrait portrayal portuguese poster postmark
postscript postulate powwow praise preaching preamble predicator preface prefix premiere premise
preposition prescription pretext primer print printing proclamation profanity profile prohibition
promise promotion pronoun pronouncement propaganda propagation proposal proposition prose prosody
protest protestation proverb provision proviso publication publicity pun quarrel quatrain query
question questioning questionnaire quintet quiz quotation radio rap rasp reception recital
recommendation reconsideration record recrimination redefinition redundancy reenforcement
reference refrain refusal register registry regulation reharmonization reissue remark reminder
remonstrance rendering rendition renunciation reply report reporting reprint reproach reproof
request requisition resolution respects restatement resume retort return revelation rhyme rhythm
riddle ridicule roster rubric rumanian rumor rundown saga salish sally sanction sarcasm sassing
satire scandal scenario scherzo scoffing scowl scream screaming screenplay script scripture secret
section sentence serenade serialism sermon session sextet sforzando shaft shibboleth shout
shouting showdown showing shriek shrieking shrug siamese sigh sign signal signaling signature
signpost simile singsong slapstick slavic slogan sloganeering slot smile smiling snarl sneer song
sonnet southernism spanish speaking special specification spectacle speculation speech spelling
spiritual spur squabble standard statement stationery statute stem stenography story storyline
stress subject submission subterfuge subtlety suffix suite summary summation superlative
supplement surmise swahili swearing swoop syllabicity syllable symbol symbolism symphony synonym
tabulation tag tale talk talking talks target telegram telegraphy telepathy television tenet tenor
tense term terminology testimonial testimony text thanks theme theorem thesis thriller tibetan
ticket tidings timetable title token tone topic touchstone transcription translation travelogue
treaty tribute trill tune tutorial tv typewriting typing ukrainian ultimatum understatement
untruth urging utopia utterance vaudeville verb verse version vestige video vignette vocabulary
vowel wail warning warrant weekly western whisper whodunit wit withdrawal word wording words
worksheet wrangle writ writings yardstick yell yelling yes yokuts zionism`;
