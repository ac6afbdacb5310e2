const PLACES = `afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain
bangladesh belarus belgium bolivia bosnia botswana brazil britain bulgaria burma cambodia cameroon canada
chile china colombia congo croatia cuba cyprus denmark ecuador egypt england eritrea estonia ethiopia europe
fiji finland france gambia georgia germany ghana greece greenland guatemala guinea guyana haiti honduras
hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya korea
kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya lithuania luxembourg madagascar malawi
malaysia mali malta mauritius mexico moldova mongolia montenegro morocco mozambique myanmar namibia nepal
netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru philippines poland
portugal qatar romania russia rwanda scotland senegal serbia singapore slovakia slovenia somalia spain sudan
sweden switzerland syria taiwan tanzania thailand tibet tunisia turkey uganda ukraine uruguay uzbekistan
venezuela vietnam wales yemen zambia zimbabwe africa asia antarctica america oceania crimea gaza kashmir
us usa uk uae u.s u.k u.s.a u.a.e
alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois
indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri
montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont wisconsin wyoming
amsterdam ankara athens atlanta auckland baghdad baltimore bangkok barcelona beijing beirut belfast berlin
birmingham boston bradford brighton brisbane bristol brussels budapest cairo calgary cambridge cardiff
chicago cleveland cologne copenhagen cornwall dallas damascus delhi denver derby detroit devon dubai dublin
dundee edinburgh essex frankfurt geneva glasgow hamburg hanoi helsinki houston hull istanbul jakarta
jerusalem johannesburg kabul kent kiev kyiv lagos leeds leicester lisbon liverpool london madrid
manchester manila melbourne memphis miami milan milwaukee minneapolis montreal moscow mumbai munich nairobi
naples newcastle norfolk nottingham omaha orlando oslo ottawa oxford paris perth philadelphia phoenix
pittsburgh plymouth portland prague pretoria pyongyang riyadh rome sacramento seattle seoul shanghai
sheffield shenzhen southampton stockholm sydney tehran tokyo toronto tripoli vancouver venice vienna warsaw
wellington yorkshire zurich brooklyn manhattan hollywood westminster`;

const PHRASES = `hong kong|new york|new york city|new jersey|new mexico|new hampshire|new zealand|new delhi|new
orleans|north carolina|south carolina|north dakota|south dakota|west virginia|rhode island|los angeles|san
francisco|san diego|las vegas|st louis|washington dc|united states|united kingdom|united arab emirates|south
africa|south korea|north korea|saudi arabia|sri lanka|costa rica|el salvador|ivory coast|northern ireland|puerto
rico|middle east|southeast asia|south asia|west bank|wall street|silicon valley|capitol hill|south china sea|soviet
union|czech republic|dominican republic|sierra leone|burkina faso|papua new guinea|trinidad and tobago`;

const NATIONALITIES = `afghan african albanian algerian american arab argentine armenian asian australian
austrian belgian bolivian brazilian british bulgarian cambodian canadian chilean chinese christian colombian
croatian cuban cypriot czech danish democratic dutch egyptian english estonian ethiopian european filipino
finnish french german ghanaian greek hispanic hungarian icelandic indian indonesian iranian iraqi irish
islamic israeli italian jamaican japanese jewish jordanian kenyan korean kurdish kuwaiti latino latvian
lebanese libyan lithuanian malaysian mexican moroccan muslim nepali nigerian norwegian pakistani palestinian
peruvian polish portuguese republican romanian russian saudi scottish serbian sino slovak slovenian somali
soviet spanish sudanese swedish swiss syrian taiwanese thai tibetan tunisian turkish ugandan ukrainian
venezuelan vietnamese welsh western yemeni zimbabwean catholic protestant sunni shia hindu buddhist
scot scotsman scotswoman dutchman dutchwoman frenchman frenchwoman englishman englishwoman irishman irishwoman
welshman welshwoman spaniard briton yorkshireman londoner liverpudlian glaswegian mancunian parisian
angolan aussie azerbaijani bahraini bangladeshi basque bavarian belarusian bosnian burmese catalan congolese cornishman
cornishwoman croat ecuadorean ecuadorian emirati eritrean fijian gambian guatemalan guyanese haitian honduran icelander
ivorian kazakh kosovan kurd laotian liberian macedonian malawian malian maltese mauritian moldovan mongolian
montenegrin mozambican namibian nicaraguan omani panamanian paraguayan qatari rwandan salvadoran senegalese serb
sicilian singaporean slovene swede tanzanian tasmanian texan togolese trinidadian uruguayan uzbek zambian`;

/** Peoples that are also names and things: `the Finn` is one, `Finn` is not. */
const PEOPLES = `dane finn kiwi pole turk`;

/** Peoples of two words: behind `the` and alone somebody from there. */
const DWELLERS = `south african|south korean|north korean|south sudanese|south american|north american|central
american|latin american|new zealander|new yorker|sri lankan|costa rican|puerto rican|saudi arabian|hong konger|sierra
leonean|papua new guinean|northern irishman|northern irishwoman|west indian|east timorese|east german|west
german|west australian|western australian|south australian|nova scotian|new brunswicker|british columbian|north
carolinian|south carolinian|west virginian|new mexican|african american|native american`;

const places = new Set(PLACES.split(/\s+/));
const phrases = new Set(PHRASES.replace(/\s+/g, ' ').split('|'));
const nationalities = new Set(NATIONALITIES.split(/\s+/));
const peoples = new Set(PEOPLES.split(/\s+/));
const dwellers = new Set(DWELLERS.replace(/\s+/g, ' ').split('|'));

/** Whether words (any case) name a country, a state or a large city. */
export function isPlace(words: string): boolean {
  const lower = words.toLowerCase().replace(/\.$/, '');
  return places.has(lower) || phrases.has(lower.replaceAll('.', ''));
}

/** Whether a word (any case) says of which people, faith or party something is: `Chinese`. */
export function isNationality(word: string): boolean {
  const lower = word.toLowerCase();
  return nationalities.has(lower) || nationalities.has(lower.replace(/s$/, ''));
}

/** Whether a word, or two (any case), behind `the` says where somebody comes from: `the Norwegian`, `the Dane`. */
export function isOfPeople(word: string): boolean {
  const lower = word.toLowerCase();
  return isNationality(word) || peoples.has(lower) || dwellers.has(lower);
}
