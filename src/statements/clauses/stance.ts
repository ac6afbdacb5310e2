import type { Attribution } from '../attribution.ts';
import type { Stance } from '../statement.ts';
import type { Unit } from '../tagging/unit.ts';
import { readClause } from './stance-clause.ts';
import { rows } from './stance-rows.ts';

/**
 * What the sentence does with the words: the attribution with its stance, and the source and content it
 * implies. Where nothing was said or denied or asked (`was denied entry`, `will ask
 * for help`), it is not speech.
 */
export function readStance(unit: Unit, attribution: Attribution): Stanced {
  const clause = readClause(unit, attribution);
  const row = clause === null ? undefined : rows.find((one) => one.fits(clause));
  if (clause === null || row === undefined) return { ...attribution, stance: 'says' };
  if (row.stance === null) return { ...attribution, stance: 'says', speech: false };
  const { stance, mend = (_, same) => same } = row;
  return { ...mend(clause, attribution), stance, speech: true };
}

/** An attribution with what its sentence does with it. */
export interface Stanced extends Attribution {
  readonly stance: Stance;
}
