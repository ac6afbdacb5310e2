import type { Named } from '../names/named.ts';
import type { Answered } from './answered.ts';
import { leanOn, type Question, readQuestion, wholeOf } from './question.ts';

/** What a conversation is about, for questions that do not repeat it. */
export interface Topic {
  /** The people and things spoken of, latest first, as the story names them. */
  readonly names: readonly TopicName[];
  /**
   * The last standalone question, as it was understood; '' if there was none. It is what a person typed, so it is
   * kept in memory only; other processes have the passage shown instead.
   */
  readonly question: string;
}

interface TopicName {
  readonly name: string;
  readonly kind: Named['kind'];
  readonly gender: Named['gender'];
}

const MOST_NAMES = 6; // further back, pronouns no longer refer to them

type Pronouns = readonly [RegExp, (name: TopicName) => boolean];

const PRONOUNS: readonly Pronouns[] = [
  [/^(?:he|him|his)$/iu, ({ kind, gender }) => kind === 'person' && gender !== 'female'],
  [/^(?:she|her|hers)$/iu, ({ kind, gender }) => kind === 'person' && gender !== 'male'],
  [/^(?:they|them|their|theirs)$/iu, ({ kind }) => kind !== 'place'],
  [/^(?:it|its)$/iu, ({ kind }) => kind !== 'person'],
  [/^there$/iu, ({ kind }) => kind === 'place'],
];

/** Whom a pronoun means in a conversation, as the story names them; null if nobody fits. */
export function resolvePronoun(word: string, topic: Topic | null): string | null {
  const fits = PRONOUNS.find(([pattern]) => pattern.test(word.trim()))?.[1];
  if (fits === undefined || topic === null) return null;
  return topic.names.find(fits)?.name ?? null;
}

/** A question as it is understood in a conversation. */
export interface Understood {
  readonly question: Question;
  /** What the next question may depend on: this one, or the one this depends on. */
  readonly standing: string;
}

/**
 * The question with its gaps filled: a pronoun is replaced by its name ("what did he say about it?"), and what depends
 * on the question before ("and when?", "how many of them?") is read after it.
 */
export function followUp(question: Question, topic: Topic | null): Understood {
  const text = question.text.trim();
  if (topic === null || !/\p{L}/u.test(text)) return standAlone(question);
  const asked = text.replace(OPENING, '');
  const named = readQuestion(withNames(question, topic));
  const isShort = asked.split(/\s+/u).length <= SHORT || question.terms.length === 0;
  const leans = asked !== text || isShort || LEANS.test(asked);
  if (topic.question === '' || !leans || isFull(question, asked === text)) return standAlone(named);
  const whole = leanOn(named, topic.question);
  return { question: whole, standing: wholeOf(whole).slice(-LONGEST_BEFORE) };
}

const SHORT = 2; // words: `how come?`, `since when?`
const LONGEST_BEFORE = 300; // UTF-16 units of conversation that a question may depend on: the reader sees the last of them

/** Whether a question names its subject and more: then `it` and `there` refer within the question. */
function isFull({ names, terms }: Question, isPlain: boolean): boolean {
  return isPlain && names.length > 0 && terms.length > 1;
}

function standAlone(question: Question): Understood {
  return { question, standing: question.text };
}

/** The text of a question with the names that its pronouns mean. */
function withNames(question: Question, topic: Topic): string {
  if (isFull(question, !OPENING.test(question.text.trim()))) return question.text;
  const parts: string[] = [];
  let at = 0;
  for (const token of question.tokens) {
    const isPlace = token.tag === 'ADV' && token !== question.tokens.at(-1); // `there` that is not a place
    const name = isPlace ? null : resolve(token.text, topic);
    if (name === null) continue;
    parts.push(question.text.slice(at, token.start), name);
    at = token.end;
  }
  return parts.join('') + question.text.slice(at);
}

/** `his` becomes `Jack Ma's`, `her` too: as an object it makes no difference to the search. */
function resolve(word: string, topic: Topic): string | null {
  if (THINGS.test(word)) return null; // more often the thing asked about than a person named
  const name = resolvePronoun(word, topic);
  return name !== null && /^(?:his|hers?|theirs?|its)$/iu.test(word) ? `${name}'s` : name;
}

const OPENING = /^(?:(?:and|but|so|then|ok|okay|well)\b[\s,]*)+/iu;
const THINGS = /^(?:its?|they|them|theirs?)$/iu;
const LEANS =
  /\b(?:it|its|that|this|those|these|they|them|their|there|then|now|one|ones|he|him|his|she|hers?|else|other|others|another|same|instead)\b|^(?:what|how) about\b/iu;

/** What the conversation is about after an answer; names from the question come before those from the answer. */
export function topicOf(answered: Answered, before: Topic | null): Topic {
  const { question, passages } = answered;
  const passage = passages[0];
  const story = passage?.story;
  const asked = new Set(question.terms.map(({ token }) => token.lower));
  const known = story?.names ?? [];
  const inQuestion = known.filter(({ aliases }) => aliases.some((alias) => isAsked(alias, asked)));
  const inAnswer = known.filter(({ mentions }) =>
    mentions.some((mention) => {
      const span = passage?.answer ?? null;
      return (
        answered.grade !== null &&
        span !== null &&
        mention.start < span.end &&
        span.start < mention.end
      );
    }),
  );
  const latest = [...inAnswer, ...inQuestion].map(({ name, kind, gender }) => ({
    name,
    kind,
    gender,
  }));
  const names = [...latest, ...(before?.names ?? [])];
  return {
    names: names
      .filter(({ name }, i) => names.findIndex((other) => other.name === name) === i)
      .slice(0, MOST_NAMES),
    question: answered.standing,
  };
}

/** What the conversation is about after someone's words were shown: that person, and the topic. */
export function topicAbout(person: Named, topic: string | null, before: Topic | null): Topic {
  const { name, kind, gender } = person;
  const question = `What did ${name} say${topic === null ? '' : ` about ${topic}`}?`;
  const others = before?.names.filter((one) => one.name !== name) ?? [];
  return { names: [{ name, kind, gender }, ...others].slice(0, MOST_NAMES), question };
}

function isAsked(alias: string, asked: ReadonlySet<string>): boolean {
  const words = alias.toLowerCase().split(/\s+/u);
  return words.every((word) => asked.has(word));
}
