import { FEW_STORIES, type Holdings, openFirst, openPassages } from '../archive/archive.ts';
import type { Scope } from '../archive/scope.ts';
import type { Paragraph } from '../article/paragraphs.ts';
import type { Sentence } from '../article/sentence.ts';
import type { Statement } from '../statements/statement.ts';
import { hear, hearEach } from '../story/hear.ts';
import { prepare } from '../story/prepare.ts';
import { statementsAt } from '../story/statements-at.ts';
import type { HeardStory, Story } from '../story/story.ts';
import { among, overlaps, type Span } from '../text/span.ts';
import { contentStems } from '../text/terms.ts';
import { readTokens } from '../text/tokens.ts';
import { findRun, readWords, type Word } from '../text/words.ts';
import { alike, type Place } from './alike.ts';
import type { Attributed } from './attributed.ts';
import { likenessStems } from './likeness.ts';

const MOST = 3; // shown at once
const NEXT_TO_BEST = 0.75; // of the best: less similar ones are not shown
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
  for (const said of await readSaid(typed)) {
    const own = await attributeWords(holdings, said, scope);
    if (own[0]?.statement) return own;
  }
  return found;
}

/** Speech in the typed words, found as in a story: of `Did Ode say “no”? Ask her` it is `no`. */
async function readSaid(typed: string): Promise<readonly string[]> {
  const about = { id: '', headline: null, publisher: null, published: null, url: null };
  const body = { start: 0, end: typed.length };
  const { statements } = await hear(prepare({ ...about, text: typed, body }));
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
  const exact: Attributed[] = [];
  for (const { story, paragraphs } of places) {
    for (const match of matchWords(story, paragraphs, wanted))
      exact.push(attributeMatch(await hear(story), match));
  }
  const found =
    exact.length > 0 && wanted.length > 1
      ? exact
      : [...exact, ...(await alike(await hearEach(places), words, likenessStems(tokens)))];
  return best(found);
}

/** Where words are looked for. What is said there matters only once they are found, or are not. */
interface Unheard extends Omit<Place, 'story'> {
  readonly story: Story;
}

/** What is searched: all of one story, or what the archive offers from many. */
async function candidates(
  holdings: Holdings,
  stems: readonly string[],
  scope: Scope | null,
): Promise<readonly Unheard[]> {
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

/** The words in paragraphs word for word, over the borders of sentences too. */
function matchWords(
  { article }: Story,
  paragraphs: readonly Paragraph[],
  wanted: readonly Word[],
): readonly Span[] {
  return paragraphs.flatMap((paragraph) =>
    paragraph.number === null ? [] : (findRun(readWords(article.text, paragraph), wanted) ?? []),
  );
}

function attributeMatch(story: HeardStory, match: Span): Attributed {
  const sentences = among(story.sentences, match);
  const statement = speaking(story, match);
  const span = hull(sentences, match);
  return { story, span, match, statement, likeness: 1, byMeaning: false };
}

/**
 * The statement that holds most of a span, where it holds at least half of it; of one that is told by
 * another, whose words they are; and of words that somebody denies, the denial: who repeats only the report
 * prints a falsehood.
 */
function speaking(story: HeardStory, span: Span): Statement | null {
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
