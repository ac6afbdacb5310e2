import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { trainAttribution } from '../../src/train/attribution.ts';
import { trainRarity, trainSynonyms } from '../../src/train/lexicon.ts';
import { trainNewsroom } from '../../src/train/newsroom.ts';

test.each([
  ['rarity', trainRarity],
  ['synonyms', trainSynonyms],
  ['attribution', trainAttribution],
  ['newsroom', trainNewsroom],
])('%s: where the data are not there, nothing is written over', (_, train) => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-train-'));
  // what it would write cannot be written: there is no such folder
  expect(() => train(folder, join(folder, 'out'), () => {})).toThrow(/ENOENT.*data/);
  rmSync(folder, { recursive: true });
});
