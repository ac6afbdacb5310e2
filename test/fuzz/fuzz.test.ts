import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { SEEDS } from './seeds.ts';
import { TARGETS } from './targets.ts';

vi.setConfig({ testTimeout: 120_000 }); // a busy machine takes its time

const CORPUS = 'test/fuzz/corpus';
const RUNS: Readonly<Record<string, number>> = {
  replies: 20,
  page: 20,
  docx: 20,
  pdf: 10,
  mail: 20,
  mailbox: 20,
  odt: 20,
  epub: 20,
  zip: 20,
};
const MOST_RUNS = 60;

const pieces = fc.oneof(
  fc.constantFrom(...SEEDS.line.map((bytes) => bytes.toString('utf8').slice(0, 300))),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '“',
    '”',
    '‘',
    '’',
    '"',
    "'",
    '\n',
    '\n\n',
    ' said ',
    'Ann Ode',
    ' by ',
    '(',
    '…',
  ),
);
const texts = fc.array(pieces, { maxLength: 12 }).map((all) => Buffer.from(all.join('')));

/** Good input with some bytes changed, taken out or put in. */
function broken(seeds: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const edits = fc.array(fc.tuple(fc.nat(), fc.nat(20), fc.uint8Array({ maxLength: 12 })), {
    maxLength: 6,
  });
  return fc.tuple(fc.constantFrom(...seeds), edits).map(([seed, all]) =>
    all.reduce<Uint8Array>((bytes, [place, length, put]) => {
      const at = place % (bytes.length + 1);
      return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + length)]);
    }, seed),
  );
}

describe.each(TARGETS)('whatever comes in, $name', ({ name, seeds, run }) => {
  test('neither breaks nor gives what is not there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(texts, broken(seeds)), async (bytes) => {
        await run(bytes);
      }),
      { numRuns: RUNS[name] ?? MOST_RUNS },
    );
  });

  test('holds for all that once broke it', async () => {
    for (const bytes of [...seeds, ...readCorpus(name)]) await run(bytes);
  });
});

test('every folder of the corpus is of a target', () => {
  const names = TARGETS.map((target) => target.name);
  for (const folder of readdirSync(CORPUS)) expect(names).toContain(folder);
});

function readCorpus(name: string): readonly Uint8Array[] {
  const folder = join(CORPUS, name);
  try {
    return readdirSync(folder).map((file) => readFileSync(join(folder, file)));
  } catch {
    return []; // nothing has broken it yet
  }
}
