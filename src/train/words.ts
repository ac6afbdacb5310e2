import { contentStems } from '../text/terms.ts';
import { readTokens } from '../text/tokens.ts';
import { type Doc, readRows } from './sets.ts';
import { readWordNet } from './wordnet.ts';

const LEAST = 6; // sentences: a rarer stem counts as one that was never seen
const EXACT = 50; // up to here counts are kept as they are, above in tens

interface Loose {
  readonly candidates: readonly { readonly text: string }[];
}

/** How many sentences of the training sets hold a stem: single words with their counts, no texts. */
export function countStems(dir: string): { texts: number; counts: Record<string, string> } {
  const found = new Map<string, number>();
  let texts = 0;
  const add = (text: string): void => {
    texts += 1;
    for (const stem of contentStems(readTokens(text))) found.set(stem, (found.get(stem) ?? 0) + 1);
  };
  for (const { candidates } of readRows<Loose>(dir, 'trecqa-train-all.jsonl'))
    for (const { text } of candidates) add(text.replaceAll('<num>', ''));
  for (const { sentences, paragraphs } of readRows<Doc>(dir, 'squad1-train.docs.jsonl'))
    for (const { p, start, end } of sentences) add((paragraphs[p] ?? '').slice(start, end));
  const byCount = new Map<number, string[]>();
  for (const [stem, count] of found) {
    if (count < LEAST || !/^[a-z][a-z'-]*$/u.test(stem)) continue;
    const kept = count < EXACT ? count : Math.round(count / 10) * 10;
    byCount.set(kept, [...(byCount.get(kept) ?? []), stem]);
  }
  const counts = [...byCount].sort(([a], [b]) => b - a);
  return {
    texts,
    counts: Object.fromEntries(counts.map(([count, stems]) => [count, stems.sort().join(' ')])),
  };
}

/** WordNet's relations between stems that texts use. */
export function relateStems(counts: Readonly<Record<string, string>>): object {
  const known = new Set(Object.values(counts).flatMap((stems) => stems.split(' ')));
  return readWordNet((stem) => known.has(stem));
}
