import { readFileSync } from 'node:fs';

/** How many of `texts` sentences held a stem: what makes a word worth more than another. */
interface RarityTable {
  readonly texts: number;
  /** Stems by count, `count:stem stem …`, the rarest left out. */
  readonly counts: Readonly<Record<string, string>>;
}

let table: { readonly texts: number; readonly counts: ReadonlyMap<string, number> } | undefined;

/** Inverse document frequency of a stem in English news and encyclopaedia text, from 0 to about 10. */
export function rarity(stem: string): number {
  table ??= load();
  const { texts, counts } = table;
  const verb = stem.split('_', 1)[0] ?? stem; // a verb of two words is as rare as its first
  return Math.log(1 + texts / (1 + (counts.get(verb) ?? 0)));
}

function load(): NonNullable<typeof table> {
  const url = new URL('./rarity.weights.json', import.meta.url);
  const { texts, counts } = JSON.parse(readFileSync(url, 'utf8')) as RarityTable;
  const found = Object.entries(counts).flatMap(([count, stems]) =>
    stems.split(' ').map((stem) => [stem, Number(count)] as const),
  );
  return { texts, counts: new Map(found) };
}
