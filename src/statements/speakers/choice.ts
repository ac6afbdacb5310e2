import { readFileSync } from 'node:fs';
import type { Named } from '../../names/named.ts';
import { once } from '../../text/lazy.ts';
import type { Span } from '../../text/span.ts';
import type { Attribution } from '../attribution.ts';
import { type Asked, readAsked } from './asked.ts';
import { type Option, readOptions } from './options.ts';
import { mentionsOf } from './place-signs.ts';
import type { Told, Who } from './told.ts';
import { nobody, who } from './who.ts';

/** The weight of each sign for whoever shows it. */
export type SignWeights = Readonly<Record<string, number>>;

// Of 0.5, 0.55, 0.6 and 0.65, on stories left out of training: below, a wrong name more for each right one more.
export const LEAST_CHANCE = 0.6;

const weights = once(
  (): SignWeights =>
    (
      JSON.parse(readFileSync(new URL('./speakers.weights.json', import.meta.url), 'utf8')) as {
        readonly signs: SignWeights;
      }
    ).signs,
);

/**
 * Who makes a statement whose speaker a pronoun, a description or nothing but quotation marks stands for: whom the
 * rules name is one sign among others, see `options.ts`. As the rules have it where nothing is asked or the same found.
 */
export function chooseWho(told: Told, attribution: Attribution, ruled: Who): Who {
  const asked = readAsked(told, attribution, ruled);
  if (asked === null) return ruled;
  const { named, chance } = likeliest(weights(), readOptions(told, asked));
  const chosen = chance < LEAST_CHANCE ? null : named;
  if (chosen === ruled.named) return ruled;
  if (chosen === null) return nobody(asked.kind === 'bare' ? 'none' : ruled.basis);
  const { kind, words, at } = asked;
  const rule = `the likeliest of those named near, ${Math.round(chance * 100)} %`;
  if (kind !== 'bare') return who(chosen, `“${words}”: ${rule}`, basisOf(asked));
  const stands = lastNamed(told, chosen, at);
  return { ...who(chosen, rule, 'carried'), ...(stands !== null && { words: stands }) };
}

function basisOf({ kind }: Asked): 'pronoun' | 'description' {
  return /^(?:he|it|they)$/.test(kind) ? 'pronoun' : 'description';
}

/** Where someone is named last before a place, or else first. */
function lastNamed({ discourse }: Told, named: Named, at: number): Span | null {
  const all = mentionsOf(discourse, named);
  const stands = all.findLast(({ start }) => start < at) ?? all[0];
  return stands === undefined ? null : { start: stands.start, end: stands.end };
}

/** The likeliest of some, and how likely it is (a softmax of the sums of its signs' weights). */
export function likeliest(
  signs: SignWeights,
  options: readonly Option[],
): { readonly named: Named | null; readonly chance: number } {
  const sums = options.map((one) => one.signs.reduce((sum, sign) => sum + (signs[sign] ?? 0), 0));
  const most = Math.max(...sums);
  const total = sums.reduce((sum, one) => sum + Math.exp(one - most), 0);
  return { named: options[sums.indexOf(most)]?.named ?? null, chance: 1 / total };
}
