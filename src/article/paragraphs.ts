import type { Span } from '../text/span.ts';
import { reasonAbove, reasonBelow } from './edge-lines.ts';
import { findEntryTitles } from './entry-stamps.ts';
import { isPosted, type SetAside } from './line-rules.ts';
import { readLines } from './lines.ts';
import { countWords, endsLikeSentence, isCredit, setMenusAside, TOLD } from './pasted-lines.ts';

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
  else if (headline === null && isHeadline(words, reasons, first)) {
    const isLabel = isOverHeadline(words, reasons, first);
    if (isLabel) reasons[first] = 'heading';
    reasons[isLabel ? first + 1 : first] = 'headline';
  }
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

/** `Coast News` or `Sport` over a headline: a byline or a date follows the line below it, which is longer. */
function isOverHeadline(
  words: readonly string[],
  reasons: readonly (SetAside | null)[],
  first: number,
): boolean {
  const [label = '', next = '', credit = ''] = words.slice(first, first + 3);
  return (
    countWords(label) <= 3 &&
    countWords(next) >= 4 &&
    reasons[first + 1] === null &&
    !endsLikeSentence(next) &&
    isCredit(credit)
  );
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
