import { isTitle, officeByLetters } from '../../text/lexicon/titles.ts';
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import {
  type Discourse,
  isSameEntry,
  type Mention,
  mentionsIn,
  namedIn,
  sentenceAt,
} from '../discourse.ts';
import type { Named } from '../named.ts';
import { tokensOf } from '../source-name.ts';

/** A definite description by its parts: `the` (`older`) `director` (`of rugby`). */
export interface Description {
  readonly at: number;
  /** `the`, `his`; empty for a title alone, `Mayor`. */
  readonly opening: string;
  /** The owner: Lund, in `Lund’s widow`. */
  readonly owner: Named | null;
  readonly noun: string;
  readonly words: string;
  /** The first noun of its complement: `rugby` in `director of rugby`. */
  readonly of: string | null;
  /** The office that its letters stand for, as a pattern: `managing director` for `the MD`; or null. */
  readonly office: string | null;
  /** Whether it has no complement. */
  readonly alone: boolean;
}

const LONGEST = 5; // words before the complement

export function readDescription(discourse: Discourse, source: Span): Description | null {
  const tokens = tokensOf(discourse, source);
  // `the Perth-based miner`: what a hyphen joins hangs on nothing
  const stop = tokens.findIndex(
    (token, i) => i > 0 && hangs(token, i) && tokens[i - 1]?.text !== '-',
  );
  const own = stop < 0 ? tokens : tokens.slice(0, stop);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined || own.length > LONGEST + 2) return null;
  const opening = own.length > 1 ? first.lower : '';
  const owner = ownerOf(discourse, own);
  const isDefinite =
    /^(?:the|his|her|their|its)$/.test(opening) || owner !== null || isInLede(discourse, first);
  if (!isDefinite && !(own.length === 1 && isTitle(last.text))) return null;
  const words = discourse.text.slice(first.start, last.end).toLowerCase();
  const alone = stop < 0 || !/^(?:ADP|PART)$/.test(tokens[stop]?.tag ?? '');
  const of =
    alone || stop < 0
      ? null
      : (tokens.slice(stop).find(({ tag }) => /^(?:NOUN|PROPN)$/.test(tag))?.text ?? null);
  const isLetters = own.length === 2 && /^\p{Lu}+$/u.test(last.text);
  const office = isLetters ? officeByLetters(last.lower) : null;
  return { at: source.start, opening, owner, noun: last.lower, words, of, office, alone };
}

/** `Lund's widow`: the name that owns what is described, as its first word or two. */
function ownerOf(discourse: Discourse, own: readonly Token[]): Named | null {
  const mark = own.findIndex(({ text }) => /^['’]s?$/.test(text));
  const [first, last] = [own[0], own[mark - 1]];
  if (mark < 1 || first === undefined || last === undefined) return null;
  const named = mentionsIn(discourse, { start: first.start, end: last.end });
  const people = new Set(named.map((one) => one.named));
  const [only = null] = people;
  return people.size === 1 ? only : null;
}

/** `A comedian has accused …`: such a person in the first paragraph is named in the next. */
function isInLede({ sentences }: Discourse, { lower, start }: Token): boolean {
  const [opening] = sentences;
  return /^an?$/.test(lower) && opening !== undefined && start < opening.paragraph.end;
}

/** What opens a complement of a description: `of rugby`, `, who is 40,`. */
function hangs({ tag, lower }: Token, at: number): boolean {
  return (
    tag === 'ADP' || (tag === 'VERB' && at > 1) || /^(?:[,(—–]|who|which|that|whose)$/.test(lower)
  );
}

/** The names before a place, in its sentence or an earlier one; none from another entry. */
export function namedBefore(discourse: Discourse, at: number, back: number): readonly Mention[] {
  const here = sentenceAt(discourse, at);
  const sentence = discourse.sentences[(here?.index ?? 0) - back];
  if (sentence === undefined || !isSameEntry(discourse, sentence.start, at)) return [];
  return namedIn(discourse, sentence).filter(({ end }) => end <= at);
}
