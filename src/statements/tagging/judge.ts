import { collectRows } from './cue-tagger.ts';
import { findHead } from './role-context.ts';
import type { Roles } from './role-tagger.ts';
import {
  type FeatureRows,
  findChances,
  type SequenceModel,
  scoreLabels,
  sumForward,
} from './sequence-model.ts';
import type { Unit } from './unit.ts';
import { add, clamp, coarse, type FeatureSink, wordAt } from './word-features.ts';

/** The labels of the judge: wrong, right. */
export const JUDGE_LABELS = 2;

/** What a cue governs, and how likely its content and its source are to be right. */
export interface Judged extends Roles {
  readonly right: number;
}

/**
 * How likely each finding of a unit is to be right as a whole: the taggers see single words, the judge
 * sees the finding and its neighbours.
 */
export function judge(
  model: SequenceModel,
  unit: Unit,
  found: readonly Roles[],
): readonly Judged[] {
  return found.map((roles) => {
    const scores = scoreLabels(model, readJudgeRows(unit, roles, found));
    const right = findChances(model, sumForward(model, scores))[1] ?? 0;
    const { cue, source, content, chance, sureness } = roles; // not spread: a copy that grows is slow
    return { cue, source, content, chance, sureness, right };
  });
}

/** The features of a finding among all of its unit: a sequence of one. */
export function readJudgeRows(unit: Unit, roles: Roles, found: readonly Roles[]): FeatureRows {
  return collectRows(1, (_, sink) => judgeFeatures(unit, roles, found, sink));
}

const CROSSED = 8; // this many of the leading values are also combined in pairs

function judgeFeatures(unit: Unit, roles: Roles, found: readonly Roles[], sink: FeatureSink): void {
  const values = [
    ...surenessValues(roles),
    ...rivalValues(roles, found),
    ...sourceValues(unit, roles),
    ...contentValues(unit, roles),
  ];
  for (let i = 0; i < values.length; i += 1) {
    add(sink, 300 + i, values[i]);
    for (let k = i + 1; i < CROSSED && k < values.length; k += 1) {
      add(sink, 340 + i * 32 + k, values[i], values[k]);
    }
  }
  wordFeatures(unit, roles, sink);
}

function surenessValues({ cue, chance, sureness }: Roles): readonly number[] {
  const { whole, source, starts, ends, words } = sureness;
  const chances = [cue.chance, chance, source, starts, ends, words].map(logOdds);
  return [...chances, Math.max(-12, Math.round(whole * 1.5))];
}

/** A probability as log odds in steps of a half. */
function logOdds(chance: number): number {
  return clamp(Math.round(2 * Math.log((chance + 1e-4) / (1 - chance + 1e-4))), 9);
}

/** Whether it is inside what another cue governs, and whether others are inside what it governs. */
function rivalValues(roles: Roles, found: readonly Roles[]): readonly number[] {
  const others = found.filter((other) => other !== roles);
  const inner = others.filter((other) => holds(roles, other));
  const outer = others.filter((other) => holds(other, roles) && !holds(roles, other));
  const most = (some: readonly Roles[]): number =>
    logOdds(Math.max(0, ...some.map(({ chance }) => chance)));
  return [most(outer), most(inner), Math.min(3, inner.length)];
}

/** Whether a cue is inside what another governs. */
export function holds({ content }: Roles, { cue }: Roles): boolean {
  return content.some(({ from, to }) => from <= cue.from && cue.from < to);
}

function sourceValues(unit: Unit, { cue, source }: Roles): readonly number[] {
  if (source === null) return [0, 0, 0];
  const before = source.to <= cue.from;
  const far = before ? cue.from - source.to : source.from - cue.to;
  const tag = wordAt(unit, source.to - 1).tag;
  return [coarse(source.to - source.from) + 1, coarse(far) * 2 + (before ? 1 : 2), tag];
}

function contentValues(unit: Unit, { cue, content }: Roles): readonly number[] {
  const words = content.flatMap(({ from, to }) => unit.words.slice(from, to));
  const first = wordAt(unit, content[0]?.from ?? 0);
  const before = wordAt(unit, (content[0]?.from ?? 0) - 1);
  const end = content.at(-1)?.to ?? 0;
  const [last, after] = [wordAt(unit, end - 1), wordAt(unit, end)];
  const gaps = content.map(({ from, to }) => (to <= cue.from ? cue.from - to : from - cue.to));
  const sides = content.map(({ to }) => (to <= cue.from ? 1 : 2));
  const head = wordAt(unit, findHead(unit, cue));
  const opening = first.token.lower === 'that' ? 1 : first.token.lower === 'to' ? 2 : 0;
  return [
    coarse(words.length),
    content.length * 4 + (sides.includes(1) ? 1 : 0) + (sides.includes(2) ? 2 : 0),
    coarse(Math.min(...gaps)) * 2 + (head.token.tag === 'VERB' ? 1 : 0),
    after.shape * 4 + (last.quotation > 0 ? 2 : 0) + (after.sentence === last.sentence ? 1 : 0),
    opening * 4 + (first.quotation > 0 ? 2 : 0) + (before.sentence === first.sentence ? 1 : 0),
    content.some((run) => isUnbalanced(unit, run)) ? 1 : 0,
    Math.round((4 * words.filter(({ quotation }) => quotation > 0).length) / words.length),
    head.kind,
    Math.min(5, words.filter(({ verbal }) => verbal).length),
    coarse(unit.words.length >> 3),
    Math.min(4, cue.to - cue.from),
  ];
}

/** Whether a quotation opens without closing, or closes without opening. */
function isUnbalanced(
  unit: Unit,
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  let open = 0;
  for (const { mark } of unit.words.slice(from, to)) {
    if (mark === 1) open += 1;
    if (mark === 2) open -= 1;
    if (open < 0) return true;
  }
  return open > 0;
}

/** The cue's main word, with the words at the borders of what it governs. */
function wordFeatures(unit: Unit, { cue, source, content }: Roles, sink: FeatureSink): void {
  const head = wordAt(unit, findHead(unit, cue));
  const speaker = wordAt(unit, (source?.to ?? 0) - 1);
  const start = content[0]?.from ?? 0;
  const end = content.at(-1)?.to ?? 0;
  const [first, after] = [wordAt(unit, start), wordAt(unit, end)];
  add(sink, 800, head.lemma);
  add(sink, 801, head.form);
  add(sink, 802, speaker.form);
  add(sink, 803, first.form);
  add(sink, 804, head.lemma, first.form);
  add(sink, 805, head.lemma, speaker.tag);
  add(sink, 806, head.lemma, first.tag);
  add(sink, 807, head.lemma, wordAt(unit, cue.from - 1).form);
  add(sink, 808, after.form);
  add(sink, 809, after.form, wordAt(unit, end + 1).form);
  add(sink, 810, head.lemma, logOdds(cue.chance));
  add(sink, 811, head.lemma, wordAt(unit, cue.to).form);
  add(sink, 812, first.form, wordAt(unit, start - 1).form);
  add(sink, 813, head.kind, speaker.kind, speaker.tag);
}
