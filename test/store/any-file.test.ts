import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { writeThrough } from '../../src/store/folder/disk.ts';
import { rulesVersion } from '../../src/store/prepared/rules.ts';
import { writeSnapshot } from '../../src/store/prepared/snapshot.ts';
import { DESK, FERRY_ID, openBot, openFilled, textOf, VOTE_ID } from './chat-desk.ts';
import { tempFolder, VOTE } from './opened.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time

const PIER = 'The pier at Skerrow was painted blue on Monday. “It took forty tins,” said Ann Lee.';

const harms: Readonly<Record<string, (file: string, before: Buffer | null) => void>> = {
  'is gone': () => undefined,
  'is empty': (file) => writeFileSync(file, ''),
  'is cut short': (file, before) => writeFileSync(file, (before ?? '{"a"').slice(0, 30)),
  'holds something else': (file) => writeFileSync(file, 'no such thing [}'),
  'is JSON of no use': (file) => writeFileSync(file, 'null'),
  'is JSON of another kind': (file) => writeFileSync(file, '[1,{"a":null}]'),
  'has other fields': (file) => writeFileSync(file, '{"a":{"b":[]},"vote":7,"rules":null}'),
  'is binary': (file) => writeFileSync(file, Buffer.from([0, 255, 216, 10, 13, 128, 0, 7])),
  'is in another encoding': (file) => writeFileSync(file, '{"a":"b"}', 'utf16le'),
  'is a folder': (file) => mkdirSync(file),
  'is a pipe': (file) => void spawnSync('/usr/bin/mkfifo', [file]),
  'is a link to itself': (file) => symlinkSync(basename(file), file),
};

/** What is kept, or lies there; all that is in the folder must be among them. */
const FILES = [
  'stories',
  `stories/${VOTE_ID}`,
  `stories/${VOTE_ID}/story.json`,
  `stories/${VOTE_ID}/1.txt`,
  `stories/${VOTE_ID}/2.txt`,
  `stories/${FERRY_ID}/story.json`,
  'snapshot',
  'snapshot/index.jsonl',
  'snapshot/prepared',
  `snapshot/prepared/${VOTE_ID}.json`,
  'channels.json',
  'watches.json',
  'feedback',
  'feedback/2026-11-22.jsonl',
  'lock',
];

/** What a lock says is tried elsewhere: one that says nothing holds for seconds. */
const harmsTo = (name: string) =>
  Object.entries(harms).filter(([how]) => name !== 'lock' || /gone|folder|link|pipe/.test(how));

const kept = { folder: '' };
beforeAll(async () => {
  const { ask, data, archive, folder } = await openFilled(tempFolder());
  await ask(`/add ${VOTE.replace('to cars', 'to lorries')}`);
  await ask(`/use ${VOTE_ID}`);
  await data.watches.set('slack:T1:C1', 'Ann Ode');
  await data.feedback.note({ answer: 'vote 10-20', verdict: 'right' });
  writeSnapshot(folder, rulesVersion(), { held: {}, saved: archive.save() }, writeThrough);
  data.close();
  kept.folder = join(folder, '..', `${basename(folder)}-kept`);
  cpSync(folder, kept.folder, { recursive: true });
  return () => rmSync(kept.folder, { recursive: true });
});

describe.each(FILES)('where %s', (name) => {
  test.each(harmsTo(name))('%s, stories are answered from, and come in', async (_, harm) => {
    const folder = tempFolder();
    cpSync(kept.folder, folder, { recursive: true });
    const file = join(folder, name);
    const before = existsSync(file) && statSync(file).isFile() ? readFileSync(file) : null;
    rmSync(file, { recursive: true, force: true });
    harm(file, before);
    const { ask, data } = openBot(folder);
    expect(textOf(await ask(`/add ${PIER}`))).not.toContain("can't");
    expect(textOf(await ask('/quotes Ann Lee', { ...DESK, channel: 'c2' }))).toContain(
      'forty tins',
    );
    for (const line of ['/stories', '/quotes Ann Ode', `/changes ${VOTE_ID}`, '/quotes Bo Lund'])
      await ask(line);
    await data.watches.set('slack:T1:C2', 'Bo Lund');
    await data.channels.set('c3', VOTE_ID);
    await data.feedback.note({ answer: 'vote 10-20', verdict: 'right' });
    data.close();
    const again = openBot(folder);
    expect(textOf(await again.ask('/quotes Ann Lee', { ...DESK, channel: 'c2' }))).toContain(
      'forty tins',
    );
    expect(await again.data.watches.get('slack:T1:C2')).toBe('Bo Lund');
    expect(await again.data.channels.get('c3')).toBe(VOTE_ID);
    expect((await again.data.feedback.lines()).length).toBeGreaterThan(0);
    again.data.close();
  });
});

test('every file that is kept is tried', () => {
  const all = readdirSync(kept.folder, { recursive: true, encoding: 'utf8' });
  const tried = new Set(FILES.map((file) => file.replace(/^.*\//, '')));
  expect(all.filter((file) => !tried.has(basename(file)) && !file.includes(FERRY_ID))).toEqual([]);
});
