import type { Sentence } from '../article/sentence.ts';
import { orNull } from '../reader/session.ts';
import { cosine, vectorOf } from '../reader/vectors.ts';
import type { Statement } from '../statements/statement.ts';
import type { HeardStory, Story } from '../story/story.ts';
import { among, type Span } from '../text/span.ts';
import { contentStems } from '../text/terms.ts';
import { readTokens } from '../text/tokens.ts';
import { coverage } from './likeness.ts';
import { contentVector } from './meant.ts';
import { findPerson } from './person.ts';
import { findSilence, type Silence } from './silence.ts';
import { findVoices } from './voices.ts';

/** What someone said, with the sentences to show. */
export interface Quoted {
  readonly story: HeardStory;
  readonly statement: Statement;
  /** The sentences in a row that hold the words, of one paragraph. */
  readonly span: Span;
}

export type Quotes =
  | { readonly kind: 'some'; readonly name: string; readonly quoted: readonly Quoted[] }
  /** All that the story tells is that they did not comment. */
  | { readonly kind: 'no-comment'; readonly told: readonly Silence[] }
  | { readonly kind: 'said-nothing'; readonly name: string }
  | { readonly kind: 'ambiguous-person'; readonly names: readonly string[] }
  | { readonly kind: 'no-such-person' };

const ABOUT_TOPIC = 0.5; // share of the topic's words, by rarity, that a statement has to hold,
const NEAR_TOPIC = 0.26; // or its cosine with the topic: of 45 topics in other words 29 found, of 42 of other things 1

/** What a person said in some stories: all in story order, or with a topic what is about it, best first. */
export async function findQuotes(
  stories: readonly HeardStory[],
  person: string,
  topic: string | null,
): Promise<Quotes> {
  const found = findPerson(stories, person);
  const hasWords =
    found.kind === 'ambiguous' ||
    (found.kind === 'found' && found.people.some(({ statements }) => statements.length > 0));
  const told = hasWords || topic !== null ? [] : findSilence(stories, person);
  if (told.length > 0) return { kind: 'no-comment', told };
  if (found.kind === 'nobody') return { kind: 'no-such-person' };
  if (found.kind === 'ambiguous') return { kind: 'ambiguous-person', names: found.names };
  const name = found.people[0]?.name ?? person;
  const all = found.people.flatMap(({ story, name: own, statements }) => {
    const voices = findVoices(story, own).flatMap((voice) => voice.statements);
    const said = new Set([...statements, ...voices]);
    const inOrder = story.statements.filter((statement) => said.has(statement));
    return inOrder.flatMap((statement) => showStatement(story, statement));
  });
  const quoted = topic === null ? mergeSame(all) : await aboutTopic(all, topic);
  return quoted.length === 0 ? { kind: 'said-nothing', name } : { kind: 'some', name, quoted };
}

/** The sentences that hold a statement's words: each row of them in a paragraph is one passage. */
function showStatement(story: HeardStory, statement: Statement): readonly Quoted[] {
  const held = new Set(statement.content.flatMap((piece) => among(story.sentences, piece)));
  return rowsOf([...held].sort((a, b) => a.index - b.index)).map((span) => ({
    story,
    statement,
    span,
  }));
}

function rowsOf(sentences: readonly Sentence[]): readonly Span[] {
  const rows: { start: number; end: number; last: Sentence }[] = [];
  for (const sentence of sentences) {
    const row = rows.at(-1);
    const follows = row?.last.index === sentence.index - 1;
    if (row !== undefined && follows && row.last.paragraph === sentence.paragraph) {
      row.end = sentence.end;
      row.last = sentence;
    } else rows.push({ start: sentence.start, end: sentence.end, last: sentence });
  }
  return rows.map(({ start, end }) => ({ start, end }));
}

/** Two statements in one sentence are one passage. */
function mergeSame(all: readonly Quoted[]): readonly Quoted[] {
  const shown = new Set<Sentence>();
  return all.filter(({ story, span }) => {
    const own = among(story.sentences, span);
    const isNew = !own.some((sentence) => shown.has(sentence));
    for (const sentence of own) shown.add(sentence);
    return isNew;
  });
}

/**
 * What is about a topic by its words or by meaning; where nothing is, what comes right
 * after a sentence that is. Best first.
 */
async function aboutTopic(all: readonly Quoted[], topic: string): Promise<readonly Quoted[]> {
  const wanted = contentStems(readTokens(topic));
  const near = await nearnessTo(topic, all);
  const rank = (scoreOf: (one: Quoted, order: number) => number): readonly Quoted[] =>
    all
      .map((one, order) => ({ one, order, score: scoreOf(one, order) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.order - b.order)
      .map(({ one }) => one);
  const shared = (story: Story, span: Span): number => {
    const share = coverage(wanted, stemsIn(story, span));
    return share >= ABOUT_TOPIC ? share : 0;
  };
  const about = rank(({ story, span }, order) => Math.max(shared(story, span), near[order] ?? 0));
  return mergeSame(
    about.length > 0 ? about : rank((one) => shared(one.story, withSentenceBefore(one))),
  );
}

/** The cosine of a topic with each statement, 0 where it is not near. */
async function nearnessTo(topic: string, all: readonly Quoted[]): Promise<readonly number[]> {
  const vector = await orNull(vectorOf(topic));
  if (vector === null) return [];
  const near: number[] = [];
  for (const { story, statement } of all) {
    const said = await orNull(contentVector(story, statement));
    const cosineOf = said === null ? 0 : cosine(vector, said, 0);
    near.push(cosineOf >= NEAR_TOPIC ? cosineOf : 0);
  }
  return near;
}

function withSentenceBefore({ story, span }: Quoted): Span {
  const at = among(story.sentences, span)[0]?.index ?? -1;
  const [before, first] = [story.sentences[at - 1], story.sentences[at]];
  const isTied = before !== undefined && before.paragraph === first?.paragraph;
  return isTied ? { start: before.start, end: span.end } : span;
}

function stemsIn(story: Story, span: Span): ReadonlySet<string> {
  const tokens = among(story.sentences, span).flatMap((one) => one.tokens);
  return new Set(tokens.map((token) => token.stem));
}
