import type { Sentence } from '../article/sentence.ts';
import type { Statement } from '../statements/statement.ts';
import type { HeardStory, Story } from '../story/story.ts';
import { once } from '../text/lazy.ts';
import { matchesOf } from '../text/matches.ts';
import { covers, firstWhere, overlaps, type Span } from '../text/span.ts';
import { stem } from '../text/stem.ts';
import type { Token } from '../text/tokens.ts';
import { type Amount, readAmount } from './amounts.ts';
import { type CompoundFigure, findCompoundFigures } from './compound-figures.ts';
import { findUnit, type Unit } from './figure-units.ts';
import { countsSomething, type LeftNumber, leftNumbers } from './left-numbers.ts';
import { isNoFigure } from './not-figures.ts';
import { findNumberNames } from './number-names.ts';
import { findOwner } from './owner.ts';
import { findTimeSpans } from './times.ts';

/** A number of the story that counts or measures something. */
export interface Figure {
  readonly kind: Amount['kind'];
  /** Its value: all mentions of a figure have the same. */
  readonly value: number;
  /** The figure as written: `USD 150 billion`. */
  readonly span: Span;
  /** `weeks`, `small American firms`; null if a sign or the context shows it. */
  readonly unit: Span | null;
  /** The whole of a share, or the object of an amount of money: `the shares`, `foreign goods by 2020`. */
  readonly counts: Span | null;
  /** The unit in lower case and singular, for comparison. */
  readonly of: string;
  readonly sentence: Sentence;
  /** Whose figure it is; null if it is the reporter's. */
  readonly statement: Statement | null;
}

const figuresOf = new WeakMap<Story, readonly Figure[]>();

/** The figures of a story in order: no years, dates, ordinals, times of day or numbers that are names. */
export function findFigures(story: HeardStory): readonly Figure[] {
  const known = figuresOf.get(story) ?? story.sentences.flatMap((one) => readFigures(story, one));
  figuresOf.set(story, known);
  return known;
}

/** The numbers of a story that no rule takes for a figure, nor for a time or part of a name. */
export function leftIn(story: HeardStory): readonly LeftNumber[] {
  return story.sentences.flatMap((sentence) => {
    const others = once(() => notFiguresIn(story, sentence));
    const left = leftBy(readByRules(story, sentence, others), sentence);
    return left.filter(({ span }) => !others().some((one) => overlaps(one, span)));
  });
}

function leftBy(found: readonly Figure[], sentence: Sentence): readonly LeftNumber[] {
  return leftNumbers(sentence, (span) => found.some((one) => overlaps(one.span, span)));
}

function readFigures(story: HeardStory, sentence: Sentence): readonly Figure[] {
  const others = once(() => notFiguresIn(story, sentence)); // most sentences have no number
  const found = readByRules(story, sentence, others);
  const more = leftBy(found, sentence)
    .filter((one) => countsSomething(one) && !others().some((other) => overlaps(other, one.span)))
    .map(({ amount, span, unit }): Figure => {
      const { value, kind } = amount;
      return { value, kind, span, ...unit, sentence, statement: findOwner(story, span, sentence) };
    });
  if (more.length === 0) return found;
  return [...found, ...more].sort((a, b) => a.span.start - b.span.start);
}

function readByRules(
  story: HeardStory,
  sentence: Sentence,
  others: () => readonly Span[],
): readonly Figure[] {
  const { tokens } = sentence;
  const found: Figure[] = [];
  const isOther = (span: Span): boolean => others().some((one) => overlaps(one, span));
  const compounds = findCompoundFigures(story.article.text, sentence).filter(
    ({ span }) => !isOther(span),
  );
  let next = 0;
  let last: Unit | null = null;
  for (let at = 0; at < tokens.length; ) {
    const compound = compounds[next];
    if (compound !== undefined && (tokens[at]?.end ?? 0) > compound.span.start) {
      const statement = findOwner(story, compound.span, sentence);
      const own = unitOfCompound(tokens, compound);
      found.push({ ...compound, ...own, sentence, statement });
      const end = Math.max(compound.span.end, compound.unit?.end ?? 0); // `two 737s`
      while (at < tokens.length && (tokens[at]?.start ?? end) < end) at += 1;
      next += 1;
      continue;
    }
    const amount = readAmount(tokens, at);
    if (amount === null || isNoFigure(tokens, amount)) {
      at = amount?.to ?? at + 1;
      continue;
    }
    const unit: Unit = findUnit(tokens, amount, last);
    const span = spanOf(tokens, amount.from - fewer(tokens, amount), amount.to);
    if (isOther(span)) {
      at = amount.to;
      continue;
    }
    const statement = findOwner(story, span, sentence);
    found.push({ ...amount, span, ...unit, sentence, statement });
    if (unit.unit !== null) last = unit;
    at = amount.to;
  }
  return found;
}

const CONTACT =
  /(?:\(?\d{2,5}\)?[ -])?\d{3,4}-\d{4}\b|\b0\d{2,4} \d{3,4} ?\d{3,4}\b|[^\s@]{1,64}@\S{1,200}|\bhttps?:\S+|\bwww\.\S+/g;
const DURATION =
  /^(?!.*\b(?:[ap]\.?m|(?:after|before|past|to) (?:noon|midnight|midday|dawn|dusk|dark|sunrise|sunset|daybreak|nightfall)|ago|earlier|later|past|into)\b)(?:(?:every|within|in|after|until|about|around|nearly|almost|more than|less than|just|some|only|at least|over|the (?:last|final|first|next|past|opening|closing)) )*(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+t(?:een|y)) (?:second|minute|hour|day|night|week|month|year|decade|season)s?\b(?! (?:before|after)$)/iu;

/** Numbers that do not count anything: times, names (`Three Sisters`), telephone numbers, addresses. */
function notFiguresIn(story: Story, sentence: Sentence): readonly Span[] {
  const { text } = story.article;
  const times = findTimeSpans(text, sentence).filter(
    ({ start, end }) => !DURATION.test(text.slice(start, end)) || isMinute(text, start), // `in six minutes`: also an amount; `two years ago` is not
  );
  const words = text.slice(sentence.start, sentence.end);
  const contacts = matchesOf(CONTACT, words).map(({ 0: found, index }) => ({
    start: sentence.start + index,
    end: sentence.start + index + found.length,
  }));
  const names = namesIn(story, sentence).filter(({ start, end }) =>
    / /.test(text.slice(start, end)),
  );
  return [...times, ...contacts, ...names, ...findNumberNames(text, sentence)];
}

/** `He scored on 58 minutes`: when, not how long. */
function isMinute(text: string, start: number): boolean {
  return /\bon $/.test(text.slice(Math.max(0, start - 4), start));
}

const named = new WeakMap<Story, readonly Span[]>(); // computed once per story

function namesIn(story: Story, sentence: Sentence): readonly Span[] {
  const all =
    named.get(story) ??
    story.names
      .flatMap(({ kind, mentions }) => (kind === 'place' ? [] : mentions))
      .sort((a, b) => a.start - b.start);
  named.set(story, all);
  const [from, to] = [sentence.start, sentence.end].map((at) =>
    firstWhere(all, ({ start }) => start >= at),
  );
  return all.slice(from, to).filter((one) => covers(sentence, one));
}

/** Its own unit, or for a plain number the noun after it: `8-to-10 feet`. */
function unitOfCompound(
  tokens: readonly Token[],
  { kind, unit, span, isWhole }: CompoundFigure,
): Unit {
  if (unit !== null) {
    const word = tokens.find((token) => token.end === unit.end)?.lower ?? '';
    return { unit, counts: null, of: stem(word) };
  }
  const to = tokens.findIndex(({ start }) => start >= span.end);
  if (isWhole || to < 0) return NO_UNIT;
  const isShare = kind === 'money' || kind === 'percent';
  return findUnit(tokens, { from: to, to, value: 0, kind: isShare ? kind : 'count' }, null);
}

/** How many words before a count turn it round: `fewer than 300`. */
function fewer(tokens: readonly Token[], { from, kind }: Amount): number {
  const isFewer = tokens[from - 2]?.lower === 'fewer' && tokens[from - 1]?.lower === 'than';
  return isFewer && (kind === 'count' || kind === 'percent') ? 2 : 0;
}

const NO_UNIT: Unit = { unit: null, counts: null, of: '' };

function spanOf(tokens: readonly Token[], from: number, to: number): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}
