import { accessSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countStems, relateStems } from './words.ts';

const ORIGIN =
  'Counted in SQuAD 1.1 (train) and TrecQA (train), related by WordNet, by `npm run train -- words`; holds no text of them.';
const NEEDED = ['squad1-train.docs.jsonl', 'trecqa-train-all.jsonl'];

/** Counts how rare words are and which are related, from the sets under `dir`, into the folder `out`. */
export function trainWords(dir: string, out: string, log: (line: string) => void): void {
  for (const file of NEEDED) accessSync(join(dir, 'data', 'qa', file)); // or what is there would be lost
  const words = countStems(dir);
  write(out, 'rarity', words);
  write(out, 'synonyms', relateStems(words.counts));
  log('words counted and related');
}

function write(out: string, name: string, weights: object): void {
  const file = join(out, `${name}.weights.json`);
  writeFileSync(file, `${JSON.stringify({ origin: ORIGIN, ...weights })}\n`);
}
