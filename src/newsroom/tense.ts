import type { Sentence } from '../article/sentence.ts';
import { FUTURE } from '../text/lexicon/time-patterns.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';

/** Whether what happens at a time lies behind or ahead of the story; null where its verb does not tell. */
export type Direction = 'behind' | 'ahead' | null;

const AHEAD =
  /^(?:will|wo|would|'ll|can|could|may|might|must|should|shall|due|scheduled|expected|expects?|planned|plans?|set|hopes?|hoping|aims?|going)$/;
const AHEAD_OF = /^(?:until|till|by|from)$/; // `from Saturday`, `by Friday`
const UNCHANGED = /^(?:put|cut|hit|shut|let|cost|quit|spread|split|burst|bid|beat|cast|hurt|shed)$/; // in the past tense too
const NEAR = 4; // tokens before a verb that may hold its auxiliaries

/**
 * By the verb that governs a time, the last before it, else the first after it: `was caught on Monday` is behind, `opens on
 * Friday`, `agreed to meet on Friday` and `can go home from Saturday` are ahead, `is closed on Monday` may be either.
 */
export function directionOf({ tokens }: Sentence, span: Span): Direction {
  const at = tokens.findIndex((token) => token.start >= span.start);
  const before = tokens.findLastIndex((token, i) => i < at && isVerb(token));
  const verb = before >= 0 ? before : tokens.findIndex((token, i) => i > at && isVerb(token));
  const isTerm = AHEAD_OF.test(tokens[at - 1]?.lower ?? '');
  const told = verb < 0 ? null : tell(tokens, verb);
  return isTerm && told !== 'behind' ? 'ahead' : told;
}

function tell(tokens: readonly Token[], at: number): Direction {
  const verb = tokens[at];
  if (verb === undefined) return null;
  const helpers = tokens.slice(Math.max(0, at - NEAR), at);
  const last = helpers.findLastIndex(({ tag }) => tag === 'VERB' || tag === 'PUNCT');
  const own = helpers.slice(last + 1).map(({ lower }) => lower);
  if (AHEAD.test(verb.lower) || own.some((word) => AHEAD.test(word))) return 'ahead';
  if (own.some((word) => /^(?:was|were|had|did|been)$/.test(word))) return 'behind';
  if (own.includes('to') || own.includes('be')) return 'ahead';
  if (own.some((word) => /^(?:is|are|'s|'re|has|have|'ve|being)$/.test(word))) return null;
  if (/^(?:was|were|had|did)$/.test(verb.lower)) return 'behind';
  if (/^(?:is|are|be|been|has|have|'s|'re)$/.test(verb.lower) || /ing$/.test(verb.lower))
    return null;
  if (UNCHANGED.test(verb.lower)) return 'behind';
  return verb.lower === verb.lemma || /s$/.test(verb.lower) ? 'ahead' : 'behind';
}

function isVerb({ tag, lower }: Token): boolean {
  return tag === 'VERB' || tag === 'AUX' || FUTURE.test(lower);
}
