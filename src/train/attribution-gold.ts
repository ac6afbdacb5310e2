import type { CueRange } from '../statements/tagging/cue.ts';
import type { Roles } from '../statements/tagging/role-tagger.ts';
import type { Unit } from '../statements/tagging/unit.ts';
import type { MarkedUnit } from './polnear.ts';

/**
 * Whether a finding is right as the corpus' scorer counts it: its content shares half of all words
 * with a marked one or more, and its source lies at least half inside that one's.
 */
export function isRight({ unit, attributions }: MarkedUnit, { content, source }: Roles): boolean {
  const found = wordsIn(unit, content);
  const [best] = attributions
    .map(({ roles }) => ({
      source: labelled(unit, roles, [1, 2]),
      alike: likeness(found, labelled(unit, roles, [3, 4, 5])),
    }))
    .toSorted((a, b) => b.alike - a.alike);
  if (best === undefined || best.alike < 0.5) return false;
  const speaker = wordsIn(unit, source === null ? [] : [source]);
  if (best.source.size === 0 || speaker.size === 0) return best.source.size === speaker.size;
  const common = [...speaker].filter((at) => best.source.has(at)).length;
  return common * 2 >= speaker.size || likeness(speaker, best.source) >= 0.5;
}

function wordsIn(unit: Unit, ranges: readonly CueRange[]): ReadonlySet<number> {
  const words = new Set<number>();
  for (const { from, to } of ranges) {
    for (let at = from; at < to; at += 1) if (isWord(unit, at)) words.add(at);
  }
  return words;
}

function labelled(unit: Unit, roles: Int8Array, labels: readonly number[]): ReadonlySet<number> {
  const words = new Set<number>();
  roles.forEach((label, at) => {
    if (labels.includes(label) && isWord(unit, at)) words.add(at);
  });
  return words;
}

function isWord({ words }: Unit, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(words[at]?.token.text ?? '');
}

/** Words in common, as a share of all. */
function likeness(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const common = [...a].filter((at) => b.has(at)).length;
  return common === 0 ? 0 : common / (a.size + b.size - common);
}
