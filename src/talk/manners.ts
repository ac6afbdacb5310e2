import { GOOD, type Row, row, unlessAsked, YOU } from './row.ts';

/** Greetings, leave, thanks and praise. */
export const MANNERS: readonly Row[] = [
  row(
    'greeting',
    "(?:(?:so|hey|hi|hello|and),? )?how(?:'s|s| is| are|'re|re| r) (?:it going|it hanging|everything|everyone|life|things|stuff|tricks|(?:you|u|ya)(?:r (?:day|week|weekend|morning))?)(?: (?:today|going|doing|feeling|bot|mate|all|buddy|there|this morning|been|then))*",
  ),
  row(
    'greeting',
    `(?:how (?:do you do|have you been|you doin(?:g|'))|what'?s (?:up|good|cooking|happening|poppin'?g?)|wh?at ?up|wassup|sup)(?: (?:bot|mate|all|everyone|dude|man|bro|doc|guys|today))*`,
  ),
  unlessAsked('greeting', "(?:happy|merry) (?:[\\p{L}']+)(?: \\S+){0,3}"),
  unlessAsked('greeting', 'welcome(?: \\S+){0,8}'),
  unlessAsked(
    'greeting',
    `(?:(?:nice|good|great|pleased|lovely) to (?:meet|see|hear from) ${YOU}|long time no see)(?: \\S+){0,3}`,
  ),
  unlessAsked(
    'greeting',
    '(?:bye|good ?bye|good ?night|night night|nighty night|see (?:you|ya|u)|catch (?:you|ya)|(?:talk|speak|chat) (?:to you )?(?:soon|later|tomorrow)|until (?:next time|tomorrow)|take care|sleep well|sweet dreams|safe travels|farewell|so long)(?: \\S+){0,5}',
  ),
  unlessAsked(
    'greeting',
    '(?:have|enjoy) (?:a|an|your) (?:very )?(?:nice|good|great|lovely|fun|safe|wonderful|restful|weekend|lunch|day|evening|holiday|break|trip)(?: \\S+){0,4}',
  ),
  unlessAsked('greeting', 'good (?:morning|afternoon|evening|day)(?: \\S+){0,4}'),
  row(
    'greeting',
    `(?:hi|hey|hello|hiya|yo|ahoy|howdy)(?: (?!who|what|when|where|why|how)\\S+){0,2}`,
  ),
  unlessAsked(
    'thanks',
    '(?:ok |okay |great |perfect |cool |awesome |brilliant |lovely )?(?:many |much |big |huge )?(?:thanks|thank (?:you|u)|thankyou|thx|tysm|cheers|ta)(?:[ ,.!].*)?',
  ),
  unlessAsked(
    'thanks',
    '(?:i |we )?(?:really |much |so |greatly )?(?:appreciate|appreciated|grateful|obliged)(?: .*)?',
  ),
  unlessAsked(
    'thanks',
    `(?:wow |haha |oh |and )?(?:${YOU}(?:'re| are|r|re| were)|ur|u r|(?:this|the|that|what a|such a)(?: \\S+)?(?: (?:bot|tool|thing|app|answer|feature))?(?: is| was)?|that(?:'s|s| is| was)|it(?:'s|s| is| was)|this is|i(?:'m| am) (?:so |really |very )?(?:impressed|happy|glad)(?: with)?)(?: \\S+){0,3}? ${GOOD}(?: (?:bot|tool|answer|one|job|work|stuff|honestly|tbh|mate|actually|to know|really|thing|thanks))*`,
  ),
  unlessAsked(
    'thanks',
    `(?:(?:you|that|this|it)(?: (?:really|just|totally|has|have|was|all))* (?:helped|rocks?|rules?|works?|nailed it|is what i (?:needed|wanted)|saved (?:me|my \\S+))|(?:well|nicely) (?:done|said|put)|(?:good|nice|great|top|fine|excellent|solid) (?:job|work|one|answer|find|stuff|catch|going|point|bot)|love (?:it|this|that|you)|i (?:really |just |absolutely )?love (?:it|this|that|you|this (?:bot|tool))|exactly what i (?:needed|wanted)|much (?:better|clearer)|works (?:great|well|now)|just what i (?:needed|wanted))(?: \\S+){0,4}`,
  ),
];
