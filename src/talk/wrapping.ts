/**
 * A question without its wrapping: `hi, who won?` → `who won?`, `can you tell me who the mayor is` →
 * `who the mayor is`. A line of nothing but wrapping stays as it is.
 */
export function unwrap(typed: string): string {
  let text = typed.trim();
  for (let layer = 0; layer < MOST_LAYERS; layer += 1) {
    const rest = takeOff(text);
    if (rest === text) break;
    text = rest;
  }
  return text;
}

const MOST_LAYERS = 8; // "hi! thanks, and please can you tell me who …" has five

function takeOff(text: string): string {
  for (const [pattern, instead] of WRAPPINGS) {
    const rest = text.replace(pattern, instead).trim();
    if (rest !== text && /[\p{L}\p{N}]/u.test(rest)) return rest;
  }
  return text;
}

const WH =
  "(?:who|whom|whose|who's|what|what's|whats|which|when|when's|where|where's|why|why'd|how|how's|how'd)";
const AUX =
  "(?:is|isn't|are|aren't|was|wasn't|were|do|does|doesn't|did|didn't|has|have|had|can|could|will|would|should)";
const ASKS = `(?:${WH}|${AUX}|any)`;
const INDIRECT = `(?:${WH}|if|whether)`;
const POLITE =
  '(?:please|pls|tell|explain|remind|quick|i|just|one|sorry|summari[sz]e|write|translate)';
const JOINT = '(?:and|but|so|now|then|also|actually|anyway)';
/** Signs that the question is still to come. */
const AHEAD = `(?:${JOINT} )*(?:${ASKS}|${POLITE})\\b`;
const REMARK =
  "(?:many )?thanks(?: a lot| so much| very much| for (?:that|this|the [\\p{L}]+))?|thank you(?: so much| very much)?|thx|ty|cheers|great|cool|nice|good|perfect|awesome|interesting|fair enough|got it|i see|sure|excuse me|no|so|and|also|actually|anyway|(?:nice|good|great|quick|last|next) (?:one|question|answer)|(?:just )?(?:one|another|a)(?: more| quick| last| other)? (?:thing|question)|(?:i have )?a(?: quick)? question|question|that(?:'s| is)(?: so| really| very| pretty)? [\\p{L}]+|how (?:sad|awful|terrible|nice|sweet|cute|funny|weird|strange|odd|lovely|horrible|tragic|shocking)|poor [\\p{L}]+(?: [\\p{L}]+)?|not sure i (?:follow|understand)|i don't (?:get|understand) (?:it|this|that)|just (?:curious|wondering|checking)|out of (?:curiosity|interest)|by the way|i love (?:it|this)|what a (?:story|mess|day|shame|pity)|no idea|damn|yikes|ouch|gosh";
const EMOJI = '(?:\\p{Extended_Pictographic}|\\p{Emoji_Modifier}|\\u200d|\\ufe0f)';
const TO_ALL =
  "(?: (?:there|bot|botty|verbatim|all|everyone|everybody|team|folks|guys|again|mate|friend|y'all))?";

type Wrapping = readonly [pattern: RegExp, instead: string];

/** What may be taken off a question: the first that fits, then all are tried again. */
const WRAPPINGS: readonly Wrapping[] = [
  // `<@U123> who won`, `@verbatim can you tell me …`; `@dana can you look at this` is for Dana
  off(
    `^(?:<@[^<>\\s]{1,40}>|@[\\w.-]{1,40})[\\s,:]+(?=(?:${WH}|is|are|was|were|did|does|has|(?:hi|hey|hello|thanks|please)[\\s,!]|(?:(?:can|could|would) you )?(?:please )?(?:tell|explain|list|name))\\b)`,
  ),
  // `hello everyone who won?`, `ok but what happens now`
  off(
    `^(?:hi|hiya|hey|heya|hello|hallo|howdy|yo|greetings|good (?:morning|afternoon|evening|day)|ok|okay|okey|alright|lol|lmao|haha+|hehe+|omg|oh|ooh|ah|um+|uh+|er+m?|hm+|wow|whoa|ugh|btw|oops|yes|yeah|yep|nope|no way|well|right|cool|great|thanks|thank you|thx|sorry|honestly|seriously|good grief|gosh|damn|yikes|wait|hmm)${TO_ALL}[\\s,.!?:;…–—-]+(?=${AHEAD})`,
  ),
  // `hi! final score?`, `lol a brick with ambitions, who said that?`
  off(
    `^(?:hi|hiya|hey|hello|good (?:morning|afternoon|evening)|ok|okay|lol|haha+|omg|wow|ugh|thanks|thank you|sorry)${TO_ALL} ?(?:[,.!:;…–—-]|${EMOJI})+\\s*(?=\\S+ \\S)(?=.*\\?)`,
  ),
  off(`^(?:lol|lmao|haha+|hehe+|omg|wow|ugh|oh|yo|hey) (?=.*\\b${WH}\\b)`),
  // `thanks! and what about the price?`, `that's awful. how did …`, `poor guy, how …`
  off(`^(?:${REMARK})${TO_ALL}\\s?[,.!?:;…–—-]+\\s*(?=(?:${JOINT} )?${ASKS}\\b)`),
  // `so what was it about`: joined to nothing, it is no word of the question
  off(`^(?:so|now|then|but|also|and now) (?=${WH}\\b|(?:is|are|was|were|did|does|has) )`),
  off(`^${EMOJI}[\\s\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\u200d\\ufe0f]*(?=\\S)`),
  // `sorry if this was asked already but which …`
  off(
    `^(?:sorry|apologies|i know|i might|i may|maybe)\\b[^?.!]{1,60}? (?:but|though),? (?=${ASKS}\\b)`,
  ),
  // `can you please tell …`, `could someone explain …`: the asking word is left
  off(
    '^(?:can|could|would|will|may|might) (?:you|u|ya|someone|somebody|anyone|anybody|i)(?: (?:please|pls|kindly|maybe|possibly|just|quickly|perhaps|ask|ask you|to)){0,3} (?=(?:tell|explain|say|show|find out|list|give|name|describe|remind|help|check|clarify|summari[sz]e|sum|write|translate|make|shorten|simplify|rephrase|rewrite|recap|know|who|what|when|where|why|how|which)\\b)',
  ),
  off(
    '^(?:can|could|may) i (?:please )?(?:get|have|see|know|ask for) (?=(?:the|his|her|their|a list) \\S)',
  ),
  off('^(?:would|do) you mind (?:telling|explaining|saying)(?: me| us)? (?=\\S)'),
  off('^(?:please|pls|plz)[\\s,]+(?=\\S)'),
  // `tell me who …`, `explain why …`, `help me understand how …`
  off(
    `^(?:tell|remind|inform)(?: me| us)?(?: again| please| pls| exactly| quickly)?,? (?=${INDIRECT}\\b)`,
  ),
  off(
    `^(?:(?:quickly|just|now|also) )?(?:explain|say|know|find out|look up|check|clarify|let me know|help (?:me|us)(?: to)? (?:understand|find out|see)|figure out)(?: to me| again| please)?,? (?=${INDIRECT}\\b)`,
  ),
  // `I'd love to know what …`, `I was wondering whether …`, `just curious who …`, `any idea why …`
  off(
    `^(?:(?:i|i'm|im|i'd|id|i've|we|we're|we'd|me|just|really|still|also|am|was|would|been|quite|a bit|so) ){0,5}(?:(?:love|like|want|need|wish|trying|keen|interested|hoping|dying|eager|have) to (?:know|find out|understand|hear|see|ask|learn)|wanna know|wondering|wonder|curious(?: about| to know)?|not sure|unsure|don't (?:know|understand|get|see|remember)|didn't (?:catch|get|see)|can't (?:find|remember|see|tell)|forgot|missed|(?:any|no|got any) (?:idea|clue|ideas|word)(?: on| about| as to)?|idk|dunno),? (?=${INDIRECT}\\b)`,
  ),
  // `I want to know about the price`, `I'm looking for the name of the dog`
  off(
    "^(?:i|i'd|i'm|im|we|we'd)(?: (?:would|am|really|just|still|also)){0,2} (?:(?:love|like|want|need) to (?:know|hear|learn|find out)(?: more| all)?(?: about)?|looking for|interested in|curious about|wondering about|trying to find|need|want|forgot|missed|can't find|don't remember|don't understand|don't get) (?=(?:the|his|her|their|its|more about) ?\\S)",
  ),
  // `does anyone know who …`, `do you happen to know if …`, `does it say when …`
  off(
    `^(?:(?:do|does|did|would) )?(?:you|u|anyone|anybody|someone|somebody|we|it|the (?:story|article)|this (?:story|article))(?: (?:here|else|happen to|even|actually)){0,2} (?:know|knows|remember|recall|say|says|tell us|mention|mentions|have any idea),? (?=${INDIRECT}\\b)`,
  ),
  off('^(?:does|do) (?:anyone|anybody|someone|you)(?: here| else)? know (?=(?:the|any) \\S)'),
  // `what the hell happened`
  [
    /^(who|what|when|where|why|how) (?:the|on|in the|in) (?:hell|heck|fuck|earth|world|devil) (?=\S)/iu,
    '$1 ',
  ],
  // `why do you think he left`, `how much do you reckon it cost`
  [
    /^(why|when|where|how(?: much| many| long| old| often)?) do (?:you|u) (?:think|reckon|suppose) (?=\S+ \S)/iu,
    '$1 ',
  ],
  // `who won, thanks!`, `who won please?`, `who won lol`, but not `who said please?`, `whom did he thank for the thanks`
  [
    /(?<!\b(?:say|says|said|saying|shouted|whispered|words?|wrote|of|an?|the|his|her|their|to|for|with|gives?|gave))(?:\s*[,.!?;–—-]+\s*|\s+)(?:please|pls|plz|thanks(?: a lot| so much| in advance)?|thank you(?: so much| very much)?|thx|ty|cheers|do you know|any (?:idea|ideas|clue)|if you know|if you don['’]t mind|just (?:curious|wondering))(\s*\?)?[\s.!…]*$/iu,
    '$1',
  ],
  // `who won lol`; of what is not asked, it tells that it is talk
  [
    /^(?=(?:who|what|when|where|why|how|which|is|are|was|were|did|does|has|have|can|will)\b|.*\?)(.*\S)(?:\s*[,.!?;–—-]+\s*|\s+)(?:lol|lmao|haha+|hehe+|btw|tbh)(\s*\?)?[\s.!…]*$/iu,
    '$1$2',
  ],
  [/(?<=\S)[\s]*(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f)+\s*$/u, ''],
];

function off(pattern: string): Wrapping {
  return [new RegExp(pattern.replaceAll("'", "['’]"), 'iu'), ''];
}
