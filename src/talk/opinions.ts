import { IT, type Row, row, THIS, unlessAsked, VERDICT, YOU } from './row.ts';

/** Questions whether it is true, or what to think of it. */
export const OPINIONS: readonly Row[] = [
  row(
    'judge',
    `(?:so |but |and |wait |hang on |hmm )*(?:is|are|was|were|isn't|aren't|can|could) (?:${THIS}|(?:the|this|that|these|your) (?:source|reporter|journalist|author|writer|newspaper|paper|site|outlet|information|info|facts)s?|(?:any|all|some|much|most|none) of (?:${THIS}|it)|the news|what (?:it|they|he|she) sa(?:ys?|id))(?: (?:really|actually|even|all|just|100%|be|totally|completely|possibly|a|an|any|so|like|considered|for))* (?:${VERDICT})(?: (?:or|though|at all|then|really|about|to you|do you think|news|information|info|reporting|journalism|source|story|article|enough)\\b.*)?`,
  ),
  row(
    'judge',
    `how (?:true|real|reliable|accurate|credible|trustworthy|biased|factual) (?:is|are) (?:${THIS}|it|(?:any|all|most) of (?:${THIS}|it)|the news)(?: .*)?`,
  ),
  row(
    'judge',
    `(?:is|was|are) (?:it|they|he|she) (?:really |actually |all |even |just )?(?:true|trustworthy|credible|reliable|accurate|biased|fake news|lying|telling the truth|right about (?:it|this|that)|believable|legit|to be (?:believed|trusted))(?: (?:or (?:not|false|fake)|though|really|at all|do you think))*\\??`,
  ),
  row(
    'judge',
    `(?:(?:is|was) )?(?:true|real|fake|legit|truth|fact|really|for real|seriously|honestly|you sure|are you sure|sure about that|are you certain|are you serious|says who|citation needed|source|proof|prove it|fact check|can you prove (?:it|this|that)|how (?:do|can) (?:you|i|we) know (?:${IT}|that'?s? (?:is )?true|it'?s? (?:is )?true|for sure))(?: (?:or (?:not|false|fake|fiction|lie|myth)|that|though|please))?\\??`,
  ),
  row(
    'judge',
    `(?:and |so |but |ok |well |then )*(?:what|how) (?:do|would|did|are|about) ${YOU}(?: (?:really|honestly|personally|actually|yourself))* (?:think|feel|reckon|make of|believe|say to|suggest|recommend|advise|thinking|feeling|prefer|rate|do (?:if|about|in|now))\\b.*`,
  ),
  row(
    'judge',
    `(?:and |so |but )*(?:do|don't|would|did|could) ${YOU}(?: (?:really|honestly|personally|also|even|not))* (?:think|believe|agree|disagree|reckon|support|approve|trust|condemn|care|prefer|have (?:an?|any)(?: (?:strong|own|personal))? (?:opinion|opinions|view|views|take|preference|thoughts|idea what you think)|feel (?:sorry|bad|sad|that|like|for)|side with|blame|vote|recommend)\\b.*`,
  ),
  row(
    'judge',
    `(?:so |and |but |ok )*(?:any|some|what'?s|whats|what is|what are|tell me|give me|i want|i'd like|share|got any|have any)? ?(?:your|ur|you're|your honest|honest)(?: (?:own|honest|personal|overall|first))* (?:thoughts?|opinions?|take|views?|verdict|feelings?|favou?rites?|best guess|guess|gut feeling|judg[e]?ment|rating|recommendation|advice|stance|position|reaction|impression|analysis)\\b.*`,
  ),
  row(
    'judge',
    `(?:any |got any |your )?(?:thoughts|opinions|views|comments|reactions|hot takes?)(?: (?:on|about) (?:${THIS}))?\\??`,
  ),
  row(
    'judge',
    '(?:in your (?:honest |personal |humble )?opinion|be honest|honestly,? (?:do|what)|personally,? )\\b.*',
  ),
  row(
    'judge',
    `(?:and |so |but )*(?:who|which(?: \\S+)?|what|whom|whose side|which side) (?:do|would|are|should) (?:you|u|i|we)(?: (?:personally|really|honestly))? (?:think|believe|support|prefer|like|side|vote|choose|blame|pick|trust|recommend|on|agree|take|root|rooting|hate|love|supporting|voting)\\b.*`,
  ),
  row(
    'judge',
    `(?:so |and |but )*(?:should|can|could|shall|do) (?:i|we|one|anyone|people)(?: (?:really|actually|even|all|just|still))? (?:believe|trust|rely on|worry|be (?:worried|scared|concerned|afraid|sad|angry|happy)|care|panic|take (?:${THIS}) seriously)\\b.*`,
  ),
  row(
    'judge',
    `(?:rate|grade|rank|score|review|evaluate|critique|judge|assess|fact-?check|factcheck|verify|debunk) (?:${THIS}|him|her|them|me)\\b.*`,
  ),
  row(
    'judge',
    `(?:so |and |but )*who(?:'s|s| is| was)(?: (?:really|actually))? (?:right|the (?:good|bad) guys?)(?: (?:here|then|in (?:this|that|your opinion)|about (?:this|that|it)))*\\??`,
  ),
  unlessAsked(
    'judge',
    `i (?:really |just |still )?(?:don't|do not|dont|can't|cannot|can not) (?:believe|trust|agree with|buy) (?:${THIS}|a word|any of (?:it|this|that)|you|what)\\b.*`,
  ),
  unlessAsked(
    'judge',
    `(?:${THIS}|this|that)(?:'s|s| is| was| are| sounds| seems| looks| must be| has to be)(?: (?:just|all|so|totally|complete|completely|clearly|obviously|a|total|like|very|pretty|probably))* (?:fake news|fake|lies|a lie|lie|propaganda|biased|bull|bullshit|bs|hoax|made up|fishy|clickbait|misleading|suspicious|too good to be true|dubious|not true|untrue|false)\\b.*`,
  ),
  row(
    'judge',
    `is (?:he|she|it|this|that|everyone|the \\S+) (?:a )?(?:good|bad|evil|nice|terrible|great|horrible) (?:person|people|man|woman|guy|idea|thing|news)\\??`,
  ),
  unlessAsked(
    'judge',
    `(?:sounds|seems|looks|smells)(?: (?:like|a bit|very|pretty|all|kind of|to me))* (?:${VERDICT}|fishy|suspicious|dubious|unlikely|dodgy|bull|crap|rubbish)(?: to me)?`,
  ),
  row(
    'judge',
    `how (?:do|can|would) (?:i|you|we|one) (?:know|be sure|tell)(?: that| if| whether)? (?:${THIS}|it)(?:'s| is| isn't| is not|s)? (?:not )?(?:${VERDICT})(?: .*)?`,
  ),
];
