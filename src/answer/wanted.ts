import type { Token } from '../text/tokens.ts';
import type { Fact, FactKind } from './facts.ts';
import type { AnswerKind } from './kind.ts';
import type { Question } from './question.ts';
import { categoryOf, relatedStems } from './synonyms.ts';
import type { SentenceView } from './view.ts';

/** A phrase of the kind that a question asks for: tokens `from` to `to`, and how well it fits, 0 to 1. */
export interface Wanted {
  readonly from: number;
  readonly to: number;
  readonly fit: number;
}

// WordNet's categories of nouns, by their numbers in its files.
const PERSON = 18;
const GROUP = 14;
const PLACE = 15;

const FITS: Readonly<Partial<Record<AnswerKind, Readonly<Partial<Record<FactKind, number>>>>>> = {
  time: { time: 1, duration: 0.3 },
  duration: { duration: 1, time: 0.4, age: 0.3 },
  count: { count: 1, duration: 0.3, percent: 0.4, money: 0.3, measure: 0.3, age: 0.1 },
  money: { money: 1, count: 0.3 },
  percent: { percent: 1, count: 0.3 },
  age: { age: 1, count: 0.3, duration: 0.5 },
  measure: { measure: 1, count: 0.5, percent: 0.5, money: 0.2, duration: 0.5 },
};
const REASON_CUE =
  /^(?:because|due|since|after|reason|as|so|amid|over|for|to|thanks|owing|fear|fears|prompted|caused|led|following)$/u;

/** The phrases of a sentence that are of the kind asked for, words of the question left out. */
export function findWanted(question: Question, view: SentenceView): readonly Wanted[] {
  const asked = new Set(question.terms.map(({ stem }) => stem));
  const { tokens } = view.sentence;
  return candidates(question, view).filter(({ from, to }) =>
    tokens.slice(from, to).some(({ stem, tag }) => !asked.has(stem) && tag !== 'DET'),
  );
}

function candidates(question: Question, view: SentenceView): readonly Wanted[] {
  const { kind } = question;
  const table = FITS[kind];
  if (table !== undefined)
    return view.facts.flatMap(({ from, to, kind: fact }) => {
      const fit = (table[fact] ?? 0) * unitFits(question, view, { from, to, kind: fact });
      return fit > 0 ? [{ from, to, fit }] : [];
    });
  if (kind === 'place' && question.asking === 'where')
    return findNamed(kind, view).map((one) =>
      isAt(view, one.from) ? one : { ...one, fit: ELSEWHERE * one.fit },
    );
  if (kind === 'person' || kind === 'group' || kind === 'place') return findNamed(kind, view);
  if (kind === 'reason')
    return view.sentence.tokens.flatMap((token, i) =>
      REASON_CUE.test(token.lower) ? [{ from: i, to: i + 1, fit: reasonFit(token) }] : [],
    );
  return [];
}

const ELSEWHERE = 0.4; // `ties with Taiwan` says where less often than `in Taiwan` does
const AT =
  /^(?:in|at|on|near|outside|inside|into|across|around|through|throughout|from|to|toward|towards|off|via|over|under|beside|opposite|behind)$/u;

/** Whether a place stands as one where something is: `in the old town`, `, Ohio`, first in its sentence. */
function isAt({ sentence: { tokens } }: SentenceView, from: number): boolean {
  let before = from - 1;
  while (/^(?:DET|ADJ|NOUN|PROPN|NUM)$/u.test(tokens[before]?.tag ?? '')) before -= 1;
  const link = tokens[before];
  return link === undefined || link.text === ',' || AT.test(link.lower);
}

/** "How many *jobs*": a number followed by the noun asked for fits best. */
function unitFits(question: Question, view: SentenceView, fact: Fact): number {
  if (question.asking !== 'how-many' || question.focus === null) return 1;
  const after = view.sentence.tokens.slice(fact.from, fact.to + 4);
  return after.some((token) => isOne(token, question.focus as Token)) ? 1 : 0.6;
}

/** Whether a noun counts what is asked for: `31 witnesses` for "how many people". */
function isOne({ stem, tag }: Token, asked: Token): boolean {
  if (stem === asked.stem) return true;
  if (tag !== 'NOUN') return false;
  const isPeople = /^(?:people|person|persons)$/u.test(asked.lower);
  if (isPeople && categoryOf(stem) === PERSON) return true;
  return /^(?:synonym|near|broader)$/u.test(relatedStems(stem).get(asked.stem) ?? '');
}

function reasonFit(token: Token): number {
  return /^(?:because|due|reason|caused|prompted|owing)$/u.test(token.lower) ? 1 : 0.3;
}

/** Names of the kind, and plain nouns of it: `his wife` for who, `the village` for where. */
function findNamed(kind: 'person' | 'group' | 'place', view: SentenceView): readonly Wanted[] {
  const { tokens } = view.sentence;
  const found: Wanted[] = view.facts.flatMap(({ from, to, kind: fact }) =>
    fact === 'name' ? [{ from, to, fit: nameFit(kind, view, from, to) }] : [],
  );
  const category = kind === 'person' ? PERSON : kind === 'group' ? GROUP : PLACE;
  tokens.forEach((token, i) => {
    if (token.tag === 'NOUN' && categoryOf(token.stem) === category)
      found.push({ from: i, to: i + 1, fit: 0.5 });
  });
  return found;
}

/** Whether a name is known to be of the kind, from the story's names or from what stands before it. */
function nameFit(
  kind: 'person' | 'group' | 'place',
  view: SentenceView,
  from: number,
  to: number,
): number {
  const { tokens } = view.sentence;
  const wanted = kind === 'group' ? 'organisation' : kind;
  const span = { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
  for (const i of view.named) {
    const named = view.story.names[i]?.named;
    if (named?.mentions.some(({ start, end }) => start < span.end && span.start < end) === true) {
      if (named.kind === wanted) return 1;
      return named.kind === 'other' ? 0.6 : 0.2;
    }
  }
  const before = tokens[from - 1]?.lower ?? '';
  if (kind === 'place') return /^(?:in|at|near|from|to|outside|across)$/u.test(before) ? 0.8 : 0.4;
  return kind === 'person' && /^(?:in|at|near)$/u.test(before) ? 0.2 : 0.6;
}
