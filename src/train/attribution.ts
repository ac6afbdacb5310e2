import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packModel } from '../statements/tagging/attribution-weights.ts';
import type { Cue } from '../statements/tagging/cue.ts';
import { findCues, LEAST_CUE, markCues, readCueRows } from '../statements/tagging/cue-tagger.ts';
import { readJudgeRows } from '../statements/tagging/judge.ts';
import {
  findRoles,
  type Roles,
  readRoleRows,
  windowOf,
} from '../statements/tagging/role-tagger.ts';
import type { SequenceModel } from '../statements/tagging/sequence-model.ts';
import type { Unit } from '../statements/tagging/unit.ts';
import { isRight } from './attribution-gold.ts';
import {
  cueSchedule,
  judgeSchedule,
  roleSchedule,
  type TaggerSchedule,
} from './attribution-schedules.ts';
import { readMarkedStories } from './marked.ts';
import {
  CORPUS,
  closeContent,
  type MarkedArticle,
  type MarkedUnit,
  markArticle,
  readCorpus,
} from './polnear.ts';
import { trainPronouns } from './pronouns.ts';
import { type Example, trainSequenceModel } from './sequence-trainer.ts';

type Log = (line: string) => void;

// Candidates from here on are learnt from, more than the product looks at: so rejecting is learnt.
const LEARNT_CUE = 0.06;

// The corpus is of one country, topic and year: each of our own stories, of all kinds and places, counts so often.
// Three times, beside once: 5 more of 284 statements right on stories that no training read, and fewer that are none.
const OWN_TIMES = 3;

const NOTE =
  'Weights of the attribution taggers (hashed features to numbers; no texts), learnt from PolNeAR (Newell, Margolin and Ruths, An Attribution Relations Corpus for Political News, LREC 2018) and from stories written for this project.';

// What a packed weight's step is worth, and below how many steps a weight is left out.
const CUE_STEP = { step: 0.03, least: 0.5 };
const ROLE_STEP = { step: 0.01, least: 0.5 };
const JUDGE_STEP = { step: 0.01, least: 0.5 };

/**
 * Trains the taggers on `DIR/data/polnear/train.jsonl` and on our own stories in `src/train/statements`, and
 * writes `OUT/attribution.weights.json`. Deterministic; some minutes on one core.
 */
export function trainAttribution(directory: string, out: string, log: Log): void {
  const articles = readCorpus(join(directory, CORPUS));
  const own = readMarkedStories().map(markArticle);
  const { cues, roles, judge } = trainTaggers(articles, own, log);
  const weights = {
    note: NOTE,
    cues: packModel(cues, CUE_STEP),
    roles: packModel(roles, ROLE_STEP),
    judge: packModel(judge, JUDGE_STEP),
    pronouns: trainPronouns([...articles, ...own], log),
  };
  writeFileSync(join(out, 'attribution.weights.json'), `${JSON.stringify(weights)}\n`);
}

/**
 * Each tagger learns from what the one before it found in articles that it had not seen: the role
 * tagger to reject candidates that are no cues, the judge to reject what the role tagger got wrong.
 */
function trainTaggers(
  articles: readonly MarkedArticle[],
  own: readonly MarkedArticle[],
  log: Log,
): Readonly<Record<'cues' | 'roles' | 'judge', SequenceModel>> {
  const halves = [0, 1].map((half) => {
    const ours = own.filter((_, i) => i % 2 === half);
    const theirs = articles.filter((_, i) => Math.floor(i / 10) % 2 === half);
    const repeated = Array.from({ length: OWN_TIMES }, () => ours).flat();
    return [...theirs, ...repeated].flatMap(({ units }) => units);
  });
  const all = halves.flat();
  log(`${articles.length} articles and ${own.length} stories of our own, ${all.length} units`);
  const candidates = askUnseen(
    halves,
    (units) => trainCues(units, log),
    (model, { unit }) => findCues(model, unit, LEARNT_CUE),
  );
  logCues(candidates, log);
  const found = askUnseen(
    halves,
    (units) => trainRoles(units, candidates, log),
    (model, marked) => readAllRoles(model, marked.unit, candidates.get(marked) ?? []),
  );
  const examples = [...found].flatMap(([marked, some]) => judgeExamples(marked, some));
  return {
    cues: trainCues(all, log),
    roles: trainRoles(all, candidates, log),
    judge: train('judge', examples, judgeSchedule, log),
  };
}

/** What a model says of each unit that learnt from the other half. */
function askUnseen<T>(
  halves: readonly (readonly MarkedUnit[])[],
  learn: (units: readonly MarkedUnit[]) => SequenceModel,
  ask: (model: SequenceModel, marked: MarkedUnit) => T,
): ReadonlyMap<MarkedUnit, T> {
  return new Map(
    halves.flatMap((half) => {
      const model = learn(halves.filter((other) => other !== half).flat());
      return half.map((marked) => [marked, ask(model, marked)] as const);
    }),
  );
}

function train(
  name: string,
  examples: readonly Example[],
  schedule: TaggerSchedule,
  log: Log,
): SequenceModel {
  log(`${name}: ${examples.length} examples`);
  return trainSequenceModel(examples, { ...schedule, log });
}

function trainCues(units: readonly MarkedUnit[], log: Log): SequenceModel {
  const examples = units.map((marked) => ({
    rows: () => readCueRows(marked.unit),
    labels: labelCues(marked),
  }));
  return train('cues', examples, cueSchedule, log);
}

function labelCues({ unit, attributions }: MarkedUnit): Int8Array {
  const labels = new Int8Array(unit.words.length);
  for (const { cue } of attributions)
    labels.fill(2, cue.from, cue.to).fill(1, cue.from, cue.from + 1);
  return labels;
}

function trainRoles(
  units: readonly MarkedUnit[],
  candidates: ReadonlyMap<MarkedUnit, readonly Cue[]>,
  log: Log,
): SequenceModel {
  const examples = units.flatMap((marked) => roleExamples(marked, candidates.get(marked) ?? []));
  return train('roles', examples, roleSchedule, log);
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
    closeContent(labels.fill(0, candidate.from, candidate.to));
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

/** What the role tagger makes of those candidates of a unit that the product looks at. */
function readAllRoles(
  model: SequenceModel,
  unit: Unit,
  candidates: readonly Cue[],
): readonly Roles[] {
  const marks = markCues(unit, candidates);
  return candidates
    .filter(({ chance }) => chance >= LEAST_CUE)
    .flatMap((cue) => findRoles(model, unit, cue, marks, candidates.length) ?? []);
}

function judgeExamples(marked: MarkedUnit, found: readonly Roles[]): readonly Example[] {
  return found.map((roles) => ({
    rows: () => readJudgeRows(marked.unit, roles, found),
    labels: Int8Array.of(isRight(marked, roles) ? 1 : 0),
  }));
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
