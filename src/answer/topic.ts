import type { Named } from '../story/names.ts';
import { isContent } from '../text/terms.ts';
import type { Answered } from './answer.ts';
import { type Question, readQuestion } from './question.ts';

/** What a conversation is about, for questions that leave it unsaid. Kept in memory only. */
export interface Topic {
  /** Whom and what was spoken of, the latest first, as the story names them. */
  readonly names: readonly TopicName[];
  /** The words of the last question that say something, as they were typed. */
  readonly words: readonly string[];
}

interface TopicName {
  readonly name: string;
  readonly kind: Named['kind'];
  readonly gender: Named['gender'];
}

const MOST_NAMES = 6; // further back nobody means them by a pronoun
const MOST_WORDS = 10;

type Pronouns = readonly [RegExp, (name: TopicName) => boolean];

const PRONOUNS: readonly Pronouns[] = [
  [/^(?:he|him|his)$/iu, ({ kind, gender }) => kind === 'person' && gender !== 'female'],
  [/^(?:she|her|hers)$/iu, ({ kind, gender }) => kind === 'person' && gender !== 'male'],
  [/^(?:they|them|their|theirs)$/iu, ({ kind }) => kind !== 'place'],
  [/^(?:it|its)$/iu, ({ kind }) => kind !== 'person'],
  [/^there$/iu, ({ kind }) => kind === 'place'],
];

/** Whom a pronoun means in a conversation, as the story names them; null where nobody fits. */
export function resolvePronoun(word: string, topic: Topic | null): string | null {
  const fits = PRONOUNS.find(([pattern]) => pattern.test(word.trim()))?.[1];
  if (fits === undefined || topic === null) return null;
  return topic.names.find(fits)?.name ?? null;
}

/**
 * The question with what it leaves unsaid put in from the conversation: "what did he say about it?"
 * gets a name, "and when?" the words of the question before. A question that stands alone stays.
 */
export function followUp(question: Question, topic: Topic | null): Question {
  if (topic === null) return question;
  if (question.terms.length === 0) return fillIn(question, topic);
  if (question.names.length > 0) return question;
  const parts: string[] = [];
  let at = 0;
  for (const token of question.tokens) {
    const name =
      token.tag === 'ADV' && token !== question.tokens.at(-1) ? null : resolve(token.text, topic);
    if (name === null) continue;
    parts.push(question.text.slice(at, token.start), name);
    at = token.end;
  }
  return at === 0 ? question : readQuestion(parts.join('') + question.text.slice(at));
}

/** `his` becomes `Jack Ma's`, `her` too: as an object it makes no difference to the search. */
function resolve(word: string, topic: Topic): string | null {
  const name = resolvePronoun(word, topic);
  return name !== null && /^(?:his|hers?|theirs?|its)$/iu.test(word) ? `${name}'s` : name;
}

/** "why?", "and when was that?": the asking words of this question with the words of the last. */
function fillIn(question: Question, topic: Topic): Question {
  if (question.tokens.length === 0 || topic.words.length === 0) return question;
  if (!question.tokens.some(({ text }) => /\p{L}/u.test(text))) return question;
  const asked = question.text.replace(/[?!.\s]+$/u, '');
  return readQuestion(`${asked} ${topic.words.join(' ')}?`);
}

/** What the conversation is about after an answer; the names asked about come before those answered. */
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
  const words = question.tokens.filter(isContent).map(({ text }) => text);
  return {
    names: names
      .filter(({ name }, i) => names.findIndex((other) => other.name === name) === i)
      .slice(0, MOST_NAMES),
    words: words.length > 0 ? words.slice(0, MOST_WORDS) : (before?.words ?? []),
  };
}

/** What the conversation is about after someone's words were shown: that person, and the topic. */
export function topicAbout(person: Named, words: readonly string[], before: Topic | null): Topic {
  const { name, kind, gender } = person;
  const others = before?.names.filter((one) => one.name !== name) ?? [];
  return { names: [{ name, kind, gender }, ...others].slice(0, MOST_NAMES), words };
}

function isAsked(alias: string, asked: ReadonlySet<string>): boolean {
  const words = alias.toLowerCase().split(/\s+/u);
  return words.every((word) => asked.has(word));
}
