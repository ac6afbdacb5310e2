import { isGroup, isPerson } from '../text/lexicon/person-nouns.ts';
import { LOCATIVES } from '../text/lexicon/place-words.ts';
import { isShortTitle } from '../text/lexicon/titles.ts';
import { among, overlaps, type Span } from '../text/span.ts';
import { isEnglishWord, type Token } from '../text/tokens.ts';
import type { Discourse, Mention } from './discourse.ts';
import { mentionsIn, sentenceAt } from './discourse.ts';

/** `Outside Ode House, | Ann Ode`, `Ruling, | the judge, Ann Ode,`: without where or when somebody speaks. */
export function withoutPlace(discourse: Discourse, source: Span): Span {
  const tokens = among(sentenceAt(discourse, source.start)?.tokens ?? [], source);
  const comma = tokens.findIndex(({ text }) => text === ',');
  const [first, next] = [tokens[0], tokens[comma + 1]];
  const isWhere = LOCATIVES.has(first?.lower ?? '') && comma > 1;
  const isWhile = comma === 1 && /^\p{Lu}\p{Ll}+ing$/u.test(first?.text ?? '');
  const opens = next !== undefined && /^(?:\p{Lu}.*|the|an?|his|her|its|their)$/u.test(next.text);
  const isWord = isEnglishWord(first?.lower ?? '');
  const isName = mentionsIn(discourse, source).some(
    ({ start, named }) => start === source.start && (!isWord || named.name.includes(' ')),
  );
  return (isWhere || (isWhile && !isName)) && opens
    ? { start: next.start, end: source.end }
    : source;
}

/** `The farmer who pulled her out with a tractor, | Ann Ode`: a person at the end, behind what is told of her. */
export function apposedToClause(
  tokens: readonly Token[],
  head: Token,
  clause: readonly Token[],
  inside: readonly Mention[],
): readonly Mention[] {
  const words = tokens.filter(
    ({ text, start }) => text !== ',' || start < (clause.at(-1)?.start ?? 0),
  );
  const name = words.slice(words.findIndex(({ start }) => start > (clause.at(-1)?.start ?? 0)));
  const isClause = /^(?:who|that)$/.test(clause[0]?.lower ?? '') && isPerson(head.lemma);
  // not `the nurse who treated his father, Tom Ode`
  const isOpen = clause.slice(-2).some(({ lemma }) => isPerson(lemma));
  const [last] = inside.slice(-1);
  const isAll = name.every((token) => isShortTitle(token.text) || (last && overlaps(last, token)));
  return isClause && !isOpen && isAll && last !== undefined && isSomebody(last)
    ? inside.filter(({ start }) => start === last.start)
    : [];
}

/** A person's name, or one of two words that may be. */
function isSomebody({ named: { kind, name } }: Mention): boolean {
  return kind === 'person' || (kind === 'other' && name.includes(' '));
}

/** `A group calling itself | Ode Now`, `A poll published on Monday by | Ode & Co`: whose name follows. */
export function calledItself(
  { text }: Discourse,
  head: Token,
  inside: readonly Mention[],
): readonly Mention[] {
  const first = inside.find(({ start }) => start > head.end);
  const between = first === undefined ? '' : text.slice(head.end, first.start);
  const isPublished = isWriting(head.lower) && PUBLISHED.test(between);
  return CALLING.test(between) || (isPublished && first?.named.kind !== 'person')
    ? inside.filter(({ start }) => start === first?.start)
    : [];
}

const RANK = /^(?:chief|head|lead|deputy|assistant)$/; // `chief medical officer`
const DETERMINERS = /^(?:an?|the|this|that|one|his|her|its|their|my|our)$/;
const CALLING = /^ (?:calling|styling) (?:it|him|her|them)sel(?:f|ves) (?:the )?$/;
const PUBLISHED =
  /^ (?:published|released|issued|conducted|carried out|put out)(?: \p{L}+){0,3} by (?:the )?$/u;

/**
 * `medical officer of health | Dr Ann Ode`, `health and safety inspector | Ann Ode`: what somebody does, in small
 * letters and without an article, and a name that ends the source.
 */
export function behindField(
  tokens: readonly Token[],
  inside: readonly Mention[],
): readonly Mention[] {
  const [last] = inside.slice(-1);
  const at = tokens.findIndex((token) => last !== undefined && overlaps(token, last));
  const whole = tokens.slice(0, Math.max(0, at));
  const words = whole.filter(({ text }) => !isShortTitle(text) && text !== '.');
  const isTitled = whole.length > words.length;
  const isPlain = words.every(
    ({ tag, text }, i) => /^(?:NOUN|ADJ)$/.test(tag) || /^(?:of|and|-)$/.test(text) || i === 0,
  );
  // not `A friend of | Ms. Ode`
  const isOpen =
    DETERMINERS.test(words[0]?.lower ?? '') || /^(?:of|and|-)$/.test(words.at(-1)?.text ?? '');
  const nouns = words.filter(({ lemma }) => isPerson(lemma) && !RANK.test(lemma));
  const isOne = nouns.length === 1 && (isTitled || nouns[0] === words.at(-1));
  const isLast = tokens.every(({ start, text }) => start < (last?.end ?? 0) || text === ',');
  const groups = words.some(({ lemma }, i) => words[i + 1]?.lower === 'and' && isGroup(lemma));
  return isPlain && !isOpen && isOne && isLast && !groups && last?.named.kind === 'person'
    ? inside.filter(({ start }) => start === last.start)
    : [];
}

const WRITING =
  /^(?:report|article|story|editorial|newspaper|paper|website|magazine|column|poll|survey|study|analysis)$/;

/** Whether a noun, in small letters, names what is published. */
export function isWriting(noun: string): boolean {
  return WRITING.test(noun);
}
