import { STOP_WORDS } from '../text/lexicon/stop-words.ts';
import { ASKING_NOUNS, LIGHT_WORDS, OFF_TOPIC } from '../text/lexicon/talk-words.ts';
import { type Forms, isTalkWord, readTalkWords } from './talk-words.ts';

const LONGEST = 60; // words: a longer line has a question somewhere

/** Whether the stories at hand have a word in any of its forms, or one of the same meaning; or neither. */
export type Known = 'word' | 'meaning' | null;

/**
 * Whether a line that no pattern knows as talk asks nothing of the stories at hand all the same: it has no
 * word of asking and hardly a word of theirs (`brb dentist`), or is asked of the bot or of the people around
 * and has none of their words (`who wants coffee?`).
 */
export async function isChatter(
  line: string,
  look: (word: string) => Promise<Known>,
): Promise<boolean> {
  if (readTalkWords(line).length > LONGEST) return false;
  const content = readContent(line);
  const isOff = await some(content, async (word) => {
    return OFF_TOPIC.has(word) && (await look(word)) !== 'word';
  });
  const isOfPeople = ASKED_OF_PEOPLE.test(line);
  if (isOff || isOfPeople) {
    const rest = isOfPeople ? readContent(line.replace(ASKED_OF_PEOPLE, ' ')) : content;
    const isAbout = await some(rest, async (word) => {
      return !LIGHT_WORDS.has(word) && (await look(word)) === 'word';
    });
    if (!isAbout && (rest.length > 0 || isOff || /\byou\b/iu.test(line))) return true;
  }
  if (asks(line, content)) return false;
  if (isOff) return true;
  const words: Known[] = [];
  for (const word of content) if (!LIGHT_WORDS.has(word)) words.push(await look(word));
  const exact = words.filter((known) => known === 'word').length;
  if (TO_PEOPLE.test(line)) return true;
  if (SAID_BY_ONE.test(line)) return exact < words.length || words.length < 2;
  const alike = words.filter((known) => known === 'meaning').length;
  if (exact === 0) return alike === 0 || alike < words.length;
  return exact + alike < words.length / MOST_UNKNOWN;
}

// Where of three words of a line with no word of asking the story has not one, it is about something else.
const MOST_UNKNOWN = 3;

/** Whether it holds for any, checked in turn until one is found. */
async function some(
  words: readonly string[],
  holds: (word: string) => Promise<boolean>,
): Promise<boolean> {
  for (const word of words) if (await holds(word)) return true;
  return false;
}

function readContent(line: string): readonly string[] {
  return readTalkWords(line)
    .filter(isContent)
    .map(([word = '']) => word);
}

function isContent(forms: Forms): boolean {
  const [word = ''] = forms;
  return !STOP_WORDS.has(word) && !isTalkWord(forms);
}

const WH = "(?:who|whom|whose|what|which|when|where|why|how)(?:['’](?:s|d|re|ll|ve))?";

/** The asking words of a line. */
const SIGNS: readonly RegExp[] = [
  /[?？؟]/u,
  // at the beginning, or behind a mark or a joint: `jury took how long`, `and where`
  new RegExp(
    `(?:^|[,.;:!–—-] ?|\\b(?:and|but|so|or|then|than|of|in|at|for|to|from|by|with|about|on|took|is|was|are|were|got|lost|made|paid|said) )${WH}\\b`,
    'iu',
  ),
  /\b(?:how (?:many|much|long|old|far|often|big|tall|fast|bad)|what time|which \p{L}+)\b/iu,
  new RegExp(
    `\\b(?:know|knows|wonder|wondering|tell|say|says|explain|understand|remember|ask|asking|see|show|sure|clear|curious|find out|idea|forgot|guess) (?:me |us |about |exactly )?(?:${WH}|if|whether)\\b`,
    'iu',
  ),
  new RegExp(`\\b${WH}\\s*$`, 'iu'),
  // `did she leave any kids`, `is the deal signed`
  /^(?:is|are|was|were|does|did|has|had|can|could|would|should|any|whats|hows|wheres|whos|whens|whys) \S/iu,
  // `will they appeal`, but not `will do`, `can't wait`, `have fun`
  /^(?:do|have|will|may|might|must|(?:is|are|was|were|do|does|did|has|have|ca|could|wo|would|should)n['’]?t) (?:i|you|he|she|it|they|we|there|the|this|that|these|those|an?|his|her|their|its|any\p{L}*|some\p{L}*|every\p{L}*|all|both|\p{L}{3,}s)\b/iu,
  /^(?:do|have|will|may|might|must) \p{Lu}/u,
  // `list the victims`, `tell me about the fire`, `more about the price`
  /^(?:(?:please|also|now|just|and|so) )*(?:tell|explain|describe|list|name|show|give|find|define|identify|compare|remind|state|quote|search|look|clarify|elaborate|details?|more|info|information|anything|something|everything|background)\b(?! (?:me|us)?$)/iu,
  /^(?:i|we)\b(?: \S+){0,3} (?:know|wonder|understand|curious|need|want|looking for|interested|find|missed|forgot|remember|hear|learn)\b/iu,
];

function asks(line: string, content: readonly string[]): boolean {
  return (
    SIGNS.some((sign) => sign.test(line)) ||
    (content.length > 1 && content.some((word) => ASKING_NOUNS.has(word)) && !ONESELF.test(line))
  );
}

const ONESELF = /^(?:i|i['’]m|im|we|my|our|let['’]?s)\b/iu;

/** Said to the people in the channel. */
const TO_PEOPLE =
  /\b(?:btw|fyi|lol|haha|guys|folks|team|everyone|everybody|y['’]all|asap|eod|eta|tomorrow|tonight|tbh|imo|gonna|wanna|gotta|anyways?)\b|\b(?:in|at|by|for) (?:\d{1,2}|five|ten|fifteen|twenty|thirty|an hour|a (?:few|bit|minute|sec))(?: ?(?:min(?:ute)?s?|mins|secs?|seconds|hours?|hrs?|am|pm))\b/iu;

/** Said of oneself, of the bot, of what was just read. */
const SAID_BY_ONE =
  /^(?:i|i['’](?:m|ve|ll|d)|im|ive|we|we['’](?:re|ve|ll|d)|my|our|you|your|you['’](?:re|ve|ll|d)|this|that|that['’]s|it|it['’]s|its)\b/iu;

const FOLK = '(?:anyone|anybody|someone|somebody|everyone|everybody)';
const DOING =
  '(?:have|has|got|know|want|wants|need|use|using|seen|see|tried|going|coming|able|free|up|interested|remember|fancy|like|playing|watching|own|speak|recommend|around|working|help|for|heard|read|think|in)';

/** Asked of the bot, or of the people in the channel: not of what a story tells, unless it has the words. */
const ASKED_OF_PEOPLE = new RegExp(
  `^(?:(?:hey|hi|so|ok|and|but|also|please|guys|all|team|folks),? )*(?:${[
    // `can you call me a cab`, but not `do you need a ticket`
    '(?:can|could|will|would|do|did|have|are) (?:you|u|ya)(?! (?:need|have to|get|pay|allowed|supposed))',
    `(?:can|could|would) (?:${FOLK}|we|me)`,
    '(?:are|am|shall|did|have|will|could) (?:i|we)',
    `(?:(?:does|has|is|was|did) )?${FOLK} (?:(?:here|else|still|also) )?${DOING}`,
    "who(?: else|['’]s| is|se)? (?:wants?|needs?|is in|up|in|down|fancies|going|coming|free|hungry|has|has got|took|stole|ate|left|broke|made|ordered|bringing|joining|on call|can help|knows? (?:a|how))",
    '(?:what|where|when|how) (?:should|shall|am|are|did|will) (?:i|we|my|our)',
    "(?:where|what|when|how|who)(?:['’]s| is| are)? (?:my|our|your|the team|everyone|everybody|for (?:lunch|dinner|breakfast))",
    '(?:set|start|cancel|schedule|book|order|play|call|email|message|text|open|close|log|wake|send|buy|post|share|forward|pin|invite|approve|restart|make|do|use|run|calculate|compute|count|convert|spell|draw|sing|get|bring|teach) (?:a|an|the|my|me|us|him|her|mum|mom|dad|it|this|that|these|some|up|to)',
  ].join('|')})\\b`,
  'iu',
);
