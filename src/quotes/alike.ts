import type { Paragraph } from '../article/paragraphs.ts';
import type { Sentence } from '../article/sentence.ts';
import type { Stance } from '../statements/statement.ts';
import { statementsAt } from '../story/statements-at.ts';
import type { HeardStory } from '../story/story.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Attributed } from './attributed.ts';
import { coverage, likenessOf, likenessStems, WHOLE } from './likeness.ts';
import { findMeant } from './meant.ts';

/** Paragraphs of a story in which words are looked for. */
export interface Place {
  readonly story: HeardStory;
  readonly paragraphs: readonly Paragraph[];
}

const NEGATIONS = new Set(['no', 'not', 'never']); // every other sentence has one: they distinguish nothing
const LEFT_OPEN = new Set<Stance>(['asks', 'refuses']); // `yes` and `no` alone make no claim to compare
const LIKE_STATEMENT = 0.5; // likeness, by rarity: anything at least as similar is shown
const LIKE_REPORTER = 0.8; // the reporter's own words are only claimed when nearly all are there
const ALMOST = 0.99; // a likeness by meaning: only verbatim words are 1

/**
 * Statements, sentence by sentence, and the reporter's sentences that hold enough of the stems; where
 * none does, the statement that means the same.
 */
export async function alike(
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
  /** Whether it is nested in another one: breaks ties in favour of the words' own speaker. */
  readonly nested: boolean;
  /** How many of the stems it has. */
  readonly held: number;
}

function likeStatements(
  story: HeardStory,
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
  story: HeardStory,
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
  const own = pieces.filter((piece) => overlaps(piece, sentence));
  return likenessStems(
    sentence.tokens.filter((token) => own.some((piece) => overlaps(piece, token))),
  );
}
