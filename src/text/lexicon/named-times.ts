import { FEAST } from './feasts.ts';
import { DAY, EDGE, MONTH, NTH, ORDER, PART, PHRASE_END, YEAR } from './time-pieces.ts';

/** Times that name a month, to be matched as they are written: `may 10` is no date. */
export const MONTH_TIMES: readonly string[] = [
  // `Nov. 10, 2016`, `9 November`, `March 3rd`, `Tue, March 22, 2016`
  `(?:${DAY},? (?:the )?)?${MONTH} ${NTH}\\b(?:,? ${YEAR}\\b)?`,
  `(?:${DAY},? )?(?:[Tt]he (?=\\d{1,2}(?:st|nd|rd|th)))?${NTH}(?: of)? ${MONTH}(?!\\w)(?:,? ${YEAR}\\b)?`,
  // `March 3 and 4`, `3, 4 and 5 July`, `Friday the 13th`, `the Fourth of July`
  `${MONTH} ${NTH}(?:, ${NTH})*,? and ${NTH}\\b(?:,? ${YEAR}\\b)?(?! (?:\\p{Ll}+s|per|%)\\b)`,
  `(?<!\\d)${NTH}(?:, ${NTH})*,? and ${NTH}(?: of)? ${MONTH}(?!\\w)(?:,? ${YEAR}\\b)?`,
  `the (?:First|Fourth|Fifth|Twelfth|Fifteenth|Tenth|Third|Second|Sixth|Seventh|Eighth|Ninth|Eleventh) of ${MONTH}(?!\\w)`,
  // `12 to 15 June`, `Nov. 3-5`
  `${NTH}(?:[-–]| to | and | or )${NTH}(?: of)? ${MONTH}(?!\\w)(?:,? ${YEAR}\\b)?`,
  `${MONTH} ${NTH}(?:[-–]| to )${NTH}\\b(?:,? ${YEAR}\\b)?`,
  // `2024 Aug. 3`
  `${YEAR} ${MONTH} ${NTH}\\b`,
  // `the night of 12 May`, `the evening of March 3rd`
  `(?:[Tt]he )?(?:night|evening|morning|afternoon|day|week|weekend) (?:of|beginning|starting|commencing|ending) (?:${NTH}(?: of)? ${MONTH}|${MONTH} ${NTH}\\b)(?!\\w)(?:,? ${YEAR}\\b)?`,
  // `the night of 2-3 August`
  `(?:[Tt]he )?(?:night|weekend) of ${NTH}(?:[-–/]| to )${NTH} ${MONTH}(?!\\w)(?:,? ${YEAR}\\b)?`,
  // `left that December`; in `said that December would be dry` it is no time of its own
  `(?<!\\b(?:say|says|said|think|thinks|thought|hopes?|hoped|fears?|feared|warned|believes?|believed) )that (?:${MONTH}|${FEAST})(?=[.,;:!?]|$| (?:and|but|or|when|while|after|before|as|he|she|they|it)\\b)`,
  // `the three months to June`, `the year to 31 March 2020`
  `(?:(?:[Tt]he|[Ii]ts|[Tt]heir) )?(?:(?:full )?(?:${ORDER} )?(?:fiscal )?(?:year|quarter|half)|\\b\\w+ (?:weeks|months|years)) (?:to|through|ended|ending) (?:the end of )?(?:(?:on |in )?${NTH} )?${MONTH}(?!\\w)(?: ${NTH}\\b)?(?:,? ${YEAR}\\b)?`,
  // `the fiscal year that ends on June 30, 2024`
  `(?:[Tt]he )?(?:full )?(?:fiscal |financial )?year (?:that (?:ends|ended)|ending|ended) (?:on |in )?(?:${NTH} ${MONTH}|${MONTH} ${NTH}|${MONTH})(?!\\w)(?:,? ${YEAR}\\b)?`,
  // `the third week of September`, `the last Sunday in October`
  `(?:[Tt]he )?${ORDER} (?:week|weekend|day|days|half|${DAY}) (?:of|in) (?:that |this |last |next )?${MONTH}(?!\\w)(?:,? ${YEAR}\\b)?`,
  // `early May`, `mid-June`, `the end of March`
  `the (?:first|last|opening|final|early) (?:few )?(?:days|weeks) of ${MONTH}(?!\\w)`,
  `(?:[Ll]ast|[Nn]ext|[Tt]his|(?<=\\bof )that) ${MONTH}(?!\\w)`,
  `(?:[Ee]arly|[Ll]ate|[Mm]id|[Tt]he (?:start|end|beginning|middle|rest|remainder|close|first half|second half) of)[ -]${MONTH}(?!\\w)`,
  // `November marked`, `November’s rain`, `the December vote`; `May` and `March` are more often something else
  `(?<!\\p{Lu}\\p{Ll}+ )(?:January|February|July|September|October|November|December)(?=['’]s\\b|[.,;:)]| \\p{Ll})`,
  // `a June agreement`, `the May vote`, `January this year`, `mid-1996`
  `(?<=\\b(?:an?|the|its|his|her|their|['’]s) )${MONTH}(?= \\p{Ll})`,
  // `after a wet August`, `the coldest January`: a month as it was
  `(?<=\\b(?:an?|the) (?:very |unusually )?(?:wet|dry|cold|hot|warm|mild|windy|cool|record|normal|typical|quiet|busy|bad|good|poor|strong|weak|slow|difficult|terrible|snowy|rainy|sunny|bleak|grim|miserable|(?:wett|dri|cold|hott|warm|mild|bus|bleak)(?:i?est)) )${MONTH}(?=[.,;:!?]|$| \\p{Ll})`,
  `${EDGE}?${MONTH} (?:this|last|next|that|the same|the following) year\\b`,
  `${EDGE}?${MONTH},?(?: of)? ${YEAR}\\b`,
  // `November ’22`, `this past July`, `each January`, `the August break`
  `${MONTH} ['’‘]\\d\\d\\b(?!['’])`,
  `(?:[Tt]his (?:past|coming)|[Ee]ach|[Ee]very) ${MONTH}(?!\\w)`,
  `(?:[Tt]he )?${MONTH} (?:break|recess|holidays?|half-term)\\b`,
  // `a wet morning in October 2022`
  `(?:[Aa]n?|[Oo]ne) (?:[\\p{Ll}-]+ )?(?:morning|afternoon|evening|night|weekend) in (?:early |late |mid-)?${MONTH}(?!\\w)(?:,? ${YEAR}\\b)?`,
  // `in May`, `since last March`; `May` alone is a verb too
  `(?<=\\b(?:[Ii]n|[Bb]y|[Uu]ntil|till|[Ss]ince|for|of|[Dd]uring|[Bb]efore|[Aa]fter|[Ff]rom|to|[Ll]ast|next|this|early|late|mid-?|through|between|and) )(?:last |next |this )?${MONTH}(?![\\w’'-]| (?:Street|St|Road|Rd|Lane|Avenue|Close|Place|Gardens|Terrace|Drive|Hill|Court|Crescent|Square)\\b)`,
];

/** Times that name a day of the week. */
export const WEEKDAY_TIMES: readonly string[] = [
  `${DAY} (?:the )?${NTH}(?<=th|st|nd|rd)\\b`,
  `[Tt]he ${DAY}s? (?:before last|after next)\\b`,
  `[Tt]he (?:(?:following|next|previous|same) )${DAY}(?: ${PART})?\\b`,
  `[Tt]he ${ORDER} ${DAY} (?:of|in) (?:the|every|each|that) month\\b`,
  `[Tt]he ${DAY} (?:before|after)${PHRASE_END}`,
  // `Thursday week`
  `${DAY} week\\b(?! of| in)`,
  // `Earlier Sunday`, `later on Friday`, `this coming Tuesday`
  `(?:[Ee]arlier|[Ll]ater) (?:on )?${DAY}(?: ${PART})?\\b`,
  `[Tt]his (?:past|coming) ${DAY}\\b`,
  // `two Sundays ago`, `a Saturday in June`, `Tuesday last`, `first thing on Monday`
  `(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix) ${DAY}s ago\\b`,
  `(?:[Aa]|[Oo]ne) (?:[\\p{Ll}-]+ )?${DAY}(?: ${PART})? (?:in|of) (?:early |late |mid-)?${MONTH}(?!\\w)(?:,? ${YEAR}\\b)?`,
  `${DAY} last(?=[.,;])`,
  `(?:[Ff]irst|[Ll]ast) thing (?:on )?${DAY}(?: ${PART})?\\b`,
  // `Sunday`, `late on Tuesday night`, `Sunday's`
  `${EDGE}?(?:(?:early|late) (?:on )?)?(?:(?:[Ll]ast|[Nn]ext|[Tt]his|[Tt]hat|[Ee]very|[Ee]ach) )?${DAY}s?(?: ${PART})?\\b(?:['’]s)?`,
];

/** Other times with capitals: feasts, years, quarters. */
export const NAMED_TIMES: readonly string[] = [
  // `07.45 The first train has left`, as a page that is written on has it
  `^(?:[01]?\\d|2[0-3])[.:][0-5]\\d(?= (?:[—–-] )?["“‘']?\\p{Lu})`,
  // `AD 900`, `FY26`, `H1`, `Q3 FY25`
  `A\\.?D\\.? ?\\d{2,4}(?:[-–]\\d{2,4})?\\b`,
  `(?:[QH][1-4] (?:of )?)?FY ?['’]?(?:20)?\\d\\d(?:[/–-]\\d\\d)?\\b`,
  `[QH][1-4]\\b(?: (?:of )?(?:${YEAR}|fiscal ${YEAR})\\b)?`,
  // `a week on Tuesday`, `a week last Thursday`, `the Friday before last`
  `(?:[Aa] (?:week|fortnight)|[Tt]wo weeks) (?:(?:on|last|from|next) )?(?:${DAY}|today|tomorrow)\\b`,
  // `Bank Holiday Monday`, `the bank holiday weekend`
  `(?:[Tt]he )?(?:(?:${MONTH} )?[Bb]ank [Hh]oliday)(?: (?:${DAY}|weekend))?\\b`,
  `${YEAR}-\\d\\d-\\d\\d`,
  `[Mm]id-${YEAR}\\b(?!s)`,
  // `Week 7`, `Day 3`, `Q3 2021`
  `(?:Week|Day|Term) \\d{1,2}\\b`,
  `(?:[Tt]he (?:start|beginning|middle|end) of )Term \\d\\b`,
  // `the Tuesday after Easter`, `the week before Christmas`, `the third Sunday in Lent`
  `(?:[Tt]he )(?:${ORDER} )?(?:${DAY}|day|night|week|weekend|month) (?:before|after|in|of) ${FEAST}(?:,? ${YEAR}\\b)?`,
  // `the Christmas holidays`, `the Easter fortnight`, `the run-up to Diwali`
  `(?:[Tt]he )?(?:school )?${FEAST} (?:fortnight|holidays?|break|period|season|rush|half-term)\\b`,
  `(?:[Tt]he )(?:run-up to|eve of|day of|aftermath of) ${FEAST}(?:,? ${YEAR}\\b)?`,
  // `on Glasgow Fair Monday`
  `(?<=\\b[Oo]n )(?:\\p{Lu}\\p{Ll}+ ){1,2}${DAY}\\b(?! \\p{Lu})`,
  // `since the Second World War`, `during the Little Ice Age`, `before the Carnation Revolution`
  `(?<=\\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Bb]efore|[Aa]fter|[Uu]ntil|[Oo]f|[Ff]rom) )(?:the )?(?:\\p{Lu}[\\p{L}-]+ ){1,3}(?:Age|Ages|Revolution|Depression|Famine|Blitz)\\b(?! \\p{Lu})`,
  `(?<=\\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Bb]efore|[Aa]fter|[Uu]ntil|[Oo]f) )(?:the )?(?:(?:First|Second) World War|World War (?:I{1,2}|One|Two)|Great War|Cold War|Civil War)\\b(?! \\p{Lu})`,
  `${EDGE}?(?:(?:[Tt]he )?(?:[Ll]ast|[Nn]ext|[Tt]his|[Ee]very|[Oo]ne|following|previous) )?(?:the (?=(?:[\\p{L}’']+ ){1,3}weekend))?${FEAST}(?: weekend)?(?! \\p{Lu}\\p{Ll})(?:,?(?: of)? ${YEAR}\\b| (?:last|this|next) year)?`,
  // `on Founders Day`, `by Harvest Sunday`: a feast of any name, where a time stands
  `(?<=\\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Ss]ince|[Bb]efore|[Aa]fter|[Ll]ast|[Nn]ext|[Ee]very|for) |day, )(?:\\p{Lu}[\\p{L}’'.]{1,20} ){1,3}(?:Day|Eve|Night|Weekend)\\b(?! \\p{Lu}\\p{Ll})(?:,?(?: of)? ${YEAR}\\b)?`,
];
