import { ARE, type Row, row, YOU } from './row.ts';

/** About the bot itself: who and what it is has a page of its own, `/about` (route.ts). */
export const PERSONAL: readonly Row[] = [
  row(
    'self',
    `(?:and |so |but |why |how |where |when |who |what |how old |how smart |how big |how good |what time |since when )*(?:${ARE} ${YOU}|${YOU}(?:'re| are))(?! (?:allowed|supposed|able|required|meant|permitted|eligible|entitled|likely|still allowed))\\b.*\\?`,
  ),
  row(
    'self',
    `(?:and |so |but |why |how |where |when |who |what |how old )*${ARE} ${YOU}(?! (?:allowed|supposed|able|required|meant|permitted|eligible|entitled|likely|still allowed))\\b.*`,
  ),
  row(
    'self',
    `(?:and |so |but )*(?:who|what|where|when|which|how)(?:'s|s| is| are| was|'re) (?:your|ur)\\b.*`,
  ),
  row(
    'self',
    `(?:and |so |but )*(?:do|does|don't|did|have) ${YOU}(?: (?:ever|really|even|actually|also|still|like to|want to))* (?:like|love|hate|eat|sleep|dream|drink|speak|enjoy|feel|exist|understand|hear|miss|remember|talk|dance|sing|cook|swear|draw|drive|code|learn|lie|play|marry|date|cry|laugh|breathe|die|live|work|get (?:tired|bored|paid|lonely|sick|angry)|want|watch|know (?:me|everything|anything|my|chatgpt|siri|alexa)|believe in|have (?:a |an |any )?(?:feelings?|emotions?|friends?|family|name|soul|body|gender|pets?|hobby|hobbies|kids|children|boyfriend|girlfriend|birthday|job|brain|heart|memory|humou?r|sense of|free will|consciousness|a? ?minute|a? ?sec|time|favou?rite|api|limits?|internet|access|plans|dreams)|use (?:ai|gpt|chatgpt|openai|an? ))\\b.*`,
  ),
  row(
    'self',
    `(?:and |so |but )*(?:can|could|will|would) ${YOU}(?: (?:ever|really|even|actually|also|please|just))* (?:hear|sing|dance|cook|swear|draw|drive|code|feel|dream|love|cry|laugh|marry|date|kiss|hug|talk|speak|learn|understand|remember|lie|be my|be quiet|shut|stop|go away|repeat|do (?:math|better|that|it|this|anything|something)|help)\\b.*`,
  ),
  row(
    'self',
    `why (?:do|don't|did|didn't|can't|won't|are|aren't|were|won't|would|wouldn't|couldn't|should) (?:you|u|i (?:talk|trust|use|believe|listen|need))\\b.*`,
  ),
  row(
    'self',
    `(?:what|where|when|which|how|who) (?:do|did|does|have|had|can|can't|would|will|were|was) ${YOU}(?: (?:just|really|actually|ever))? (?:say|said|mean|meant|want|eat|do|doing|done|know|come from|live|work|born|made|feel|like|love|hate|update|hear|sleep|talk)(?: \\S+){0,2}`,
  ),
  row(
    'self',
    `(?:is (?:this|it)(?: (?:thing|bot|even|still))* (?:on|working|alive|automated|scripted|a (?:bot|chatbot|prank|recording))|is (?:anybody|anyone|someone) (?:real|human))(?: \\S+){0,2}`,
  ),
  row(
    'self',
    `(?:hey |ok |hello )?(?:siri|alexa|google|chatgpt|gpt|cortana|bixby|clippy|copilot|gemini|claude)(?:[ ,].*)?`,
  ),
  row(
    'self',
    `(?:i (?:love|hate|like|miss|want|need|adore|trust) you|marry me|be my (?:friend|girlfriend|boyfriend|valentine)|good for you|same to you|you too)(?: .*)?`,
  ),
  row(
    'self',
    `(?:act|pretend|behave|roleplay|role-play|speak|talk|respond|answer|imagine|ignore|disregard|forget)(?: (?:as|like|to be|that|you|all|any|your|my|previous|prior|above|everything|the (?:above|previous|rules|instructions)))+\\b.*`,
  ),
  row(
    'self',
    `(?:what|where|which|how) (?:do|did) ${YOU} (?:get|find|take|have) (?:your|ur|this|that|the|all) (?:\\S+ )?(?:information|info|answers?|data|facts?|news|stor(?:y|ies)|sources?)(?: \\S+){0,2}`,
  ),
  row(
    'self',
    `(?:what|which|how many)(?: \\S+){1,3} (?:do|are|can|did|were) ${YOU} (?:speak|use|using|running|run|know|understand|support|like|trained|based|from|made|prefer|learn)(?: \\S+){0,3}`,
  ),
];
