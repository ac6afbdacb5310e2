import type { Cue } from './cue.ts';
import { cueFeatures } from './cue-features.ts';
import { reused } from './reused.ts';
import {
  type FeatureRows,
  findChances,
  type SequenceModel,
  scoreLabels,
  sumForward,
} from './sequence-model.ts';
import type { Unit } from './unit.ts';
import type { Word } from './word.ts';
import { SHAPE } from './word.ts';
import type { FeatureSink } from './word-features.ts';

/** The labels of the cue tagger: outside, first word of a cue, a later word of it. */
export const CUE_LABELS = 3;

/** Candidates less likely than this are ignored: below it, hardly one in ten is a cue. */
export const LEAST_CUE = 0.1;

const CLEAR_CUE = 0.3; // a candidate this likely shows other cues where their clauses end

/** The features of every word of a unit. */
export function readCueRows(unit: Unit): FeatureRows {
  return collectRows(unit.words.length, (at, sink) => cueFeatures(unit, at, sink));
}

/** The cues of a unit with a probability of at least `least`, in order. */
export function findCues(model: SequenceModel, unit: Unit, least: number): readonly Cue[] {
  const scores = scoreLabels(model, readCueRows(unit));
  const chances = findChances(model, sumForward(model, scores));
  const cues: Cue[] = [];
  for (let i = 0; i < unit.words.length; i += 1) {
    const chance = chances[i * CUE_LABELS + 1] ?? 0;
    if (chance < least) continue;
    let to = i + 1;
    while (to < unit.words.length && (chances[to * CUE_LABELS + 2] ?? 0) >= 0.5 * chance) to += 1;
    cues.push({ from: i, to, chance });
  }
  return cues;
}

/** The cues of a unit worth considering, including those that only their place after a quotation reveals. */
export function findLikelyCues(model: SequenceModel, unit: Unit): readonly Cue[] {
  const cues = findCues(model, unit, LEAST_CUE);
  const shown: Cue[] = [];
  for (let from = 0; from < unit.words.length; from += 1) {
    if (closesQuotation(unit, from) && !cues.some((cue) => cue.from <= from && from < cue.to))
      shown.push({ from, to: from + 1, chance: LEAST_CUE });
  }
  return shown.length === 0 ? cues : [...cues, ...shown].sort((a, b) => a.from - b.from);
}

const LONGEST_SOURCE = 6; // words

/** `“…,” Ann Ode fumed`: a past form after a name after a quotation's comma, whatever the verb. */
function closesQuotation({ words }: Unit, at: number): boolean {
  const verb = words[at]?.token;
  if (verb === undefined || !verb.lower.endsWith('ed') || !/^(?:VERB|ADJ)$/.test(verb.tag))
    return false;
  let from = at;
  while (at - from < LONGEST_SOURCE && isSourceWord(words[from - 1])) from -= 1;
  const [mark, comma] = [words[from - 1], words[from - 2]];
  return from < at && mark?.mark === 2 && comma?.shape === SHAPE.comma && comma.quotation > 0;
}

function isSourceWord(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    word.quotation === 0 &&
    /^(?:DET|ADJ|NOUN|PROPN|PRON)$/.test(word.token.tag)
  );
}

/** Marks the words of clear cues with 1. */
export function markCues(unit: Unit, cues: readonly Cue[]): Uint8Array {
  const marks = new Uint8Array(unit.words.length);
  for (const cue of cues) if (cue.chance >= CLEAR_CUE) marks.fill(1, cue.from, cue.to);
  return marks;
}

const MOST_FEATURES = 256; // of one word
const sink = { ids: new Int32Array(1 << 16), count: 0 }; // shared: a new one each time is slow

const newStarts = reused((length) => new Int32Array(length));

/** Collects the features that `read` adds for each position. They are valid until the next collection. */
export function collectRows(
  length: number,
  read: (at: number, sink: FeatureSink) => void,
): FeatureRows {
  const starts = newStarts(length + 1);
  starts[0] = 0;
  sink.count = 0;
  for (let i = 0; i < length; i += 1) {
    if (sink.count + MOST_FEATURES > sink.ids.length) {
      const larger = new Int32Array(sink.ids.length * 2);
      larger.set(sink.ids);
      sink.ids = larger;
    }
    read(i, sink);
    starts[i + 1] = sink.count;
  }
  return { ids: sink.ids, starts, length };
}
