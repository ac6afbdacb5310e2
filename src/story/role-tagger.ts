import { collectRows } from './cue-tagger.ts';
import { type Cue, type CueRange, readRoleContext } from './role-context.ts';
import { decodeRoles } from './role-decoder.ts';
import { roleFeatures } from './role-features.ts';
import {
  type FeatureRows,
  type SequenceModel,
  scoreLabels,
  scorePath,
  sumForward,
} from './sequence-model.ts';
import type { Unit } from './unit.ts';

/** The labels of the role tagger: outside; first and later words of the source; of the content. */
export const ROLE_LABELS = 5;

const WINDOW = 160; // words on each side of a cue
const CUE_IS_OUTSIDE = 50; // a score past all others: a cue is no part of what it governs
const LEAST_ROLES = 0.1; // surely nothing below: not worth decoding

/** What a cue governs: positions of words, half-open, and how likely the cue governs anything. */
export interface Roles {
  readonly cue: Cue;
  readonly source: CueRange | null;
  readonly content: readonly CueRange[];
  readonly chance: number;
}

/** The words around a cue that are asked for their role: farther ones hardly ever have one. */
export function windowOf(unit: Unit, cue: CueRange): CueRange {
  return {
    from: Math.max(0, cue.from - WINDOW),
    to: Math.min(unit.words.length, cue.to + WINDOW),
  };
}

/** The features of the words around a cue; `cues` marks the words of all cues. */
export function readRoleRows(unit: Unit, cue: Cue, cues: Uint8Array): FeatureRows {
  const context = readRoleContext(unit, cue, cues);
  const { from, to } = windowOf(unit, cue);
  return collectRows(to - from, (at, sink) => roleFeatures(context, from + at, sink));
}

/** Source and content of a cue. */
export function findRoles(model: SequenceModel, unit: Unit, cue: Cue, cues: Uint8Array): Roles {
  const window = windowOf(unit, cue);
  const scores = scoreLabels(model, readRoleRows(unit, cue, cues));
  for (let i = cue.from; i < cue.to; i += 1)
    scores[(i - window.from) * ROLE_LABELS] = CUE_IS_OUTSIDE;
  const nothing = new Int8Array(window.to - window.from);
  const { total } = sumForward(model, scores);
  const chance = 1 - Math.exp(scorePath(model, scores, nothing) - total);
  if (chance < LEAST_ROLES) return { cue, source: null, content: [], chance };
  const labels = decodeRoles(model, scores);
  const moved = (run: CueRange): CueRange => ({
    from: run.from + window.from,
    to: run.to + window.from,
  });
  const sources = readRuns(labels, 1).map(moved);
  const content = readRuns(labels, 3)
    .map(moved)
    .map((run) => toQuotationEnd(unit, run, window));
  return { cue, source: nearest(sources, cue), content, chance };
}

/** Content that the window cuts inside a quotation goes on to where the quotations that run on end. */
function toQuotationEnd(unit: Unit, run: CueRange, window: CueRange): CueRange {
  let { to } = run;
  if (to < window.to || to === unit.words.length) return run;
  const quoted = (at: number): boolean => (unit.words[at]?.quotation ?? 0) > 0;
  while (quoted(to - 1) && quoted(to)) to += 1;
  return { from: run.from, to };
}

/** The runs of a label pair (first, later). */
function readRuns(labels: Int8Array, first: number): readonly CueRange[] {
  const runs: CueRange[] = [];
  for (let i = 0; i < labels.length; i += 1) {
    if (labels[i] !== first && labels[i] !== first + 1) continue;
    let to = i + 1;
    while (to < labels.length && labels[to] === first + 1) to += 1;
    runs.push({ from: i, to });
    i = to - 1;
  }
  return runs;
}

function nearest(runs: readonly CueRange[], cue: CueRange): CueRange | null {
  const far = (run: CueRange): number =>
    run.to <= cue.from ? cue.from - run.to : run.from - cue.to;
  return runs.toSorted((a, b) => far(a) - far(b))[0] ?? null;
}
