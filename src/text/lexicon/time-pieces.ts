/** The pieces that time expressions are made of, as patterns (no anchors, no capture groups). */
export const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
export const DAY =
  '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thur?|Fri|Sat|Sun)\\.?(?=,? (?:\\d|[A-Z][a-z]{2})))';
export const YEAR = '(?:1[4-9]\\d\\d|20\\d\\d)';
export const NTH = '(?:[012]?\\d|3[01])(?:st|nd|rd|th)?';
export const PART = '(?:morning|afternoon|evening|night|lunchtime|midday)';
export const UNIT =
  '(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|century|centuries|season|semester)s?';
export const NUMBER =
  '(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,5}teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?|a few|few|several|many|a couple of|a dozen|\\d[\\d,.]{0,20})';
export const ABOUT =
  '(?:(?:about|around|nearly|almost|more than|less than|just|some|only|at least|over) )?';
export const SEASON = '(?:spring|summer|autumn|fall|winter)';
/** Of which there are seasons in a year: `the dry season`. */
export const SEASON_KIND =
  'rainy|dry|wet|monsoon|growing|hunting|breeding|nesting|flu|fire|hurricane|planting|ski|holiday|festive|football|winter|summer';
/** Years that are none of the calendar, or said to be: `the school year`. */
export const YEAR_KIND = 'tax|school|academic|financial|fiscal|calendar';
export const SPAN_WORD =
  '(?:week|weekend|fortnight|month|year|quarter|season|decade|century|spring|summer|autumn|fall|winter|morning|afternoon|evening|night|day)';
export const CLOCK = '\\d{1,2}(?:[:.]\\d\\d)?';
export const HALF_DAY = '(?:[ap]\\.m\\.|[ap]m\\b)';
export const EDGE =
  '(?:(?:[Tt]he )?(?:(?:[Ee]arly|[Ll]ate|[Mm]id)(?: of|-| in)?|(?:beginning|start|end|middle|whole|rest|remainder|first half|second half|turn|close|height|depths|dead|early hours|small hours)(?: of|-)?)(?: the)? )';
export const ORDER =
  '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|last|final|opening|closing)';
export const HOUR =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|0?[1-9])';
/** `noon`, `dawn`, `dark`: turns of a day. */
export const TURN =
  '(?:noon|midnight|midday|dawn|dusk|dark|daybreak|nightfall|sunrise|sunset|sunup|sundown|first light)';
export const ZONE =
  '(?:local time|Eastern|Central|Mountain|Pacific|GMT|UTC|[BI]ST|CES?T|E[SD]?T|[CMP][SD]T|AE[SD]T|AW[SD]T|AC[SD]T|NZ[SD]T|JST|KST|HKT|SGT|PKT|WAT|SAST|MSK|EET|WET|ET)\\b(?: [Tt]ime)?';
/** What is late, early or latest in a period: `earlier in the week`. */
export const WITHIN = '(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate) (?:in|on in|that|this|the same)';
/** What follows a noun phrase: its end, or a word that no longer belongs to it. */
export const PHRASE_END =
  '(?=[.,;:?!”")–—]| (?:and|or|but|in|on|at|by|for|with|to|from|that|which|who|when|where|as|is|was|were|had|has|have|he|she|they|it|his|her|their|a|an|the|because|while|after|before|until|during|under|over|into|against)\\b|$)';
