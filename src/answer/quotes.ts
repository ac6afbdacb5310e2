import type { Statement } from '../story/statement.ts';
import type { Sentence, Story } from '../story/story.ts';
import { overlaps, type Span } from '../text/span.ts';
import { contentStems } from '../text/terms.ts';
import { readTokens } from '../text/tokens.ts';
import { coverage, holds } from './likeness.ts';
import { findPerson } from './person.ts';

/** What someone said, with the sentences to show. */
export interface Quoted {
  readonly story: Story;
  readonly statement: Statement;
  /** The sentences in a row that hold the words, of one paragraph. */
  readonly span: Span;
}

export type Quotes =
  | { readonly kind: 'some'; readonly name: string; readonly quoted: readonly Quoted[] }
  | { readonly kind: 'said-nothing'; readonly name: string }
  | { readonly kind: 'ambiguous-person'; readonly names: readonly string[] }
  | { readonly kind: 'no-such-person' };

const ABOUT_TOPIC = 0.5; // share of the topic's words, by rarity, that a statement has to hold

/** What a person said in some stories: all in story order, or with a topic what is about it, best first. */
export function findQuotes(
  stories: readonly Story[],
  person: string,
  topic: string | null,
): Quotes {
  const found = findPerson(stories, person);
  if (found.kind === 'nobody') return { kind: 'no-such-person' };
  if (found.kind === 'ambiguous') return { kind: 'ambiguous-person', names: found.names };
  const name = found.people[0]?.name ?? person;
  const all = found.people.flatMap(({ story, statements }) =>
    statements.flatMap((statement) => showStatement(story, statement)),
  );
  const quoted = topic === null ? mergeSame(all) : aboutTopic(mergeSame(all), topic);
  return quoted.length === 0 ? { kind: 'said-nothing', name } : { kind: 'some', name, quoted };
}

/** The sentences that hold a statement's words: each row of them in a paragraph is one passage. */
function showStatement(story: Story, statement: Statement): readonly Quoted[] {
  const held = story.sentences.filter((sentence) =>
    statement.content.some((piece) => overlaps(sentence, piece)),
  );
  return rowsOf(held).map((span) => ({ story, statement, span }));
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
  return all.filter(
    (one, i) =>
      !all.slice(0, i).some((other) => other.story === one.story && overlaps(other.span, one.span)),
  );
}

/** What is about a topic by its own words; where nothing is, what stands right behind a sentence that is. */
function aboutTopic(all: readonly Quoted[], topic: string): readonly Quoted[] {
  const wanted = contentStems(readTokens(topic));
  const holding = (spanOf: (one: Quoted) => Span): readonly Quoted[] =>
    all
      .map((one, order) => ({
        one,
        order,
        score: coverage(wanted, holder(one.story, spanOf(one))),
      }))
      .filter(({ score }) => score >= ABOUT_TOPIC)
      .sort((a, b) => b.score - a.score || a.order - b.order)
      .map(({ one }) => one);
  const said = holding(({ span }) => span);
  return said.length > 0 ? said : holding(withSentenceBefore);
}

function withSentenceBefore({ story, span }: Quoted): Span {
  const at = story.sentences.findIndex((sentence) => overlaps(sentence, span));
  const [before, first] = [story.sentences[at - 1], story.sentences[at]];
  const isTied = before !== undefined && before.paragraph === first?.paragraph;
  return isTied ? { start: before.start, end: span.end } : span;
}

/** How well a stretch of a story holds a stem. */
function holder(story: Story, span: Span): (stem: string) => number {
  const tokens = story.sentences.filter((one) => overlaps(one, span)).flatMap((one) => one.tokens);
  return holds(new Set(tokens.map((token) => token.stem)));
}
