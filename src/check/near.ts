import type { HeardStory } from '../story/story.ts';
import type { Fit } from './align.ts';
import {
  type Difference,
  quoteSenses,
  readChanges,
  readDifference,
  sliceWords,
  storyParts,
} from './difference.ts';
import type { Evidence, Verdict, WordsFinding } from './finding.ts';
import { findChanges } from './meaning.ts';
import { isBy, type PersonAsked } from './person-asked.ts';
import type { QuotedText, QuotedWord } from './quotation.ts';
import { paragraphsOf, wordsOf } from './same.ts';
import { findSpeech } from './speaking.ts';
import { findSplice, type Splice } from './splice.ts';
import { quotedAmong, type Utterance } from './utterances.ts';

// Shares of the weight of the words. Set on the generated test over our own stories: quotations of
// other stories stay below, two words swapped out of eight above.
const LIKE = 0.55; // from here on a quotation comes close to what is said
const LIKE_TEXT = 0.7; // the reporter's words have to be closer: they are nobody's quotation
const PIECES_HOLD = 0.85; // what the pieces of a splice must cover
const CLEARLY = 0.08; // the margin a harsher verdict needs
const FEWEST = 3; // weight of the matching words: below this, it is chance

/** A quotation aligned with an utterance. */
export interface Laid {
  readonly utterance: Utterance;
  readonly fit: Fit;
}

/** The verdict on words that are not all in the story: spliced, altered, paraphrased, or null. */
export function judgeNear(
  story: HeardStory,
  quoted: QuotedText,
  fits: readonly Laid[],
  text: Fit | null,
  utterances: readonly Utterance[],
  asked: PersonAsked | null,
): WordsFinding | null {
  const said = closest(story, fits, asked);
  const likeSaid = said?.fit.likeness ?? 0;
  const splice = findSplice(quoted, utterances);
  if (splice !== null && splice.held >= PIECES_HOLD && splice.held > likeSaid - CLEARLY) {
    return judgeSplice(story, quoted, splice, asked);
  }
  const isCloser = text !== null && text.likeness > likeSaid + CLEARLY;
  if (isCloser && text.likeness >= LIKE_TEXT)
    return judgeReported(story, quoted, text, utterances, asked);
  if (said === null || likeSaid < LIKE || said.fit.held < FEWEST) return null;
  return judgeAltered(story, quoted, said, asked);
}

/** The most similar words; those of the person asked about if they are about as close. */
function closest(story: HeardStory, fits: readonly Laid[], asked: PersonAsked | null): Laid | null {
  const ranked = fits.toSorted((a, b) => b.fit.likeness - a.fit.likeness);
  const [best] = ranked;
  if (best === undefined || asked === null) return best ?? null;
  const near = ranked.filter(({ fit }) => fit.likeness >= best.fit.likeness - CLEARLY);
  return near.find((one) => isBy(story, speechOf(story, one, asked), asked) === true) ?? best;
}

function speechOf(
  story: HeardStory,
  { utterance, fit }: Laid,
  asked: PersonAsked | null,
): Evidence['statement'] {
  return findSpeech(story, utterance, wordsOf(fit), asked);
}

function judgeAltered(
  story: HeardStory,
  quoted: QuotedText,
  said: Laid,
  asked: PersonAsked | null,
): WordsFinding {
  return {
    ...compare(story, quoted, said.fit),
    verdict: 'altered',
    evidence: [{ words: wordsOf(said.fit), statement: speechOf(story, said, asked) }],
  };
}

/** Words like those the story reports or the reporter writes: altered if the meaning is. */
function judgeReported(
  story: HeardStory,
  quoted: QuotedText,
  fit: Fit,
  utterances: readonly Utterance[],
  asked: PersonAsked | null,
): WordsFinding {
  const compared = compare(story, quoted, fit);
  const evidence = paragraphsOf(story, wordsOf(fit), asked);
  const said = evidence.filter(({ statement }) => statement !== null);
  const kept: Verdict = said.length > 0 ? 'paraphrase' : 'not-quoted';
  return {
    ...compared,
    verdict: compared.changes.length > 0 ? 'altered' : kept,
    evidence: said.length > 0 ? said : evidence,
    quoted: quotedAmong(utterances, wordsOf(fit)),
  };
}

function compare(
  story: HeardStory,
  quoted: QuotedText,
  fit: Fit,
): Omit<WordsFinding, 'verdict' | 'evidence'> {
  const changes = readChanges(story, quoted, fit);
  return {
    wording: changes.length > 0 ? 'meaning' : 'wording',
    story,
    difference: readDifference(story, quoted, fit, { before: [], after: [] }),
    changes,
    respelt: [],
    cut: [],
    quoted: [],
    stands: false,
    likeness: fit.likeness,
  };
}

/** The pieces in the order of the quotation, each the story's; words between them are added. */
function judgeSplice(
  story: HeardStory,
  quoted: QuotedText,
  { pieces, held }: Splice,
  asked: PersonAsked | null,
): WordsFinding {
  const difference: Difference[] = [];
  const own: QuotedWord[] = []; // the quoter's, between the pieces
  let at = 0;
  for (const { story: words, quote } of pieces) {
    const start = quoted.words.findIndex(({ start }) => start === quote[0]?.start);
    difference.push(...added(quoted, at, start));
    own.push(...quoted.words.slice(at, start));
    for (const part of storyParts(story, words)) {
      difference.push({ kind: 'same', story: part, quote: sliceWords(quoted.text, quote) });
    }
    at = quoted.words.findLastIndex(({ start }) => start === quote.at(-1)?.start) + 1;
  }
  difference.push(...added(quoted, at, quoted.words.length));
  own.push(...quoted.words.slice(at));
  const changes = findChanges([], quoteSenses(quoted, own));
  return {
    verdict: 'spliced',
    wording: changes.length > 0 ? 'meaning' : 'wording',
    story,
    evidence: pieces.map(({ utterance, story: words }) => ({
      words,
      statement: findSpeech(story, utterance, words, asked),
    })),
    difference,
    changes,
    respelt: [],
    cut: [],
    quoted: [],
    stands: false,
    likeness: held,
  };
}

function added({ text, words }: QuotedText, from: number, to: number): readonly Difference[] {
  const quote = sliceWords(text, words.slice(from, to));
  return quote === '' ? [] : [{ kind: 'added', story: '', quote }];
}
