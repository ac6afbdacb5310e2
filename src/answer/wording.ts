import { SAYING } from './kind.ts';
import type { Matched, Sought } from './match.ts';
import type { Question } from './question.ts';
import type { SentenceView } from './view.ts';
import { findWanted } from './wanted.ts';

const NEGATION = /^(?:not|n't|never|no|cannot|without|nor|neither)$/u;
const PRONOUN = /^(?:he|she|they|it|his|her|their|its)$/u;
const BY_THE_CUE = 3; // tokens between a name and the saying word, at most
const OPENING = 8; // tokens at the beginning of a sentence

/** How a phrase of the kind asked for fits, and how near it is to matched words. */
export interface Fitting {
  readonly wanted: number;
  readonly near: number;
  readonly count: number;
}

/** What a sentence offers of the kind asked for. */
export function fittingOf(question: Question, view: SentenceView, { places }: Matched): Fitting {
  const found = findWanted(question, view);
  let wanted = 0;
  let near = 0;
  for (const { from, to, fit } of found) {
    wanted = Math.max(wanted, fit);
    for (const place of places) {
      if (place < 0 || (place >= from && place < to)) continue;
      const far = place < from ? from - place : place - to + 1;
      near = Math.max(near, fit / (1 + far));
    }
  }
  return { wanted, near, count: Math.min(5, found.length) };
}

/** Whether the sentence speaks of someone by a pronoun early on. */
export function hasPronoun(view: SentenceView | undefined): boolean {
  const opening = view?.sentence.tokens.slice(0, OPENING) ?? [];
  return opening.some(({ lower }) => PRONOUN.test(lower));
}

/** Whether it is the first sentence of its paragraph. */
export function isOpening({ sentence, story }: SentenceView): boolean {
  const before = story.story.sentences[sentence.index - 1];
  return before === undefined || before.paragraph !== sentence.paragraph;
}

/** What kind of sentence it is, whatever is asked; worked out once. */
export interface Manner {
  /** Tokens that are verbs of saying. */
  readonly cues: readonly number[];
  readonly quoted: boolean;
  readonly negated: boolean;
  readonly asks: boolean;
  readonly pronoun: boolean;
}

const manners = new WeakMap<SentenceView, Manner>();

/** The manner of a sentence. */
export function mannerOf(view: SentenceView): Manner {
  const known = manners.get(view);
  if (known !== undefined) return known;
  const { tokens } = view.sentence;
  const made: Manner = {
    cues: tokens.flatMap(({ lemma, tag }, i) => (tag === 'VERB' && SAYING.has(lemma) ? [i] : [])),
    quoted: tokens.some(({ text }) => /^["“”]$/u.test(text)),
    negated: tokens.some(({ lower }) => NEGATION.test(lower)),
    asks: tokens.some(({ text }) => text === '?'),
    pronoun: tokens.find(({ tag }) => tag !== 'PUNCT')?.tag === 'PRON',
  };
  manners.set(view, made);
  return made;
}

/** Whether a name of the question stands by a saying word. */
export function isSaidBy({ terms }: Sought, { cues }: Manner, { places }: Matched): boolean {
  return places.some(
    (place, i) =>
      place >= 0 &&
      /^(?:name|noun)$/u.test(terms[i]?.role ?? '') &&
      cues.some((cue) => Math.abs(cue - place) <= BY_THE_CUE),
  );
}

/** Whether the sentence has the opposite of a word of the question. */
export function hasOpposite({ terms }: Sought, { positions }: SentenceView): boolean {
  return terms.some(({ opposites }) => opposites.some((word) => positions.has(word)));
}

/** `Listeria, a …`, `Lantos was …`, `… brother Lantos`: what follows or comes before the name. */
export function definesIt(question: Question, { sentence, positions }: SentenceView): number {
  if (question.kind !== 'definition') return 0;
  const last = question.terms.at(-1);
  for (const place of last === undefined ? [] : (positions.get(last.stem) ?? [])) {
    const [next, after] = [sentence.tokens[place + 1], sentence.tokens[place + 2]];
    if (/^(?:is|was|are|were|means)$/u.test(next?.lower ?? '')) return 1;
    const apposed = /^[,(–—-]+$/u.test(next?.text ?? '');
    if (apposed && /^(?:a|an|the|who|which)$/u.test(after?.lower ?? '')) return 1;
    if (sentence.tokens[place - 1]?.tag === 'NOUN') return 0.7;
  }
  return 0;
}
