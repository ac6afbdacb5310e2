import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { leaveThere } from '../../src/store/folder/disk.ts';
import { fileFeedback } from '../../src/store/folder/feedback-files.ts';
import { incoming, NOON, openKept, tempFolder, VOTE } from './opened.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time
describe('what killed processes left half written', () => {
  const left = [
    'stories/vote/.unfinished-7-2.txt',
    'stories/vote/.unfinished-7-story.json',
    'stories/.unfinished-7-ferry/1.txt',
    'snapshot/.unfinished-7-index.jsonl',
    'snapshot/prepared/vote.json.7',
    '.unfinished-7-channels.json',
    '.unfinished-7-slack-told.txt',
    'lock.7',
    'lock.7.old',
  ];

  test('is gone when the folder is opened, and nothing else', async () => {
    const folder = tempFolder();
    const { store, data } = openKept(folder);
    await store.add(incoming(VOTE));
    await data.channels.set('slack:T1:C1', 'vote');
    data.close();
    const list = (): readonly string[] =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
    mkdirSync(join(folder, 'snapshot/prepared'), { recursive: true });
    writeFileSync(join(folder, 'snapshot/prepared/vote.json'), '');
    const before = list();
    for (const file of left) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), '{');
    }
    openKept(folder).data.close();
    expect(list()).toEqual(before);
  });
});

/** Does something as one who may not write everywhere. */
async function asNobody(folders: readonly string[], work: () => Promise<void>): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  for (const folder of folders) chmodSync(folder, 0o555);
  if (isRoot) process.seteuid?.(65_534);
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
    for (const folder of folders) chmodSync(folder, 0o755);
  }
}

describe('a folder that can’t be written', () => {
  test('is said in one line', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'data'), 'a file');
    expect(() => openKept(join(folder, 'data'))).toThrow(/data: can't be made \(/);
  });

  test.skipIf(!existsSync('/proc/self'))('where nothing can be made is said in one line', () => {
    expect(() => openKept('/proc/verbatim/data')).toThrow(/can't be made \(/);
  });

  test('and holds no story is said in one line', async () => {
    const above = tempFolder();
    const folder = join(above, 'data');
    mkdirSync(folder);
    await asNobody([above, folder], async () => {
      expect(() => openKept(folder)).toThrow(/can't be written \(it is not allowed\)/);
    });
  });

  test('and holds stories is read, says so, and keeps nothing', async () => {
    const folder = tempFolder();
    const opened = openKept(folder);
    await opened.store.add(incoming(VOTE));
    await opened.data.channels.set('slack:T1:C1', 'vote');
    await opened.data.feedback.note({ answer: 'vote 10-20', verdict: 'right' });
    opened.data.close();
    const inside = ['stories', 'stories/vote', 'feedback'].map((name) => join(folder, name));
    await asNobody([folder, ...inside], async () => {
      const { data, store, archive } = openKept(folder);
      expect(data.isWritable).toBe(false);
      expect(data.problems).toEqual([
        `${folder}/lock: can't be written (it is not allowed); its stories are read as they are, and nothing is kept`,
      ]);
      expect(archive.at('vote')?.article.text).toBe(VOTE);
      expect(await data.channels.get('slack:T1:C1')).toBe('vote');
      expect(await data.feedback.lines()).toHaveLength(1);
      await expect(store.add(incoming('A new story.\n', { name: 'new' }))).rejects.toThrow(
        "can't be kept (it is not allowed)",
      );
      await data.channels.set('slack:T1:C1', 'tag:bridges'); // until the process ends
      expect(await data.channels.get('slack:T1:C1')).toBe('tag:bridges');
      await expect(store.remove('vote')).rejects.toThrow("can't be removed (it is not allowed)");
      expect(await store.find('vote')).not.toBeNull();
      data.close();
    });
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });
});

describe('channels', () => {
  test('are about the same after a restart', async () => {
    const folder = tempFolder();
    const { data } = openKept(folder);
    await data.channels.set('slack:T1:C1', 'vote');
    await data.channels.set('slack:T1:C2', 'tag:bridges');
    await data.channels.set('slack:T1:C2', '');
    data.close();
    const { channels } = openKept(folder).data;
    expect([...(await channels.entries())]).toEqual([
      ['slack:T1:C1', 'vote'],
      ['slack:T1:C2', ''],
    ]);
  });

  test.each([
    [
      '{"slack:T1:C1": 5, "slack:T1:C2": "vote"}',
      'slack:T1:C1 is no text',
      [['slack:T1:C2', 'vote']],
    ],
    ['{"slack:T1:C1": "vo', 'is no JSON', []],
    ['["vote"]', 'is no list of channels', []],
    ['', 'is no JSON', []],
  ])(
    'of a damaged file %s are put aside, named, and what is good is kept',
    async (text, why, good) => {
      const folder = tempFolder();
      const file = join(folder, 'channels.json');
      writeFileSync(file, text);
      const { data } = openKept(folder);
      expect(data.problems).toEqual([`${file}: ${why}; it is put aside as channels.damaged.json`]);
      expect([...(await data.channels.entries())]).toEqual(good);
      expect(readFileSync(join(folder, 'channels.damaged.json'), 'utf8')).toBe(text);
      data.close();
      const again = openKept(folder).data;
      expect([again.problems, [...(await again.channels.entries())]]).toEqual([[], good]);
    },
  );

  test('damaged twice are put aside twice', () => {
    const folder = tempFolder();
    for (const text of ['{', '[']) {
      writeFileSync(join(folder, 'channels.json'), text);
      openKept(folder).data.close();
    }
    expect(readdirSync(folder).sort()).toEqual([
      'channels.damaged-2.json',
      'channels.damaged.json',
    ]);
  });

  test('that can’t be read at all are put aside too', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'channels.json'));
    const { data } = openKept(folder);
    expect(data.problems).toEqual([expect.stringContaining("channels.json: can't be read")]);
    await data.channels.set('slack:T1:C1', 'vote');
    data.close();
    expect(await openKept(folder).data.channels.get('slack:T1:C1')).toBe('vote');
  });
});

describe('feedback', () => {
  const DAY = 86_400_000;

  test('is the answer and the verdict, and gone after 30 days', async () => {
    const folder = join(tempFolder(), 'feedback');
    let now = NOON;
    const book = fileFeedback(folder, () => now, leaveThere, fail);
    await book.note({ answer: 'vote 10-20', verdict: 'wrong-speaker' });
    expect(await book.lines()).toEqual([
      '{"at":"2026-11-22T12:00:00.000Z","answer":"vote 10-20","verdict":"wrong-speaker"}',
    ]);
    now += 30 * DAY;
    expect(await book.lines()).toHaveLength(1);
    now += DAY;
    expect(await book.lines()).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('that a kill cut short is left out, and what follows is kept', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, '2026-11-22.jsonl'), '{"at":"2026');
    const book = fileFeedback(folder, () => NOON, leaveThere, fail);
    expect(await book.lines()).toEqual([]);
    await book.note({ answer: 'vote 10-20', verdict: 'right' });
    expect(await book.lines()).toEqual([expect.stringContaining('"right"')]);
  });

  test('goes on beside what is no file of it', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'feedback/2026-11-22.jsonl'), { recursive: true });
    writeFileSync(join(folder, 'feedback/2026-11-21.jsonl'), Buffer.from([0, 255, 10, 123]));
    const { data } = openKept(folder);
    expect(data.problems).toEqual([
      expect.stringContaining('is no file; it is put aside as 2026-11-22.damaged.jsonl'),
    ]);
    await data.feedback.note({ answer: 'vote 10-20', verdict: 'right' });
    expect(await data.feedback.lines()).toEqual([expect.stringContaining('"right"')]);
    data.close();
  });

  test('goes on where a file is in the place of its folder', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'feedback'), 'x');
    const { data } = openKept(folder);
    expect(data.problems).toEqual([expect.stringContaining('put aside as feedback.damaged')]);
    await data.feedback.note({ answer: 'vote 10-20', verdict: 'right' });
    expect(await data.feedback.lines()).toHaveLength(1);
    data.close();
  });
});

/** Where nothing is to be told. */
function fail(line: string): void {
  throw new Error(line);
}
