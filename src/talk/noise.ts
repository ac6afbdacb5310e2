import { ANYONE, BAD, type Row, row, unlessAsked, YOU } from './row.ts';

/** Fragments, lines for others or for nobody, jokes, the hour, anger, and remarks about oneself. */
export const NOISE: readonly Row[] = [
  // fragments: an address, numbers, `+1`, `^ this`
  ['other', /^<?(?:https?:\/\/|www\.)\S+(?:\s+<?(?:https?:\/\/|www\.)\S+)*\s*$/u, false],
  ['other', /^[\d\s.,+:/%$€£^#()=*-]+\??$/u, false],
  ['other', /^\^+ ?(?:this|that|same|what (?:he|she|they) said)?$/u, false],
  ['other', /^(?:<@[^<>\s]{1,40}>[\s,]*|[@#][\w.-]{1,40}[\s,]*)+$/u, false],
  // to someone else in the channel: `@dana can you look at this`, `@channel standup in ten`
  row(
    'other',
    '(?:<@[^<>\\s]{1,40}>|@[\\w.-]{1,40})[\\s,:]+(?!who|what|when|where|why|how|which|is |are |was |were |did |does |has |have |will )',
    '.*',
  ),
  // of the hour, of jokes, of things a program might do
  row(
    'other',
    "(?:what(?:'s|s| is)? (?:the )?(?:time|date|day|year|month)(?: (?:is it|it is|is it now|now|today|right now|please|where you are|in \\S+))+|what(?:'s|s| is) (?:today|today'?s date|the time))",
  ),
  row(
    'other',
    '(?:tell|sing|give|read|show|play|draw|cook|make|buy|bring|send|order|get|do|say|know|got|entertain|amuse|teach|ask)(?: (?:me|us))?(?: (?:a|an|another|some|the|your|my|any|something|good|funny|random|fun|one|more|best|little|about|yourself))* (?:jokes?|songs?|secrets?|fun facts?|random facts?|riddles?|puns?|tricks?|coffee|teas?|beers?|pizzas?|sandwich|memes?|gifs?|lullaby|funny|dance|magic|trivia|compliment|hug|selfie|horoscope|fortune|backflip|sudo)\\b.*',
  ),
  row(
    'other',
    '(?:remind me (?:to|about|at|in|on|tomorrow|later|again (?:at|in|later))|set (?:a|an|the|my) (?:timer|alarm|reminder)|wake me|play (?:some |a )?music|turn (?:on|off|up|down)|google|call me|email me|text me|order (?:me|us)|book (?:me|us|a)|flip a coin|roll (?:a|the) di(?:c?e)|count to|open the pod|close the|delete (?:this|that|it|everything|my)|post (?:this|that|it)|share (?:this|that|it)|send (?:this|that|it)|pin (?:this|that|it)|copy (?:this|that|it)|save (?:this|that|it)|print (?:this|that|it)|download (?:this|that|it)|translate|ping (?:me|him|her|them))\\b.*',
  ),
  row(
    'other',
    `(?:what(?:'s|s| is) )?(?:\\d+|two|three|four|five|ten)(?: ?(?:[-+*x×/]|plus|minus|times|divided by|and) ?(?:\\d+|two|three|four|five|ten))+ ?=?\\??`,
  ),
  row(
    'other',
    `(?:is )?${ANYONE}(?: (?:else|here|still|even|actually))* (?:around|here|there|home|awake|online|up for|down for|in for|fancy|hungry|coming|joining|in the office|going (?:to|for) (?:lunch|dinner|drinks|the pub|coffee)|having (?:lunch|issues|problems|trouble))\\b.*`,
  ),
  row('other', `(?:hello\\? )?(?:${ANYONE}|is ${ANYONE} (?:there|here|around|home|out there))\\??`),
  row(
    'other',
    '(?:just )?(?:a |another |this is (?:just )?a )?(?:(?:test|testing|tests|mic check|sound check|check|checking|ping|hello world|foo|bar|foobar|lorem ipsum)[ ,.]*)+(?:(?:test|testing|one|two|three|four|1|2|3|4|12|123|message|please ignore|ignore|only|the bot|bot|this|dolor.*|if (?:this|it) works)[ ,.]*)*\\??',
  ),
  // anger, and that the answer was not what was wanted
  unlessAsked(
    'other',
    "(?:shut (?:up|it)|stfu|piss off|f+u+c*k+(?: (?:you|off|this|that|it|me))?|fck|f off|eff off|go away|get lost|go to (?:hell|bed|sleep)|screw (?:you|this)|leave (?:me|us) alone|be quiet|hush|damn(?: (?:it|you))?|god ?dammit|dammit|bloody hell|ffs|for (?:god|fuck|heaven|christ|pete)'?s? ?sake|oh (?:my (?:god|gosh|days|word)|no|dear|well|man|boy|shit|crap)|jesus(?: christ)?|holy (?:shit|cow|moly|crap|smokes)|sh?it|crap|bull(?:shit)?|kill yourself|kys|drop dead|i hate|you suck|eat my|bite me|get a life|give me a break|come on|for crying out loud|good (?:grief|god|lord)|what a (?:shame|pity|mess|joke|day|load|waste|story|world|surprise|disaster|nightmare|relief))(?:[ ,](?!.*\\b(?:who|what|when|where|why|how|which)\\b).*)?",
  ),
  row(
    'other',
    '(?:what the (?:hell|heck|fuck|f|actual fuck|devil)|wtf|wth|who cares|so what|who asked|and\\?*|so\\?*|what(?:ever)?|huh|eh|pardon|come again|say (?:that )?again|say what|excuse me|sorry|what do you mean|i beg your pardon|are you kidding(?: me)?|you kidding(?: me)?|u ok|you ok|you there|u there|you good|right|okay|ok|yes|no|deal|agreed|got it|see|understood|clear|why me|who knows|why bother|what if|where am i|who am i|what am i doing|what else is new|no way)(?: (?:is (?:this|that|it|wrong with you)|was that|man|dude|bot|lol|then|anyway|tho|though|mate))*[?!]*',
  ),
  unlessAsked(
    'other',
    `(?:oh |but |so |ugh |man |wow |god |no |and |stop being )*(?:${YOU}(?:'re|r|re| are| were)?|ur|your|this(?: \\S+)?(?: (?:bot|thing|tool|app|answer|is))?|the(?: \\S+)? (?:bot|answer|app|tool)|that(?:'s|s)?|it(?:'s|s)?|what a|such a|worst|stupid|dumb|useless|bloody|damn|fucking)(?: \\S+){0,4}? ${BAD}(?: (?:bot|thing|tool|app|answer|machine|robot|again|honestly|tbh|as hell|computer|program|piece of \\S+|at this|person|man|mate))*`,
  ),
  unlessAsked(
    'other',
    `(?:no+|nope|nah|but|ugh|hmm|well|sorry|um|yeah|ok|oh)?[ ,.]*(?:that|this|it|thats|its)(?:'s|s| is| was| isn't| isnt| wasn't| wasnt| does not| doesn't| doesnt| didn't| is not| was not| has|'s)(?: \\S+){0,5} (?:wrong|right|asked|asking|meant|mean|helpful|helping|help|answer|answered|question|correct|true|false|incorrect|sense|working|work|enough|wanted|want|looking for|needed|it|funny|fair|same thing|point)(?: (?:at all|either|though|tbh|lol|here|for me|again|anymore|yet|me|it))*`,
  ),
  unlessAsked(
    'other',
    `(?:this|that|stupid|damn|bloody|fucking|your)(?: \\S+){0,2} (?:thing|bot|tool|app)(?: .*)?`,
  ),
  unlessAsked('other', `${YOU}(?:'(?:re|ve|ll|d))? (?!.*\\b(?:who|why|where|when)\\b).+`),
  unlessAsked(
    'other',
    `(?:just |please )?(?:try|think|look|read|listen|focus|wake up|do|say)(?: (?:again|harder|better|twice|it|once more|that|carefully|properly|up|more|to me|your job))+`,
  ),
  unlessAsked(
    'other',
    `(?:just |please |now )?answer(?: (?:me|my question|the (?:damn |bloody )?question|properly|it|this|that))*`,
  ),
  unlessAsked(
    'other',
    `(?:stop|cancel|quit|exit|undo|reset|clear|restart|start over|start again|unsubscribe|abort|end|close|delete|mute|sleep|shutdown|shut down|log ?out|go back|back|skip|next|continue|go on|carry on|resume|repeat|retry|refresh|pause|enter|submit|ignore)(?: (?:it|this|that|me|everything|all|now|talking|please|doing that|chat|history|session|the (?:chat|bot|conversation)|conversation|posting|spamming|being \\S+|messaging me))*`,
  ),
  // the channel's noise: said to others, or to nobody
  unlessAsked(
    'other',
    `(?:(?:oh|ah|ok|oops|whoops|sorry|no|just|yeah|actually|wait|nah|hmm|um|well)[ ,.!]+)*(?:never ?mind|nvm|forget (?:it|that|about it|i (?:asked|said anything))|ignore (?:me|that|this|my last)|(?:wrong|other) (?:channel|chat|window|person|thread|group|room|tab|bot)|my (?:bad|mistake|fault|apologies)|(?:that was |this was )?(?:meant|intended) (?:for|to)|(?:scratch|strike|scrap|drop|skip|leave) (?:that|it|this)|disregard|typo|didn't mean|it(?:'s| is) (?:ok|okay|fine|nothing|all good|alright|cool)|all good|no (?:worries|problem|prob|need|rush|biggie|thanks|thank you|stress|idea|clue|way|big deal)|not (?:now|today|yet|really|sure|bad|at all|you|me|again|cool|funny|a problem|important)|don't (?:worry|bother|mind|care|know)|dont (?:worry|bother|mind|care|know)|my pleasure|any ?time|you're welcome|yw|not much|same (?:here|to you)|me (?:too|neither|either)|so do i|neither do i|i (?:see|know|guess|suppose|agree|disagree)|as you were|carry on)(?:[ ,.](?!.*\\b(?:who|what|when|where|why|how|which)\\b).*)?`,
  ),
  unlessAsked(
    'other',
    "(?:ok |guys |all |hey |right |sorry |just |fyi |so )*,? ?(?:brb|bbl|bbs|afk|gtg|g2g|omw|ooo|wfh|ttyl|fyi|btw|psa|heads up|reminder|back (?:in (?:a|an|\\d{1,2}|five|ten|two|the office)|soon|now|later|at|to work|online|shortly)|be (?:right )?back|be there (?:in|soon)|on my way|on it|running late|out of office|logging (?:off|on|in|out)|signing (?:off|in)|off to|heading (?:out|home|to|off|in)|going (?:home|to (?:bed|lunch|sleep|be))|stepping (?:away|out)|lunch(?: ?time| break)?|coffee (?:break|time|run)|tea (?:break|time)|time for|time to|gotta|got to|have to|need to|about to|gonna|just (?:got|had|saw|finished|woke|landed)|see attached|attached|cc|bump|done|will do|on call|happy hour|long day|rough day|busy day|almost (?:done|there|weekend|friday)|working on it|in a meeting|can't (?:wait|sleep|talk|even|believe|stop|make it|do)|hope (?:you|everyone|all|that|this)|hopefully|good luck|best of luck|fingers crossed|congrats|congratulations|kudos|well played|get well|rip|bless you|cheers to|shout-?out|props to|looking forward|speak for yourself|long story|small world|tell me about it|story of my life|same old|tgif|yolo|here we go|here you go|there you go|let me (?:think|check|see|know|get back)|let's|lets|let us|i'?ll|we'?ll|sounds? (?:good|great|fine|like a plan|fun|right)|looks (?:good|great|fine)|lgtm|works for me|fine by me|up to you|makes sense|good (?:point|call|idea|luck|to know|stuff|times|question|for (?:you|him|her|them))|so true|too (?:true|bad|late|funny|soon|much)|how (?:nice|sad|cute|sweet|funny|awful|terrible|weird|strange|odd|lovely|interesting|horrible|tragic|boring|rude|dare you|exciting)|what a|wow|lol|haha+|omg|ugh|yay|ouch|yikes)(?:[ ,.](?!.*\\b(?:who|what|when|where|why|how|which)\\b).*)?",
  ),
  // what one says of oneself, unless it holds that one does not know something
  unlessAsked(
    'other',
    "(?:so |and |but |well |yeah |no |ok |oh |sorry |hmm |lol |honestly |tbh |ugh )*(?:i|i'm|im|i've|ive|i'll|i'd|we|we're|we've|my|our|me)\\b(?!.*\\b(?:who|whom|whose|what|which|when|where|why|how|whether)\\b)(?!(?: \\S+){0,3} (?:know|wonder|wondering|understand|find|remember|curious|looking for|interested in|tell|hear|hearing|need|want|like to|love to|learn|missed|forgot|if|about|details|name)\\b).*",
  ),
  unlessAsked(
    'other',
    '(?:so |very |really |too |feeling |still |bit |a bit |kinda |just |super |dead )*(?:tired|bored|sleepy|hungry|thirsty|exhausted|sick|cold|stressed|excited|confused|lost|drunk|hungover|starving|knackered|happy|sad|lonely|annoyed|done|busy)(?: (?:today|now|again|lol|ugh|af|right now|with (?:this|it|you|work)|of (?:this|it|you|work|meetings)|as hell|too|already))*',
  ),
  unlessAsked(
    'other',
    "i (?:still |really |just )?(?:don't|dont|do not|didn't|can't|cannot) (?:get|understand|follow|know|remember|see)(?: (?:it|this|that|you|at all|any of (?:it|this|that)|a thing|anything|what you mean|what you're saying|the point))*",
  ),
  unlessAsked(
    'other',
    '(?:please )?(?:say|speak|repeat|shout|dance|bark|meow|smile|beg|jump|recommend|teach|entertain|impress|surprise|prove)(?:,? \\S+){0,8}',
  ),
  row(
    'other',
    '(?:but |well |and |lol )*(?:who|nobody|no one|no-one) (?:even )?(?:asked|cares|cared)(?: (?:you|tho|though|for (?:this|that|it)|about (?:this|that|it)))*',
  ),
  row('other', '(?:wait|hold on|hang on|um|ok|oh|lol)[ ,]+(?:what|who|huh|why|how|really|no)'),
  unlessAsked(
    'other',
    '(?:oh )?poor (?:thing|things|guy|guys|man|woman|kid|kids|people|soul|souls|dog|them|him|her|you|me|lad|girl|boy)',
  ),
  unlessAsked(
    'other',
    '(?:stupid|dumb|useless|silly|bloody|damn|fucking|clever|smart|cute|crazy|worst|best|idiotic|annoying) (?:little |old )?(?:bot|machine|computer|robot|program|ai|thing|tool|app|answer)(?: ever)?',
  ),
  unlessAsked('other', '(?:[+-]\\d+|<3+)(?: \\S+){0,3}'),
  row(
    'other',
    "(?:is|will|was) it (?:going to |gonna |gon' )?(?:be )?(?:rain|raining|snow|snowing|sunny|hot|cold|warm|windy|cloudy|wet|freezing)(?: (?:today|tomorrow|tonight|now|outside|later|again|this \\S+|in \\S+|there))+",
  ),
  row(
    'other',
    `(?:is |are )?${ANYONE} (?:free|available)(?: (?:for|to|at|now|today|tomorrow|this|later|around|in)\\b.*)?`,
  ),
  unlessAsked(
    'other',
    "(?:so |very |really )?(?:sorry to hear|can't hear|cannot hear|(?:it's|its|it is) (?:so |very |really )?(?:freezing|hot|cold|boiling|raining|late|early|quiet|noisy|friday|monday|tuesday|wednesday|thursday|home time|lunch ?time))\\b.*",
  ),
  row(
    'other',
    "who(?:'s| is) (?:on call|hungry|free|around|online|in the office|on duty|up for \\S+)(?: (?:today|now|tonight|tomorrow|this week))*",
  ),
];
