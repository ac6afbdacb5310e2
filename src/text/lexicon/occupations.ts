// Words for what a person does, which the list of WordNet's first senses (`noun-kinds.ts`) leaves out: that holds only
// words met in WordNet's own marked texts. Chosen from its hyponyms of worker, professional, artist, official and the
// like (Princeton University; free with the notice there), with a few that it has not.
const OCCUPATIONS = `accompanist accordionist acrobat actuary adjuster advertiser agronomist airman airwoman alchemist
almoner anaesthetist anchorman anesthesiologist angler animator announcer arbiter arbitrator arborist archdeacon
archeologist assemblyman assemblywoman astrologer astronomer astrophysicist auctioneer aviator babysitter bailiff
balloonist bandleader barista barmaid barman batsman beautician beekeeper biochemist biographer boatbuilder boatman
bookbinder bookseller bosun botanist bouncer breeder brewer bureaucrat busker butcher cabbie cabinetmaker
calligrapher cameraman campaigner canoeist cantor cardiologist caregiver caretaker caricaturist cartographer
cellist chandler chaplain chef chiropodist choirmaster choreographer churchwarden cinematographer clarinettist cleaner
climatologist climber clinician clockmaker cobbler columnist comedienne compositor confectioner conservator consul
coroner councillor councilor counsellor courier coxswain crewman cricketer criminologist crofter croupier
curate curator cutler cyclist dairyman deckhand demographer dentist dermatologist dietician dietitian diver docker
doorman draughtsman dressmaker drover dustman ecologist electrician embalmer engraver entomologist envoy
epidemiologist ethicist ethnographer falconer farmhand farrier ferryman fiddler firefighter fishmonger flautist
footballer forecaster forester foreman forewoman forager furrier gaffer gamekeeper gardener garda genealogist
ghostwriter gilder glassblower glazier goalkeeper goatherd goldsmith gondolier gravedigger greengrocer grocer
groundskeeper groundsman guardsman guitarist gunsmith gynaecologist hairdresser hairstylist harbourmaster harbormaster
harpist headmistress headteacher heartthrob heart-throb herbalist herder herdsman historian homeopath horticulturist
housekeeper huntsman hydrologist hypnotist illusionist illustrator immunologist innkeeper insider interviewee ironmonger
jailer janitor jeweller jeweler joiner juggler keyboardist labourer lacemaker landlady lecturer librettist
lifeguard lobbyist lockkeeper locksmith lyricist machinist marathoner mariner matriarch matron mechanic
mediator mentor meteorologist microbiologist midwife milkman milliner miner mineworker minder motorist musicologist
mycologist naturalist neurologist neuroscientist neurosurgeon newsagent newsreader nutritionist oarsman oboist
obstetrician oceanographer ombudsman oncologist ophthalmologist optician organist ornithologist osteopath
paediatrician paleontologist palaeontologist panellist panelist paralegal paramedic paratrooper pathologist patriarch
pediatrician percussionist perfumer pharmacist pharmacologist photographer photojournalist physiotherapist
planner plasterer plumber pollster postman postmaster postmistress postwoman potter presenter printmaker proofreader
prospector psychoanalyst psychotherapist publican puppeteer purser quartermaster quizmaster raconteur radiographer
radiologist ranger rapporteur recruiter referee registrar restaurateur restorer retailer roadie roofer rower sacristan
saddler sailmaker salesperson saleswoman saxophonist scaffolder schoolteacher screenwriter scriptwriter scrutineer
sculptress seismologist shearer shepherdess shipbuilder shipwright shopkeeper silversmith skater skier smallholder
solicitor songwriter sommelier speechwriter sportswriter stallholder stagehand statistician steelworker steeplejack
stevedore stockbroker stonecutter stonemason strongman submariner subpostmaster surfer surveyor swimmer taoiseach
tattooist taxidermist thatcher tiler timpanist toolmaker toxicologist trombonist typesetter typist
tánaiste umpire undertaker upholsterer urologist usher ventriloquist verger veterinarian vicar vintner violinist
virologist volcanologist warden warder watchmaker weaver weightlifter welder wheelwright whistleblower wigmaker woodcarver
woodcutter wrestler yachtsman yachtswoman zookeeper zoologist`;

const occupations = new Set(OCCUPATIONS.split(/\s+/));

/** Whether a noun in small letters, not a plural, is a word for what a person does: `locksmith`. */
export function isOccupation(noun: string): boolean {
  return occupations.has(noun);
}
