import type { FactKind } from './facts.ts';
import type { AnswerKind } from './kind.ts';
import type { Phrase } from './reading.ts';

// Articles of an encyclopaedia, which the trees learnt from, name more kinds of things in a sentence
// than news does: the kind asked for counts more here. Round numbers, not tuned.
const FITS = 1;
const CLASHES = 2;

const TYPED: ReadonlySet<AnswerKind> = new Set([
  'person',
  'place',
  'time',
  'duration',
  'count',
  'money',
  'percent',
  'age',
  'measure',
]);
const NEVER_AMOUNTS: ReadonlySet<AnswerKind> = new Set([
  'person',
  'place',
  'group',
  'reason',
  'definition',
]);
const AMOUNTS: ReadonlySet<FactKind> = new Set([
  'time',
  'duration',
  'count',
  'money',
  'percent',
  'age',
  'measure',
]);

/** What a phrase gains for holding the kind of answer asked for, and loses for being of another. */
export function kindFit({ scene, from, to }: Phrase, fit: number): number {
  const { kind } = scene.question;
  const gain = TYPED.has(kind) ? FITS * fit : 0;
  if (!NEVER_AMOUNTS.has(kind)) return gain;
  const clashes = scene.view.facts.some(
    (fact) => AMOUNTS.has(fact.kind) && fact.from <= from + 1 && fact.to >= to,
  );
  return clashes ? gain - CLASHES : gain;
}
