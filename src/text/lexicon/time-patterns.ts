import { FEAST } from './feasts.ts';

/** What may stand between two parts of one time expression: `9 a.m. on Sunday`, `Tuesday, May 3`. */
export const TIME_JOINTS =
  /^(?:,? (?:on|of|in|at|local time on|the)? ?| on the (?:morning|afternoon|evening|night) of (?:the )?|, |,? |\s*\()$/;

/** What shows that a sentence looks ahead, so that `Wednesday` is the next one. */
export const FUTURE =
  /\b(?:will|won['’]t|would|is to|are to|due|scheduled|expected|expects|plans?|planned|set to|going to|until|by|next|hopes?|aims?|shall)\b/i;

/** Without one of these a sentence names no time: a quick look before the patterns. */
export const TIME_HINT = new RegExp(
  `\\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|A\\.?D\\.? |BC|FY|[QH][1-4]|[Hh]oliday|week|fortnight|day|night|noon|month|quarter|year|decade|centur|season|semester|term|period|spring|summer|autumn|fall|winter|morrow|morning|evening|dawn|dusk|sun(?:rise|set|up|down)|clock|second|minute|hour|past|half|first|dark|overtime|regulation|time|innings?|session|over|after|ties\\b|tide|water|clos|rush|lunch|tea\\b|break|interval|kick|tip|play|stumps|monsoon|harvest|rains|lambing|stroke|\\bopens?\\b|bell|millennium|further|then| at (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\b| (?:till|until|to) |Day|Eve|Night|${FEAST}`,
  'iu',
);

/** Without one of these a sentence has no stretch of time. */
export const STRETCH =
  /second|minute|hour|day|night|week|month|quarter|half|year|decade|centur|millennium|season|semester|spring|summer|autumn|fall|winter|morning|afternoon|evening/iu;
