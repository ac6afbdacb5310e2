import { reasonAbove } from './edge-lines.ts';
import { isByline, reasonToSetAside, type SetAside } from './line-rules.ts';

const FEWEST_MENU_WORDS = 3;
/** UTF-16 units: a line of that length that ends as a sentence does is the story's. */
export const TOLD = 50;

/**
 * What surrounded a story when a whole page was pasted: `Skip to main content`, `Home`, `Share`. Above the
 * first sentences only the headline is the story's, and below the last ones nothing is.
 */
export function setMenusAside(
  words: readonly string[],
  reasons: (SetAside | null)[],
  menus: readonly number[],
  given: string | null,
): void {
  // `Home | News | Sport`: a menu in one line
  const count = menus.reduce((sum, i) => sum + partsOf(words[i] ?? '').length, 0);
  if (count < FEWEST_MENU_WORDS) return;
  const isTold = (line: string, i: number): boolean =>
    reasons[i] === null && line.length >= TOLD && endsLikeSentence(line) && !isNotice(line);
  let first = words.findIndex(isTold);
  let last = lastTold(words, isTold);
  if (first < 0) return;
  // `It was the third this year.`: short sentences beside long ones are the story's, too
  const isShort = (i: number): boolean =>
    reasons[i] === null && endsLikeSentence(words[i] ?? '') && countWords(words[i] ?? '') >= 5;
  while (isShort(first - 1) && !isNotice(words[first - 1] ?? '')) first -= 1;
  while (isShort(last + 1) && !isNotice(words[last + 1] ?? '')) last += 1;
  for (const i of menus) reasons[i] ??= 'menu';
  for (const [i, line] of words.entries()) if (isNotice(line)) reasons[i] ??= 'menu';
  const isOpen = (i: number): boolean => reasons[i] === null;
  const above = words.map((_, i) => i).filter((i) => i < first && isOpen(i));
  const headline =
    above.find((i) => words[i]?.trim() === given?.trim()) ??
    findHeadline(
      words,
      above.slice(-MOST_ABOVE),
      first,
      stemsOf(words.slice(first, last + 1).join(' ')),
    );
  for (const i of above) {
    const line = words[i] ?? '';
    const isSigned = isByline(line) || SIGNED.test(line);
    reasons[i] = i === headline ? 'headline' : isSigned ? 'byline' : 'menu';
  }
  for (let i = last + 1; i < words.length; i += 1) reasons[i] ??= 'menu';
}

/** The last sentence of a story: what its readers wrote below it is not the story's. */
function lastTold(words: readonly string[], isTold: (line: string, i: number) => boolean): number {
  const told = words.flatMap((line, i) => (isTold(line, i) ? [i] : []));
  const enough = told[FEWEST_TOLD - 1] ?? words.length;
  const readers = words.findIndex((line, i) => i > enough && READERS.test(line.trim()));
  const others = words.findIndex(
    (line, i) => i > enough && OTHERS.test(line.trim()) && isTeasers(words, told, i),
  );
  const end = [readers, others].filter((i) => i >= 0);
  return told.findLast((i) => end.every((at) => i < at)) ?? -1;
}

/** Whether all sentences below a line stand each under a title: teasers of other stories, two or more. */
function isTeasers(words: readonly string[], told: readonly number[], from: number): boolean {
  const below = told.filter((i) => i > from);
  const isTitle = (i: number): boolean =>
    i > from && !endsLikeSentence(words[i] ?? '') && countWords(words[i] ?? '') >= 3;
  return below.length >= FEWEST_TEASERS && below.every((i) => isTitle(i - 1));
}

const FEWEST_TEASERS = 2;

/** `Related stories`, `More from Sport`, `You may also like`. */
const OTHERS =
  /^(?:related|you may|you might|more (?:from|on|in|stories|news)|most (?:read|popular|viewed)|read (?:next|more)|up next|recommended|trending|top stories|latest|what to read next|mehr zum thema|lesen sie auch|à lire aussi|lire aussi|leer también)\b.{0,40}$/i;

const FEWEST_TOLD = 3; // sentences of a story above what its readers wrote: `14 comments` may be a button under its headline

/** `3 comments`, `Comments (14)`, `Leave a reply`. */
const READERS =
  /^(?:\d+ (?:comments?|kommentare?|commentaires?|comentarios?|commenti|reacties)|(?:comments?|kommentare|commentaires|comentarios|commenti|reacties) ?[(:]? ?\d+\)?|(?:leave|post|add|write) (?:a|your) (?:comment|reply))$/i;

/** A page's word to its reader about itself: `This website uses cookies …`, `Get the best of the coast in your inbox.` */
function isNotice(line: string): boolean {
  return !/[“”"„«]/.test(line) && TO_READER.test(line) && OF_PAGE.test(line);
}

const TO_READER = /\b(?:you|your|we|our|us|this (?:web)?(?:site|page))\b/i;
const OF_PAGE =
  /\b(?:cookies?|personal data|your (?:privacy|consent|browser|inbox|device|preferences)|newsletters?|ad[ -]?blockers?|javascript|(?:create|have) an account|free trial|terms of (?:use|service)|privacy (?:policy|notice))\b/i;

/**
 * Finds the headline among the lines above a story, of whose words it has some: the line over its byline or date, else the last.
 */
function findHeadline(
  words: readonly string[],
  above: readonly number[],
  first: number,
  told: ReadonlySet<string>,
): number | undefined {
  const isFit = (i: number, fewest: number): boolean => {
    const line = words[i] ?? '';
    const isTeaser = TEASING.test(words[i - 1]?.trim() ?? '');
    return (
      above.includes(i) &&
      countWords(line) >= fewest &&
      !isTeaser &&
      !isCredit(line) &&
      !isButton(line)
    );
  };
  const isOf = (i: number): boolean => isAbout(words[i] ?? '', told);
  const find = (fewest: number, end: number): number | undefined => {
    const fits = above.filter((i) => i < end && isFit(i, fewest));
    const last = fits.findLast(isOf) ?? fits.at(-1);
    const before = last === undefined ? -1 : last - 1;
    // of two lines right over the credit or the story, the second sums the story up
    const isUnder =
      last !== undefined &&
      isNear(last, end) &&
      isFit(before, FEWEST_WORDS) &&
      isOf(before) &&
      !isFit(before - 1, FEWEST_WORDS) &&
      !isTitleOf(words[before] ?? '', words[last] ?? '');
    return isUnder && !isLabel(words[before] ?? '', words[last] ?? '') ? before : last;
  };
  /** Whether nothing but buttons and captions stands between a line and some place. */
  const isNear = (i: number, end: number): boolean =>
    above.every(
      (at) => at <= i || at >= end || isCredit(words[at] ?? '') || isButton(words[at] ?? ''),
    );
  const credits = words.flatMap((line, i) =>
    i < first && i >= (above[0] ?? first) && isCredit(line) ? [i] : [],
  );
  // a date at the top of a page is that of the day
  const credit = credits.find((at) => find(3, at) !== undefined || isTwo(words, above, at - 1));
  const over = credit ?? words.length;
  return (
    find(4, over) ??
    find(3, over) ??
    (isTwo(words, above, over - 1) ? over - 1 : undefined) ??
    find(4, words.length) ??
    find(3, words.length)
  );
}

const FEWEST_WORDS = 3; // of a headline
const MOST_ABOVE = 200; // lines above a story among which its headline is looked for: long menus have 100

/** `Vote delayed | Coast News` over `Vote delayed`. */
function isTitleOf(line: string, headline: string): boolean {
  return line.length > headline.length && line.startsWith(headline);
}

/** What stands over headlines of other stories. */
const TEASING =
  /^(?:breaking(?: news)?|trending(?: now)?|top stories|latest(?: news)?|most read|live|just in|developing|editor[’']?s picks?|in the news|meistgelesen|aktuell|à la une|lo último)\s*:?$/i;

/** The beginnings of the long words of a text, by which forms of one word are the same. */
function stemsOf(text: string): ReadonlySet<string> {
  return new Set(
    (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, STEM)),
  );
}

const STEM = 5; // letters

/** Whether a line has words of the story: a headline does, the headline of another one hardly. */
function isAbout(line: string, told: ReadonlySet<string>): boolean {
  const own = [...stemsOf(line)];
  return own.filter((stem) => told.has(stem)).length >= Math.max(1, own.length * LEAST_SHARED);
}

const LEAST_SHARED = 0.3; // of its long words

/** `Nachtfähren enden`: a headline of two words, where it stands right above the byline. */
function isTwo(words: readonly string[], above: readonly number[], at: number): boolean {
  const line = words[at] ?? '';
  return above.includes(at) && countWords(line) === 2 && line.length >= SHORTEST_HEADLINE;
}

const SHORTEST_HEADLINE = 12; // letters of two words: fewer are a menu's

/** `Lighthouses of the north` over the headline: much shorter than it. */
function isLabel(line: string, next: string): boolean {
  return (
    line.length < LONGEST_LABEL && next.length < LONGEST_TITLE && line.length * 1.5 < next.length
  );
}

const LONGEST_LABEL = 30; // letters
const LONGEST_TITLE = 90; // letters: a longer line sums up

/** `Share this story with your friends`, `Home > News > Coast`, `This article is more than 2 years old`, `The pier in May (Jo Lee)`. */
function isButton(line: string): boolean {
  return BUTTON.test(line) || /\S\s[>›»]\s\S/.test(line) || /\(\p{Lu}[^()]{3,40}\)$/u.test(line);
}

const BUTTON =
  /^(?:(?:share|copy|listen|read|watch|print|save|add|follow|join|sign|subscribe|get|email|send|download|open|view|support|gift|make)\b.*\b(?:this|us|our|article|story|link|page|app|newsletter|friends|google|whatsapp|facebook)\b.*|this (?:article|story|page|content) (?:is|was) (?:more than|over|about|\d).*)$/i;

/** Whether a line says who wrote a story, or when: `By Ann Ode`, `3 hours ago`, `Reporting from Skerrow`, `Publié le 4 mars`, `Von Jo Berg`, `Jo Lee | Coast News | 3 March 2024`. */
export function isCredit(line: string): boolean {
  const isOf = reasonAbove(line);
  return (
    isByline(line) ||
    isOf === 'date' ||
    isOf === 'byline' ||
    CREDITS.test(line) ||
    SIGNED.test(line) ||
    partsOf(line).some((part) => reasonToSetAside(part, 0) === 'date')
  );
}

/** `Jo Lee | Coast News | 3 March 2024` in its parts. */
function partsOf(line: string): readonly string[] {
  return line.trim().split(/\s[|·•]\s|\t+/);
}

const CREDITS =
  /^(?:(?:[Rr]eporting from|[Pp]ublished|[Uu]pdated|[Pp]ublié|[Mm]is à jour|[Vv]eröffentlicht|[Aa]ktualisiert|[Ss]tand:|[Pp]ublicado|[Aa]ctualizado|[Pp]ubblicato|[Aa]ggiornato) .{2,60})$/u;

/** `Von Jo Berg`, `Por Ana Oda`. */
const SIGNED =
  /^(?:[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|[Dd]oor|[Aa][vf])(?: \p{Lu}[\p{L}'’.-]+){2,3}$/u;

/** How many words a line has. */
export function countWords(line: string): number {
  return line.split(/\s+/).length;
}

/** Whether a line ends as a sentence does, perhaps in a quotation. */
export function endsLikeSentence(line: string): boolean {
  return /[.!?…]["”’'»)\]]*$/.test(line);
}
