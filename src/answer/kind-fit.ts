import type { FactKind } from './facts.ts';
import type { AnswerKind } from './kind.ts';
import type { Question } from './question.ts';
import type { Phrase } from './reading.ts';
import type { SentenceView } from './view.ts';

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

/** Whether a sentence has nothing of the kind asked for: no time for "when", no figure for "how many". */
export function lacksKind({ kind }: Question, { facts }: SentenceView): boolean {
  const has = (kinds: readonly FactKind[]): boolean =>
    facts.some((fact) => kinds.includes(fact.kind));
  switch (kind) {
    case 'time':
      return !has(['time', 'duration']);
    case 'duration':
      return !has(['duration', 'time', 'measure', 'count']);
    case 'count':
    case 'money':
    case 'percent':
    case 'age':
    case 'measure':
      return !has(['count', 'money', 'percent', 'age', 'measure', 'duration']);
    default:
      return false;
  }
}
