import type { Cue, CueRange } from './cue.ts';
import { collectRows } from './cue-tagger.ts';
import { reused } from './reused.ts';
import { readRoleContext } from './role-context.ts';
import { decodeRoles } from './role-decoder.ts';
import { roleFeatures } from './role-features.ts';
import {
  type FeatureRows,
  findChances,
  type SequenceModel,
  scoreLabels,
  scorePath,
  sumForward,
} from './sequence-model.ts';
import type { Unit } from './unit.ts';

/**
 * The labels of the role tagger: outside; first and later words of the source; first, inner and last
 * word of a piece of content. A lone word of content is a last one.
 */
export const ROLE_LABELS = 6;

const WINDOW = 160; // words on each side of a cue
const CROWDED = 10; // cues of a unit: no unit of our stories has more
const PACKED = 30; // of 700 words: more than twenty words a cue has a story that is pasted as one paragraph
const CUE_IS_OUTSIDE = 50; // a score above all others: a cue is not part of what it governs
const LEAST_ROLES = 0.05; // below this there is surely nothing worth decoding

/** What a cue governs: positions of words, half-open. */
export interface Roles {
  readonly cue: Cue;
  readonly source: CueRange | null;
  readonly content: readonly CueRange[];
  /** How likely the cue governs anything. */
  readonly chance: number;
  readonly sureness: Sureness;
}

/** The tagger's confidence in what it found: probabilities of single borders, and of the whole as a logarithm. */
export interface Sureness {
  readonly whole: number;
  readonly source: number;
  /** The lowest probability among the first words of the pieces of content, the last ones, all of them. */
  readonly starts: number;
  readonly ends: number;
  readonly words: number;
}

/**
 * The words around a cue that get a role: farther ones hardly ever have one. In a unit with more cues than any
 * reporter would write the window is narrower, so that it takes no longer than one with few; where cue follows on cue, narrower still.
 */
export function windowOf(unit: Unit, cue: CueRange, cues = 1): CueRange {
  const share = (CROWDED / Math.max(CROWDED, cues)) * (PACKED / Math.max(PACKED, cues)) ** 2;
  const reach = Math.ceil(WINDOW * share);
  return {
    from: Math.max(0, cue.from - reach),
    to: Math.min(unit.words.length, cue.to + reach),
  };
}

/** The features of the words around a cue; `cues` marks the words of all cues. */
export function readRoleRows(
  unit: Unit,
  cue: Cue,
  cues: Uint8Array,
  window = windowOf(unit, cue),
): FeatureRows {
  const context = readRoleContext(unit, cue, cues, window);
  const { from, to } = window;
  return collectRows(to - from, (at, sink) => roleFeatures(context, from + at, sink));
}

const newLabels = reused((length) => new Int8Array(length));

/** Source and content of a cue, one of `among`; null if it surely governs nothing. */
export function findRoles(
  model: SequenceModel,
  unit: Unit,
  cue: Cue,
  cues: Uint8Array,
  among: number,
): Roles | null {
  const window = windowOf(unit, cue, among);
  const scores = scoreLabels(model, readRoleRows(unit, cue, cues, window));
  for (let i = cue.from; i < cue.to; i += 1)
    scores[(i - window.from) * ROLE_LABELS] = CUE_IS_OUTSIDE;
  const sums = sumForward(model, scores);
  const nothing = newLabels(window.to - window.from); // all of it outside
  const chance = 1 - Math.exp(scorePath(model, scores, nothing) - sums.total);
  if (chance < LEAST_ROLES) return null;
  const labels = decodeRoles(model, scores);
  const moved = (run: CueRange): CueRange => ({
    from: run.from + window.from,
    to: run.to + window.from,
  });
  const source = readRuns(labels, isSource)[0] ?? null; // the decoder gives one at most
  const content = readRuns(labels, isContent);
  const whole = scorePath(model, scores, labels) - sums.total;
  return {
    cue,
    source: source === null ? null : moved(source),
    content: content.map(moved).map((run) => toQuotationEnd(unit, run, cue, window)),
    chance,
    sureness: { whole, ...surenessOf(findChances(model, sums), labels, source, content) },
  };
}

function surenessOf(
  chances: Float64Array,
  labels: Int8Array,
  source: CueRange | null,
  content: readonly CueRange[],
): Omit<Sureness, 'whole'> {
  const own = (at: number): number => chances[at * ROLE_LABELS + (labels[at] ?? 0)] ?? 0;
  const inContent = (at: number): number =>
    [3, 4, 5].reduce((sum, label) => sum + (chances[at * ROLE_LABELS + label] ?? 0), 0);
  let words = 1;
  for (const { from, to } of content) {
    for (let at = from; at < to; at += 1) words = Math.min(words, inContent(at));
  }
  return {
    source: source === null ? 0 : own(source.from),
    starts: Math.min(...content.map(({ from }) => own(from))),
    ends: Math.min(...content.map(({ to }) => own(to - 1))),
    words,
  };
}

/**
 * Content that opens a quotation extends to the quotation's end, as it does in 99 of 100 marked
 * in the corpus. Where the window cuts it, it continues through the quotations that follow on.
 */
function toQuotationEnd(unit: Unit, run: CueRange, cue: CueRange, window: CueRange): CueRange {
  const quotationAt = (at: number): number => unit.words[at]?.quotation ?? 0;
  const quotation = quotationAt(run.to - 1);
  const isCut = run.to === window.to;
  const opens = unit.words
    .slice(run.from, run.to)
    .some((word) => word.mark === 1 && word.quotation === quotation);
  if (quotation === 0 || !(opens || isCut)) return run;
  let { to } = run;
  while (quotationAt(to) > 0 && (isCut || quotationAt(to) === quotation)) to += 1;
  return run.to <= cue.from && cue.from < to ? run : { from: run.from, to };
}

const isSource = (label: number): boolean => label === 1 || label === 2;
const isContent = (label: number): boolean => label >= 3;

/** The runs of labels of one kind: a first word opens one, a last word closes it. */
function readRuns(labels: Int8Array, isOne: (label: number) => boolean): readonly CueRange[] {
  const runs: CueRange[] = [];
  for (let i = 0; i < labels.length; i += 1) {
    if (!isOne(labels[i] ?? 0)) continue;
    let to = i + 1;
    while (to < labels.length && goesOn(labels[to - 1] ?? 0, labels[to] ?? 0)) to += 1;
    runs.push({ from: i, to });
    i = to - 1;
  }
  return runs;
}

/** Whether a label continues the run of the one before. */
function goesOn(before: number, label: number): boolean {
  if (label === 2) return before === 1 || before === 2;
  return label >= 4 && (before === 3 || before === 4);
}
