import { isMenuWord } from '../text/lexicon/menu-words.ts';
import type { Span } from '../text/span.ts';
import { reasonAbove, reasonBelow } from './edge-lines.ts';
import { findEntryTitles } from './entry-stamps.ts';
import { isByline, isPosted, type SetAside } from './line-rules.ts';
import { readLines } from './lines.ts';

/** A paragraph, or a line set aside, as a span of the article's text. */
export interface Paragraph extends Span {
  /** Its number among the paragraphs, from 1; null for a line set aside. */
  readonly number: number | null;
  readonly setAside: SetAside | null;
}

/**
 * The paragraphs of a text inside `body`, in order. A line is a paragraph, unless blank lines part
 * blocks whose lines were broken at a width. `headline` is what front matter gave, or null.
 */
export function readParagraphs(
  text: string,
  body: Span,
  headline: string | null,
): readonly Paragraph[] {
  const { lines, words, own, menus } = readLines(text, body);
  const reasons = [...own];
  setMenusAside(words, reasons, menus, headline);
  const first = reasons.indexOf(null);
  if (headline !== null && words[first]?.trim() === headline.trim()) reasons[first] = 'headline';
  else if (headline === null && isHeadline(words, reasons, first)) reasons[first] = 'headline';
  setEdgesAside(words, reasons);
  setSummaryAside(words, reasons);
  for (const i of findEntryTitles(words)) reasons[i] ??= 'heading';
  setHeadingsAside(words, reasons);
  let number = 0;
  return lines.map((line, i) => {
    const setAside = reasons[i] ?? null;
    if (setAside === null) number += 1;
    const { start, end } = line; // not spread: what is added to a spread copy takes fifty times as long
    return { start, end, number: setAside === null ? number : null, setAside };
  });
}

const FEWEST_MENU_WORDS = 3;
const TOLD = 50; // UTF-16 units: a line of that length that ends as a sentence does is the story's

/**
 * What surrounded a story when a whole page was pasted: `Skip to main content`, `Home`, `Share`. Above the
 * first sentences only the headline is the story's, and below the last ones nothing is.
 */
function setMenusAside(
  words: readonly string[],
  reasons: (SetAside | null)[],
  menus: readonly number[],
  given: string | null,
): void {
  // `Home | News | Sport`: a menu in one line
  const count = menus.reduce((sum, i) => sum + (words[i] ?? '').split(/\s[|·•]\s/).length, 0);
  if (count < FEWEST_MENU_WORDS) return;
  const isTold = (line: string, i: number): boolean =>
    reasons[i] === null && line.length >= TOLD && endsLikeSentence(line);
  let first = words.findIndex(isTold);
  let last = words.findLastIndex(isTold);
  if (first < 0) return;
  // `It was the third this year.`: short sentences beside long ones are the story's, too
  const isShort = (i: number): boolean =>
    reasons[i] === null && endsLikeSentence(words[i] ?? '') && countWords(words[i] ?? '') >= 5;
  while (isShort(first - 1)) first -= 1;
  while (isShort(last + 1)) last += 1;
  for (const i of menus) reasons[i] ??= 'menu';
  const isOpen = (i: number): boolean => reasons[i] === null && !isMenuWord(words[i] ?? '');
  const above = words.map((_, i) => i).filter((i) => i < first && isOpen(i));
  const headline =
    above.find((i) => words[i]?.trim() === given?.trim()) ??
    findHeadline(words, above, words.slice(0, first).findIndex(isCredit));
  for (const i of above) {
    const line = words[i] ?? '';
    const isSigned = isByline(line) || SIGNED.test(line);
    reasons[i] = i === headline ? 'headline' : isSigned ? 'byline' : 'menu';
  }
  for (let i = last + 1; i < words.length; i += 1) reasons[i] ??= 'menu';
}

/** The last line of some words over the byline or the date, which stand under a headline; else over the story. */
function findHeadline(
  words: readonly string[],
  above: readonly number[],
  credit: number,
): number | undefined {
  const find = (fewest: number, end: number): number | undefined => {
    const fits = (i: number): boolean => {
      const line = words[i] ?? '';
      return above.includes(i) && i < end && countWords(line) >= fewest && !isCredit(line);
    };
    const last = above.findLast(fits);
    // of two lines right over the credit, the second sums the story up
    const isUnder = last !== undefined && last === credit - 1 && fits(last - 1) && !fits(last - 2);
    return isUnder ? last - 1 : last;
  };
  const over = credit < 0 ? words.length : credit;
  const next = words[credit - 1] ?? ''; // `Nachtfähren enden`: of two words, where it stands right above
  const isNext =
    above.includes(credit - 1) && countWords(next) === 2 && next.length >= SHORTEST_HEADLINE;
  return (
    find(4, over) ??
    find(3, over) ??
    (isNext ? credit - 1 : undefined) ??
    find(4, words.length) ??
    find(3, words.length)
  );
}

/** `By Ann Ode`, `3 hours ago`, `Reporting from Skerrow`, `Publié le 4 mars`, `Von Jo Berg`. */
function isCredit(line: string): boolean {
  const isOf = reasonAbove(line);
  return (
    isByline(line) ||
    isOf === 'date' ||
    isOf === 'byline' ||
    CREDITS.test(line) ||
    SIGNED.test(line)
  );
}

const SHORTEST_HEADLINE = 12; // letters of two words: fewer are a menu's

const CREDITS =
  /^(?:(?:[Rr]eporting from|[Pp]ublished|[Uu]pdated|[Pp]ublié|[Mm]is à jour|[Vv]eröffentlicht|[Aa]ktualisiert|[Ss]tand:|[Pp]ublicado|[Aa]ctualizado|[Pp]ubblicato|[Aa]ggiornato) .{2,60})$/u;

/** `Von Jo Berg`, `Por Ana Oda`. */
const SIGNED =
  /^(?:[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|[Dd]oor|[Aa][vf])(?: \p{Lu}[\p{L}'’.-]+){2,3}$/u;

/** Sets aside what is above a story's first sentence or below its last and not part of it. */
function setEdgesAside(words: readonly string[], reasons: (SetAside | null)[]): void {
  const isOpen = (i: number): boolean => reasons[i] === null;
  const isTold = (line: string, i: number): boolean =>
    isOpen(i) && line.length >= TOLD && endsLikeSentence(line) && reasonAbove(line) === null;
  const first = words.findIndex(isTold);
  if (first < 0) return;
  for (let i = 0; i < first; i += 1) if (isOpen(i)) reasons[i] = reasonAbove(words[i] ?? '');
  for (let i = words.length - 1; i > first; i -= 1) {
    if (!isOpen(i)) continue;
    const reason = reasonBelow(words[i] ?? '');
    if (reason === null) return;
    reasons[i] = reason;
  }
}

const SUMMARY =
  /^(?:key (?:points|takeaways|facts|developments)|at a glance|in brief|in short|highlights|summary|the (?:main|key) points|what you need to know)\s*:?$/i;

/** Points that only repeat the story, under `Key points`: not those that are sentences of their own. */
function setSummaryAside(words: readonly string[], reasons: (SetAside | null)[]): void {
  const start = words.findIndex((line) => SUMMARY.test(line.trim()));
  if (start < 0) return;
  reasons[start] ??= 'heading';
  for (let i = start + 1; i < words.length; i += 1) {
    const line = words[i] ?? '';
    if (!/^[•●▪◦‣*–-]\s*\S/.test(line) || line.length > 160) return;
    if (!endsLikeSentence(line)) reasons[i] ??= 'note';
  }
}

function countWords(line: string): number {
  return line.split(/\s+/).length;
}

/** Whether the first line is a headline: short, no sentence, no dateline, and a story follows it. */
function isHeadline(
  words: readonly string[],
  reasons: readonly (SetAside | null)[],
  first: number,
): boolean {
  const line = words[first] ?? '';
  const rest = words.filter((_, i) => i > first && reasons[i] === null);
  const body = rest.filter(endsLikeSentence);
  if (reasons.includes('headline') || body.length === 0 || line.length > 150) return false;
  if (/[.:,;]["”’'»)]*$/.test(line) || /^["“‘'«].*["”’'»]$/.test(line)) return false;
  // `Q: Why?`, `Ann Ode: Why do you stop the boats?`
  if (/^(?:[QA]|\p{L}+|\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){1,3})\s*:\s*\S.*[?!]$/u.test(line))
    return false;
  return body.some((paragraph) => line.length < paragraph.length);
}

/** Sets short lines without an end mark aside, unless the story is made of such lines. */
function setHeadingsAside(words: readonly string[], reasons: (SetAside | null)[]): void {
  const kept = words.map((_, i) => i).filter((i) => reasons[i] === null);
  const headings = kept.filter((i) => isHeading(words[i] ?? ''));
  if (headings.length * 3 > kept.length) return;
  for (const i of headings) if (!isPosted(words, i)) reasons[i] = 'heading';
}

/** `What happens next`, `LONDON, March 3`: at most nine words and no mark at the end; no list item. */
function isHeading(line: string): boolean {
  return (
    line.length <= 80 &&
    countWords(line) <= 9 &&
    /[\p{L}\p{N}]$/u.test(line) &&
    !/^[-•*–—\d]/.test(line) &&
    !/[“”"«»]|^\p{L}+\s*:|^.{1,40}:\s/u.test(line)
  );
}

function endsLikeSentence(line: string): boolean {
  return /[.!?…]["”’'»)\]]*$/.test(line);
}
