import type { Statement } from '../statements/statement.ts';
import { findSpeaking } from '../story/citation.ts';
import type { HeardStory, Story } from '../story/story.ts';
import { findQuotations } from '../text/quotations.ts';
import { covers, overlaps, type Span } from '../text/span.ts';
import { isBy, type PersonAsked } from './person-asked.ts';
import type { Utterance } from './utterances.ts';

/** So few words in marks may be scare quotes: nobody says `the so-called “bin tax”`. */
export const PHRASE = 4;

/**
 * The statement with at least half of some words: that of the person asked about if there is one, else the
 * one with most of them, a named speaker's before others, the narrower of two.
 */
function findStatement(
  story: HeardStory,
  words: readonly Span[],
  asked: PersonAsked | null,
): Statement | null {
  const said = story.statements.filter(({ speech }) => speech);
  return findAmong(story, said, words, asked);
}

/** The same; if nobody says the words, also who thinks, wishes or decides them. */
export function findReport(
  story: HeardStory,
  words: readonly Span[],
  asked: PersonAsked | null,
): Statement | null {
  return findStatement(story, words, asked) ?? findAmong(story, story.statements, words, asked);
}

function findAmong(
  story: Story,
  statements: readonly Statement[],
  words: readonly Span[],
  asked: PersonAsked | null,
): Statement | null {
  const ranked = statements
    .map((statement) => ({
      statement,
      held: heldBy(statement, words),
      size: lengthOf(statement.content),
    }))
    .filter(({ held }) => held * 2 >= lengthOf(words))
    .sort((a, b) => b.held - a.held || unnamed(a) - unnamed(b) || a.size - b.size);
  // what is told inside somebody's words, between quotation marks of its own, is not theirs
  const told = ranked.find(
    ({ statement, held }) =>
      statement.nested && held === ranked[0]?.held && isInMarks(story, statement, words),
  );
  if (told !== undefined) return told.statement;
  const own = ranked.find(({ statement }) => asked !== null && isBy(story, statement, asked));
  return (own ?? ranked[0])?.statement ?? null;
}

/** Whether words lie in quotation marks of a statement's own: `“He called it ‘too late’,” she said`. */
function isInMarks({ article }: Story, { kind, content }: Statement, words: readonly Span[]) {
  if (kind !== 'mixed') return kind === 'direct';
  const quoted = content.flatMap((piece) => findQuotations(article.text, piece));
  return words.every((word) => quoted.some(({ inner }) => covers(inner, word)));
}

function unnamed({ statement }: { readonly statement: Statement }): number {
  return Number(statement.speaker.name === null);
}

function heldBy({ content }: Statement, words: readonly Span[]): number {
  return lengthOf(words.filter((word) => content.some((piece) => overlaps(piece, word))));
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Who says some words of an utterance; a turn of an interview belongs at least to its label. */
export function findSpeech(
  story: HeardStory,
  utterance: Utterance,
  words: readonly Span[],
  asked: PersonAsked | null,
): Statement | null {
  const { label } = utterance;
  return (
    findStatement(story, words, asked) ??
    findStatement(story, utterance.words, asked) ??
    (label === null ? sentenceOf(story, utterance, words) : turnOf(story, utterance, label))
  );
}

/** Who says part of a quotation's sentence, if it is not a mere phrase: `the so-called “bin tax”`. */
function sentenceOf(
  story: HeardStory,
  utterance: Utterance,
  words: readonly Span[],
): Statement | null {
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
