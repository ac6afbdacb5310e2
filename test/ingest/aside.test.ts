import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createAside } from '../../src/ingest/aside.ts';
import { buildHere } from '../store/build.ts';
import { tempFolder } from '../store/opened.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 }); // a busy machine takes its time

const build = { folder: '', clear: (): void => undefined };
beforeAll(() => Object.assign(build, buildHere()));
afterAll(() => build.clear());

/** Reads a page that takes long with little patience, then another file, and counts how often it could do something else. */
const READING = `
const { ${createAside.name} } = await import(process.argv[2] + '/src/ingest/aside.js');
const read = ${createAside.name}(500);
let turns = 0;
const timer = setInterval(() => { turns += 1; }, 20);
const page = Buffer.from('<p id="a" title="b" lang="en" dir="ltr" data-a="c">It rained on a Tuesday, she said.</p>'.repeat(24_000));
const cues = Buffer.from('WEBVTT\\n\\n00:00.000 --> 00:09.000\\nIt rained on a Tuesday, she said.\\n');
const how = { origin: 'file', type: null };
const slow = await read({ kind: 'page', bytes: page, ...how }).catch(({ message }) => message);
const meanwhile = turns;
const next = await read({ kind: 'cues', bytes: cues, ...how }).then(({ incoming }) => incoming.length);
clearInterval(timer);
console.log(JSON.stringify({ slow, next, turns: meanwhile }));
`;

test('what takes too long to read is refused, holds nothing up, and costs the next file nothing', () => {
  const script = join(tempFolder(), 'reading.mjs');
  writeFileSync(script, READING);
  const { stdout } = spawnSync(process.execPath, [script, pathToFileURL(build.folder).href]);
  const { slow, next, turns } = JSON.parse(stdout.toString());
  expect([slow, next]).toEqual(['takes too long to read', 1]);
  expect(turns).toBeGreaterThan(3);
});
