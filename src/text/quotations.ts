import type { Span } from './span.ts';

/** Words between quotation marks; the span holds the marks too. */
export interface Quotation extends Span {
  /** The words without their marks. */
  readonly inner: Span;
  /** Whether the closing mark stands: a quotation that runs over paragraphs is open in all but the last. */
  readonly closed: boolean;
}

type Family = 'double' | 'single';

interface Mark extends Span {
  readonly family: Family;
  readonly opens: boolean;
  readonly closes: boolean;
}

const MARK = /''|``|[“”„‟«»"‘’‚‹›']/gu;
const ANY = new RegExp(MARK.source, 'u');
const NONE: readonly Quotation[] = [];
const DOUBLE = /^(?:''|``|[“”„‟«»"])$/u;
const ELISION = /^['’](?:tis|twas|em|til|cause|bout|n['’]?|\d0s|\d\d)\b/iu; // 'tis, 'em, '90s

interface Known {
  readonly text: string;
  readonly found: readonly Quotation[];
}

const known = new WeakMap<Span, Known>(); // a story's paragraphs are read by several steps

/**
 * The outermost quotations of a paragraph, in order: curly, straight, single, `''`, guillemets.
 * Marks inside a quotation belong to it; apostrophes are told from closing marks.
 */
export function findQuotations(text: string, paragraph: Span): readonly Quotation[] {
  if (!ANY.test(text.slice(paragraph.start, paragraph.end))) return NONE;
  const before = known.get(paragraph);
  if (before?.text === text) return before.found;
  const found = readQuotations(text, paragraph);
  known.set(paragraph, { text, found });
  return found;
}

function readQuotations(text: string, paragraph: Span): readonly Quotation[] {
  const marks = readMarks(text, paragraph);
  const closeOf = findCloses(text, marks);
  const found: Quotation[] = [];
  for (let i = 0; i < marks.length; i += 1) {
    const open = marks[i];
    if (open?.opens !== true) continue;
    const end = closeOf[i] ?? marks.length;
    const close = marks[end];
    if (close !== undefined) {
      found.push(quotation(open, close.start, close.end, true));
      i = end;
    } else if (runsOn(text, open, paragraph)) {
      found.push(quotation(open, paragraph.end, paragraph.end, false));
      break;
    }
  }
  return found;
}

function quotation(open: Mark, innerEnd: number, end: number, closed: boolean): Quotation {
  return { start: open.start, end, inner: { start: open.end, end: innerEnd }, closed };
}

/** For each mark, as if it opened a quotation, the position of what ends that, or `marks.length`. From the last mark back, so that each is looked at once. */
function findCloses(text: string, marks: readonly Mark[]): Int32Array {
  const ends = new Int32Array(marks.length);
  const none = marks.length;
  const close = { double: none, single: none }; // the next mark of its family that closes one
  let straight = none; // what ends a quotation that opens with `"`: none where another one opens first
  for (let i = none - 1; i >= 0; i -= 1) {
    const mark = marks[i];
    if (mark === undefined) break;
    const isStraight = text.charAt(mark.start) === '"';
    ends[i] = isStraight ? straight : close[mark.family];
    if (mark.closes && !isPossessive(text, marks, i)) {
      close[mark.family] = i;
      if (mark.family === 'double') straight = i;
    } else if (mark.opens && isStraight) straight = none; // a second opener: the first one was never closed
  }
  return ends;
}

/** `the workers’ rights’` : a mark after s that a later, better mark of the quotation follows. */
function isPossessive(text: string, marks: readonly Mark[], at: number): boolean {
  const mark = marks[at];
  if (mark?.family !== 'single' || !/s/i.test(text.charAt(mark.start - 1))) return false;
  if (!/^\s+\p{L}/u.test(text.slice(mark.end, mark.end + 4))) return false;
  let after = at + 1;
  while (after < marks.length && marks[after]?.family !== 'single') after += 1;
  const next = marks[after];
  return next?.closes === true && /[.,!?…;]/.test(text.charAt(next.start - 1));
}

/** Whether a quotation that is never closed is meant to go on in the next paragraph. */
function runsOn(text: string, open: Mark, paragraph: Span): boolean {
  const before = text.slice(paragraph.start, open.start).trimEnd();
  if (before === '') return open.family === 'double' || /^[‘']\p{Lu}/u.test(text.slice(open.start));
  if (open.family === 'single' && goesOnBelow(text, open, paragraph))
    return /[,.:?!]$/.test(before);
  if (open.family === 'double' && /[.!?]$/.test(before) && goesOnBelow(text, open, paragraph))
    return true;
  return open.family === 'double' && (/[,:—–-]$/.test(before) || text.charAt(open.start) === '“');
}

/** Whether the next paragraph opens with the same mark, as each does through which a quotation runs. */
function goesOnBelow(text: string, { start, end }: Mark, paragraph: Span): boolean {
  const below = text.slice(paragraph.end, paragraph.end + 20).trimStart();
  return below.startsWith(text.slice(start, end)) && /^\P{L}{1,2}\p{Lu}/u.test(below);
}

function readMarks(text: string, paragraph: Span): readonly Mark[] {
  const marks: Mark[] = [];
  for (const found of text.slice(paragraph.start, paragraph.end).matchAll(MARK)) {
    const start = paragraph.start + found.index;
    const end = start + found[0].length;
    const mark = DOUBLE.test(found[0])
      ? readDouble(text, start, end)
      : readSingle(text, start, end);
    if (mark.opens || mark.closes) marks.push(mark);
  }
  return marks;
}

function readDouble(text: string, start: number, end: number): Mark {
  const [before, after] = [text.charAt(start - 1), text.charAt(end)];
  const symbol = text.slice(start, end);
  const clings = isWordish(after) && !isWordish(before); // the word is on its right side only
  const open = /^(?:“|„|‟|«|``)$/u.test(symbol);
  const close = /^[”»]$/u.test(symbol);
  const opens = open || (isOpenSpace(before) && !isBlank(after)) || (!close && clings);
  const closes = close
    ? !(isOpenSpace(before) && isWordish(after))
    : !isOpenSpace(before) || (!open && isBlank(after)); // `'no,'" she said`, `'no,' " she said`
  // German „…“ closes with what opens in English
  return { start, end, family: 'double', opens, closes: closes && !(open && clings) };
}

function readSingle(text: string, start: number, end: number): Mark {
  const [before, after] = [text.charAt(start - 1), text.charAt(end)];
  const symbol = text.slice(start, end);
  const opens =
    /[‘‚‹']/u.test(symbol) &&
    isOpenSpace(before) &&
    !isBlank(after) &&
    !ELISION.test(text.slice(start, start + 8));
  const closes = /[’›'‘]/u.test(symbol) && !isOpenSpace(before) && !/[\p{L}\p{N}]/u.test(after);
  return { start, end, family: 'single', opens, closes: closes && !opens };
}

function isWordish(char: string): boolean {
  return /[\p{L}\p{N}$£€#@[(….]/u.test(char);
}

function isBlank(char: string): boolean {
  return char === '' || /\s/.test(char);
}

/** Whether a mark after this character can open: white space, brackets, dashes, other marks. */
function isOpenSpace(char: string): boolean {
  return isBlank(char) || /[([{—–\-/“‘"'«]/u.test(char);
}
