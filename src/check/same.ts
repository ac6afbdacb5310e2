import type { HeardStory, Story } from '../story/story.ts';
import type { Fit } from './align.ts';
import { readDifference, storySenses } from './difference.ts';
import type { Evidence, Verdict, WordsFinding } from './finding.ts';
import { type CutReason, findCutReasons } from './meaning.ts';
import type { PersonAsked } from './person-asked.ts';
import type { QuotedText } from './quotation.ts';
import { readRespelt } from './respelt.ts';
import { findReport, findSpeech, PHRASE } from './speaking.ts';
import { byPiece, holdsWord, quotedAmong, type StoryWord, type Utterance } from './utterances.ts';

/** The verdict on words in quotation marks, with marked differences at most. */
export function judgeQuoted(
  story: HeardStory,
  quoted: QuotedText,
  utterance: Utterance,
  fit: Fit,
  asked: PersonAsked | null,
): WordsFinding {
  const words = wordsOf(fit);
  const statement = findSpeech(story, utterance, words, asked);
  const around = readAround(quoted, fit);
  const reasons = [around.before, around.after].map((part) => reasonsIn(story, part));
  const cut = reasons.flat();
  const alone = statement === null && isSetOff(story, utterance);
  const shown = {
    before: reasons[0]?.length ? around.before : [],
    after: reasons[1]?.length ? around.after : [],
  };
  return {
    verdict: alone ? 'not-quoted' : cut.length > 0 ? 'cut' : exactness(quoted, fit),
    ...wordingOf(story, quoted, fit),
    story,
    evidence: [{ words: [...shown.before, ...words, ...shown.after], statement }],
    difference: readDifference(story, quoted, fit, shown),
    changes: [],
    cut: cut.length > 0 ? cut : reasonsIn(story, leftOutAtMarks(quoted, fit)),
    quoted: [],
    stands: true,
    likeness: 1,
  };
}

/** Words found in the story, to the letter or except for spelling. */
function wordingOf(
  story: Story,
  quoted: QuotedText,
  fit: Fit,
): Pick<WordsFinding, 'wording' | 'respelt'> {
  const respelt = readRespelt(story, quoted, fit);
  return { wording: respelt.length > 0 ? 'spelling' : 'same', respelt };
}

/** Whether a phrase is in scare quotes: `the so-called “bin tax”`, `a “technical” loss`. */
function isSetOff({ article }: Story, { words, pieces }: Utterance): boolean {
  const start = pieces[0]?.start ?? 0;
  const before = article.text.slice(Math.max(0, start - 20), start);
  return words.length <= PHRASE && SETTING_OFF.test(before);
}

const SETTING_OFF = /\b(?:so-called|an?|the|this|that|these|those|its|their|his|her)\s+\W{1,2}$/iu;

/** The verdict on words that are in the story, but not all in quotation marks. */
export function judgeWritten(
  story: HeardStory,
  quoted: QuotedText,
  fit: Fit,
  utterances: readonly Utterance[],
  asked: PersonAsked | null,
): WordsFinding {
  const words = wordsOf(fit);
  const evidence = paragraphsOf(story, words, asked);
  const said = evidence.filter(({ statement }) => statement !== null);
  const speakers = new Set(said.map(({ statement }) => statement?.speaker.name));
  return {
    verdict: verdictOnText(
      said.length,
      words.every((word) => utterances.some((one) => holdsWord(one, word))),
      speakers.size,
      exactness(quoted, fit),
    ),
    ...wordingOf(story, quoted, fit),
    story,
    evidence: said.length > 0 ? said : evidence,
    difference: readDifference(story, quoted, fit, { before: [], after: [] }),
    changes: [],
    cut: [],
    quoted: quotedAmong(utterances, words),
    stands: true,
    likeness: 1,
  };
}

/** Words by paragraph (a piece, in the whole text), with their speaker. */
export function paragraphsOf(
  story: HeardStory,
  words: readonly StoryWord[],
  asked: PersonAsked | null,
): readonly Evidence[] {
  return byPiece(words, (word) => word).map((part) => ({
    words: part,
    statement: findReport(story, part, asked),
  }));
}

/** Adjacent quotations with no word between them are one, if one person speaks. */
function verdictOnText(
  said: number,
  allQuoted: boolean,
  speakers: number,
  exact: Verdict,
): Verdict {
  if (allQuoted) return speakers > 1 ? 'spliced' : exact;
  return said === 0 ? 'not-quoted' : 'paraphrase';
}

/** The story's words that a fit covers. */
export function wordsOf({ steps }: Fit): readonly StoryWord[] {
  return steps.flatMap(({ story }) => story ?? []);
}

function exactness({ omissions, words }: QuotedText, fit: Fit): Verdict {
  const [first, last] = [words[0], words.at(-1)];
  const leads = omissions.some(({ start }) => first !== undefined && start < first.start);
  const trails = omissions.some(({ start }) => last !== undefined && start > last.start);
  const marked =
    fit.steps.some(({ mark }) => mark !== null) ||
    (leads && fit.before.length > 0) ||
    (trails && fit.after.length > 0);
  return marked ? 'exact-marked' : 'exact';
}

interface Around {
  readonly before: readonly StoryWord[];
  readonly after: readonly StoryWord[];
}

/** The rest of the quoted sentences at both ends, if the quoter did not mark the omission. */
function readAround({ omissions, words }: QuotedText, fit: Fit): Around {
  const laid = wordsOf(fit);
  const [first, last] = [laid[0]?.sentence, laid.at(-1)?.sentence];
  const [opening, closing] = [words[0]?.start ?? 0, words.at(-1)?.start ?? 0];
  const leads = omissions.some(({ start }) => start < opening);
  const trails = omissions.some(({ start }) => start > closing);
  return {
    before: leads ? [] : fit.before.filter(({ sentence }) => sentence === first),
    after: trails ? [] : fit.after.filter(({ sentence }) => sentence === last),
  };
}

function leftOutAtMarks(quoted: QuotedText, fit: Fit): readonly StoryWord[] {
  const laid = wordsOf(fit);
  const { before, after } = readAround({ ...quoted, omissions: [] }, fit);
  const unmarked = readAround(quoted, fit);
  const inside = fit.steps.flatMap(({ kind, story, mark }) =>
    kind === 'left-out' && mark !== null && story !== null ? [story] : [],
  );
  return laid.length === 0
    ? []
    : [
        ...(unmarked.before.length === 0 ? before : []),
        ...inside,
        ...(unmarked.after.length === 0 ? after : []),
      ];
}

function reasonsIn(story: Story, words: readonly StoryWord[]): readonly CutReason[] {
  return words.length === 0 ? [] : findCutReasons(storySenses(story, words));
}
