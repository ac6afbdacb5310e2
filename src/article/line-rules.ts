import { isDateWord } from '../text/dates.ts';
import { relatedLinkOpenings } from '../text/lexicon/related-links.ts';
import { isStamp } from './entry-stamps.ts';

/** Why a line is not a paragraph of the story: it keeps its place, but is never shown as the story's. */
export type SetAside =
  | 'headline'
  | 'heading'
  | 'byline'
  | 'agency slug'
  | 'related link'
  | 'caption'
  | 'date'
  | 'contact'
  | 'menu'
  | 'note'
  | 'separator';

type LineRule = readonly [SetAside, (line: string, index: number) => boolean];

/** Why a line is set aside, judging by its own words; null for others. */
export function reasonToSetAside(line: string, index: number): SetAside | null {
  return lineRules.find(([, rule]) => rule(line, index))?.[0] ?? null;
}

const lineRules: readonly LineRule[] = [
  // `* * *`, `###`, `-30-`, `ENDS`
  ['separator', (line) => !/\p{L}/u.test(line) && !/\p{N}{2}/u.test(line)],
  [
    'separator',
    // `- ENDS -`, `*** End of release ***`
    (line) =>
      /^[-–—*~#_=\s]*(?:30|ends?|fin|more|\(?(?:more|end|fin)\)?|endit(?:em)?s?|end of (?:the )?(?:press |news |media )?release)[-–—*~#_=\s.]*$/i.test(
        line,
      ) && !/^\d+$/.test(line),
  ],
  // `(Reopens FGN 9)`, `[Updates with quotes]`: entirely in brackets, and not a sentence
  [
    'agency slug',
    (line) => /^[([][^()[\]]{1,80}[)\]]$/.test(line) && !/[.!?]["”’']?[)\]]$/.test(line),
  ],
  // `FOR IMMEDIATE RELEASE`, `EMBARGOED UNTIL 9am, 3 March`
  [
    'agency slug',
    (line) =>
      line.length <= 100 &&
      /^[-–—*~#_=\s]*(?:(?:press|news|media) release[-–—:,\s]*)?(?:for (?:immediate|general) release|embargo(?:ed)?(?: (?:until|till|to|for)\b|:).*|not for (?:publication|release) before\b.*|(?:press|news|media) release)[-–—*~#_=\s:.]*$/i.test(
        line,
      ),
  ],
  // what a press release has after its end
  [
    'heading',
    (line) =>
      /^[-–—*~#_=\s]*(?:notes?|information) (?:to|for) (?:the )?(?:news |picture )?editors?[-–—*~#_=\s:.]*$/i.test(
        line,
      ),
  ],
  // `Read more: …`, `More From This Section`
  ['related link', (line) => startsLikeLink(line)],
  // `Photo: J. Ode / Coast News`, `FILE - A ship …`, `![…](…)`
  [
    'caption',
    (line) =>
      /^(?:!\[|(?:file )?(?:photo|picture|image|video|graphic|caption|pictured)s?(?: credit| caption)?\s*[:|/]|FILE\s*[-–—]|(?:photo|image|picture) by\b)/i.test(
        line,
      ),
  ],
  [
    'caption',
    (line) => /^.{0,60}(?:\/\s*(?:AP|AFP|Reuters|Getty Images)|\bGetty Images)\)?$/.test(line),
  ],
  // `The mayor at work. Photograph: Halden Evening Press`, `… Handout/Starling Rail`
  ['caption', (line) => line.length < 300 && creditAtEnd.test(line)],
  // `The new pier. Source: Supplied`, `The mayor at work (Ann Ode/Coast News)`
  [
    'caption',
    (line) =>
      line.length < 300 &&
      /[.!?”"]\s*(?:source|credit|crédit|quelle|bild|foto|fuente)s?\s*:\s*\p{Lu}.{0,40}$/iu.test(
        line,
      ),
  ],
  [
    'caption',
    (line) =>
      line.length < 300 &&
      /\(\p{Lu}[\p{L} .'’-]{1,40}\/\s?\p{Lu}[\p{L} .'’&-]{1,40}\)$/u.test(line),
  ],
  // `The pier in May. Pic: Ann Ode`, `Ann Ode in Ives, 2023. Portrait by Jo Lee`, `… | Jo Lee, Coast News`, `… COAST/Jo Lee`
  ['caption', (line) => line.length < 300 && creditBehind.test(line)],
  // `The pier in 1931 with its keeper. Ode family`, `The pier. Ann Ode for the Echo`, `The pier © Ann Ode`
  ['caption', (line) => line.length < 300 && creditAlone.test(line)],
  // `Above: the pier in 1931`, `Left: the keeper’s hut`
  [
    'caption',
    (line) =>
      line.length < 300 &&
      /^(?:above|below|left|right|top|bottom|centre|center|inset|overleaf|opposite|main picture|main image|from left|clockwise from (?:top|left)(?: left| right)?|(?:top|bottom|above|far) (?:left|right))(?: and (?:above|below|left|right|top|bottom))?\s*[:,–—]\s*\S.*[^.!?”"]$/i.test(
        line,
      ),
  ],
  // `Image caption, The pier in May`, `Image source, Coast News`
  [
    'caption',
    (line) => /^(?:image|media|video|photo) (?:caption|source|copyright)\s*[,:]/i.test(line),
  ],
  // `Figure 2 | Wear of the bearing`, `Chart: Tolls taken at Marl`
  [
    'caption',
    (line) =>
      line.length < 300 &&
      /^(?:fig(?:ure|\.)?|table|chart|graph(?:ic)?|map|infographic)\s*(?:\d+[a-z]?\s*[|:.–—-]|[|:])\s*\S/i.test(
        line,
      ),
  ],
  // `Media contact: Jo Lee, jo@acme.example`, `What do you think? Write to us at …`
  ['contact', (line) => line.length < 200 && CONTACT.some((one) => one.test(line))],
  // `Posted Jan. 11, 2022 at 5:30 a.m.; updated 9:14 a.m.`, `LIVE: updated Wednesday, 3.58pm`, `Science | 4 min read`
  [
    'date',
    (line) =>
      line.length < 100 &&
      !/[.!?…]["”’'»)\]]*$/.test(line.replace(/[ap]\.m\.$/i, '')) &&
      (/^(?:live\s*[:|–-]\s*)?(?:first |last |originally )?(?:posted|published|updated|filed)\b.*\d/i.test(
        line,
      ) ||
        /\b\d+[ -]min(?:ute)?s? read$|^\d+(?:[-–]\d+)? min(?:ute)?s?$/i.test(line)),
  ],
  // `www.coast.example` over a page that was made for reading; `Already a subscriber? Log in`
  ['menu', (line, index) => index === 0 && /^(?:[\w-]+\.)+[a-z]{2,}\/?$/.test(line)],
  [
    'menu',
    (line) =>
      line.length < 200 &&
      /^(?:subscribe|sign in|sign up|log in|register|join)\b[^“”".]{0,60}\bto (?:read|continue|unlock|view|keep)\b|\balready (?:a|an) (?:subscriber|member)\?/i.test(
        line,
      ),
  ],
  // `20:15`, `7.05am BST Jo Lee`: of an entry in a live blog
  ['date', isStamp],
  // `3 March 2026`, `Published: 03/04/2026 10:15`, `Tuesday, March 3, 2026`
  ['date', (line) => isDate(line)],
  // `(Reporting by Ann Ode in Marl; Editing by Sue Fry)`, `With files from the Canting Press`
  [
    'byline',
    (line) =>
      line.length < 300 &&
      /^[([]?(?:additional )?(?:reporting|writing|editing) by \p{Lu}.*(?:[)\]]|\p{L})$/iu.test(
        line,
      ),
  ],
  // `doi: 10.5555/avh.2024.00317`, `© Marl Echo 2024. Sign up to our weekly letter`, `(c) Marl Echo 2024`
  [
    'note',
    (line) =>
      line.length < 200 &&
      /^(?:doi\s*:|https?:\/\/\S+$|journal references?\s*:|isbn\b|©|\(c\) ?\p{Lu}[^.]*\b\d{4}\b|copyright\s+(?:©|\(c\)|\d{4}))/iu.test(
        line,
      ),
  ],
  // `Marl: Tries Orr 2; Cons Lee. Referee: D. Ives.`, `Marl (4-4-2): Orr; Lee, Hay`
  ['note', (line) => line.length < 500 && TEAM_LINE.test(line)],
  // `OLDHAVEN, Norland`, `WESTHAVEN, March 3`: the dateline of an agency, apart from its story
  [
    'heading',
    (line, index) =>
      index < 4 &&
      /^\p{Lu}{3,}[\p{Lu} .'’-]*, (?=.*\p{Ll})\p{Lu}[\p{L}\p{N} .,'’]{2,40}(?<![.!?])$/u.test(line),
  ],
  // `By Ann Ode and J. Lee`
  ['byline', (line, index) => index < 5 && isByline(line)],
  // Markdown: `# Headline` first, `## What next`
  ['headline', (line, index) => index === 0 && /^#\s+\S/.test(line)],
  ['heading', (line) => /^#{1,6}\s+\S/.test(line)],
];

/** `By Ann Ode`, `By Ann Ode and J. Lee`, `Written by Ann Ode`, alone on a line. */
export function isByline(line: string): boolean {
  return (
    /^by(?:line:)?\s+\p{Lu}[^.!?]{1,80}$/iu.test(line) ||
    /^(?:written|posted|published|story|words|text|reported|report) by \p{Lu}[\p{L}.’'-]*(?: \p{L}[\p{L}.’'-]*){1,6}$/iu.test(
      line,
    )
  );
}

/** A date alone, perhaps with an hour and a label; `2026` in a list of years is not one. */
export function isDate(line: string): boolean {
  if (line.length > 60 || !/\d{4}/.test(line)) return false;
  const [first = line] = line.split(/\s*\|\s*(?=(?:last )?updated\b)/i); // `14:20, 22 JUN 2021 | UPDATED 16:05`
  const bare = first.replace(
    /^(?:(?:first )?published|posted|updated|last updated|modified|date|publié|veröffentlicht|aktualisiert|stand)(?: on| le| am)?\s*[:,]?\s*/i,
    '',
  );
  const left = bare.replace(/\d+(?:st|nd|rd|th|[ap]\.?m\b\.?)?|\p{L}+/giu, (one) =>
    /^\d/.test(one) || IN_DATE.test(one) || isDateWord(one) ? '' : one,
  );
  return (
    !/\p{L}/u.test(left) &&
    /^[\s.,:/|·•–—+()-]*$/.test(left) &&
    /\d{4}.*\d|\d.*\d{4}/.test(bare) &&
    bare.length >= 8
  );
}

/** English words of a date, looked up before those of all languages. */
const IN_DATE =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|[ap]m?|at|gmt|bst|utc|e[sd]t|p[sd]t|c[es]t|cest|uhr|z|t)$/i;

const TEAM_LINE =
  /^\p{Lu}[\p{L} .’'-]{1,40}(?: \(\d(?:-\d){2,3}\)\s*:\s*\p{Lu}.*[;,]|\s*:\s*(?=(?:.*\b(?:tries|cons?|pens?|goals?|scorers?|subs?|booked|referee|ref|att(?:endance)?|umpires?|dg|yellow cards?)\b[: ]){2}).*;)/iu;

const CONTACT = [
  /^(?:(?:media|press|for more information|for further information)\b.{0,30})?\bcontacts?\b.*(?:@|\d{3})/i,
  /(?:[.?!] (?:e-?mail|write|text|whatsapp|call|tweet|get in touch|send)|^(?:e-?mail|whatsapp))\b[^.?!]{0,60}(?:@\S+|\d{3})/i,
  /[.?!] (?:tell us|let us know|join the (?:conversation|debate))\b[^.?!]{0,40}[.!]?$/i,
  // `Please gamble responsibly. Helpline: 0800 555 0177`, `Questions on tax: call our experts on 0800 555 014`
  /\b(?:(?:help|hot|tip)-?line|telephone|phone|tel)\b\.?\s*:?\s*(?:on )?\+?\d[\d ()-]{5,}\D{0,20}[^.!?]$/i,
  /\b(?:call|ring|phone|text) our \p{L}+(?: \p{L}+)? on \+?\d[\d ()-]{5,}[^.!?]*$/iu,
  /\b(?:write to|e-?mail|tweet|text|call|contact) (?:us|the (?:writer|reporter|newsroom|editor)s?)\b|\bhave your say\b|\bgot a (?:story|tip)\b/i,
];

const creditBehind =
  /(?:[.!?”"]\s+(?:[Pp]ics?|[Pp]ictures?|[Pp]hoto(?:graph)?s?|[Pp]ortraits?|[Ii]mages?|[Cc]redits?)(?:\s*:\s*|\s+(?:by|courtesy of)\s+)(?:the )?\p{Lu}.{0,40}|[.!?”"]\s+\p{Lu}{3,}\s?\/\s?\p{Lu}[\p{L} .'’-]{1,40}|[.!?”"]\s*\|\s*\p{Lu}[^.!?]{2,60})$/u;

const creditAlone =
  /(?:(?<=[\p{Ll}\d)]{2})[.!?]\s+\p{Lu}[\p{L}'’.-]+(?: (?:\p{Lu}[\p{L}'’.&-]+|for|the|of|and|via|de|van|von)){0,6}(?: (?:family|collection|archives?|library|museum|estate|handout|society))?|\s©\s?\p{Lu}[\p{L} .'’&/-]{1,50})(?<![.!?…"”’])$/u;

const creditAtEnd =
  /(?:\b(?:photo(?:graph)?s?|pictures?|images?|handout|illustration)(?: credits?)?\s*[:/|]\s*\S.{0,50}|[([](?:(?:staff|file|handout|contributed|archive) )?(?:photo(?:graph)?s?|pictures?|pics?|images?|illustration|graphic|credit|courtesy)\b[^()]{0,60}[)\]])$/i;

function startsLikeLink(line: string): boolean {
  const lower = line.toLowerCase().replace(/^[^\p{L}]+/u, '');
  return relatedLinkOpenings.some((opening) => {
    if (!lower.startsWith(opening)) return false;
    const rest = lower.slice(opening.length);
    return (
      rest === '' ||
      /^\s*[:|>»–—-]/.test(rest) ||
      (!/[.!?]["”’']?$/.test(rest) && line.length < 120)
    );
  });
}

/** Whether a line is an online post: `Send cake. — Jo Ode (@jo) 3 May 2021`, or with its signature on the next line. */
export function isPosted(lines: readonly string[], index: number): boolean {
  const [line = '', next = ''] = lines.slice(index, index + 2);
  return SIGNED_POST.test(line) || (/^(?:[—–]|--?)/.test(next) && SIGNED_POST.test(next));
}

const SIGNED_POST = /\(@[\w.@-]{2,60}\)[^.!?()]{0,40}$/;
