/**
 * Words of talk, in English and a few of other languages: a line that has only such words asks nothing.
 * Lower case, one kind of apostrophe. No word that a question is made of (`is`, `did`, `who`) is among them,
 * and none that a story is likely to be about when it stands alone (`fire`, `price`).
 */
export const GREETINGS = words(`hi hii hiya hey heya hello hallo hullo howdy yo sup wassup greetings
  g'day gday morning mornin afternoon evening goodnight gn gm goodbye bye byebye cya ttyl hola buenos
  buenas dias días tardes noches bonjour bonsoir salut coucou ciao salve buongiorno buonasera arrivederci
  adios adiós olá ola oi bom boa dia tarde noite guten tag morgen abend servus moin grüezi tschüss hej hei
  hejsan moi terve god godmorgen goedemorgen goedemiddag goedenavond hoi dag doei cześć czesc hejka dzień
  dobry ahoj privet привет здравствуйте пока merhaba selam salam salaam assalamu alaikum shalom שלום مرحبا
  السلام عليكم namaste namaskar नमस्ते konnichiwa ohayo こんにちは 你好 您好 nihao annyeong 안녕하세요 sawubona
  jambo habari aloha selamat pagi siang malam kia ora bore da shwmae welcome`);

export const THANKS =
  words(`thanks thank thankyou thx thnx tnx tx ty tysm tyvm cheers ta merci bcp beaucoup
  danke dankeschön vielen bitte gracias muchas grazie mille obrigado obrigada tack tak takk dank bedankt
  kiitos dziękuję dzieki dzięki děkuji spasibo спасибо teşekkürler tesekkurler sagol shukran شكرا شكراً
  todah תודה dhanyavad धन्यवाद arigato arigatou gozaimasu ありがとう 谢谢 謝謝 xiexie gamsahamnida 감사합니다
  asante mahalo terima kasih diolch dankie appreciated appreciate grateful`);

/** Praise: whoever types nothing else is thanked back. */
export const PRAISE = words(`good great nice awesome amazing brilliant excellent fantastic wonderful
  perfect superb lovely helpful useful clever smart sweet neat impressive terrific fab fabulous ace
  legend genius star champion bravo kudos congrats congratulations props best well helped
  lifesaver loved`);

/** What stands beside greetings, thanks and praise, or alone: yes, no, sounds, addresses, small words. */
export const SMALL_TALK =
  words(`bot botty robot verbatim mate pal buddy bro dude man guys folks friend
  friends all everyone everybody team people y'all yall peeps gang lads ladies gentlemen sir ma'am boss
  chief job work answer one stuff done
  dear there again to for from with of and the a an so very much really truly honestly seriously
  totally absolutely definitely quite pretty too that this it that's thats it's its you u ya your you're
  youre ur my me i i'm im lot lots loads bunch million ton tons always both anyway anyways now then
  today tomorrow tonight later soon yet day night week weekend friday monday tuesday wednesday thursday
  saturday sunday happy merry xmas christmas easter new year holidays birthday
  yes yeah yea yep yup yah ya aye no nope nah nay not ok okay okey okie dokie k kk kay alright alrighty
  right sure fine maybe perhaps possibly probably agreed agree exactly indeed true same here ditto
  correct wrong lol lmao lmfao rofl roflmao haha hehe hihi teehee heh ha xd lel kek omg omfg wtf smh tbh
  imo imho idk idc ikr fr ngl jk nvm np yw fyi btw afk brb bbl bbs gtg g2g ooo wfh omw rip gg wp glhf
  ooh oh ah aha ahh uh um umm uhh er erm hm hmm hmmm mm mmm mhm huh eh meh ugh argh aw aww ow oof oops
  whoops woops phew yay yippee hooray woohoo woot boo bah duh tsk shh psst ahem yikes ew eww gosh golly
  damn dammit darn heck hell bloody shit crap bollocks fuck fucking jesus christ blimey crikey god goodness
  gracious interesting cool fair enough noted understood roger copy gotcha got see ahead go going back
  stop quit exit cancel undo reset clear next continue wait hold on hang please pls plz sorry apologies
  pardon excuse oopsie bad my never mind nevermind forget ignore whatever worries problem prob course
  bless hugs hug kisses xoxo x xx xxx love loving loves bye luck cheer up down test testing tests check
  checking ping pong mic hoax fake nonsense rubbish garbage funny hilarious sad weird strange odd crazy
  insane mad terrible awful horrible dreadful shocking scary creepy gross boring bored tired sleepy hungry
  thirsty busy late early sick stupid dumb idiot idiotic silly useless pathetic lame sucks suck worst
  worse better annoying wow ridiculous unbelievable incredible wild epic lit based cringe sus bruh dang
  fail win seconded kidding joking just only but or as in at by be like guess think hope so
  oui non si sí ja jawohl nein nee da net ne hai igen tak nie evet hayır genau claro vale bueno buona bon
  bien super prima toll genial d'accord voilà bonne nuit ouais naja also gut schön moment`);

/** What is asked for in a channel, or of a bot, and seldom of a story that does not have the word. */
export const OFF_TOPIC =
  words(`weather forecast umbrella wifi wi-fi password passwords lunch brunch coffee
  kettle snacks donuts standup stand-up retro backlog jira deploy vpn printer zoom slack discord timesheet
  homework horoscope netflix playlist bitcoin joke jokes riddle timer alarm selfie meme memes gif charger
  dentist laptop`);

/** Words that any question has, and that tell nothing of what it is about. */
export const LIGHT_WORDS =
  words(`anyone anybody someone somebody everyone everybody want wants wanted need
  needs know knows make makes take takes like likes look looks come coming use using say says think see seen saw
  give gives find help tell ask put keep try else thing things something anything one ones today now
  still yet just really actually next again already ever even maybe back`);

/** Nouns that ask by themselves: `name of the dog`, `cause of death`. */
export const ASKING_NOUNS =
  words(`name names age date cost costs price number numbers reason reasons
  cause causes amount total details detail result results outcome winner score verdict sentence location
  place address title salary size length height width weight distance duration percentage share rate toll
  victim victims suspect suspects charge charges list meaning definition purpose role job background
  motive budget deadline status time year`);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/u));
}
