import { readFileSync } from 'node:fs';
import type { Named } from '../../names/named.ts';
import { once } from '../../text/lazy.ts';
import type { Attribution } from '../attribution.ts';
import { type Asked, isDescription, readAsked } from './asked.ts';
import { type Option, readOptions } from './options.ts';
import type { Told, Who } from './told.ts';
import { nobody, who } from './who.ts';

/** The weight of each sign for whoever shows it. */
export type SignWeights = Readonly<Record<string, number>>;

// Of 0.4 to 0.7, on stories left out of training, those with most right for few wrong: below, a wrong name more for
// each right one more.
const LEAST_RULED = 0.5; // of whom the rules name too
const LEAST_OTHER = 0.6; // of somebody else than they name
const LEAST_NEW = 0.7; // of somebody where they name nobody

const weights = once(
  (): SignWeights =>
    (
      JSON.parse(readFileSync(new URL('./speakers.weights.json', import.meta.url), 'utf8')) as {
        readonly signs: SignWeights;
      }
    ).signs,
);

/**
 * Who makes a statement whose speaker is a pronoun or a description: of those whom the story names, or nobody, the one
 * for whom most speaks. Whom the rules name is one sign among others, see `options.ts`.
 */
export function chooseWho(told: Told, attribution: Attribution, ruled: Who): Who {
  const asked = readAsked(told, attribution, ruled);
  if (asked === null) return ruled;
  const { named, chance } = choose(weights(), asked, readOptions(told, asked));
  if (named === ruled.named) return ruled;
  if (named === null) return nobody(ruled.basis);
  const rule = `“${asked.words}”: the likeliest of those named near, ${Math.round(chance * 100)} %`;
  return who(named, rule, isDescription(asked.kind) ? 'description' : 'pronoun');
}

/** The likeliest, and how likely it is; nobody where that is too little. */
export function choose(
  signs: SignWeights,
  { ruled }: Asked,
  options: readonly Option[],
): { readonly named: Named | null; readonly chance: number } {
  const { named, chance } = likeliest(signs, options);
  const least =
    ruled.named === null ? LEAST_NEW : named === ruled.named ? LEAST_RULED : LEAST_OTHER;
  return { named: chance >= least ? named : null, chance };
}

/** The likeliest of some, and how likely it is (a softmax of the sums of its signs' weights). */
function likeliest(
  signs: SignWeights,
  options: readonly Option[],
): { readonly named: Named | null; readonly chance: number } {
  const sums = options.map((one) => one.signs.reduce((sum, sign) => sum + (signs[sign] ?? 0), 0));
  const most = Math.max(...sums);
  const total = sums.reduce((sum, one) => sum + Math.exp(one - most), 0);
  return { named: options[sums.indexOf(most)]?.named ?? null, chance: 1 / total };
}
