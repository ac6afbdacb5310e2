import { coverage } from '../answer/likeness.ts';
import type { Statement } from '../story/statement.ts';
import type { Sentence, Story } from '../story/story.ts';
import { overlaps, type Span } from '../text/span.ts';
import { askedOf, type Finding } from './finding.ts';
import type { AskedIn } from './speaking.ts';
import { quotedAmong, readSpoken, type StoryWord } from './utterances.ts';
import { readCheckWords } from './words.ts';

const LIKE = 0.8; // share of the words, by rarity: a paraphrase must not become a guess
const FEWEST = 3; // content words: fewer are in too many statements

/** A reported statement that holds nearly all content words of a quotation, in any form and order. */
export function judgeLike(
  story: Story,
  stems: readonly string[],
  askedIn: AskedIn,
): Finding | null {
  if (stems.length < FEWEST) return null;
  const wanted = (pieces: readonly Span[]): number => coverage(stems, stemsIn(story, pieces));
  if (!story.sentences.some((sentence) => wanted([sentence]) >= LIKE)) return null;
  const ranked = story.statements
    .filter(({ speech, kind }) => speech && kind !== 'direct')
    .map((statement) => ({ statement, likeness: wanted(statement.content) }))
    .sort((a, b) => b.likeness - a.likeness);
  const [best] = ranked;
  if (best === undefined || best.likeness < LIKE) return null;
  const { statement, likeness } = best;
  const words = wordsIn(story, statement);
  const finding: Finding = {
    verdict: 'paraphrase',
    story,
    evidence: [{ words, statement }],
    difference: [],
    changes: [],
    cut: [],
    quoted: quotedAmong(readSpoken(story).utterances, words),
    stands: false,
    likeness,
  };
  return askedOf(finding, askedIn(story));
}

function stemsIn(story: Story, pieces: readonly Span[]): ReadonlySet<string> {
  const tokens = sentencesOf(story, pieces).flatMap((sentence) => sentence.tokens);
  const inside = tokens.filter((token) => pieces.some((piece) => overlaps(piece, token)));
  return new Set(inside.map(({ stem }) => stem));
}

function sentencesOf(story: Story, pieces: readonly Span[]): readonly Sentence[] {
  return story.sentences.filter((sentence) => pieces.some((piece) => overlaps(piece, sentence)));
}

function wordsIn({ article }: Story, { content }: Statement): readonly StoryWord[] {
  return content.flatMap((span, piece) =>
    readCheckWords(article.text, span).map((word) => ({
      ...word,
      sentence: 0,
      piece,
      marked: false,
      dots: false,
    })),
  );
}
