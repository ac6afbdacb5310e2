import type { Span } from '../text/span.ts';

/** What was said, as it is found or marked. */
interface Said {
  readonly content: readonly Span[];
}

const ALIKE = 0.5; // of the words of two statements, for them to be one

/** For each statement of some the one of others that shares most of its words: those most alike first, each once. */
export function pairAlike<One extends Said, Other extends Said>(
  text: string,
  some: readonly One[],
  others: readonly Other[],
): ReadonlyMap<One, Other> {
  const words = others.map((other) => ({ other, own: wordsIn(text, other.content) }));
  const pairs = some.flatMap((one) => {
    const said = wordsIn(text, one.content);
    return words.map(({ other, own }) => ({ one, other, alike: likeness(said, own) }));
  });
  const twins = new Map<One, Other>();
  const taken = new Set<Other>();
  for (const { one, other, alike } of pairs.toSorted((a, b) => b.alike - a.alike)) {
    if (alike < ALIKE || twins.has(one) || taken.has(other)) continue;
    twins.set(one, other);
    taken.add(other);
  }
  return twins;
}

/** The places of the words in some spans. */
function wordsIn(text: string, spans: readonly Span[]): ReadonlySet<number> {
  const words = spans.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => start + index),
  );
  return new Set(words);
}

/** How many places two lists share, of all that are in either. */
function likeness(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const common = [...a].filter((at) => b.has(at)).length;
  return common === 0 ? 0 : common / (a.size + b.size - common);
}
