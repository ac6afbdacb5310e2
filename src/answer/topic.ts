import type { Named } from '../story/names.ts';
import type { Answered } from './answer.ts';
import { type Question, readQuestion } from './question.ts';

/** What a conversation is about, for questions that leave it unsaid. Kept in memory only. */
export interface Topic {
  /** Whom and what was spoken of, the latest first, as the story names them. */
  readonly names: readonly TopicName[];
  /** The last question that stood alone, as it was understood; '' where there was none. */
  readonly question: string;
}

interface TopicName {
  readonly name: string;
  readonly kind: Named['kind'];
  readonly gender: Named['gender'];
}

const MOST_NAMES = 6; // further back nobody means them by a pronoun

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

/** A question as it is understood in a conversation. */
export interface Understood {
  readonly question: Question;
  /** What a next question may lean on: this one, or the one that it leans on itself. */
  readonly standing: string;
}

/**
 * The question with what it leaves unsaid put in from the conversation: "what did he say about it?"
 * gets a name, "and when?" the question before. A question that stands alone stays.
 */
export function followUp(question: Question, topic: Topic | null): Understood {
  const { names, terms, text } = question;
  if (topic === null || (names.length > 0 && terms.length > 1 && !OPENING.test(text.trim())))
    return standAlone(question);
  const parts: string[] = [];
  let at = 0;
  for (const token of question.tokens) {
    const name =
      token.tag === 'ADV' && token !== question.tokens.at(-1) ? null : resolve(token.text, topic);
    if (name === null) continue;
    parts.push(question.text.slice(at, token.start), name);
    at = token.end;
  }
  if (at === 0) return lean(question, topic);
  return standAlone(readQuestion(parts.join('') + question.text.slice(at)));
}

function standAlone(question: Question): Understood {
  return { question, standing: question.text };
}

/** `his` becomes `Jack Ma's`, `her` too: as an object it makes no difference to the search. */
function resolve(word: string, topic: Topic): string | null {
  if (THINGS.test(word)) return null; // more often what was asked about than who was named
  const name = resolvePronoun(word, topic);
  return name !== null && /^(?:his|hers?|theirs?|its)$/iu.test(word) ? `${name}'s` : name;
}

const OPENING = /^(?:(?:and|but|so|then|ok|okay|well)\b[\s,]*)+/iu;
const ASKS =
  '(?:who(?:m|se)?|what|which|when|where|why|how(?: (?:many|much|old|long|far|often|big))?)';
const BARE = new RegExp(
  `^(${ASKS})(?: (?:was|is|are|were|did|do|does|has|have|had)(?: (?:that|it|this|they|so))?)?[\\s?!.…]*$`,
  'iu',
);
const THINGS = /^(?:its?|they|them|theirs?)$/iu;
const ASKED = new RegExp(`^${ASKS}\\b`, 'iu');
const LEANS =
  /\b(?:it|its|that|this|those|these|they|them|their|there|then|one|ones|he|him|his|she|hers?|else|same|instead)\b/iu;

/**
 * What leans on the question before gets it: "and when?" takes the place of its asking word, "and in April?"
 * and "how many of them?" are read with its words beside them.
 */
function lean(question: Question, { question: before }: Topic): Understood {
  if (before === '' || !/\p{L}/u.test(question.text)) return standAlone(question);
  const asked = question.text.trim().replace(OPENING, '');
  const bare = BARE.exec(asked)?.[1];
  if (bare !== undefined && ASKED.test(before))
    return standAlone(readQuestion(before.replace(ASKED, capitalised(bare))));
  const leans = asked !== question.text.trim() || LEANS.test(asked) || question.terms.length === 0;
  if (!leans) return standAlone(question);
  const words = readQuestion(before).terms.filter(
    ({ stem }) => !question.terms.some((one) => one.stem === stem),
  );
  const beside = words.map(({ token }) => token.text).join(' ');
  return {
    question: readQuestion(`${asked.replace(/[?!.\s]+$/u, '')} ${beside}?`),
    standing: before,
  };
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
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
