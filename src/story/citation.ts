import type { Article } from '../article/article.ts';
import type { Basis, Stance, Statement } from '../statements/statement.ts';
import { among, covers, type Span } from '../text/span.ts';
import { statementsAt } from './statements-at.ts';
import type { HeardStory, Story } from './story.ts';

declare const verbatim: unique symbol;

/** Words cut from an article. Only `excerpt` makes them. */
export type Verbatim = string & { readonly [verbatim]: true };

/** Who speaks in a citation: every field is the story's own words. */
export interface CitedSpeaker {
  /** The fullest name the story gives that person; null when it names nobody. */
  readonly name: Verbatim | null;
  readonly words: Verbatim | null;
  readonly role: Verbatim | null;
  readonly kind: Statement['kind'];
  /** Through whom it is known when second-hand, nearest first. */
  readonly via: readonly Verbatim[];
  readonly basis: Basis;
  readonly stance: Stance;
}

/** Published words with their source: a passage as it is shown. */
export interface Citation {
  readonly story: string;
  readonly headline: string | null;
  /** How the story begins, for when it has no headline: words that tell it from others. */
  readonly begins: Verbatim;
  readonly publisher: string | null;
  readonly url: string | null;
  /** Its place on the page that this bot serves, where it serves one. */
  readonly page: string | null;
  /** ¶ `paragraph` of `paragraphs`. */
  readonly paragraph: number;
  readonly paragraphs: number;
  /** Where the words stand in the article's stored text, UTF-16. */
  readonly span: Span;
  readonly words: Verbatim;
  /** The answer inside `words`, as offsets into `words`; null when all of it is the answer. */
  readonly mark: Span | null;
  /** Null outside reported speech. */
  readonly speaker: CitedSpeaker | null;
}

/** Cuts words from an article: the only maker of `Verbatim`. Throws when the span is outside it. */
export function excerpt(article: Article, span: Span): Verbatim {
  const { start, end } = span;
  if (start < 0 || end > article.text.length || start > end) {
    throw new RangeError(`${article.id}: no span ${start}-${end}`);
  }
  return article.text.slice(start, end) as Verbatim;
}

/**
 * The passage at `span` with its source: paragraph, story, and who speaks there (in `said`, where
 * that is known). `answer` is a span of the article, set off where it lies inside the passage.
 * Throws when the span lies in no numbered paragraph.
 */
export function cite(
  story: HeardStory,
  span: Span,
  answer: Span | null = null,
  said: Statement | null = null,
): Citation {
  const { article } = story;
  const paragraph = among(story.paragraphs, span).find(({ number }) => number !== null);
  if (paragraph?.number == null) {
    throw new RangeError(`${article.id}: ${span.start}-${span.end} is in no paragraph`);
  }
  const statement = said ?? findSpeaking(story, span, answer);
  const mark = answer !== null && covers(span, answer) ? answer : null;
  return {
    story: article.id,
    headline: article.headline,
    begins: beginningOf(story),
    publisher: article.publisher,
    url: article.url,
    page: null,
    paragraph: paragraph.number,
    paragraphs: story.paragraphCount,
    span,
    words: excerpt(article, span),
    mark: mark && { start: mark.start - span.start, end: mark.end - span.start },
    speaker: statement && citeSpeaker(article, statement),
  };
}

const BEGINNING = 60; // characters: a line on a phone

/** What people know a story by: its headline, else how it begins. */
export function titleOf(story: Story): string {
  return story.article.headline ?? (beginningOf(story) || story.article.id);
}

/** The first whole words of a story. */
function beginningOf({ article, sentences: [first] }: Story): Verbatim {
  if (first === undefined) return excerpt(article, { start: 0, end: 0 });
  const words = excerpt(article, first);
  if (words.length <= BEGINNING) return words;
  const end = words.slice(0, BEGINNING + 1).search(/\s+\S*$/);
  return excerpt(article, { start: first.start, end: first.start + (end > 0 ? end : BEGINNING) });
}

/** Who speaks in a statement, in the story's words. */
export function citeSpeaker(article: Article, statement: Statement): CitedSpeaker {
  const { name, words, role, via, basis } = statement.speaker;
  return {
    name: name === null ? null : findWords(article, name),
    words: words && excerpt(article, words),
    role: role && excerpt(article, role),
    kind: statement.kind,
    via: via.map((one) => findWords(article, one)).filter((one) => one !== null),
    basis,
    stance: statement.stance,
  };
}

/**
 * Words cut from wherever the article has them, also over a line's end or with spaces that do not break; null
 * where it has not: then they are not its words.
 */
export function findWords(article: Article, words: string): Verbatim | null {
  const { text, body } = article;
  const plain = text.indexOf(words, body.start);
  if (plain >= 0) return excerpt(article, { start: plain, end: plain + words.length });
  const spaced = new RegExp(words.split(/\s+/).map(escaped).join('\\s+'), 'gu');
  spaced.lastIndex = body.start;
  const found = spaced.exec(text);
  return found && excerpt(article, { start: found.index, end: found.index + found[0].length });
}

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/**
 * The statement whose speaker a passage must not be shown without: the one that holds the answer (of
 * one told by another, whose words they are), else the one with most of the passage's words. Null
 * outside reported speech.
 */
export function findSpeaking(story: HeardStory, span: Span, answer: Span | null): Statement | null {
  const inside = statementsAt(story, span).filter(({ speech }) => speech);
  const holding = inside.filter(
    (one) => answer !== null && one.content.some((piece) => covers(piece, answer)),
  );
  const own = holding.find((one) => one.nested) ?? holding[0];
  if (own !== undefined) return own;
  // `Asked whether it rained, Ode said no`: she speaks, and nobody is told to have asked
  const told = inside.filter((one) => one.stance !== 'asks' || one.speaker.name !== null);
  const size = (one: Statement) => one.content.reduce((sum, piece) => sum + shared(piece, span), 0);
  const some = told.length > 0 ? told : inside;
  return some.toSorted((a, b) => size(b) - size(a))[0] ?? null;
}

function shared(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
