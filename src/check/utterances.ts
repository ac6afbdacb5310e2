import type { Paragraph } from '../article/paragraphs.ts';
import type { HeardStory, Story } from '../story/story.ts';
import { isQuotingVerb, isSaying } from '../text/lexicon/saying.ts';
import { findQuotations, type Quotation } from '../text/quotations.ts';
import { splitSentences } from '../text/sentences.ts';
import { among, type Span } from '../text/span.ts';
import { type CheckWord, findBracketed, readCheckWords } from './quoted-words.ts';

/** A word of a story, with the numbers of its sentence and its piece. */
export interface StoryWord extends CheckWord {
  readonly sentence: number;
  readonly piece: number;
  /** Whether the story prints it between square brackets. */
  readonly marked: boolean;
  /** Whether the story prints an ellipsis after it. */
  readonly dots: boolean;
}

/** What somebody says without a break other than `he said`: quoted words, a turn of an interview, a post. */
export interface Utterance {
  /** Without the quotation marks. */
  readonly pieces: readonly Span[];
  readonly words: readonly StoryWord[];
  /** The keys of its words, each once. */
  readonly keys: ReadonlySet<string>;
  /** The name before the colon of a turn of an interview: `Okafor: …`. */
  readonly label: Span | null;
  /** Whether it is told inside another's: `“He said, ‘Wait’, and left,” she said`. */
  readonly inner: boolean;
}

/** A story as the check reads it. */
export interface Spoken {
  readonly utterances: readonly Utterance[];
  /** The paragraphs with all their words, quoted or not; each is a piece of its own. */
  readonly paragraphs: readonly Utterance[];
}

const spokenOf = new WeakMap<Story, Spoken>();

/** What a story has in quotation marks, after a name and a colon or above a signature, and all its words. */
export function readSpoken(story: HeardStory): Spoken {
  const known = spokenOf.get(story) ?? findSpoken(story);
  spokenOf.set(story, known);
  return known;
}

function findSpoken(story: HeardStory): Spoken {
  const { text } = story.article;
  const paragraphs = story.paragraphs.filter((one) => one.number !== null);
  const turns = findTurns(text, paragraphs);
  const quoted = groupQuotations(text, paragraphs).map((group) => readUtterance(text, group, null));
  const spoken = turns.map(({ label, span }) => readUtterance(text, [span], label));
  const marked = [quoted, spoken].map((all) => all.flatMap(({ pieces }) => pieces));
  const isMarked = (one: Span): boolean => marked.some((all) => among(all, one).length > 0);
  const direct = story.statements.filter(({ speech, kind }) => speech && kind === 'direct');
  const posted = direct
    .filter(({ content }) => !content.some(isMarked))
    .map(({ content }) => readUtterance(text, content, null));
  const inner = direct
    .filter(({ nested, content }) => nested && content.every(isMarked))
    .map(({ content }) => ({ ...readUtterance(text, content, null), inner: true }));
  const all = [...quoted, ...spoken, ...posted, ...inner];
  return {
    utterances: all.filter(({ words }) => words.length > 0),
    paragraphs: paragraphs.map((one, i) => readUtterance(text, [one], null, i)),
  };
}

function readUtterance(
  text: string,
  pieces: readonly Span[],
  label: Span | null,
  firstPiece = 0,
): Utterance {
  const words: StoryWord[] = [];
  let sentence = -1;
  pieces.forEach((inner, at) => {
    const piece = firstPiece + at;
    const sentences = splitSentences(text, inner);
    const dotted = /…|\.\s?\./u.test(text.slice(inner.start, inner.end + 5));
    sentences.forEach((span, i) => {
      const goesOn = i === 0 && at > 0 && !startsAnew(text, pieces[at - 1], inner);
      if (!goesOn) sentence += 1;
      const own = readCheckWords(text, span);
      const bracketed = findBracketed(text, span, own);
      for (const word of own) {
        const marked = bracketed.has(word);
        const dots = dotted && hasDots(text, word.end);
        words.push({ ...word, sentence, piece, marked, dots });
      }
    });
  });
  const keys = new Set(words.map(({ key }) => key));
  const spans = pieces.map(({ start, end }) => ({ start, end }));
  return { pieces: spans, words, keys, label, inner: false };
}

const DOTS = /["”’')\]]?\s*(?:…|\.\s?\.)/uy;

function hasDots(text: string, at: number): boolean {
  DOTS.lastIndex = at;
  return DOTS.test(text);
}

/** Whether a piece begins a sentence: `…,” she said. “We …` does, `…,” she said, “and …` does not. */
function startsAnew(text: string, before: Span | undefined, { start, end }: Span): boolean {
  if (before === undefined) return true;
  const first = /[\p{L}\p{N}]/u.exec(text.slice(start, end))?.[0] ?? '';
  const between = text.slice(before.end, start);
  const ended = /[.!?…]\W{0,3}$/u.test(text.slice(Math.max(0, before.end - 4), before.end));
  return /[\p{Lu}\p{N}]/u.test(first) && (ended || /[.!?:]\s/.test(between));
}

/** The quotations of the paragraphs; those that belong to one utterance are together. */
function groupQuotations(
  text: string,
  paragraphs: readonly Paragraph[],
): readonly (readonly Span[])[] {
  const groups: Span[][] = [];
  let last: Quotation | null = null;
  for (const paragraph of paragraphs) {
    for (const quotation of findQuotations(text, paragraph)) {
      const group = groups.at(-1);
      const runsOn = last !== null && !last.closed && quotation.start === paragraph.start;
      const isSame =
        last !== null &&
        (runsOn || (reaches(paragraph, quotation, last) && isBrokenByCue(text, last, quotation)));
      if (isSame && group !== undefined) group.push(quotation.inner);
      else groups.push([quotation.inner]);
      last = quotation;
    }
  }
  return groups;
}

/** Whether a quotation can go on with the last one: in its paragraph, or filling the next: `“…”`. */
function reaches(paragraph: Span, quotation: Quotation, last: Quotation): boolean {
  const fills = quotation.start === paragraph.start && quotation.end === paragraph.end;
  return last.start >= paragraph.start || fills;
}

const LONGEST_CUE = 300; // characters: `…,” said the coach, who had watched it from the bank. “…`

/** Whether there is only `she said` between two quotations: `…,” she said, “…` or `…,” she said. “…`. */
function isBrokenByCue(text: string, before: Quotation, after: Quotation): boolean {
  const between = text.slice(before.end, after.start);
  if (between.length > LONGEST_CUE || !/[,.!?:—–-]\s*$/u.test(between)) return false;
  const paused =
    /[,.!?…—–-][\s'’"”]*$/u.test(text.slice(before.inner.start, before.inner.end)) ||
    /^\s*[,—–-]/u.test(between);
  return (
    paused &&
    splitSentences(between, { start: 0, end: between.length }).length <= 1 &&
    between.split(/[^\p{L}’']+/u).some(isCueWord)
  );
}

const IRREGULAR: ReadonlySet<string> = new Set(['said', 'told', 'wrote', 'written', 'recounted']);

function isCueWord(word: string): boolean {
  const lower = word.toLowerCase();
  const forms = [
    lower,
    lower.replace(/s$/, ''),
    lower.replace(/es$/, ''),
    lower.replace(/ies$|ied$/, 'y'),
    lower.replace(/d$/, ''),
    lower.replace(/ed$/, ''),
    lower.replace(/(.)\1ed$/, '$1'),
    lower.replace(/ing$/, ''),
    lower.replace(/ing$/, 'e'),
  ];
  return IRREGULAR.has(lower) || forms.some((form) => isQuotingVerb(form) || isSaying(form));
}

const LABEL = /^(\p{Lu}[\p{L}.’' -]{0,40}):\s+(?=[^\s"“‘'«„])/u;
const FEWEST_TURNS = 3; // with fewer, `Minister: …` is a headline's way of writing

/** The turns of an interview: paragraphs that begin with a name and a colon. */
function findTurns(
  text: string,
  paragraphs: readonly Paragraph[],
): readonly { readonly label: Span; readonly span: Span }[] {
  const turns = paragraphs.flatMap((paragraph) => {
    const found = LABEL.exec(text.slice(paragraph.start, paragraph.end));
    const name = found?.[1] ?? '';
    if (found === null || name.split(' ').length > 5) return [];
    const label = { start: paragraph.start, end: paragraph.start + name.length };
    return [{ label, span: { start: paragraph.start + found[0].length, end: paragraph.end } }];
  });
  return turns.length < FEWEST_TURNS ? [] : turns;
}

/** Items in rows of consecutive words: a new row where a piece ends. */
export function byPiece<T>(
  items: readonly T[],
  wordOf: (item: T) => StoryWord | null,
): readonly T[][] {
  const pieces: T[][] = [];
  let last: StoryWord | null = null;
  for (const item of items) {
    const word = wordOf(item);
    const joins = last === null || word === null || word.piece === last.piece;
    const open = pieces.at(-1);
    if (open !== undefined && joins) open.push(item);
    else pieces.push([item]);
    last = word ?? last;
  }
  return pieces;
}

/** Whether a word is in an utterance. */
export function holdsWord({ pieces }: Utterance, word: Span): boolean {
  return pieces.some(({ start, end }) => start <= word.start && word.end <= end);
}

/** The stretches of some consecutive words that are in quotation marks. */
export function quotedAmong(
  utterances: readonly Utterance[],
  words: readonly StoryWord[],
): readonly Span[] {
  const whole = utterances.filter(({ inner }) => !inner);
  return whole.flatMap((utterance) => {
    const inside = words.filter((word) => holdsWord(utterance, word));
    const [first, last] = [inside[0], inside.at(-1)];
    return first && last ? [{ start: first.start, end: last.end }] : [];
  });
}
