import { readTalk } from '../talk/talk.ts';
import { unwrap } from '../talk/wrapping.ts';
import { routeCheck } from './check-line.ts';
import type { Ask } from './command.ts';
import { readCompare } from './compare-line.ts';

/**
 * What free words mean: `who said …` is `/who-said`, `what did Ma say about fruit?` is `/quotes`;
 * what no rule knows is a question to the story.
 */
export function routeWords(text: string): Ask {
  const asked = unwrap(text);
  const check = routeCheck(asked);
  if (check !== null) return check;
  for (const [pattern, make] of routes) {
    const found = pattern.exec(asked);
    const ask = found && make(...found.slice(1).map((group) => (group ?? '').trim()));
    if (ask) return ask;
  }
  return askOrTalk(text);
}

/** A question without `hi` and `please` around it, or talk that asks nothing. */
export function askOrTalk(text: string): Ask {
  const question = unwrap(text);
  const talk = readTalk(question);
  return talk === null ? { kind: 'ask', question } : { kind: 'talk', talk };
}

type Route = readonly [RegExp, (first?: string, second?: string) => Ask | null];

const END = '[\\s?.!]*$';
const SAYS_THAT =
  '(?:claim|argue|warn|insist|complain|boast|suggest|announce|believe|explain|add|predict|admit|stress|note|report|state)(?:e?d|e?s|ted)?|den(?:y|ies|ied)|thinks?|thought';
const ABOUT = '(?:about|on|regarding|concerning)';

const routes: readonly Route[] = [
  [
    route(
      "(?:help(?: me)?(?: out)?(?: please)?|can you help(?: me)?(?: out)?|i need (?:some |your )?help|what (?:all |else )?(?:can|could|do|should) (?:i|you|we|it|this|this (?:bot|thing|tool)|one|the bot) (?:even |actually |all )?(?:ask|do|help(?: me)? with|answer|type)(?: (?:you|it|for me|here|about))*|what (?:questions|kind of questions|sort of questions|things) can (?:i|you|we) (?:ask|answer)(?: you)?|how (?:do|can|should|would) (?:i|you|we|one) (?:use|work|ask|start|operate|talk to|query)(?: (?:you|this|it|the|thing|bot|tool|app|a|question|something))*|how (?:does|do) (?:this|it|the bot|this (?:bot|thing|tool)) work|what (?:are )?(?:the |your )?commands(?: are there| do you have)?|commands|instructions|usage|manual|menu|examples|(?:give|show) me (?:some |an )?examples?|what'?s this(?: (?:bot|thing|channel))?(?: for)?|what (?:is|does) (?:this|the) bot(?: do| for)?)",
    ),
    () => ({ kind: 'help' }),
  ],
  [
    route(
      "(?:about|(?:who|what)(?: the hell)? are you(?: exactly| anyway)?|(?:are you|is (?:this|it)|am i talking to|you) (?:really |actually |just |even |like )?(?:an? )?(?:real |actual |live )?(?:bot|robot|chatbot|ai|artificial intelligence|human|human being|machine|person|program|computer|gpt|chatgpt|llm|language model|claude|gemini|copilot|siri|alexa|ai bot)(?: or (?:an? )?(?:real |actual )?(?:bot|robot|human|ai|person|machine|program|computer|human being))?|who (?:made|built|created|wrote|programmed|developed|designed|coded|trained|owns|runs|invented|pays|is behind|controls|operates) (?:you|this bot|this thing|this tool|this app)|who (?:is|are)(?: your|'s your|’s your) (?:maker|creator|owner|developer|boss|master|author|designer|programmer|inventor|father|mother)s?|what(?:'s|’s|s| is) (?:your|ur) name|(?:do you have|have you got) a name|what (?:should|do|can) (?:i|we|people) call you|who am i (?:talking|speaking|chatting) (?:to|with)|how do you work|what (?:model|llm|ai|technology|language model) (?:are you|do you use|is this|powers you)|(?:tell me|what) about yourself|introduce yourself|tell me about you|do you (?:store|keep|save|log|record|track|share) (?:my|our|what|this|these|any|the|everything)(?: .+)?|what do you (?:store|keep|know about me|log)|what are you(?: made of| built (?:with|on)| for| trained on| based on| running on)?|what is verbatim|are you open source)",
    ),
    () => ({ kind: 'about' }),
  ],
  [
    route(
      '(?:stories|(?:list|show) (?:me )?(?:the |all )?stories|(?:what|which) stories (?:do you have|are (?:there|loaded|kept here)))',
    ),
    () => ({ kind: 'stories', topic: null }),
  ],
  // `which stories are about the ferry?`, `stories about trade`
  [
    route(
      `(?:(?:list|show) (?:me )?)?(?:(?:what|which) )?(?:all )?(?:the )?stories(?: (?:are there|are|do you have))? ${ABOUT} (.+?)`,
    ),
    (topic = '') => ({ kind: 'stories', topic: hasWord(topic) ? topic : null }),
  ],
  [route('use ([\\w-]+)'), (story = '') => ({ kind: 'use', story })],
  [
    route(
      '(?:more|more passages|show (?:me )?more|any ?more|(?:any )?more (?:details?|info|information)|what else(?: is there)?|anything else|is (?:that|this) (?:all|it)(?: there is)?)',
    ),
    () => ({ kind: 'more', passages: [], nearest: false }),
  ],
  [
    route(
      '(?:speakers|who(?: all)? speaks(?: in (?:the|this) story)?|who (?:all )?(?:is|are|was|were|gets) (?:all )?(?:quoted|the speakers|speaking)(?: in (?:the|this) story)?|(?:list|show)(?: me)?(?: all)? (?:the )?speakers)',
    ),
    () => ({ kind: 'speakers', picture: false }),
  ],
  // `compare Ode and Lee on trade`: with nothing that parts two it is a question
  [
    route(
      '(?:please )?compare (.+?(?: and | with | to | vs\\.? | versus ).+?)(?: (?:about|on) (.+))?',
    ),
    (both = '', topic = '') => readCompare(hasWord(topic) ? `${both} about ${topic}` : both),
  ],
  // `show who speaks where`, `picture of the speakers`
  [
    route(
      '(?:(?:show|draw|give)(?: me)? )?(?:a |the )?(?:(?:picture|chart|diagram) (?:of|with) (?:the |all )?(?:speakers|who speaks(?: where)?)|who speaks where)',
    ),
    () => ({ kind: 'speakers', picture: true }),
  ],
  // `all the numbers`, `numbers about jobs`; `how many jobs?` stays a question
  [
    route(
      `(?:(?:show|list|give|what are)(?: me)? )?(?:all )?(?:(?:of )?the )?(?:numbers|figures|statistics|stats)(?: (?:in|of) (?:the|this) (?:story|article))?(?: ${ABOUT} (.+?))?`,
    ),
    (topic = '') => ({ kind: 'numbers', topic: hasWord(topic) ? topic : null }),
  ],
  // `timeline`, `the dates`, `timeline of the talks`
  [
    route(
      `(?:(?:show|list|give|what is|what are)(?: me)? )?(?:all )?(?:(?:of )?(?:a|the) )?(?:time ?line|chronology|dates|times)(?: (?:in|of) (?:the|this) (?:story|article))?(?: (?:about|on|regarding|concerning|of|for) (.+?))?`,
    ),
    (topic = '') => ({ kind: 'when', topic: hasWord(topic) ? topic : null }),
  ],
  // `sources`, `what does the story rest on?`
  [
    route(
      '(?:(?:show|list|give|what are|who are)(?: me)? )?(?:all )?(?:the )?sources(?: (?:in|of|for) (?:the|this) (?:story|article))?',
    ),
    () => ({ kind: 'sources' }),
  ],
  [
    route(
      'what (?:does|is) (?:the|this) (?:story|article) (?:rest|rely|based|rests|relies|built)(?: on)?',
    ),
    () => ({ kind: 'sources' }),
  ],
  [
    route('(?:more of the story|the whole story|(?:the )?story,? more)'),
    () => ({ kind: 'story', more: true }),
  ],
  [
    route(
      "(?:story|the story|(?:show|tell) me the story|what(?:'s|’s| is) (?:(?:the|this) (?:story|article)(?: about)?|(?:all )?this(?: all)? about))",
    ),
    () => ({ kind: 'story', more: false }),
  ],
  [
    /^who(?: was it that|'s the one who|’s the one who| is it that)? (?:said|says|say|is saying|was saying)\b[\s:,]*(?:that\s+)?(.+)$/i,
    (words = '') => (hasWord(words) ? { kind: 'who-said', words } : null),
  ],
  // `who claimed that …`, `who told the court that …`: reported speech, asked after by its words
  [
    new RegExp(`^who (?:${SAYS_THAT}|(?:told|tells) (?:[\\w’'-]+ ){1,4}?)\\s*that (.+)$`, 'i'),
    (words = '') => (hasWord(words) ? { kind: 'who-said', words } : null),
  ],
  [
    /^(?:whose words (?:are|were)|who is quoted (?:as )?saying|according to whom(?: is| was| are| were| did| does)?)[\s:,]+(.+)$/i,
    (words = '') => ({ kind: 'who-said', words }),
  ],
  // `what did Ma say about fruit?`, `what has Ma said?`
  [
    route(`what (?:else )?(?:did|does|do|has|have|had) (.+?) (?:say|said)(?: ${ABOUT} (.+?))?`),
    routeQuotes,
  ],
  // `what Ma said about fruit`, `everything that Ma said`
  [route(`(?:what|everything|all)(?: that)? (.+?) (?:said|says)(?: ${ABOUT} (.+?))?`), routeQuotes],
  [
    route(
      `(?:(?:show|give|list)(?: me)? )?(?:all )?(?:the )?(?:quotes?|quotations?|statements?|words) (?:by|from|of) (.+?)(?: ${ABOUT} (.+?))?`,
    ),
    routeQuotes,
  ],
  [route(`quote (.+?)(?: ${ABOUT} (.+?))?`), routeQuotes],
  [route(`what was said by (.+?)(?: ${ABOUT} (.+?))?`), routeQuotes],
];

function route(pattern: string): RegExp {
  return new RegExp(`^${pattern}${END}`, 'i');
}

/** No person is longer than eight words: then the words are a question about something else. */
function routeQuotes(person = '', topic = ''): Ask | null {
  if (!hasWord(person) || person.split(' ').length > 8) return null;
  if (
    /^(?:it|this|that|they all|you|u|i|we|the story|the article|anyone|anybody|someone|people)$/i.test(
      person,
    )
  ) {
    return null;
  }
  return { kind: 'quotes', person, topic: hasWord(topic) ? topic : null };
}

function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
