import { type Ahead, readAhead } from './ahead.ts';
import { type Chunks, findSubject, readChunks } from './chunks.ts';
import type { Cue, CueRange } from './cue.ts';
import { readFirsts } from './firsts.ts';
import { reused } from './reused.ts';
import type { Unit } from './unit.ts';
import type { Word } from './word.ts';
import { SHAPE } from './word.ts';
import { clamp, coarse, wordAt } from './word-features.ts';

/** What is between a cue and each word around it, counted once per cue; of the cue itself, and of words farther away, nothing is told. */
export interface RoleContext {
  readonly unit: Unit;
  readonly cue: Cue;
  /** The cue's main word: `accused` of `has accused`, `said` of `said in a statement`. */
  readonly head: Word;
  /** 1 at another cue. */
  readonly cues: Uint8Array;
  readonly commas: Uint8Array;
  readonly marks: Uint8Array;
  readonly otherCues: Uint8Array;
  readonly relatives: Uint8Array;
  readonly conjunctions: Uint8Array;
  readonly verbs: Uint8Array;
  /** A hash of the last three borders (marks, conjunctions, cues) between the cue and the word. */
  readonly paths: Int32Array;
  /** The first word of each word's stretch. */
  readonly stretchFirst: Int32Array;
  /** Quotations between the cue and the word's own, signed. */
  readonly quotationSteps: Int8Array;
  readonly chunks: Chunks;
  /** Number of the phrase that may be the cue's subject; 0 for none. */
  readonly subject: number;
  /** Noun phrases between the cue and each word. */
  readonly phraseSteps: Uint8Array;
  /** The context of the cue, as one number. */
  readonly frame: number;
  readonly ahead: Ahead;
  /** Whether the sentence ends right after the cue. */
  readonly closes: 0 | 1;
}

const newCommas = reused((length) => new Uint8Array(length));
const newMarks = reused((length) => new Uint8Array(length));
const newOtherCues = reused((length) => new Uint8Array(length));
const newRelatives = reused((length) => new Uint8Array(length));
const newConjunctions = reused((length) => new Uint8Array(length));
const newVerbs = reused((length) => new Uint8Array(length));
const newPaths = reused((length) => new Int32Array(length));
const newQuotationSteps = reused((length) => new Int8Array(length));
const newPhraseSteps = reused((length) => new Uint8Array(length));

/** Counts what lies between the cue and each word of a window around it. The context is valid until the next one is read. */
export function readRoleContext(
  unit: Unit,
  cue: Cue,
  cues: Uint8Array,
  window: CueRange,
): RoleContext {
  const length = unit.words.length;
  const head = wordAt(unit, findHead(unit, cue));
  const chunks = readChunks(unit);
  const context: RoleContext = {
    unit,
    cue,
    head,
    cues,
    commas: newCommas(length),
    marks: newMarks(length),
    otherCues: newOtherCues(length),
    relatives: newRelatives(length),
    conjunctions: newConjunctions(length),
    verbs: newVerbs(length),
    paths: newPaths(length),
    stretchFirst: readFirsts(unit).ofStretch,
    quotationSteps: newQuotationSteps(length),
    chunks,
    subject: findSubject(unit, chunks, cue),
    phraseSteps: newPhraseSteps(length),
    ahead: readAhead(unit),
    frame: frameOf(unit, cue),
    closes: closesSentence(unit, cue) ? 1 : 0,
  };
  walk(context, window, cue.to, 1);
  walk(context, window, cue.from - 1, -1);
  return context;
}

/** The most verb-like word of a cue: the last verb, else the first word. */
export function findHead(unit: Unit, cue: CueRange): number {
  let head = cue.from;
  for (let i = cue.from; i < cue.to; i += 1) {
    const { kind, token } = wordAt(unit, i);
    if (kind === 1 || (token.tag === 'VERB' && wordAt(unit, head).kind !== 1)) head = i;
  }
  return head;
}

function walk(context: RoleContext, window: CueRange, from: number, step: 1 | -1): void {
  const { unit } = context;
  const counts = {
    commas: 0,
    marks: 0,
    cues: 0,
    relatives: 0,
    conjunctions: 0,
    verbs: 0,
    phrases: 0,
    quotations: 0,
  };
  let [first, second, last] = [0, 0, 0]; // borders
  let inCue = false;
  let lastPhrase = 0;
  for (let i = from; i >= window.from && i < window.to; i += step) {
    const word = wordAt(unit, i);
    const enters = word.mark === (step === 1 ? 1 : 2);
    if (enters) counts.quotations += 1;
    context.commas[i] = Math.min(counts.commas, 3);
    context.marks[i] = Math.min(counts.marks, 4);
    context.otherCues[i] = Math.min(counts.cues, 2);
    context.relatives[i] = Math.min(counts.relatives, 2);
    context.conjunctions[i] = Math.min(counts.conjunctions, 2);
    const phrase = context.chunks.of[i] ?? 0;
    if (phrase > 0 && phrase !== lastPhrase) counts.phrases += 1;
    lastPhrase = phrase;
    context.phraseSteps[i] = Math.min(counts.phrases, 5);
    context.verbs[i] = Math.min(counts.verbs, 3);
    context.quotationSteps[i] = clamp(counts.quotations, 3) * step;
    context.paths[i] = Math.imul(Math.imul(first, 31) + second, 131) + last;
    const isCue = context.cues[i] === 1;
    if (isCue && !inCue) counts.cues += 1;
    inCue = isCue;
    count(counts, word);
    const border = isCue ? 3 : word.border;
    if (border !== 0 && border !== last) {
      first = second;
      second = last;
      last = border;
    }
  }
}

function count(
  counts: { commas: number; marks: number; relatives: number; conjunctions: number; verbs: number },
  word: Word,
): void {
  if (word.shape === SHAPE.comma) counts.commas += 1;
  if (word.mark > 0) counts.marks += 1;
  if (word.link === 1) counts.relatives += 1;
  if (word.link === 2) counts.conjunctions += 1;
  if (word.verbal) counts.verbs += 1;
}

function frameOf(unit: Unit, cue: CueRange): number {
  const before = wordAt(unit, cue.from - 1);
  const after = wordAt(unit, cue.to);
  return before.shape * 100 + after.shape * 10 + (wordAt(unit, cue.from).quotation > 0 ? 1 : 0);
}

function closesSentence(unit: Unit, cue: CueRange): boolean {
  const after = wordAt(unit, cue.to);
  return after.shape === SHAPE.stop || after.sentence !== wordAt(unit, cue.to - 1).sentence;
}

/** Which side of the cue a position is on: 0 the cue itself, 1 left, 2 right. */
export function sideOf(cue: CueRange, at: number): 0 | 1 | 2 {
  return at < cue.from ? 1 : at < cue.to ? 0 : 2;
}

/** Coarse distance of a position from the cue. */
export function farFrom(cue: CueRange, at: number): number {
  return coarse(at < cue.from ? cue.from - at : at < cue.to ? 0 : at - cue.to + 1);
}
