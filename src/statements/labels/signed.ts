import type { Paragraph } from '../../article/paragraphs.ts';
import type { Quotation } from '../../text/quotations.ts';
import { firstWhere, type Span, trimSpan } from '../../text/span.ts';

/** Words attributed by layout, without a saying word: `Lamb: …`, `Q: …`, `“…” — Name`. */
export interface Labelled {
  /** Null with a null cue: a question in bold, or the answer to it. */
  readonly source: Span | null;
  readonly cue: Span | null;
  readonly content: Span;
}

type Post = readonly [Paragraph, Labelled];

/**
 * An online post as pages embed it: signed at its end, `Snow! — Jo Ode (@jo) May 3, 2024`, on the same
 * line or the next one; or with name and handle on the lines before it.
 */
export function findPosts(text: string, paragraphs: readonly Paragraph[]): readonly Post[] {
  if (!text.includes('@')) return []; // each has a handle
  return paragraphs.flatMap((paragraph, at): readonly Post[] => {
    const signature = readSignature(text, paragraph);
    if (signature !== null) {
      const own = { start: paragraph.start, end: signature.dash };
      const isAlone = text.slice(own.start, own.end).trim() === '';
      const lines = isAlone ? linesAbove(text, paragraphs, at) : [];
      const said = isAlone ? lines : [{ ...paragraph, ...own }];
      return said.flatMap((line) => postOf(text, paragraphs, line, signature.name));
    }
    const head = readHead(text, paragraphs, at);
    if (head === null) return [];
    const lines = linesBelow(text, paragraphs, at + head.lines);
    return lines.flatMap((line) => postOf(text, paragraphs, line, head.name));
  });
}

function postOf(
  text: string,
  paragraphs: readonly Paragraph[],
  line: Span,
  source: Span,
): readonly Post[] {
  const paragraph = paragraphs[firstWhere(paragraphs, ({ start }) => start >= line.start)];
  const words = text.slice(line.start, line.end).replace(LINK_AT_END, '');
  const content = trimSpan(text, { start: line.start, end: line.start + words.length });
  if (paragraph?.start !== line.start || paragraph.number === null || !/\p{L}/u.test(words))
    return [];
  return [[paragraph, { source, cue: null, content }]];
}

const LINK_AT_END =
  /\s*(?:https?:\/\/|pic\.|t\.co\/)\S+(?:\s+(?:https?:\/\/|pic\.|t\.co\/)\S+)*\s*$/;
const SIGNATURE = /(?:—|–|--)\s*([^()@—–!?]{2,60}?)\s*\(@[\w.@-]{2,60}\)[^.!?()]{0,40}$/u;

function readSignature(text: string, { start, end }: Span): { name: Span; dash: number } | null {
  const found = SIGNATURE.exec(text.slice(start, end));
  const name = found?.[1];
  if (found === null || name === undefined) return null;
  const from = start + found.index + found[0].indexOf(name);
  return { name: { start: from, end: from + name.length }, dash: start + found.index };
}

const NAME_AND_HANDLE = /^([^@()]{2,50}?)\s*\(?@\w{2,30}\)?(?:\s*[·•|,–-].{0,40})?$/u;
const HANDLE = /^\(?@\w{2,30}\)?(?:\s*[·•|,–-].{0,40})?$/u;

/** `Jo Ode @jo · 3h`, or `Jo Ode` and `@jo` on two lines. */
function readHead(
  text: string,
  paragraphs: readonly Paragraph[],
  at: number,
): { name: Span; lines: number } | null {
  const [line, next] = paragraphs.slice(at, at + 2).map(({ start, end }) => text.slice(start, end));
  const start = paragraphs[at]?.start ?? 0;
  const name = NAME_AND_HANDLE.exec(line ?? '')?.[1];
  if (name !== undefined) return { name: { start, end: start + name.length }, lines: 1 };
  const isName = line !== undefined && line.length <= 50 && /^\p{Lu}[^@.!?:“”"]+$/u.test(line);
  if (!isName || !HANDLE.test(next ?? '')) return null;
  return { name: { start, end: start + line.length }, lines: 2 };
}

// `10:41 AM · May 3, 2024`, `1.2K Likes`
const COUNTS =
  /^\d[\d:.,KM]*\s*(?:[AP]M\b|views?|likes?|replies|re(?:post|tweet|blog)s?|comments?|·)/i;

const MOST_LINES = 6; // of a post; a block that is longer is a page without blank lines, where one line is one

/** The lines right above a line, or the paragraph before it if a blank line separates them. */
function linesAbove(text: string, paragraphs: readonly Paragraph[], at: number): Paragraph[] {
  let from = at;
  while (from > 0 && at - from <= MOST_LINES && isSameBlock(text, paragraphs, from - 1)) from -= 1;
  const isBlock = from < at && at - from <= MOST_LINES;
  return paragraphs.slice(isBlock ? from : Math.max(0, at - 1), at);
}

/** The lines of a post from a given line to the next blank line. */
function linesBelow(text: string, paragraphs: readonly Paragraph[], at: number): Paragraph[] {
  let to = at + 1;
  while (to - at <= MOST_LINES && isSameBlock(text, paragraphs, to - 1)) to += 1;
  return paragraphs
    .slice(at, to - at <= MOST_LINES ? to : at + 1)
    .filter(({ start, end }) => !COUNTS.test(text.slice(start, end)));
}

/** Whether no blank line separates a line from the next. */
function isSameBlock(text: string, paragraphs: readonly Paragraph[], at: number): boolean {
  const [line, next] = [paragraphs[at], paragraphs[at + 1]];
  if (line === undefined || next === undefined) return false;
  return !/\n\s*\n/.test(text.slice(line.end, next.start));
}

/** `“We will walk on.” — Ann Ode, teacher`, `“…” (Ann Ode, 84)`: a quotation, a name, and nothing else. */
export function nameAfterDash(
  text: string,
  paragraph: Paragraph,
  first: Quotation | undefined,
): Labelled | null {
  const quotation = signedQuotation(text, paragraph, first);
  if (quotation === null) return null;
  const rest = text.slice(quotation.end, paragraph.end);
  const match =
    /^\s*(?:[—–―]|--?)\s*(\p{L}(?:[^.!?“”"]|(?<=\b\p{Lu})\.){1,100}?)\.?$/u.exec(rest) ??
    /^\s*\((\p{L}[^.!?“”"()]{1,100})\)\.?$/u.exec(rest);
  const source = match?.[1];
  if (match === null || source === undefined || !/^(?:\p{Lu}|an?\s|the\s)/u.test(source))
    return null;
  const start = quotation.end + match[0].indexOf(source);
  const name = /^[^,(]+/.exec(source)?.[0].trimEnd() ?? source;
  return {
    source: { start, end: start + name.length },
    cue: null,
    content: trimSpan(text, quotation.inner),
  };
}

/** The quotation that opens a paragraph; everything up to the dash if it contains others. */
function signedQuotation(
  text: string,
  paragraph: Paragraph,
  first: Quotation | undefined,
): Pick<Quotation, 'inner' | 'end'> | null {
  if (first?.start !== paragraph.start || !first.closed) return null;
  const words = text.slice(paragraph.start, paragraph.end);
  const [, , ...others] = words.split(/[“”"]/);
  const before = /^[“”"].*[”"](?=\s*[—―]\s*\p{Lu}[^“”"!?]{1,60}$)/su.exec(words)?.[0];
  if (others.length === 0 || before === undefined) return first;
  const end = paragraph.start + before.length;
  return { inner: { start: first.inner.start, end: end - 1 }, end };
}
