import type { Sentence } from '../article/sentence.ts';
import { coverage } from '../quotes/likeness.ts';
import type { Meant } from '../quotes/meant.ts';
import type { Statement } from '../statements/statement.ts';
import type { HeardStory, Story } from '../story/story.ts';
import { among, overlaps, type Span } from '../text/span.ts';
import { quoteSenses, storySenses } from './difference.ts';
import { askedOf, type Finding, type WordsFinding } from './finding.ts';
import { findChanges, type MeaningChange } from './meaning.ts';
import type { PersonAskedIn } from './person-asked.ts';
import type { QuotedText } from './quotation.ts';
import { readCheckWords } from './quoted-words.ts';
import { quotedAmong, readSpoken, type StoryWord } from './utterances.ts';

const LIKE = 0.8; // share of the words, weighted by rarity: a paraphrase must not become a guess
const FEWEST = 3; // content words: fewer occur in too many statements
const SURELY = 1; // score, where it is by meaning: of 117 paraphrases 10 are found (by words 1), of 3,236 claims made nowhere none,
const SOME = 0.1; // and the share of the words that must be there still

/**
 * A reported statement with nearly all content words of a quotation, in any form and order, if the quotation
 * adds no number, name or negation.
 */
export function judgeLike(
  story: HeardStory,
  quoted: QuotedText,
  stems: readonly string[],
  askedIn: PersonAskedIn,
): Finding | null {
  if (stems.length < FEWEST) return null;
  const wanted = (pieces: readonly Span[]): number => coverage(stems, stemsIn(story, pieces));
  if (!story.sentences.some((sentence) => wanted([sentence]) >= LIKE)) return null;
  const ranked = story.statements
    .filter(isReported)
    .map((statement) => ({ statement, likeness: wanted(statement.content) }))
    .sort((a, b) => b.likeness - a.likeness);
  const [best] = ranked;
  if (best === undefined || best.likeness < LIKE || adds(story, best.statement, quoted))
    return null;
  return paraphraseOf(story, best.statement, best.likeness, askedIn);
}

/**
 * A reported statement with the meaning of a quotation, if the words agree: some are the same, and no
 * number, name or negation differs. Putting a claim in someone's mouth is worse than missing one.
 */
export function judgeMeant(
  { story, statement, score }: Meant,
  quoted: QuotedText,
  stems: readonly string[],
  askedIn: PersonAskedIn,
): Finding | null {
  if (stems.length < FEWEST || score < SURELY || !isReported(statement)) return null;
  const likeness = coverage(stems, stemsIn(story, statement.content));
  if (likeness < SOME || turns(story, statement, quoted)) return null;
  return paraphraseOf(story, statement, likeness, askedIn);
}

/** Whether a quotation has other numbers or names than a statement, or only one of the two has a negation. */
function turns(story: Story, statement: Statement, quoted: QuotedText): boolean {
  return changesOf(story, statement, quoted).some(
    (change) =>
      isNegated(change) ||
      ((change.sense === 'number' || change.sense === 'name') && change.quote.some(isNotOne)),
  );
}

/** Whether a quotation has a number or a name that the sentences lack, or only one of the two has a negation. */
function adds(story: Story, statement: Statement, quoted: QuotedText): boolean {
  const held = heldKeys(story, statement);
  const own = quoteSenses(quoted, quoted.words).filter(({ key }) => !held.has(key));
  return (
    changesOf(story, statement, quoted).some(isNegated) ||
    findChanges([], own).some(
      ({ sense, quote }) => (sense === 'number' || sense === 'name') && quote.some(isNotOne),
    )
  );
}

function changesOf(
  story: Story,
  statement: Statement,
  quoted: QuotedText,
): readonly MeaningChange[] {
  const said = storySenses(story, wordsIn(story, statement));
  return findChanges(said, quoteSenses(quoted, quoted.words));
}

function isNegated({ sense, story, quote }: MeaningChange): boolean {
  return sense === 'negation' && (story.length === 0) !== (quote.length === 0);
}

function isNotOne(word: string): boolean {
  return !/^one$/i.test(word);
}

/** The words of a statement's sentences, and of every form of the names in them and of its speaker's. */
function heldKeys(story: Story, { content, speaker }: Statement): ReadonlySet<string> {
  const sentences = sentencesOf(story, content);
  const named = story.names.filter(
    ({ name, mentions }) =>
      name === speaker.name ||
      mentions.some((mention) => sentences.some((sentence) => overlaps(sentence, mention))),
  );
  const spans = [...sentences, ...named.flatMap(({ mentions }) => mentions)];
  const keys = spans.flatMap((span) => readCheckWords(story.article.text, span));
  return new Set(keys.map(({ key }) => key));
}

function isReported({ speech, kind }: Statement): boolean {
  return speech && kind !== 'direct';
}

function paraphraseOf(
  story: HeardStory,
  statement: Statement,
  likeness: number,
  askedIn: PersonAskedIn,
): Finding {
  const words = wordsIn(story, statement);
  const finding: WordsFinding = {
    verdict: 'paraphrase',
    wording: 'wording',
    story,
    evidence: [{ words, statement }],
    difference: [],
    changes: [],
    respelt: [],
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
  const held = new Set(pieces.flatMap((piece) => among(story.sentences, piece)));
  return [...held].sort((a, b) => a.index - b.index);
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
