/** The pieces that time expressions are made of, as patterns (no anchors, no capture groups). */
const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const DAY =
  '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thur?|Fri|Sat|Sun)\\.?(?=,? (?:\\d|[A-Z][a-z]{2})))';
const YEAR = '(?:1[4-9]\\d\\d|20\\d\\d)';
const NTH = '(?:[12]?\\d|3[01])(?:st|nd|rd|th)?';
const PART = '(?:morning|afternoon|evening|night|lunchtime|midday)';
const UNIT =
  '(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|century|centuries|season|semester)s?';
const NUMBER =
  '(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,5}teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?|a few|few|several|many|a couple of|a dozen|\\d[\\d,.]{0,20})';
const ABOUT =
  '(?:(?:about|around|nearly|almost|more than|less than|just|some|only|at least|over) )?';
const SEASON = '(?:spring|summer|autumn|fall|winter)';
const SPAN_WORD =
  '(?:week|weekend|month|year|quarter|season|decade|century|spring|summer|autumn|fall|winter|morning|afternoon|evening|night|day)';
const CLOCK = '\\d{1,2}(?:[:.]\\d\\d)?';
const HALF_DAY = '(?:[ap]\\.m\\.|[ap]m\\b)';
const EDGE =
  '(?:(?:[Tt]he )?(?:[Ee]arly|[Ll]ate|[Mm]id|beginning|start|end|middle|whole|rest|first half|second half|turn|close|early hours|small hours)(?: of|-| in)?(?: the)? )';
const ORDER = '(?:first|second|third|fourth|fifth|last|final|opening|closing)';
/** `noon`, `dawn`, `dark`: turns of a day. */
const TURN =
  '(?:noon|midnight|midday|dawn|dusk|dark|daybreak|nightfall|sunrise|sunset|first light)';
const ZONE = '(?:local time|Eastern|Central|Mountain|Pacific|[A-Z]{2,4}T\\b)(?: [Tt]ime)?';

/** Times with names in them, to be matched as they are written: `may 10` is no date. */
export const NAMED_TIMES: readonly string[] = [
  // `Nov. 10, 2016`, `9 November`, `March 3rd`, `Tue, March 22, 2016`
  `(?:${DAY},? (?:the )?)?${MONTH} ${NTH}\\b(?:,? ${YEAR}\\b)?`,
  `(?:${DAY},? (?:the )?)?${NTH}(?: of)? ${MONTH}(?!\\w)(?:,? ${YEAR}\\b)?`,
  // `12 to 15 June`, `Nov. 3-5`
  `${NTH}(?:[-–]| to | and )${NTH}(?: of)? ${MONTH}(?!\\w)(?:,? ${YEAR}\\b)?`,
  `${MONTH} ${NTH}(?:[-–]| to )${NTH}\\b(?:,? ${YEAR}\\b)?`,
  // `2024 Aug. 3`
  `${YEAR} ${MONTH} ${NTH}\\b`,
  `${YEAR}-\\d\\d-\\d\\d`,
  // `the night of 12 May`, `the evening of March 3rd`
  `(?:[Tt]he )?(?:night|evening|morning|afternoon|day|week|weekend) of (?:${NTH}(?: of)? ${MONTH}|${MONTH} ${NTH}\\b)(?!\\w)(?:,? ${YEAR}\\b)?`,
  // `the three months to June`, `the year to 31 March 2020`
  `(?:[Tt]he )?(?:\\b\\w+ (?:weeks|months|years)|year|quarter|half) (?:to|through|ended|ending) (?:the end of )?(?:(?:on |in )?${NTH} )?${MONTH}(?!\\w)(?: ${NTH}\\b)?(?:,? ${YEAR}\\b)?`,
  // `the fiscal year that ends on June 30, 2024`
  `(?:[Tt]he )?(?:fiscal |financial )?year (?:that (?:ends|ended)|ending|ended) (?:on |in )?(?:${NTH} ${MONTH}|${MONTH} ${NTH}|${MONTH})(?!\\w)(?:,? ${YEAR}\\b)?`,
  // `the third week of September`, `the last Sunday in October`
  `(?:[Tt]he )?${ORDER} (?:week|weekend|day|days|half|${DAY}) (?:of|in) (?:that |this |last |next )?${MONTH}(?!\\w)(?:,? ${YEAR}\\b)?`,
  // `St Lucy’s Day`, `Midsummer’s Day`
  `(?:St\\.? \\p{Lu}\\p{L}+|All (?:Saints|Souls)|Midsummer|Founder|Victory|Liberation)['’]?s?['’]? Day\\b`,
  // `Thursday week`
  `${DAY} week\\b(?! of| in)`,
  // `early May`, `mid-June`, `the end of March`
  `(?:[Ll]ast|[Nn]ext|[Tt]his|(?<=\\bof )that) ${MONTH}(?!\\w)`,
  `(?:[Ee]arly|[Ll]ate|[Mm]id|[Tt]he (?:start|end|beginning|middle) of)[ -]${MONTH}(?!\\w)`,
  // `November marked`: at a sentence's start; `May` and `March` are more often something else
  `(?<=^)(?:January|February|July|September|October|November|December)(?= \\p{Ll})`,
  // `Week 7`, `Day 3`, `Q3 2021`
  `(?:Week|Day) \\d{1,2}\\b`,
  `Q[1-4]\\b(?: (?:of )?${YEAR}\\b)?`,
  `${EDGE}?${MONTH},?(?: of)? ${YEAR}\\b`,
  // `in May`, `since last March`; `May` alone is a verb too
  `(?<=\\b(?:[Ii]n|[Bb]y|[Uu]ntil|till|[Ss]ince|for|of|[Dd]uring|[Bb]efore|[Aa]fter|[Ff]rom|to|[Ll]ast|next|this|early|late|mid-?|through|between|and) )(?:last |next |this )?${MONTH}(?![\\w’'-])`,
  // `Sunday`, `late on Tuesday night`, `Sunday's`
  `${EDGE}?(?:(?:early|late) (?:on )?)?(?:(?:[Ll]ast|[Nn]ext|[Tt]his|[Tt]hat|[Ee]very|[Ee]ach) )?${DAY}s?(?: ${PART})?\\b(?:['’]s)?`,
  `${EDGE}?(?:Christmas(?: Eve| Day| morning)?|Easter(?: (?:Sunday|Monday))?|Thanksgiving(?: Day)?|New Year(?:['’]s (?:Eve|Day))?|Ramadan|Boxing Day|Good Friday|Black Friday|Palm Sunday|Whit Monday|Ash Wednesday|Shrove Tuesday|Maundy Thursday|Holy Week|Guy Fawkes (?:Night|Day)|Bonfire Night|Burns Night|Hogmanay|Juneteenth|Columbus Day|Presidents['’]? Day|M(?:artin )?L(?:uther )?K(?:ing)?,?(?: Jr\\.?)? Day|(?:Lunar|Chinese) New Year|Pentecost|Michaelmas|Lent|Advent|Lab(?:or|our) Day|Memorial Day|Independence Day|Veterans Day|Remembrance Sunday|Armistice Day|Anzac Day|Australia Day|Canada Day|Republic Day|Bastille Day|Valentine['’]s Day|St\\.? Patrick['’]s Day|(?:Mother|Father)['’]?s['’]? Day|Halloween|Diwali|Holi|Hanukkah|Passover|Yom Kippur|Eid(?: al-\\p{L}+)?|Midsummer|[Ee]lection [Dd]ay)(?: weekend)?(?! \\p{Lu}\\p{Ll})(?:,?(?: of)? ${YEAR}\\b| (?:last|this|next) year)?`,
];

/** Times without names, to be matched in small letters and capitals. */
export const PLAIN_TIMES: readonly string[] = [
  // `the 1990s`
  `(?:the )?(?:early |late |mid[- ])?(?:1[4-9]|20)\\d0s\\b`,
  // `the late '60s`
  `(?:the )?(?:early |late |mid[- ])?['’‘]\\d0s\\b`,
  `(?:the )?(?:early |late |mid[- ])?(?:\\d{1,2}(?:st|nd|rd|th)|[a-z]{3,12}(?:st|nd|rd|th))[ -]century(?: (?:BC|AD|BCE|CE)\\b)?`,
  `\\d{1,4} ?(?:BCE?|AD|CE)\\b`,
  // `fiscal year 2013/14`, `the 2023–24 season`
  `(?:fiscal|financial)(?: year)? ${YEAR}(?:[/–-]\\d{2,4})?\\b`,
  `${YEAR}[/–-]\\d{1,2}(?!\\d|-)`,
  `(?:the )?(?:fiscal|financial) ${ORDER} (?:quarter|half)\\b`,
  `${YEAR}(?:[-–]| to )['’‘]\\d\\d\\b`,
  // `31/12/2025`
  `\\d{1,2}[./]\\d{1,2}[./](?:19|20)\\d\\d\\b`,
  `(?<![\\d/.])\\d{1,2}/\\d{1,2}/\\d\\d(?![\\d/])`,
  // `in 1972`, `the 2016 season`
  `(?<![\\d$£€.,#-])${EDGE}?${YEAR}\\b(?![\\d%]|[.,]\\d|-\\w| (?:people|miles|metres|meters|feet|jobs|tonnes|tons|km|kg|workers|troops|votes|points|copies|employees)| (?:Committee|Group|Club|Society|Foundation|Trust|Growers|Collection)\\b| ?(?:GMT|UTC|BST|EST|EDT|CET|IST|AEST|hrs|hours)\\b)`,
  // `yesterday`, `last night`, `this afternoon`, `the same day`, `next spring`
  `(?:early |late |earlier |later |only |just )?(?:yesterday|today|tomorrow|tonight)(?: ${PART})?\\b(?:['’]s)?`,
  `${EDGE}?(?:earlier |later |early |late )?(?:last|next|this|that|the past|the previous|the following|the coming|the same) ${SPAN_WORD}\\b`,
  `${EDGE}(?:${SPAN_WORD}|the ${SPAN_WORD})\\b`,
  `the (?:first|second|third|fourth|fifth|following|next|last) (?:winter|spring|summer|autumn|Christmas|Easter)\\b`,
  `the (?:morning|afternoon|evening|night|day|week|month|year) (?:after|before)\\b`,
  `(?<=\\b(?:in|until|by|since) )(?:the )?(?:early |late )?${SEASON}(?: of ${YEAR})?\\b`,
  `(?:the )?(?:early |late |mid-)?${SEASON} (?:of )?${YEAR}(?:[-/–]\\d{1,2})?\\b`,
  `(?:over |(?<=\\b(?:at|before|after|by|for|during) ))the weekend\\b`,
  // `the biggest upset of the night`, `began the year below 1%`
  `(?<=\\bof )the (?:night|evening|afternoon|morning)\\b(?! (?:of|shift|sky|bus|train))`,
  `(?<=\\b(?:beg[aiu]ns?|start(?:ed|s)?|end(?:ed|s)?|open(?:ed|s)?|clos(?:ed|es)|finish(?:ed|es)?) )the (?:year|month|week|day|quarter|season)\\b(?! of)`,
  `the (?:longest|shortest|hottest|coldest|wettest) day(?: of the year)?\\b`,
  `${NUMBER} (?:minutes?|seconds?) into (?:the )?(?:${ORDER} (?:half|period|quarter|set)|overtime|extra time|stoppage time)\\b`,
  // of a match: `the second period`, `stoppage time`, `on 58 minutes`
  `the ${ORDER} (?:period|innings|set|session)\\b`,
  `(?<=\\b(?:in|after|into|before|left in) )(?:(?:the )?(?:overtime|regulation|stoppage time|injury time|extra time|added time))\\b`,
  `(?:half|full)[ -]time(?! (?:job|work|staff|post|care|carer|employ\\p{L}*|student|students|education|\\p{L}+er)s?\\b)\\b`,
  `(?<=\\bon )\\d{1,3} minutes\\b`,
  `\\d{1,2}:\\d\\d of the (?:first|second|third|fourth)(?: (?:period|quarter|half))?\\b`,
  `afterwards?\\b`,
  `(?:midweek|overnight)\\b`,
  `(?<=\\b(?:on|by|until|from) )the (?:[12]?\\d|3[01])(?:st|nd|rd|th)\\b(?! (?:floor|century|minute|hole|birthday|anniversary|edition|time|\\p{L}+ (?:of|in)))`,
  `the \\d{1,3}(?:st|nd|rd|th)[ -]minute\\b`,
  `(?<=\\b(?:in|by|until) )the \\d{1,3}(?:st|nd|rd|th)(?=[,.;])`,
  `the (?:first|second|third|fourth|last|final) (?:quarter|half|week|weekend|month|day|days|year)\\b(?! (?:running|in a row|in succession|on the trot))(?: of (?:the |next |last |this )?(?:${MONTH}|${YEAR}|${SPAN_WORD}))?`,
  // `two years ago`, `a month earlier`, `11 days before the election`
  `${ABOUT}(?:${NUMBER}|half an?|a quarter of a) (?:${UNIT}) (?:ago|earlier|later|from now)\\b`,
  `${ABOUT}${NUMBER} (?:${UNIT}) (?:before|after)(?=[.,;])`,
  // `two days before the election`, but not `six minutes after the call`
  `${ABOUT}${NUMBER} (?:day|week|month|year)s? (?:before|after)(?= (?:the|his|her|its|their|that|this|\\p{Lu})\\b)`,
  // `due in two weeks`: a day to come, where `built in two weeks` is how long
  `(?<=\\b(?:due|expected|scheduled|reopens?|resumes?|begins?|starts?|opens?|arrives?|returns?|again|meets?|votes?|retires?|ends?|expires?|leaves?) )in ${ABOUT}${NUMBER} (?:days|weeks|months|years)\\b(?!['’])`,
  `every (?:other |few |(?:two|three|four|five|six|seven|eight|nine|ten|\\d+) )(?:day|night|week|month|year|decade)s?\\b`,
  `(?:every|each) (?:morning|afternoon|evening|night|day|week|month|year|summer|winter|spring|autumn)\\b(?! of\\b)`,
  `(?:the )?(?:small|early) hours\\b`,
  `last time(?=[,.;]| (?:in|out)\\b)`,
  `(?:the |(?<!\\b(?:to|will|would|could|can|may|might|must|should|not) ))(?:past|last|next|coming) ${NUMBER} ${UNIT}\\b`,
  `${NUMBER} ${UNIT}['’] time\\b`,
  // `between 6 and 9 p.m.`, `9-11 a.m.`, `1400 GMT`, `at 12.15`
  `${CLOCK}(?: ?${HALF_DAY})?(?:[-–]| to | and )${CLOCK} ?${HALF_DAY}`,
  `\\d{4} ?(?:GMT|UTC|BST|EST|EDT|CET|IST|AEST|hrs|hours)\\b`,
  `(?<=\\b(?:at|by|until|from|before|after) )(?:[01]?\\d|2[0-3])\\.[0-5]\\d\\b(?!\\p{L}| ?(?:%|per|p\\b|km|miles|metres|seconds|points|million|billion))`,
  // `8 a.m.`, `9.25pm`, `5:40 a.m.`, `11am local time`, `noon`, `ten past six`
  `\\d{1,2}(?:[:.]\\d\\d)? ?(?:[ap]\\.m\\.|[ap]m\\b)(?: ${ZONE})?`,
  // not the `2:21:07` or the `1:33 left` of a race or a match
  `(?<!\\d:|\\b(?:for|in|of) )\\d{1,2}:\\d\\d(?: ?(?:GMT|BST|EST|local time|hours))?\\b(?![:.]\\d| (?:left|remaining|to (?:go|play)|on the clock))`,
  `(?:(?:(?:just|shortly|soon|long|well|moments|minutes|hours) )?(?:before|after) )?(?:first light|dark\\b(?<=(?:before|after) dark)|(?:noon|midnight|midday|dawn|dusk|daybreak|nightfall|sunrise|sunset)\\b)`,
  `${NUMBER} (?:minutes?|seconds?|hours?) (?:past|to|before|after) (?:${TURN}|the hour)\\b`,
  `(?:a )?(?:quarter|half|five|ten|twenty|twenty-five) (?:past|to) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\b(?: in the (?:morning|afternoon|evening)| at night)?`,
  `(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2}) o['’]clock(?: (?:tonight|today|tomorrow|yesterday))?`,
];

/** What may stand between two parts of one time expression: `9 a.m. on Sunday`, `Tuesday, May 3`. */
export const TIME_JOINTS =
  /^(?:,? (?:on|of|in|at|local time on|the)? ?| on the (?:morning|afternoon|evening|night) of (?:the )?|, |,? |\s*\()$/;

/** What shows that a sentence looks ahead, so that `Wednesday` is the next one. */
export const FUTURE =
  /\b(?:will|won['’]t|would|is to|are to|due|scheduled|expected|expects|plans?|planned|set to|going to|until|by|next|hopes?|aims?|shall)\b/i;

/** Without one of these a sentence names no time: a quick look before the patterns. */
export const TIME_HINT =
  /\d|Lent|Advent|Halloween|Diwali|Holi|Hanukkah|Passover|Eid|Kippur|week|day|night|noon|week|month|quarter|year|decade|centur|season|spring|summer|autumn|fall|winter|morrow|morning|evening|dawn|dusk|sun(?:rise|set)|clock|second|minute|hour|semester|past|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Christmas|Easter|Thanksgiving|Ramadan|half|first|dark|overtime|regulation|time|period|innings|session|after/i;
