import type { SetAside } from './line-rules.ts';

type EdgeRow = readonly [SetAside, RegExp];

/** Lines above a story's first sentence that are not part of it: of a recipe, a player, a picture. */
const above: readonly EdgeRow[] = [
  // `Listen to article: 4 minutes`, `Listen (5 min)`, `Reading time: 4 minutes`
  [
    'menu',
    /^(?:listen|watch|read(?:ing time)?|play|audio|duration|length)\b.{0,40}?\d+\s*(?:min(?:ute)?s?|m|sec(?:ond)?s?)?\)?$/i,
  ],
  // `Serves 8 to 10 | Prep 15 min`, `Makes about 24 biscuits`, `Difficulty: easy`
  ['heading', /^(?:serves|makes|yields?|feeds)\b.{0,60}$/i],
  [
    'heading',
    /^(?:prep(?:aration)?|cook(?:ing)?|total|baking|chilling|rest(?:ing)?|ready in)(?: time)?\s*[:|-]?\s*(?:an?|about|\d).{0,60}$/i,
  ],
  [
    'heading',
    /^(?:difficulty|skill level|cuisine|course|rating|genre|director|cast|certificate|running time|price|venue|score|verdict|location|age|position|subject|author|publisher)\s*:\s*\S.{0,60}$/i,
  ],
  // `Ticker: MRLB ($14.20, -1.1%)`, `• Bridge shut until the spring`
  [
    'heading',
    /^(?:ticker|symbol|isin|stock|shares|index|topics?|tags?|filed under|section)\s*:\s*\S.{0,80}$/i,
  ],
  ['note', /^[•●▪◦‣*]\s*\S.{0,160}$/],
  // `★★★★☆`, `4/5 stars`
  [
    'heading',
    /^(?:[★☆⭐✩✭*]{2,6}|\d(?:\.\d)?\s*(?:\/|out of)\s*(?:5|10)(?: stars)?|(?:one|two|three|four|five) stars?)$/i,
  ],
  // `Technology editor`, `Our correspondent in Rome`
  [
    'byline',
    /^(?:our |the )?(?:[\p{L}-]+ ){0,3}(?:editor|reporter|correspondent|writer|columnist|critic)(?:,? (?:in|at|for) \p{Lu}[\p{L} .-]{1,40})?$/iu,
  ],
  // `Ann Ode, environment reporter`
  [
    'byline',
    /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,2},? (?:[\p{L}-]+ ){0,3}(?:editor|reporter|correspondent|writer|columnist|critic)(?: (?:in|at|for) \p{Lu}[\p{L} .-]{1,40})?$/u,
  ],
  // `Ann Ode in Marl and Jo Lee in Thorpe`
  [
    'byline',
    /^\p{Lu}[\p{L}'’.-]+ \p{Lu}[\p{L}'’-]+(?: in \p{Lu}[\p{L}'’-]+)?(?:(?:,| and|&) \p{Lu}[\p{L}'’.-]+ \p{Lu}[\p{L}'’-]+(?: in \p{Lu}[\p{L}'’-]+)?)*$/u,
  ],
];

/** Lines below a story's last sentence: who wrote it, where to see it, what a match's table says. */
const below: readonly EdgeRow[] = [
  // `Ann Ode is the author of Six Bridges.`, `Jo Lee is a columnist for the Echo.`
  [
    'byline',
    /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,3} (?:is|was) (?:the|an?|our|\p{Lu}[\p{L}’' ]{1,40}['’]s) (?:[\p{L}-]+ ){0,4}(?:author|columnist|writer|editor|reporter|correspondent|journalist|critic|contributor|professor|fellow|novelist|historian|lecturer|director|producer)\b[^,;]*(?:,[^,;]*)?$/u,
  ],
  // `Additional reporting by Jo Lee.`, `Ann Ode contributed reporting.`
  [
    'byline',
    /^(?:[–—-] ?)?(?:additional |with )?(?:reporting|writing|editing|research|assistance|graphics?|photography) (?:by|from) \p{Lu}.{0,120}$/iu,
  ],
  [
    'byline',
    /^.{3,80} contributed (?:reporting|research|to this (?:report|story|article|piece)).{0,40}$/u,
  ],
  // `Ann Ode reported from Marl and Jo Lee from Thorpe.`, `Reach reporter Ann Ode at the city desk.`
  [
    'byline',
    /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,3} reported from \p{Lu}[\p{L} ’'-]{1,40}(?:,? and (?:\p{Lu}[\p{L}'’.-]+ ){2,4}from \p{Lu}[\p{L} ’'-]{1,40})?\.?$/u,
  ],
  [
    'contact',
    /^(?:reach|contact) (?:the )?(?:reporter|writer|author|staff writer) \p{Lu}.{0,100}$/iu,
  ],
  // `If you or anyone you know needs help, call …`, `To donate, see the appeal's page.`, `For information ring …`
  [
    'contact',
    /^(?:if you (?:or (?:anyone|someone) you (?:know|love)|need|have been affected|are affected)\b|to (?:donate|subscribe|sign up)\b|to give(?: (?:online|money|to the \p{L}+))?,|for (?:more |further )?(?:information|help|details),? (?:ring|call|phone|visit|see|contact|go to)\b).{0,180}$/iu,
  ],
  // `Like us on Facebook for travel updates`, `Get more stories like this: subscribe to the Echo`
  [
    'menu',
    /^(?:(?:like|follow|find|join) us on \p{Lu}|get (?:more|our|the latest) (?:stories|news|updates|newsletter)\b).{0,120}$/iu,
  ],
  // `When you buy through our links we may earn a commission.`
  [
    'note',
    /^.{0,120}\b(?:earn|receive|get)s? (?:an? )?(?:small )?(?:affiliate )?commissions?\b.{0,60}$/i,
  ],
  // `(This story has not been edited by staff.)`
  [
    'note',
    /^[([].{0,20}\b(?:story|article|report) (?:has|have|was) (?:not )?been (?:edited|published|generated)\b.{0,140}[)\]]$/i,
  ],
  // `Ann Orr, bridge keeper, born 3 May 1931; died 12 March 2024`, `Ann Orr, 1931–2024`
  [
    'note',
    /^\p{Lu}[\p{L} .’'-]{2,60}(?:,.{0,80})?,? (?:born |b )?.{0,20}\d{4}(?:; ?(?:died|d) |\s?[–—-]\s?).{0,20}\d{4}\.?$/u,
  ],
  // `Comments are closed.`, `Thank you for reading the Echo.`, `A version of this article appears in print on page A4.`
  ['menu', /^comments\b.{0,40}\b(?:are|have|must|will|may|should|can)\b.{0,120}$/i],
  ['menu', /^thank(?:s| you) for (?:reading|following|joining|your)\b.{0,80}$/i],
  [
    'note',
    /^(?:a version of )?(?:this|the) (?:story|article|piece|report|series) (?:is (?:part of|published)|appears?|appeared|ran|was (?:first )?(?:published|produced|supported))\b.{0,120}$/i,
  ],
  // `Player of the match: Dan Orr`, `Attendance: 4,118`, `Tickets: marl.example`
  [
    'note',
    /^(?:(?:player|man|woman|star|save|goal|quote|stat|moment) of the (?:match|game|day|week)|referee|umpires?|attendance|att|half-?time|subs?(?:titutes)?(?: not used)?|booked|sent off|scorers?|tickets?|booking|box office|venue|details|info(?:rmation)?|price|hours|admission|website|source)\s*:\s*\S.{0,200}$/i,
  ],
  // `Low Water is out now on Thorpe Records.`, `Six Bridges is at the Playhouse until 4 May.`
  [
    'note',
    /^(?:\p{Lu}|["“‘]|His |Her |Their ).{1,100}\b(?:is|are) (?:out (?:now|today|on|in)|published by|released (?:by|on)|in cinemas|on general release|available (?:now|on|from|in)|streaming (?:now|on)|on (?:at|view|show|tour)\b|at the \p{Lu}[\p{L}'’ -]{2,40} (?:until|from|on)|showing (?:at|until)|screened|broadcast on)\b(?!.* (?:and|but|as|while) (?:he|she|it|they|is|was|has|the)\b).{0,100}$/u,
  ],
  // `Snow totals are from the Weather Office.`
  [
    'note',
    /^(?:all |the )?(?:[\p{L}-]+ ){0,5}(?:figures|totals|data|numbers|statistics|results|prices|maps?|translations?|quotations?|names|times|odds) (?:is|are|was|were|come|comes) (?:from|by|courtesy of|supplied by|taken from|correct (?:as of|at)|as of)\b[^,;]{3,100}$/iu,
  ],
  // `Marl Mills plc: 203p, down 27p`, `Shares in Orr Foods: $14.20, up 1.1%`
  [
    'note',
    /^\p{Lu}[\p{L} .,&’'-]{1,60}: (?:[$£€]\d[\d.,]*|\d[\d.,]* ?(?:p|c|cents|pence))(?:,| \() ?(?:up|down|unchanged|[+-]).{0,20}$/u,
  ],
  // `Live reporting, edited by Ann Ode`, `Edited by: Jo Lee`, `– with files from Jo Lee`
  [
    'byline',
    /^(?:[–—-] ?)?(?:(?:[Ll]ive )?(?:[Rr]eporting|[Rr]eported|[Ee]dited|[Cc]ompiled|[Pp]roduced|[Ww]ritten)(?:,? (?:and )?(?:edited|written|reported))? by:?|[Ww]ith files from) \p{Lu}[\p{L} .,&'’-]{2,80}(?<![.])$/u,
  ],
  // `Associated writer Jo Lee in Thorpe contributed.`, `Ann Ode covers rivers for the Echo.`
  ['byline', /^(?:[\p{L}-]+ ){1,3}writers? \p{Lu}.{3,80} contributed\.$/u],
  [
    'byline',
    /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,2} (?:covers|reports on|writes about|writes on) [^,;]{3,80} (?:for|at) (?:the )?\p{Lu}[^,;.]{2,40}\.$/u,
  ],
  // `Email: ann.ode@echo.example`
  ['contact', /^(?:e-?mail|phone|tel|twitter|x|instagram)\s*:\s*\S+$/i],
  // `- AFP`
  ['agency slug', /^[–—-]\s?(?:\p{Lu}{2,5}|Reuters|Bloomberg|Xinhua)$/u],
  // `This is a developing story and will be updated.`, `More to follow.`, `Updated at 9:12 a.m.: Added comment from the council.`
  [
    'note',
    /^(?:this is a (?:developing|breaking)(?: news)? story\b.{0,80}|(?:more|further)(?: (?:details|updates|information))? (?:to follow|follows?|soon)\.{0,3}|check back (?:later |soon )?for .{0,40})$/i,
  ],
  ['note', /^[Uu]pdated (?:at|on) .{0,40}\d[^:]{0,10}(?::\d\d[^:]{0,40})?: \p{Lu}.{0,140}$/u],
  // `Copyright. All rights reserved.`, `Terms and conditions apply.`
  [
    'note',
    /^(?:(?:copyright\b.{0,40})?all rights reserved\b.{0,40}|terms (?:and|&) conditions apply\.?|.{2,40} is not responsible for the content of external .{0,20})$/i,
  ],
  // `Support local journalism. Subscribe today.`, `Sign up for Bridge Briefing, delivered weekdays at 7 a.m.`
  [
    'menu',
    /^(?:[Ss]upport (?:local|independent|quality|our) (?:journalism|news|reporting)\b|[Ss]ign up (?:for|to) (?:our|the|\p{Lu}|free|receive|get)|[Ss]ubscribe (?:to|for|now|today)\b|[Dd]ownload (?:our|the)\b.{0,20}\bapp\b|[Ww]e want to hear from you\b|[Yy]ou can (?:also )?follow us\b).{0,120}$/u,
  ],
  // `That’s all from us tonight.`, `This live page is now closed. You can read our full story here.`
  [
    'menu',
    /^(?:that['’]s (?:all|it) (?:from (?:us|me)|for (?:today|now|tonight))\b|(?:this|our) live (?:page|blog|coverage|feed) (?:is|has)(?: been)? (?:now )?(?:closed|ended|paused)\b|we(?:['’]re| are) (?:pausing|closing|wrapping up) (?:this|our)\b).{0,120}$/i,
  ],
  // `Some names have been changed.`, `This interview has been edited for length.`
  [
    'note',
    /^(?:some |all |the )?(?:names?|details|identities) (?:has|have) been changed\b.{0,80}$/i,
  ],
  [
    'note',
    /^this (?:interview|conversation|transcript|article|story|piece|column) (?:has been|was|first|originally) (?:edited|condensed|translated|appeared|published|produced)\b.{0,140}$/i,
  ],
];

/** Why a line above a story's first sentence is not part of it; null where it may be. */
export function reasonAbove(line: string): SetAside | null {
  return reasonOf(above, line);
}

/** The same for a line below its last sentence. */
export function reasonBelow(line: string): SetAside | null {
  return reasonOf(below, line);
}

const LONGEST = 220; // UTF-16 units: longer lines are prose

function reasonOf(rows: readonly EdgeRow[], line: string): SetAside | null {
  if (line.length > LONGEST) return null;
  return rows.find(([, pattern]) => pattern.test(line.trim()))?.[0] ?? null;
}
