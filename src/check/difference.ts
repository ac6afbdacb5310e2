import { excerpt, type Verbatim } from '../story/citation.ts';
import type { Story } from '../story/story.ts';
import { NEGATED } from '../text/lexicon/house-style.ts';
import type { Span } from '../text/span.ts';
import type { Fit, Step } from './align.ts';
import { findChanges, type MeaningChange, type SenseWord } from './meaning.ts';
import type { QuotedText, QuotedWord } from './quotation.ts';
import type { CheckWord } from './quoted-words.ts';
import { byPiece, type StoryWord } from './utterances.ts';

/** A part of the comparison: the story's words and the quotation's; '' if there are none. */
export interface Difference {
  readonly kind: 'same' | 'left-out' | 'added' | 'changed';
  readonly story: Verbatim | '';
  readonly quote: string;
}

/** Consecutive steps that all match, or all differ. */
interface Run {
  readonly same: boolean;
  readonly marked: boolean;
  readonly steps: Step[];
}

/** The steps in runs: consecutive words that are the same, changed, or changed with a mark. */
function readRuns(steps: readonly Step[]): readonly Run[] {
  const runs: Run[] = [];
  for (const step of steps) {
    const same = step.kind === 'same';
    const marked = !same && step.mark !== null;
    const last = runs.at(-1);
    const joins = last?.same === same && last.marked === marked;
    if (last !== undefined && joins) last.steps.push(step);
    else runs.push({ same, marked, steps: [step] });
  }
  return runs;
}

/** Whether nothing differs but what the quoter marked. */
export function isSame({ steps }: Fit): boolean {
  return steps.every(({ kind, mark }) => kind === 'same' || mark !== null);
}

/** What differs in meaning, unmarked changes only, the gravest sense first. */
export function readChanges(story: Story, quoted: QuotedText, fit: Fit): readonly MeaningChange[] {
  const runs = readRuns(fit.steps).filter(({ same, marked }) => !same && !marked);
  const found = runs.flatMap(({ steps }) =>
    findChanges(storySenses(story, storyWords(steps)), quoteSenses(quoted, quoteWords(steps))),
  );
  return found.toSorted((a, b) => ORDER.indexOf(a.sense) - ORDER.indexOf(b.sense));
}

const ORDER: readonly MeaningChange['sense'][] = [
  'number',
  'negation',
  'name',
  'modal verb',
  'quantifier',
  'condition',
  'contrast',
  'hedge',
];

/** Story words with their senses; a capital other than at the start of a sentence makes a name. */
export function storySenses(story: Story, words: readonly StoryWord[]): readonly SenseWord[] {
  const { text } = story.article;
  return words.map((word) => {
    const raw = text.slice(word.start, word.end);
    const mentioned = story.names.some(({ mentions }) =>
      mentions.some((one) => one.start <= word.start && word.end <= one.end),
    );
    return { ...senseOf(word), raw, name: isCapital(raw) && mentioned };
  });
}

/** The words of a quotation with their senses. */
export function quoteSenses(
  quoted: QuotedText,
  words: readonly QuotedWord[],
): readonly SenseWord[] {
  return words.map((word) => {
    const raw = quoted.text.slice(word.start, word.end);
    return { ...senseOf(word), raw, name: isCapital(raw) && !word.opens };
  });
}

/** What a word is looked up by: `cant`, typed so, is `can't`. */
function senseOf({ fold, key }: CheckWord): Pick<SenseWord, 'fold' | 'key'> {
  return { fold: NEGATED.has(fold) ? fold.replace(/t$/, "'t") : fold, key };
}

/** `Ma`, `US`; not `I`, `I’m`. */
function isCapital(raw: string): boolean {
  return /^\p{Lu}/u.test(raw) && !/^I(?:['’]\p{L}+)?$/u.test(raw);
}

/** The comparison as a list, including words before or after that belong to the evidence. */
export function readDifference(
  story: Story,
  quoted: QuotedText,
  fit: Fit,
  around: { readonly before: readonly StoryWord[]; readonly after: readonly StoryWord[] },
): readonly Difference[] {
  const leftOut = (words: readonly StoryWord[]): readonly Difference[] =>
    storyParts(story, words).map((part) => ({ kind: 'left-out', story: part, quote: '' }));
  return [
    ...leftOut(around.before),
    ...readRuns(fit.steps).flatMap((run) => runDifference(story, quoted, run)),
    ...leftOut(around.after),
  ];
}

function runDifference(story: Story, quoted: QuotedText, run: Run): readonly Difference[] {
  if (run.same) return sameParts(story, quoted, run.steps);
  const parts = storyParts(story, storyWords(run.steps));
  const words = quoteParts(quoted, run);
  if (parts.length === 0) return words === '' ? [] : [{ kind: 'added', story: '', quote: words }];
  const isLeftOut = quoteWords(run.steps).length === 0;
  return parts.map((part, i) => ({
    kind: isLeftOut ? 'left-out' : 'changed',
    story: part,
    quote: i === 0 ? words : '',
  }));
}

/** The same words piece by piece: the story has `she said` between pieces. */
function sameParts(
  story: Story,
  quoted: QuotedText,
  steps: readonly Step[],
): readonly Difference[] {
  return byPiece(steps, ({ story: word }) => word).map((piece) => {
    const [part] = storyParts(story, storyWords(piece));
    return { kind: 'same', story: part ?? '', quote: sliceWords(quoted.text, quoteWords(piece)) };
  });
}

/** Slices of the story, one per piece. */
export function storyParts(story: Story, words: readonly StoryWord[]): readonly Verbatim[] {
  return byPiece(words, (word) => word).map((piece) => excerpt(story.article, hullOf(piece)));
}

/** The quoter's words of a run, or the mark at which words were left out: `[…]`. */
function quoteParts(quoted: QuotedText, { steps }: Run): string {
  const words = quoteWords(steps);
  if (words.length > 0) return sliceWords(quoted.text, words);
  const mark = quoted.omissions.find((one) => steps.some((step) => step.mark === one));
  return mark === undefined ? '' : quoted.text.slice(mark.start, mark.end);
}

/** The quotation's text from the first word to the last; the brackets of `[the reefs]` belong to it. */
export function sliceWords(text: string, words: readonly QuotedWord[]): string {
  if (words.length === 0) return '';
  const { start, end } = hullOf(words);
  const [first, last] = [words[0], words.at(-1)];
  const from = first?.marked && text.charAt(start - 1) === '[' ? start - 1 : start;
  return text.slice(from, last?.marked && text.charAt(end) === ']' ? end + 1 : end);
}

/** The story's words in some steps. */
export function storyWords(steps: readonly Step[]): readonly StoryWord[] {
  return steps.flatMap(({ story }) => story ?? []);
}

/** The quotation's. */
export function quoteWords(steps: readonly Step[]): readonly QuotedWord[] {
  return steps.flatMap(({ quote }) => quote ?? []);
}

/** From the first word to the last. */
export function hullOf(words: readonly Span[]): Span {
  return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
}
