import type { Ask } from './command.ts';

/** `Ode and Lee about trade`, `Ode vs. Lee`, `"Ode" "Lee"`; `Ode Lee` is split where the names are known. */
export function readCompare(rest: string): Ask {
  const [, both = rest, topic = null] = /^(.+?)\s+about\s+(.+?)[?.!]*$/i.exec(rest) ?? [];
  const quoted = /^["“]([^"“”]+)["”]\s*(?:and|with|to|vs\.?|,|;|\|)?\s*["“]([^"“”]+)["”]$/i.exec(
    both,
  );
  const parted =
    quoted ??
    /^(.+?)(?:\s+(?:and|with|to|vs\.?|versus|against|&|\|)\s+|\s*[,;|]\s+)(.+)$/i.exec(both);
  const [, one = both, other = ''] = parted ?? [];
  return { kind: 'compare', sides: [one.trim(), other.replace(/[?.!\s]+$/, '')], topic };
}
