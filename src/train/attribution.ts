import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packModel } from '../story/attribution-weights.ts';
import { CUE_LABELS, findCues, markCues, readCueRows } from '../story/cue-tagger.ts';
import { FEATURE_BITS } from '../story/features.ts';
import type { Cue } from '../story/role-context.ts';
import { ROLE_LABELS, readRoleRows, windowOf } from '../story/role-tagger.ts';
import type { SequenceModel } from '../story/sequence-model.ts';
import { type MarkedArticle, type MarkedUnit, readCorpus } from './polnear.ts';
import { trainPronouns } from './pronouns.ts';
import { type Example, meanModel, trainSequenceModel } from './sequence-trainer.ts';

const FOLDS = 2;

// Candidates from here on are learnt from, more than the product looks at: so rejecting is learnt.
const LEARNT_CUE = 0.06;

const NOTE =
  'Weights of the attribution taggers (hashed features to numbers; no texts), learnt from PolNeAR: Newell, Margolin and Ruths, An Attribution Relations Corpus for Political News, LREC 2018.';

const cueSchedule = {
  labels: CUE_LABELS,
  bits: FEATURE_BITS,
  epochs: 5,
  rate: 0.1,
  decay: 2,
  dropout: 0.3,
  leastCount: 3,
};

// The mean of two runs errs less than either: 62.9 joint F1 on dev, where the runs had 62.2 each.
const roleSchedules = [
  { epochs: 5, rate: 0.07, decay: 2, dropout: 0.3 },
  { epochs: 6, rate: 0.1, decay: 1.5, dropout: 0.25 },
].map((schedule) => ({ ...schedule, labels: ROLE_LABELS, bits: FEATURE_BITS, leastCount: 4 }));

// What a packed weight's step is worth, and below how many steps a weight is left out. Coarse steps
// make the file small and the taggers better: 64.0 joint F1 against 62.9 with all small weights.
const CUE_STEP = { step: 0.064, least: 0.6 };
const ROLE_STEP = { step: 0.05, least: 0.85 };

/**
 * Trains the taggers on `DIR/data/polnear/train.jsonl` and writes `OUT/attribution.weights.json`.
 * The cues that the role tagger learns from are those that a cue tagger found in articles it had
 * not seen: so it learns to reject what is none. Deterministic; some minutes on one core.
 */
export function trainAttribution(
  directory: string,
  out: string,
  log: (line: string) => void,
): void {
  const articles = readCorpus(join(directory, 'data/polnear/train.jsonl'));
  log(`${articles.length} articles, ${unitsOf(articles).length} units`);
  const found = new Map<MarkedUnit, readonly Cue[]>();
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const inFold = (i: number): boolean => Math.floor(i / 10) % FOLDS === fold;
    const model = trainCues(unitsOf(articles.filter((_, i) => !inFold(i))), log);
    for (const marked of unitsOf(articles.filter((_, i) => inFold(i)))) {
      found.set(marked, findCues(model, marked.unit, LEARNT_CUE));
    }
  }
  logCues(found, log);
  const cues = trainCues(unitsOf(articles), log);
  const examples = [...found].flatMap(([marked, candidates]) => roleExamples(marked, candidates));
  log(`${examples.length} cues to learn roles from`);
  const roles = meanModel(
    roleSchedules.map((schedule) => trainSequenceModel(examples, { ...schedule, log })),
  );
  const pronouns = trainPronouns(articles, log);
  const weights = {
    note: NOTE,
    cues: packModel(cues, CUE_STEP),
    roles: packModel(roles, ROLE_STEP),
    pronouns,
  };
  writeFileSync(join(out, 'attribution.weights.json'), `${JSON.stringify(weights)}\n`);
}

function unitsOf(articles: readonly MarkedArticle[]): readonly MarkedUnit[] {
  return articles.flatMap(({ units }) => units);
}

function trainCues(units: readonly MarkedUnit[], log: (line: string) => void): SequenceModel {
  const examples = units.map((marked) => ({
    rows: () => readCueRows(marked.unit),
    labels: labelCues(marked),
  }));
  return trainSequenceModel(examples, { ...cueSchedule, log });
}

function labelCues({ unit, attributions }: MarkedUnit): Int8Array {
  const labels = new Int8Array(unit.words.length);
  for (const { cue } of attributions)
    labels.fill(2, cue.from, cue.to).fill(1, cue.from, cue.from + 1);
  return labels;
}

/** What the role tagger learns from a unit: its true cues, and the candidates that are none. */
function roleExamples(marked: MarkedUnit, candidates: readonly Cue[]): readonly Example[] {
  const { unit, attributions } = marked;
  const flags = markCues(unit, candidates);
  const examples: Example[] = [];
  for (const { cue, roles } of attributions) {
    const found = candidates.find(
      (candidate) => candidate.from < cue.to && cue.from < candidate.to,
    );
    const own = { ...cue, chance: found?.chance ?? LEARNT_CUE };
    examples.push({
      rows: () => readRoleRows(unit, own, flags),
      labels: around(marked, own, roles),
    });
  }
  for (const candidate of candidates) {
    const meant = attributions.find(
      ({ cue }) => candidate.from < cue.to && cue.from < candidate.to,
    );
    if (meant?.cue.from === candidate.from && meant.cue.to === candidate.to) continue;
    const labels = meant === undefined ? new Int8Array(unit.words.length) : meant.roles.slice();
    labels.fill(0, candidate.from, candidate.to);
    examples.push({
      rows: () => readRoleRows(unit, candidate, flags),
      labels: around(marked, candidate, labels),
    });
  }
  return examples;
}

/** The labels of the words that the role tagger asks about. */
function around({ unit }: MarkedUnit, cue: Cue, labels: Int8Array): Int8Array {
  const { from, to } = windowOf(unit, cue);
  return labels.slice(from, to);
}

function logCues(
  found: ReadonlyMap<MarkedUnit, readonly Cue[]>,
  log: (line: string) => void,
): void {
  let [right, gold, all] = [0, 0, 0];
  for (const [{ attributions }, candidates] of found) {
    gold += attributions.length;
    all += candidates.length;
    right += attributions.filter(({ cue }) =>
      candidates.some((c) => c.from < cue.to && cue.from < c.to),
    ).length;
  }
  log(`cues found in unseen articles: ${right} of ${gold}, ${all} candidates`);
}
