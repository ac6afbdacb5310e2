import { findPerson, isPronoun } from '../answer/person.ts';
import { findSpeaking } from '../story/citation.ts';
import type { Statement } from '../story/statement.ts';
import type { Story } from '../story/story.ts';
import type { Span } from '../text/span.ts';
import { readWords } from '../text/words.ts';
import type { Utterance } from './utterances.ts';

/** So few words between marks may only be set off: nobody says `the so-called “bin tax”`. */
export const PHRASE = 4;

/** Who is asked about, and whom the stories know by that name. */
export interface Asked {
  /** The name as typed, and those it can mean in the story. */
  readonly names: ReadonlySet<string>;
  readonly statements: ReadonlySet<Statement>;
  /** Whether the story names somebody like that. */
  readonly known: boolean;
  /** Whether the story quotes somebody like that. */
  readonly quoted: boolean;
}

/** Whom the name asked about means in a story; null when nobody was asked about. */
export type AskedIn = (story: Story) => Asked | null;

/** Looks the name up in each story once, and only where it matters. */
export function readAsked(typed: string | null): AskedIn {
  const known = new Map<Story, Asked>();
  return (story) => {
    if (typed === null) return null;
    const asked = known.get(story) ?? lookUp(story, typed);
    known.set(story, asked);
    return asked;
  };
}

function lookUp(story: Story, typed: string): Asked {
  const found = findPerson([story], typed);
  switch (found.kind) {
    case 'nobody':
      return { names: new Set([typed]), statements: new Set(), known: false, quoted: false };
    case 'ambiguous': {
      const names = new Set([typed, ...found.names]);
      return { names, statements: new Set(), known: true, quoted: true };
    }
    case 'found': {
      const statements = new Set(found.people.flatMap((person) => person.statements));
      const names = new Set([typed, ...found.people.map(({ name }) => name)]);
      return { names, statements, known: true, quoted: statements.size > 0 };
    }
  }
}

/** Whether a statement is of the person asked about; null where the story does not tell whose it is. */
export function isBy(story: Story, statement: Statement | null, asked: Asked): boolean | null {
  if (statement === null) return asked.quoted ? null : false;
  if (asked.statements.has(statement)) return true;
  const { name, words } = statement.speaker;
  const shown = name ?? (words === null ? '' : story.article.text.slice(words.start, words.end));
  if (shown === '') return null;
  if (isPronoun(shown)) return asked.known && canBe(story, shown, asked) ? null : false;
  return (
    [...asked.names].some((one) => isSameName(one, shown)) ||
    (name === null && words !== null && isBeside(story, words, asked))
  );
}

/** Whether a name asked about stands right beside a description: `Mei Xinyu, an associate researcher`. */
function isBeside({ article, names }: Story, words: Span, asked: Asked): boolean {
  const meant = names.filter((one) => asked.names.has(one.name));
  return meant.some(({ mentions }) =>
    mentions.some(({ start, end }) => {
      const [from, to] = start < words.start ? [end, words.start] : [words.end, start];
      return from <= to && /^,?\s*$/.test(article.text.slice(from, to));
    }),
  );
}

/** Whether `he` or `she`, of whom the story does not tell who it is, can be the person asked about. */
function canBe(story: Story, pronoun: string, asked: Asked): boolean {
  const gender = /^(?:he|him|his)$/i.test(pronoun) ? 'male' : 'female';
  const meant = story.names.filter(({ name }) => asked.names.has(name));
  if (!/^(?:he|him|his|she|her|hers)$/i.test(pronoun) || meant.length === 0) return true;
  return meant.some(
    (one) =>
      one.kind !== 'organisation' && one.kind !== 'place' && (one.gender ?? gender) === gender,
  );
}

/** `Ted Cruz` and `Cruz`, which two people may share; `Loretta Lynch` and `Ms. Loretta E. Lynch`. */
function isSameName(asked: string, shown: string): boolean {
  const [a, b] = [asked, shown].map((name) => readWords(name).map((word) => word.fold));
  return isWithin(a ?? [], b ?? []) || isWithin(b ?? [], a ?? []);
}

function isWithin(part: readonly string[], whole: readonly string[]): boolean {
  return part.length > 0 && part.every((word) => whole.includes(word));
}

/**
 * The statement that holds at least half of some words: the asked person's if there is one, else the
 * one with most of them, a named speaker's before others, the narrower of two.
 */
function findStatement(
  story: Story,
  words: readonly Span[],
  asked: Asked | null,
): Statement | null {
  const said = story.statements.filter(({ speech }) => speech);
  return findAmong(story, said, words, asked);
}

/** The same; where nobody says the words, also who thinks, wishes or decides them. */
export function findReport(
  story: Story,
  words: readonly Span[],
  asked: Asked | null,
): Statement | null {
  return findStatement(story, words, asked) ?? findAmong(story, story.statements, words, asked);
}

function findAmong(
  story: Story,
  statements: readonly Statement[],
  words: readonly Span[],
  asked: Asked | null,
): Statement | null {
  const ranked = statements
    .map((statement) => ({ statement, held: heldBy(statement, words), size: sizeOf(statement) }))
    .filter(({ held }) => held * 2 >= words.length)
    .sort((a, b) => b.held - a.held || unnamed(a) - unnamed(b) || a.size - b.size);
  const own = ranked.find(({ statement }) => asked !== null && isBy(story, statement, asked));
  return (own ?? ranked[0])?.statement ?? null;
}

function unnamed({ statement }: { readonly statement: Statement }): number {
  return Number(statement.speaker.name === null);
}

function heldBy({ content }: Statement, words: readonly Span[]): number {
  return words.filter((word) =>
    content.some(({ start, end }) => start < word.end && word.start < end),
  ).length;
}

function sizeOf({ content }: Statement): number {
  return content.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Who says some words of an utterance; a turn of an interview is whose name stands before it. */
export function findSpeech(
  story: Story,
  utterance: Utterance,
  words: readonly Span[],
  asked: Asked | null,
): Statement | null {
  if (utterance.label !== null) return turnOf(story, utterance, utterance.label);
  return (
    findStatement(story, words, asked) ??
    findStatement(story, utterance.words, asked) ??
    sentenceOf(story, utterance, words)
  );
}

/** Whose sentence a quotation stands in, where it is no bare phrase: `the so-called “bin tax”`. */
function sentenceOf(story: Story, utterance: Utterance, words: readonly Span[]): Statement | null {
  const [first, last] = [words[0], words.at(-1)];
  if (utterance.words.length <= PHRASE || first === undefined || last === undefined) return null;
  const held = story.sentences.filter((one) => one.start < last.end && first.start < one.end);
  const span = { start: held[0]?.start ?? first.start, end: held.at(-1)?.end ?? last.end };
  return findSpeaking(story, span, null);
}

function turnOf(story: Story, { pieces }: Utterance, label: Span): Statement {
  const words = story.article.text.slice(label.start, label.end);
  const named = story.names.find((one) => one.aliases.includes(words));
  return {
    speaker: {
      name: named?.name ?? null,
      words: label,
      role: named?.role ?? null,
      via: [],
      basis: 'label',
    },
    source: label,
    cue: null,
    content: pieces,
    kind: 'direct',
    stance: 'says',
    speech: true,
    nested: false,
    confidence: 1,
    rule: 'the name before the colon',
  };
}
