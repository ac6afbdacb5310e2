import { FEW_STORIES, type Holdings, openFirst, openPassages } from '../archive/archive.ts';
import type { Scope } from '../archive/scope.ts';
import type { Paragraph } from '../article/paragraphs.ts';
import type { Sentence } from '../article/sentence.ts';
import type { Stance, Statement } from '../statements/statement.ts';
import { prepare } from '../story/prepare.ts';
import { statementsAt } from '../story/statements-at.ts';
import type { Story } from '../story/story.ts';
import { among, overlaps, type Span } from '../text/span.ts';
import { contentStems } from '../text/terms.ts';
import { readTokens } from '../text/tokens.ts';
import { findRun, readWords, type Word } from '../text/words.ts';
import { coverage, likenessOf, likenessStems, WHOLE } from './likeness.ts';
import { findMeant } from './meant.ts';

/** Where words stand in a story, and in whose mouth. */
export interface Attributed {
  readonly story: Story;
  /** The whole sentence or sentences that hold them. */
  readonly span: Span;
  /** The words themselves where they stand word for word, else null. */
  readonly match: Span | null;
  /** Null: the reporter's own words. */
  readonly statement: Statement | null;
  /** From 0 to 1: how much of what was asked is there; 1 word for word. */
  readonly likeness: number;
  /** Whether it is what was meant, and not told by its words. */
  readonly byMeaning: boolean;
}

const NEGATIONS = new Set(['no', 'not', 'never']); // every other sentence has one: they tell none from another
const LEFT_OPEN = new Set<Stance>(['asks', 'refuses']); // whoever says neither yes nor no claims nothing like it
const MOST = 3; // shown at once
const LIKE_STATEMENT = 0.5; // likeness, by rarity: whatever is as like is shown
const LIKE_REPORTER = 0.8; // the reporter's own words are only claimed when nearly all are there
const ALMOST = 0.99; // a likeness by meaning: only word for word is 1
const NEXT_TO_BEST = 0.75; // of the best: others less like it are not shown
const CANDIDATES = 60; // sentences looked at when many stories are searched

/**
 * Who said some words, best first: by exact match, then by likeness (missing words, other
 * forms), then by what they mean. At most three; none when nothing comes near. Where nobody says what
 * was typed, but it tells of something said (`Ode said it rains`), it is asked who said that.
 */
export async function attribute(
  holdings: Holdings,
  typed: string,
  scope: Scope | null,
): Promise<readonly Attributed[]> {
  const found = await attributeWords(holdings, typed, scope);
  if (found[0]?.statement) return found;
  for (const said of readSaid(typed)) {
    const own = await attributeWords(holdings, said, scope);
    if (own[0]?.statement) return own;
  }
  return found;
}

/** What is said in what was typed, found as it is found in a story: of `Did Ode say “no”? Ask her` it is `no`. */
function readSaid(typed: string): readonly string[] {
  const about = { id: '', headline: null, publisher: null, published: null, url: null };
  const { statements } = prepare({ ...about, text: typed, body: { start: 0, end: typed.length } });
  return statements.flatMap(({ speech, content }) => {
    const [first, last] = [content[0], content.at(-1)];
    return speech && first && last ? [typed.slice(first.start, last.end)] : [];
  });
}

async function attributeWords(
  holdings: Holdings,
  typed: string,
  scope: Scope | null,
): Promise<readonly Attributed[]> {
  const words = stripMarks(typed);
  const wanted = readWords(words);
  const tokens = readTokens(words);
  const places = await candidates(holdings, contentStems(tokens), scope);
  const exact = places.flatMap(({ story, paragraphs }) =>
    paragraphs.flatMap((paragraph) => matchWords(story, paragraph, wanted)),
  );
  const found =
    exact.length > 0 && wanted.length > 1
      ? exact
      : [...exact, ...(await alike(places, words, likenessStems(tokens)))];
  return best(found);
}

interface Place {
  readonly story: Story;
  readonly paragraphs: readonly Paragraph[];
}

/** What is looked at: all of one story, or what the archive offers of many. */
async function candidates(
  holdings: Holdings,
  stems: readonly string[],
  scope: Scope | null,
): Promise<readonly Place[]> {
  if (stems.length === 0 || (await holdings.count(scope)) === 1) {
    const looked = await openFirst(holdings, scope, FEW_STORIES);
    return looked.map((story) => ({ story, paragraphs: story.paragraphs }));
  }
  const found = new Map<Story, Set<Paragraph>>();
  for (const { story, sentence } of await openPassages(holdings, stems, scope, CANDIDATES)) {
    found.set(story, (found.get(story) ?? new Set()).add(sentence.paragraph));
  }
  return [...found].map(([story, paragraphs]) => ({ story, paragraphs: [...paragraphs] }));
}

/** `who said "…"?` is asked with marks around the words, and often with one behind them. */
function stripMarks(typed: string): string {
  return typed.trim().replace(/^["“”„'‘’«»]+|["“”'‘’«»?.!,]+$/gu, '');
}

/** The words in a paragraph word for word, over the borders of sentences too. */
function matchWords(
  story: Story,
  paragraph: Paragraph,
  wanted: readonly Word[],
): readonly Attributed[] {
  if (paragraph.number === null) return [];
  const match = findRun(readWords(story.article.text, paragraph), wanted);
  if (match === null) return [];
  const sentences = among(story.sentences, match);
  const statement = speaking(story, match);
  const span = hull(sentences, match);
  return [{ story, span, match, statement, likeness: 1, byMeaning: false }];
}

/**
 * The statement that holds most of a span, where it holds at least half of it; of one that is told by
 * another, whose words they are; and of words that somebody denies, the denial: who repeats only the report
 * prints a falsehood.
 */
function speaking(story: Story, span: Span): Statement | null {
  const held = (one: Statement): number =>
    one.content.reduce(
      (sum, piece) =>
        sum + Math.max(0, Math.min(piece.end, span.end) - Math.max(piece.start, span.start)),
      0,
    );
  const [most] = statementsAt(story, span)
    .filter((one) => one.speech && held(one) * 2 >= span.end - span.start)
    .sort(
      (a, b) =>
        held(b) - held(a) ||
        Number(isDenied(b)) - Number(isDenied(a)) ||
        Number(b.nested) - Number(a.nested),
    );
  return most ?? null;
}

function isDenied(statement: Statement | null): boolean {
  return statement?.stance === 'denies';
}

function hull(sentences: readonly Sentence[], match: Span): Span {
  return {
    start: Math.min(match.start, ...sentences.map((sentence) => sentence.start)),
    end: Math.max(match.end, ...sentences.map((sentence) => sentence.end)),
  };
}

/**
 * Statements, sentence by sentence, and the reporter's sentences that hold enough of the stems; where
 * none does, the statement that means the same.
 */
async function alike(
  places: readonly Place[],
  words: string,
  stems: readonly string[],
): Promise<readonly Attributed[]> {
  const sentences = places.flatMap(({ story, paragraphs }) =>
    story.sentences
      .filter((sentence) => paragraphs.includes(sentence.paragraph))
      .map((sentence) => ({ story, sentence })),
  );
  const said = sentences
    .flatMap(({ story, sentence }) => likeStatements(story, sentence, stems))
    .sort((a, b) => b.likeness - a.likeness || Number(b.nested) - Number(a.nested));
  const like = said.filter(
    ({ likeness, held, statement }) =>
      likeness >= WHOLE ||
      (likeness >= LIKE_STATEMENT && held > 1 && !LEFT_OPEN.has(statement?.stance ?? 'says')),
  );
  if (like.length > 0) return like;
  const written = sentences.flatMap(({ story, sentence }) => likeReporter(story, sentence, stems));
  return written.length > 0 ? written : byMeaning(places, words);
}

/** A paraphrase shares few words with what was said, or none. */
async function byMeaning(places: readonly Place[], words: string): Promise<readonly Attributed[]> {
  const stories = places.map(({ story }) => story);
  const found = await findMeant(stories, words);
  if (found === null) return [];
  const { story, statement, sentence, score } = found;
  const span = { start: sentence.start, end: sentence.end };
  const likeness = Math.min(ALMOST, score);
  return [{ story, span, match: null, statement, likeness, byMeaning: true }];
}

interface LikeStatement extends Attributed {
  /** Whether it is told by another one: of two as like, whose words they are. */
  readonly nested: boolean;
  /** How many of the stems it holds. */
  readonly held: number;
}

function likeStatements(
  story: Story,
  sentence: Sentence,
  stems: readonly string[],
): readonly LikeStatement[] {
  const span = { start: sentence.start, end: sentence.end };
  return statementsAt(story, sentence)
    .filter(({ speech }) => speech)
    .map((statement) => {
      const said = stemsIn(sentence, statement.content);
      const held = stems.filter((stem) => !NEGATIONS.has(stem) && said.includes(stem)).length;
      const likeness = likenessOf(stems, said);
      const { nested } = statement;
      return { story, span, match: null, statement, nested, held, likeness, byMeaning: false };
    });
}

function likeReporter(
  story: Story,
  sentence: Sentence,
  stems: readonly string[],
): readonly Attributed[] {
  const likeness = coverage(stems, new Set(stemsIn(sentence, [sentence])));
  if (likeness < LIKE_REPORTER) return [];
  const span = { start: sentence.start, end: sentence.end };
  const statement =
    story.statements.find(
      ({ speech, content }) =>
        speech && coverage(stems, new Set(stemsIn(sentence, content))) * 2 > likeness,
    ) ?? null; // most of the words are somebody's: `Ode rain tomorrow`
  return [{ story, span, match: null, statement, likeness, byMeaning: false }];
}

function stemsIn(sentence: Sentence, pieces: readonly Span[]): readonly string[] {
  return likenessStems(
    sentence.tokens.filter((token) => pieces.some((piece) => overlaps(piece, token))),
  );
}

/** Best first, what someone said before what someone denies or asks, and that before what the reporter wrote; each passage once. */
function best(found: readonly Attributed[]): readonly Attributed[] {
  const rank = (one: Attributed): number => {
    if (one.statement === null) return 3;
    if (one.statement.stance !== 'says') return 1;
    return found.some((other) => isSame(one, other) && isDenied(other.statement)) ? 2 : 0;
  };
  const sorted = found.toSorted((a, b) => b.likeness - a.likeness || rank(a) - rank(b));
  const least = (sorted[0]?.likeness ?? 0) * NEXT_TO_BEST;
  return sorted
    .filter((one) => one.likeness >= least)
    .filter((one, i) => !sorted.slice(0, i).some((other) => isSame(one, other)))
    .slice(0, MOST);
}

function isSame(a: Attributed, b: Attributed): boolean {
  return a.story === b.story && overlaps(a.span, b.span);
}
