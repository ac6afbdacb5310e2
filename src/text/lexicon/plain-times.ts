import {
  ABOUT,
  CLOCK,
  EDGE,
  HALF_DAY,
  HOUR,
  MONTH,
  NUMBER,
  ORDER,
  PART,
  PHRASE_END,
  SEASON,
  SEASON_KIND,
  SPAN_WORD,
  TURN,
  UNIT,
  WITHIN,
  YEAR,
  YEAR_KIND,
  ZONE,
} from './time-pieces.ts';

/** Times with digits, to be matched in small letters and capitals, as all here. */
export const DIGIT_TIMES: readonly string[] = [
  // `the 1990s`
  `(?:the )?(?:early |late |mid[- ])?(?:1\\d|20)\\d0s\\b`,
  // `the late '60s`
  `(?:the )?(?:early |late |mid[- ])?['’‘]\\d0s\\b`,
  `\\d{1,4} ?(?:BCE?|AD|CE|B\\.C\\.|A\\.D\\.)(?!\\w)`,
  `(?<=\\b(?:in|of|since|by|until|from|to|and|between|before|after|season) |\\d, )['’‘]\\d\\d\\b(?!['’]|s\\b)`,
  `\\d{3,4} ?± ?\\d{1,3}\\b`,
  // `fiscal year 2013/14`, `the 2023–24 season`
  `(?:(?:the )?(?:${ORDER} )(?:fiscal )?(?:quarter|half) of )?(?:fiscal|financial)(?: year)? ${YEAR}(?:[/–-]\\d{2,4})?\\b`,
  `(?:the )?${ORDER} (?:fiscal )?(?:quarter|half)(?:,| of)? ${YEAR}\\b`,
  // `the 2028/29 financial year`, `the 2026 dry season`
  `the ${YEAR}(?:[/–-]\\d{2,4})? (?:(?:${YEAR_KIND}|${SEASON_KIND}) )?(?:season|year|harvest|monsoon|campaign)\\b`,
  `(?:the (?=[\\d/–-]{6,9} season))?${YEAR}[/–-](?:\\d{1,2}|${YEAR})(?!\\d|-)(?: season\\b)?`,
  `${YEAR}(?:[-–]| to )['’‘]\\d\\d\\b`,
  // `31/12/2025`
  `\\d{1,2}[./]\\d{1,2}[./](?:19|20)\\d\\d\\b`,
  `(?<![\\d/.])\\d{1,2}/\\d{1,2}/\\d\\d(?![\\d/])`,
  // `in 1972`, `the 2016 season`
  `(?<![\\d$£€.,#-])${EDGE}?${YEAR}\\b(?![\\d%]|[.,]\\d|-\\w| (?:people|miles|metres|meters|feet|jobs|tonnes|tons|km|kg|workers|troops|votes|points|copies|employees)| (?:Committee|Group|Club|Society|Foundation|Trust|Growers|Collection)\\b| ?(?:${ZONE}|hrs|hours)(?!\\w)| (?:[\\p{L}’'.]+ ){1,2}(?:Road|Street|Lane|Avenue|Drive|Boulevard|Close|Way)\\b|[”"’])`,
  // `since 1066`: an earlier year only where hardly anything else is said
  `(?<=\\b(?:in|since|until|before|after) )1[0-3]\\d\\d(?=[.,;:)]|$)(?![.,:]\\d)`,
  `(?<=\\bon )\\d{1,3} minutes\\b`,
  `\\d{1,2}:\\d\\d of the (?:first|second|third|fourth)(?: (?:period|quarter|half))?\\b`,
  `(?<=\\b(?:on|by|until|from) )the (?:[12]?\\d|3[01])(?:st|nd|rd|th)\\b(?! (?:floor|century|minute|hole|birthday|anniversary|edition|time|\\p{L}+ (?:of|in)))`,
  `(?:the )?\\d{1,3}(?:st|nd|rd|th)[ -]minute\\b`,
  // `the 4th of this month`, `the 24th month`, `week 31`
  `the \\d{1,2}(?:st|nd|rd|th) of (?:this|last|next|that|the|each|every) month\\b`,
  `the \\d{1,3}(?:st|nd|rd|th) (?:day|week|month|year)\\b(?! (?:running|in a row|in succession))`,
  `(?:epidemiological |calendar )week \\d{1,2}\\b`,
  `(?<=\\b(?:in|by|until) )the \\d{1,3}(?:st|nd|rd|th)(?=[,.;])`,
  // `between 6 and 9 p.m.`, `9-11 a.m.`, `1400 GMT`, `at 12.15`
  `${CLOCK}(?: ?${HALF_DAY})?(?:[-–]| to | and )${CLOCK} ?${HALF_DAY}`,
  `\\d{4} ?(?:${ZONE}|hrs|hours)(?!\\w)`,
  `\\d{1,2}[.:]\\d\\d ${ZONE}(?!\\w)`,
  // `his shift, 5.40am till two`
  `\\d{1,2}(?:[:.]\\d\\d)? ?[ap]m (?:till|until|to) (?:${HOUR}|noon|midnight|dusk|dawn)\\b(?! \\p{Ll}+s\\b|[:.]\\d| ?[ap]\\.?m)`,
  // `8 a.m.`, `9.25pm`, `5:40 a.m.`, `11am local time`, `noon`, `ten past six`
  `\\d{1,2}(?:[:.]\\d\\d)? ?(?:[ap]\\.m\\.|[ap]m\\b)(?: ${ZONE})?`,
  // not the `2:21:07`, the `1:33 left` or the `1:52 ahead` of a race or a match
  `(?<!\\d:|\\b(?:for|in|of|took|ran|clocked|trailed by|led by|inside|break|broke) )\\d{1,2}:\\d\\d(?: ?(?:GMT|BST|EST|local time|hours))?\\b(?![:.]\\d| (?:left|remaining|to (?:go|play)|on the clock|ahead|behind|clear|adrift|up on|faster|slower)\\b)`,
  `(?<=\\bat )\\d{1,2}:\\d\\d(?= (?:ahead|behind)\\b)`,
];

/** Times with a word for a stretch of time: `two years ago`, `earlier in the week`. */
export const STRETCH_TIMES: readonly string[] = [
  `this (?:past|coming) (?:${SPAN_WORD}|${SEASON})\\b`,
  // `in the coming days`, `over the next few weeks`
  `the (?:coming|next|past|last|following|previous) (?:few |couple of )?(?:days|weeks|months|years|decades)\\b`,
  // `the back half of the year`, `the first part of the week`
  `the (?:first|second|back|front|latter|early|later) (?:half|part) of (?:the|this|last|next) (?:${SPAN_WORD})\\b`,
  `(?:the (?:start|beginning|middle|end) of )?(?:the|this|last|next) (?:${YEAR_KIND}) (?:year|term|day)\\b`,
  `the turn of the (?:millennium|century|year)\\b`,
  `(?:the |last |next |this )holiday weekend\\b`,
  `mid-?year\\b`,
  // `two days before signing`, `nearly a year after he left`
  `${ABOUT}${NUMBER} (?:hour|day|week|month|year)s? (?:before|after) \\p{Ll}{2,12}ing\\b(?=[.,;]|$)`,
  `${ABOUT}${NUMBER}(?: and a half)? (?:day|week|month|year)s? (?:before|after)(?= (?:he|she|they|we|I) )`,
  `${ABOUT}${NUMBER} (?:day|week|month|year)s? (?:before|after) it (?:was |had )?(?:\\p{Ll}+(?:ed|en|t|k|n)|fell|broke|burst|shut)\\b(?=[,.;]|$)`,
  `(?:the )?${ORDER} (?:${NUMBER} )?(?:quarters|half|months|weeks|days|years) of (?:the )?(?:year|${YEAR}|['’]\\d0s|decade|century|season)\\b`,
  `${EDGE}?(?:earlier |later |early |late )?(?:(?:the )?(?:last|next)|this|that|the past|the previous|the following|the coming|the same) ${SPAN_WORD}\\b(?: ${YEAR}\\b)?`,
  // `earlier in the week`, `later in the morning`, `early the next day`
  `${WITHIN}(?: the)? (?:same |following |next )?(?:${SPAN_WORD}|day)\\b`,
  `(?:early|late|later|earlier) (?:the (?:same|next|following|previous)|that) (?:${SPAN_WORD}|day)\\b`,
  `${EDGE}(?:${SPAN_WORD}|the ${SPAN_WORD})\\b`,
  `${NUMBER} (?:minutes?|seconds?) into (?:the )?(?:${ORDER} (?:half|period|quarter|set)|overtime|extra time|stoppage time)\\b`,
  `the (?:first|second|third|fourth|last|final) (?:quarter|half|week|weekend|month|day|days|year)\\b(?! (?:running|in a row|in succession|on the trot))(?: of (?:the |next |last |this )?(?:${MONTH}|${YEAR}|${SPAN_WORD}))?`,
  // `in its first full year`, `the second week of the trial`
  `(?<=\\b(?:in|for|during|over|after|of) )(?:its|his|her|their|our|my) ${ORDER} full (?:year|quarter|month|week|season|term|day)\\b`,
  `the (?:fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth) (?:day|week|month|year)\\b(?! (?:running|in a row|in succession|on the trot))`,
  `the ${ORDER} (?:day|night|morning|week|weekend|month|year) of (?:the|his|her|its|their) (?:[\\p{L}’-]+ )?(?:trial|strike|siege|war|hearing|inquest|inquiry|search|campaign|tour|tournament|festival|holiday|lockdown|ban|season|term|visit|hunt|talks|conference|sale|games|race|match|test|drought|flood|fire)\\b`,
  // `two years ago`, `a month earlier`, `11 days before the election`
  `${ABOUT}(?:${NUMBER}(?: (?:or|to) ${NUMBER})?|half an?|a quarter of a) (?:${UNIT}|summers|winters|springs|autumns) (?:ago|earlier|later|from now)\\b(?! than\\b)`,
  `${ABOUT}${NUMBER} (?:${UNIT}) (?:before|after)(?=[.,;])`,
  // `two days before the election`, but not `six minutes after the call`
  `${ABOUT}${NUMBER} (?:day|week|month|year)s? (?:before|after)(?= (?:the|his|her|its|their|that|this|\\p{Lu})\\b)`,
  // `due in two weeks`: a day to come, where `built in two weeks` is how long
  `(?<=\\b(?:due|expected|scheduled|reopens?|resumes?|begins?|starts?|opens?|arrives?|returns?|again|meets?|votes?|retires?|ends?|expires?|leaves?) )in ${ABOUT}${NUMBER} (?:days|weeks|months|years)\\b(?!['’])`,
  // `months earlier`, `a generation ago`
  `(?:a generation|generations|centuries|decades|years|months|weeks|days|hours|minutes|moments) (?:ago|earlier)\\b(?! than\\b)`,
  `the other (?:day|night|week|morning|evening)\\b`,
  `one (?:day|night|morning|evening|afternoon) (?:last|this|next) (?:week|month|year|spring|summer|autumn|winter)\\b`,
  `every (?:other |few |(?:two|three|four|five|six|seven|eight|nine|ten|\\d+) )(?:day|night|week|month|year|decade)s?\\b`,
  `(?<!\\bin (?:\\d+|\\p{L}+) of )(?:the |(?<!\\b(?:of the|to|will|would|could|can|may|might|must|should|not) ))(?:past|last|next|coming) ${NUMBER} ${UNIT}\\b`,
  `${NUMBER} ${UNIT}['’] time\\b`,
  `${NUMBER} (?:minutes?|seconds?|hours?) (?:past|to|before|after) (?:${TURN}|the hour)\\b`,
];

/** Other times without names. */
export const PLAIN_TIMES: readonly string[] = [
  `(?:the )?(?:early |late |mid[- ])?(?:\\d{1,2}(?:st|nd|rd|th)|[a-z]{3,12}(?:st|nd|rd|th))[ -]century(?: (?:BC|AD|BCE|CE)\\b)?`,
  // `the early fifties`, `’48` after another year, `1590 ± 15`
  `the (?:early |late |mid[- ])?(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|n(?:ou|au)ghties)\\b(?! (?:of|degrees))`,
  `(?:the )?(?:fiscal|financial)[ -]${ORDER}[ -](?:quarter|half)\\b`,
  // `its fourth quarter`, `third-quarter profit`, `the year-ago period`, `the same quarter a year earlier`
  `(?:first|second|third|fourth)-(?:quarter|half)\\b`,
  `(?<=(?:\\b(?:its|their|our|his|her|fiscal)|['’]s) )${ORDER} (?:quarter|half)\\b`,
  `the (?:current |latest |previous |prior |same |comparable |corresponding |year-ago |year-earlier |coming |following |${YEAR} )(?:fiscal |financial )?(?:(?:${ORDER} )?(?:quarter|half)|period|year|month|week|season|term|session|tax year|school year|decade)\\b(?: (?:a year (?:ago|earlier|before)|(?:of |in )?last year|of the previous year|the year before|(?:of|in) ${YEAR}))?`,
  `the (?:prior|previous|year-earlier|year-ago)-year (?:period|quarter|half)\\b`,
  `(?:the |a )?year[- ](?:ago|earlier)\\b`,
  `(?<=\\b(?:in|for|during|over|of) )the (?:full |first |second )?quarter\\b(?! of\\b)`,
  `(?:this|last|next|that) year['’]s (?:${ORDER} )?(?:quarter|half)\\b`,
  `(?<=\\bfor )the (?:full )?(?:year|week|month|season|half[- ]year)(?=[.,;]| (?:and|to|was|were|rose|fell|at|on|as|from|but|with|compared)\\b)`,
  `(?<=\\b(?:over|during|through|throughout|into|for) )the (?:${SEASON}|holidays|festive period|school holidays)\\b(?! of)`,
  `(?:eighteen|nineteen) (?:hundred|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)\\b(?! \\p{Ll}+s\\b)`,
  `(?:the )?year[ -]to[ -]date\\b`,
  `(?:the )?year(?:['’]s)?[- ]end\\b`,
  // `yesterday`, `last night`, `this afternoon`, `the same day`, `next spring`
  `(?:early |late |earlier |later |only |just )?(?:yesterday|today|tomorrow|tonight)(?: ${PART})?\\b(?:['’]s)?`,
  // `the next rainy season`, `the coming harvest`
  `(?:the )?(?:last|next|this|coming|previous|the following) (?:(?:${SEASON_KIND}|${YEAR_KIND}) (?:season|year|term)|monsoon|rains|harvest|term|semester|christmas|lambing)\\b`,
  // `in the dry season`, `before the short rains`, `since the All-Star break`
  `(?<=\\b(?:in|of|by|for|until|till|during|since|over|through|throughout) )the (?:${SEASON_KIND}) season\\b`,
  `(?<=\\b(?:in|of|by|for|until|till|before|after|during|since|over|through|throughout) )the (?:short|long) rains\\b`,
  `(?<=\\b(?:since|before|after|until|during|over) )the (?:[\\p{L}’'-]+ )?break(?=[.,;:”"]|$)`,
  `(?<=\\b(?:in|for|at|over|before|after|during|until|since) )(?:the )?(?:(?:${SEASON}) )?half[- ]term\\b`,
  // `till further notice`
  `(?<=\\b(?:until|till|pending) )further notice\\b`,
  // `before the open`, `after the closing bell`
  `(?<=\\b(?:before|after|at|by) )the (?:opening bell|closing bell|(?:market )?(?:open|close)(?=[.,;]| on (?:mon|tues|wednes|thurs|fri)day))`,
  // `closes at six`
  `(?<=\\b(?:opens?|opened|clos(?:es?|ed)|shuts?|starts?|started|begins?|began|ends?|ended|finish(?:es|ed)?|sails?|sailed|leaves?|left|kicks? off|doors|lunch|dinner|(?:left|leaves?) (?:home|work|school)|got up|gets? up|woke|(?:training|practice|supper|breakfast|tea|mass|school) (?:is|was)) at )(?:${HOUR})(?=[.,;:!?”"]|$)(?![.:]\\d)`,
  // `into the afternoon`, `in the evening`, `a morning rally`, `late-morning trade`
  `(?<=\\b(?:in|into|through|during|by|until|till|throughout) )the (?:early |late )?(?:morning|afternoon|evening|night)\\b(?! (?:of|sky|air|shift|bus|train|sun|light|star|papers|post|mail))`,
  `(?:early|late|mid)-(?:morning|afternoon|evening)\\b`,
  // `waited for the morning`, `by morning`, `from the third night`
  `(?<=\\b(?:for|from) )the (?:morning|afternoon)(?=[.,;:]|$)`,
  `(?<=\\b(?:by|until|till) )(?:morning|evening)\\b(?! (?:tea|prayer|star|dress))`,
  `the ${ORDER} (?:morning|afternoon|evening|night)\\b(?! (?:running|in a row|in succession|on the trot|of))`,
  `(?<=\\b(?:over|during|at|for) )the (?:carnival|race|derby|festival|holiday|election|opening|wedding|harvest|regatta|cup|final) weekend\\b`,
  `(?<=\\b(?:an?|the|its|early|late|monday|tuesday|wednesday|thursday|friday) )(?:morning|afternoon|evening|lunchtime|overnight)(?= (?:rally|session|trad(?:e|ing)|sell-off|service|briefing|news conference|press conference|flight|meeting|sitting|hearing|rush|peak|commute|attack|raid|bulletin|edition|blast|storm|showers?|downpour|game|match|kick-off|vigil|ceremony|swim|run|walk)\\b)`,
  `this time(?=,| (?:last|next) (?:year|week|month)\\b)(?: (?:last|next) (?:year|week|month))?`,
  `(?:this|that) time of (?:the )?(?:year|month|week|day|night)\\b`,
  `the day (?:before yesterday|after tomorrow)\\b`,
  `(?<=\\b(?:in|for|into|until|early in) )the new year\\b`,
  // `the week before last`, `weekends`, `weekday mornings`, `weekdays from 9 to 4`
  `the (?:week|weekend|month|year|night|${SEASON}) (?:before last|after next)\\b`,
  `(?<!\\b(?:two|three|four|five|six|many|few|several|of|\\d) )(?:(?:week(?:day|end|night)|school night)s|week(?:day|end) (?:morning|afternoon|evening|night)s?)\\b(?! (?:away|off|ago))(?:,? (?:from|between) ${HOUR} (?:to|till|until|and) ${HOUR}\\b)?`,
  `the weekend\\b(?! (?:break|away|edition|papers|of))`,
  `(?<=\\b(?:open|opens|visit|call|daily|runs|hours are|come|shut|closed)(?: daily)? (?:from |between )?)${HOUR} (?:to|till|until) (?:${HOUR}|noon|midnight|dusk)\\b(?! \\p{Ll}+s\\b)`,
  `${HOUR} (?:till|until) (?:${HOUR}|noon|midnight|dusk|late)\\b`,
  // `from 10 to 4 this Sunday`; a count may fall `from 9 to 5 on Sunday`
  `(?<=\\bfrom )${HOUR} to ${HOUR}(?= (?:this|every|each|today|tomorrow|on (?:mon|tues|wednes|thurs|fri|satur|sun)days)\\b)`,
  `the (?:${ORDER}|following|next) (?:winter|spring|summer|autumn|Christmas|Easter)\\b`,
  `the (?:morning|afternoon|evening|night|day|week|month|year) (?:after|before)\\b`,
  // `the day after the ride`, `the decade after 1585`, `the day of the vote`, `the year her mother died`
  `the (?:morning|afternoon|evening|night|day|week|weekend|month|year|summer|winter) (?:after|before|of) (?:the|his|her|their|its|a|an)(?: [\\p{L}’-]+){1,3}?${PHRASE_END}`,
  `the (?:decade|century|year|month|week|day)s? (?:after|before|to|since|until) (?:${YEAR}|${MONTH})\\b`,
  `(?<!(?:earl(?:y|ier)|later?) in )the (?:night|day|morning|week|month|year|summer|winter) (?:that )?(?:he|she|they|it|we|i|(?:his|her|their|its|my|our) \\p{L}+) (?:was |were |had )?(?:\\p{L}+ed|died|began|came|went|left|fell|broke|won|lost|took|born)\\b`,
  // `high tide`, `close of business`, `rush hour`
  `(?<=\\b(?:at|before|after|by|until|till|since|around|about|with|on) )(?:the )?(?:(?:next |last |morning |evening )?(?:high|low) (?:tide|water)|clos(?:e|ing) of (?:business|trade|trading|play|polls|voting|nominations|day)|end of play|rush hour|lunch(?:time|[- ]break)|teatime|suppertime|bedtime|breakfast time|dinner time|closing time|opening time|kick-?off|tip-?off)\\b`,
  `(?<=\\b(?:in|until|by|since) )(?:the )?(?:early |late )?${SEASON}(?: of ${YEAR})?\\b`,
  `(?:the )?(?:early |late |mid-)?${SEASON} (?:of )?${YEAR}(?:[-/–]\\d{1,2})?\\b`,
  `(?:the )?(?:early |late |mid-)?${SEASON} of ['’‘]\\d\\d\\b`,
  `(?:over |(?<=\\b(?:at|before|after|by|for|during) ))the weekend\\b`,
  // `the biggest upset of the night`, `began the year below 1%`
  `(?<=\\bof )the (?:night|evening|afternoon|morning)\\b(?! (?:of|shift|sky|bus|train))`,
  `(?<=\\b(?:beg[aiu]ns?|start(?:ed|s)?|end(?:ed|s)?|open(?:ed|s)?|clos(?:ed|es)|finish(?:ed|es)?) )the (?:year|month|week|day|quarter|season)\\b(?! of)`,
  `the (?:longest|shortest|hottest|coldest|wettest) day(?: of the year)?\\b`,
  // of a match: `the second period`, `stoppage time`, `on 58 minutes`
  `the ${ORDER} (?:period|inning|innings|set|session|quarter|half|over)\\b`,
  `the (?:top|bottom) of the ${ORDER}\\b`,
  // `on the half-hour`, `the stroke of half-time`, `at the break`
  `(?<=\\bon )the (?:half-)?hour(?: mark)?\\b`,
  `(?<=\\b(?:before|after) )the hour(?=[.,;]|$| (?:and|when|with|from|to)\\b)`,
  `the stroke of (?:half-time|full-time|midnight|noon|lunch|tea|\\p{Ll}+)\\b`,
  `(?<=\\b(?:at|before|after|by|until) )(?:stumps\\b|(?:the )?(?:break|interval|half-way mark|lunch|tea))(?=$|(?<=stumps)|[.,;]| (?:and|but|with|when|on|they|he|she|it|after|before|as)\\b)`,
  `(?<=\\b(?:in|after|into|before|left in|to|of|during|until|from) )(?:(?:the )?(?:overtime|regulation|stoppage time|injury time|extra time|added time))\\b`,
  `(?:half|full)[ -]time(?! (?:job|work|staff|post|care|carer|employ\\p{L}*|student|students|education|\\p{L}+er)s?\\b)\\b`,
  `(?:christmas|easter|holy|freshers['’]?) week\\b`,
  `afterwards?\\b`,
  `since then\\b`,
  `pre-?dawn\\b`,
  `mid-?${SEASON}\\b`,
  `the (?:first|last|final|opening) day of (?:the )?(?:term|school)\\b`,
  `(?:midweek|overnight)\\b`,
  `the (?:[\\p{L}]+-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|\\p{Ll}+th) minute\\b(?: of (?:added|stoppage|injury|extra) time\\b)?`,
  `(?:every|each) (?:morning|afternoon|evening|night|summer|winter|spring|autumn)\\b(?! of\\b)`,
  `(?:the )?(?:small|early|wee) hours\\b`,
  `(?:the )?last time(?=[,.;]| (?:in|out)\\b)`,
  `12 (?:noon|midnight)\\b`,
  // `two in the morning`, `ten at night`, `eight on the dot`, `9 tomorrow morning`
  `(?<=(?:^|[,;“"] ?|\\b(?:at|by|until|till|about|around|from|before|after|to|since|was|it is|it's|past|gone) ))${HOUR}(?:[.:]\\d\\d)? (?:in the (?:early )?(?:morning|afternoon|evening|night)|at night)\\b`,
  `(?:${HOUR}(?:[.:]\\d\\d)?(?: ?${HALF_DAY})?|noon|midnight|midday) (?:sharp|on the dot|prompt(?!\\w))`,
  `(?<=\\b(?:at|by|until|from|before|after) )${HOUR}(?:[.:]\\d\\d)?(?= (?:tomorrow|tonight|today|yesterday|this (?:morning|afternoon|evening)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b)`,
  `(?<=\\b(?:at|by|until|till|since|about|before|after|from|around|gone) )half (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\b`,
  `(?<=\\b(?:at|by|until|from|before|after) )(?:[01]?\\d|2[0-3])\\.[0-5]\\d\\b(?!\\p{L}| ?(?:%|per|p\\b|km|miles|metres|seconds|points|million|billion))`,
  `(?:(?:(?:just|shortly|soon|long|well|moments|minutes|hours) )?(?:before|after) )?(?:first light|dark\\b(?<=(?:before|after) dark)|(?:noon|midnight|midday|dawn|dusk|daybreak|nightfall|sunrise|sunset|sunup|sundown)\\b)`,
  // not the `ten to two` by which a jury convicts
  `(?<!\\b(?:vot|convict|acquit|verdict|majorit|split|margin)\\p{L}*(?: [\\p{L}’]+){0,4} by )(?:a )?(?:quarter|half|five|ten|twenty|twenty-five)[ -](?:past|to)[ -](?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\b(?! (?:\\p{Ll}+s|per|million|thousand|hundred|billion|times|years?|percent)\\b|[-–%])(?: in the (?:morning|afternoon|evening)| at night)?`,
  `(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2}) o['’]clock(?: (?:tonight|today|tomorrow|yesterday))?`,
];
