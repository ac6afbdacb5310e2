import type { Span } from '../text/span.ts';
import { type Description, readDescription } from './description.ts';
import type { Discourse } from './discourse.ts';
import { byAge, byOrder } from './fits-age.ts';
import { byEpithet, byNation, byRole } from './fits-person.ts';
import { byKind } from './fits-thing.ts';
import type { Named } from './names.ts';

type Rule = (discourse: Discourse, description: Description) => readonly Named[];

/** Whom a description fits, by what the story tells of them; of several rules the first that knows anyone. */
const rules: readonly Rule[] = [byAge, byOrder, byRole, byKind, byEpithet];

/** The one person or organisation that a definite description fits: `the minister`, `the airline`. */
export function namedByDescription(discourse: Discourse, source: Span): Named | null {
  const description = readDescription(discourse, source);
  if (description === null) return null;
  for (const rule of rules) {
    const fits = new Set(rule(discourse, description));
    const [first = null] = fits;
    if (first !== null) return fits.size === 1 ? first : null;
  }
  return null;
}

/** `the Norwegian`, which looks like a name itself. */
export function namedByNation(discourse: Discourse, source: Span): Named | null {
  const description = readDescription(discourse, source);
  const fits = description === null ? [] : byNation(discourse, description);
  return fits.length === 1 ? (fits[0] ?? null) : null;
}
