import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkVariants, printChecks, readArticles } from '../checks.ts';
import { predictFiveW } from './five-w.ts';
import { predictAttributions } from './polnear.ts';
import { QA_SETS, runQa } from './qa.ts';

/** A public set: the files it needs under DIR, and how it is predicted and scored. */
interface PublicSet {
  readonly name: string;
  readonly needs: readonly string[];
  readonly run: (data: string, folder: string) => Promise<void>;
}

const sets: readonly PublicSet[] = [
  {
    name: 'polnear',
    needs: ['data/polnear/dev.jsonl', 'tools/score-attribution.mjs'],
    run: async (data, folder) => {
      const gold = join(data, 'data/polnear/dev.jsonl');
      const predictions = join(folder, 'polnear.jsonl');
      await predictAttributions(gold, predictions);
      score(join(data, 'tools/score-attribution.mjs'), [gold, predictions]);
    },
  },
  {
    name: 'checks',
    needs: ['data/polnear/dev.jsonl'],
    run: async (data) => {
      console.log('Variants of the quotations in polnear, and the verdicts of /check:');
      console.log(
        printChecks(await checkVariants(readArticles(join(data, 'data/polnear/dev.jsonl')))),
      );
    },
  },
  {
    name: '5w1h',
    needs: ['data/5w1h/dev.jsonl', 'data/5w1h/score.mjs'],
    run: async (data, folder) => {
      const gold = join(data, 'data/5w1h/dev.jsonl');
      const passages = join(folder, 'passages.jsonl');
      const phrases = join(folder, 'phrases.jsonl');
      await predictFiveW(gold, passages, phrases);
      for (const [title, answers] of [
        ['passages: holds, none, silent', passages],
        ['phrases: hit', phrases],
      ] as const) {
        console.log(title);
        score(join(data, 'data/5w1h/score.mjs'), [gold, answers]);
      }
    },
  },
  ...QA_SETS.map((name) => ({
    name,
    needs: ['tools/score-passages.mjs', 'tools/score-answers.mjs'],
    run: async (data: string, folder: string) => {
      const predicted = await runQa(name, data, folder);
      if ('skipped' in predicted) return console.log(`left out: ${predicted.skipped}`);
      for (const { title, scorer, gold, file, options } of predicted) {
        console.log(`\n${title}`);
        const files = gold.flatMap((one) => ['--gold', one]);
        score(join(data, 'tools', scorer), [...files, '--pred', file, ...options]);
      }
    },
  })),
];

/**
 * Runs the core over the public sets in `data` (laid out `data/qa`, `data/polnear`, `data/5w1h`,
 * `tools`), writes predictions to a folder that is removed, and prints what the scorers there say.
 * A set that is not there is named and left out.
 */
export async function runPublicSets(data: string, only: string | null): Promise<void> {
  const chosen = sets.filter((set) => only === null || set.name === only);
  if (chosen.length === 0) {
    console.error(`there is no set ${only}; there are ${sets.map((set) => set.name).join(', ')}`);
    process.exitCode = 2;
  }
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-eval-'));
  for (const { name, needs, run } of chosen) {
    const missing = needs.filter((file) => !existsSync(join(data, file)));
    if (missing.length > 0) {
      console.log(`\n## ${name}: left out, ${missing.join(' and ')} not there`);
      continue;
    }
    console.log(`\n## ${name}`);
    const started = performance.now();
    await run(data, folder);
    console.log(`(${((performance.now() - started) / 1000).toFixed(1)} s)`);
  }
  rmSync(folder, { recursive: true });
}

/** Runs a scorer and shows what it prints. */
function score(scorer: string, args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [scorer, ...args], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`the scorer failed: ${scorer}`);
}
