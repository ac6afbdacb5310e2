import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { askAll } from '../eval/questions.ts';
import { PLAUSIBLE_IDS, REPHRASED_IDS } from '../stories.ts';

test('q', async () => {
  const all = [
    ...(await askAll()),
    ...(await askAll(REPHRASED_IDS)),
    ...(await askAll(PLAUSIBLE_IDS)),
  ];
  writeFileSync(process.env.QOUT ?? '', JSON.stringify(all));
}, 1_500_000);
