import type { ArticleParts } from '../../article/parts.ts';
import type { Span } from '../../text/span.ts';
import { type Discourse, readDiscourse } from '../discourse.ts';
import type { Named } from '../named.ts';
import { type Description, readDescription } from './description.ts';
import { byAge, byOrder } from './fits-age.ts';
import { byLede } from './fits-lede.ts';
import { byEpithet, byNation, byRole } from './fits-person.ts';
import { byKind } from './fits-thing.ts';

type Rule = (discourse: Discourse, description: Description) => readonly Named[];

/** Whom a description fits, by what the story says of them; the first rule that finds anyone decides. */
const rules: readonly Rule[] = [byAge, byOrder, byRole, byKind, byEpithet, byLede];

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

/** Whom a story always means by a description: `the airline`; null for nobody, or two. */
export function whomDescribed(
  parts: ArticleParts,
  names: readonly Named[],
  description: string,
): Named | null {
  const { text, body } = parts.article;
  const wanted = description.trim().toLowerCase();
  const lower = text.toLowerCase();
  const first = lower.indexOf(wanted, body.start);
  if (wanted === '' || first < 0 || lower.length !== text.length) return null; // `İ` has two letters in lower case
  const discourse = readDiscourse(parts, names);
  const found = new Set<Named>();
  for (let at = first; at >= 0; at = lower.indexOf(wanted, at + 1)) {
    const named = namedByDescription(discourse, { start: at, end: at + wanted.length });
    if (named !== null) found.add(named);
  }
  const [only = null] = found;
  return found.size === 1 ? only : null;
}

/** `the Norwegian`, which itself looks like a name. */
export function namedByNation(discourse: Discourse, source: Span): Named | null {
  const description = readDescription(discourse, source);
  const fits = description === null ? [] : byNation(discourse, description);
  return fits.length === 1 ? (fits[0] ?? null) : null;
}
