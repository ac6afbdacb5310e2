import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { type Write, writeThrough } from '../../src/store/folder/disk.ts';
import { newest } from '../../src/store/record.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { incoming, NOON, openKept, tempFolder, VOTE } from './opened.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time

const LATER = VOTE.replace('£4m', '£5m');
const OTHER =
  'A ferry ran aground off the north pier on Friday. Nobody was hurt, the harbour master said.\n';

describe('stories that come in', () => {
  test('are kept word for word, in a folder of their own', async () => {
    const folder = tempFolder();
    const { store, archive } = openKept(folder);
    expect((await store.add(incoming(VOTE))).kind).toBe('added');
    expect(readFileSync(join(folder, 'stories/vote/1.txt'), 'utf8')).toBe(VOTE);
    expect(archive.at('vote')?.article.text).toBe(VOTE);
  });

  test('are there again after a restart, in the order they came', async () => {
    const folder = tempFolder();
    const opened = openKept(folder);
    await opened.store.add(incoming(VOTE));
    await opened.store.add(incoming(OTHER, { name: 'ferry' }));
    opened.data.close();
    const again = openKept(folder);
    expect((await again.archive.page(null, 0, 99)).map(({ id }) => id)).toEqual(['ferry', 'vote']);
    expect(again.archive.at('vote')?.article.text).toBe(VOTE);
    expect((await again.store.add(incoming(VOTE))).kind).toBe('same');
  });

  test('change nothing when the text is the same, under whatever name', async () => {
    const { store } = openKept(tempFolder());
    await store.add(incoming(VOTE));
    expect((await store.add(incoming(VOTE))).kind).toBe('same');
    expect((await store.add(incoming(VOTE, { name: 'copy', origin: '/elsewhere' }))).kind).toBe(
      'same',
    );
    expect(await store.page(0, 99)).toHaveLength(1);
  });

  test('bring new tags also when the text is the same', async () => {
    const { store } = openKept(tempFolder());
    await store.add(incoming(VOTE, { tags: ['bridges'] }));
    await store.add(incoming(VOTE, { tags: ['council'] }));
    expect((await store.find('vote'))?.tags).toEqual(['bridges', 'council']);
  });

  test('become a new version when the text has changed', async () => {
    const { store, archive } = openKept(tempFolder());
    await store.add(incoming(VOTE));
    const { kind, record } = await store.add(incoming(LATER));
    expect([kind, newest(record).number]).toEqual(['changed', 2]);
    expect(archive.at('vote')?.article.text).toBe(LATER);
    expect(await store.readVersion(record, 1)).toBe(VOTE);
  });

  test('can go back to an earlier text', async () => {
    const { store } = openKept(tempFolder());
    for (const text of [VOTE, LATER, VOTE]) await store.add(incoming(text));
    expect((await store.find('vote'))?.versions.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test('are another story when only the name is the same', async () => {
    const { store } = openKept(tempFolder());
    await store.add(incoming(VOTE));
    expect((await store.add(incoming(OTHER))).record.id).toBe('vote-2');
  });

  test('are known again by their address when everything else has changed', async () => {
    const { store } = openKept(tempFolder());
    const origin = 'https://news.example/vote';
    await store.add(incoming(VOTE, { origin }));
    expect((await store.add(incoming(OTHER, { name: 'renamed', origin }))).kind).toBe('changed');
  });
});

test.each([
  ['urn:newsml:wire.example:20260303:4711', true],
  ['tag:wire.example,2026:4711', true],
  ['4711', false], // may be anything in another file
])(
  'a newer version under another headline, in another file, is known by %s: %s',
  async (id, isSame) => {
    const { store } = openKept(tempFolder());
    const first = await store.add(incoming(VOTE, { name: 'vote', origin: `a.xml#${id}` }));
    const next = await store.add(incoming(OTHER, { name: 'bridge', origin: `b.xml#${id}` }));
    expect(next.kind).toBe(isSame ? 'changed' : 'added');
    expect(next.record.id === first.record.id).toBe(isSame);
  },
);

describe('two stories', () => {
  const NEWS = 'What we know so far';
  const known = (url: string | null) => ({ headline: NEWS, publisher: null, published: null, url });
  const told = (...told: readonly string[]): string => [NEWS, ...told].join('\n\n');
  const A = told(
    'A crane fell onto the quay at noon on Friday, the port said.',
    'Nobody was hurt. Two ships had to wait outside until the evening.',
    'This is a developing story.',
  );
  const B = told(
    'Thirty homes in Upper Marl lost power in the night after a storm.',
    'Engineers hope to mend the line by noon, the grid company said.',
    'This is a developing story.',
  );
  test.each<[string, Parameters<typeof incoming>[1], string, Parameters<typeof incoming>[1]]>([
    [
      'of one headline and two addresses',
      { known: known('https://a.example/1') },
      B,
      { known: known('https://b.example/1') },
    ],
    ['of one headline and no address', {}, B, {}],
    [
      'that share a sentence',
      {},
      B.replace(
        'This is',
        'Nobody was hurt. Two ships had to wait outside until the evening. This is',
      ),
      {},
    ],
    [
      'of mostly the same text and two addresses',
      { known: known('https://a.example/1') },
      A.replace('noon', 'one'),
      { known: known('https://b.example/2') },
    ],
    [
      'whose pages call the front page theirs',
      { known: known('https://a.example/') },
      B,
      { known: known('https://a.example/') },
    ],
    [
      'whose pages call a third one theirs',
      { known: known('https://a.example/all'), origin: 'https://a.example/1' },
      B,
      { known: known('https://a.example/all'), origin: 'https://a.example/2' },
    ],
  ])('%s stay two', async (_, first, text, second) => {
    const { store } = openKept(tempFolder());
    await store.add(incoming(A, { name: NEWS, ...first }));
    expect((await store.add(incoming(text, { name: NEWS, ...second }))).kind).toBe('added');
  });

  test('of one name are each known again', async () => {
    const { store } = openKept(tempFolder());
    for (const text of [A, B]) await store.add(incoming(text, { name: NEWS }));
    const again = await store.add(incoming(`${B}\n\nPower was back at ten.`, { name: NEWS }));
    expect([again.kind, again.record.id]).toEqual(['changed', 'what-we-know-so-far-2']);
  });
});

describe('stories that go', () => {
  test('are gone from the folder and from the archive', async () => {
    const folder = tempFolder();
    const { store, archive } = openKept(folder);
    await store.add(incoming(VOTE));
    expect(await store.remove('vote')).toBe(true);
    expect(existsSync(join(folder, 'stories/vote'))).toBe(false);
    expect([archive.at('vote'), await store.remove('vote')]).toEqual([null, false]);
    expect((await store.add(incoming(VOTE))).kind).toBe('added');
  });
});

describe('what is damaged', () => {
  const damage: readonly [string, string, string, RegExp][] = [
    ['a record cut short', 'story.json', '{"id": "vo', /vote\/story\.json: is no JSON/],
    ['a record of another story', 'story.json', '{"id": "x"}', /id is not the folder's name/],
    ['a text that was edited', '1.txt', 'Something else.', /vote\/1\.txt: is not what was stored/],
    ['an empty text', '1.txt', '', /vote\/1\.txt: is not what was stored/],
  ];
  test.each(damage)('%s costs that story only', async (_, file, content, line) => {
    const folder = tempFolder();
    const opened = openKept(folder);
    await opened.store.add(incoming(VOTE));
    await opened.store.add(incoming(OTHER, { name: 'ferry' }));
    opened.data.close();
    writeFileSync(join(folder, 'stories/vote', file), content);
    const again = openKept(folder);
    expect(again.problems).toEqual([expect.stringMatching(line)]);
    expect((await again.archive.page(null, 0, 99)).map(({ id }) => id)).toEqual(['ferry']);
    expect((await again.store.add(incoming(VOTE))).record.id).toBe('vote-2');
    expect(readFileSync(join(folder, 'stories/vote', file), 'utf8')).toBe(content);
  });

  test.each([
    ['1.txt', [], ['vote'], LATER],
    ['2.txt', [expect.stringContaining('vote/2.txt: is not what was stored')], [], undefined],
  ])('of two versions, in %s, costs no more than that version', async (file, lines, ids, text) => {
    const folder = tempFolder();
    const opened = openKept(folder);
    await opened.store.add(incoming(VOTE));
    await opened.store.add(incoming(LATER));
    opened.data.close();
    writeFileSync(join(folder, 'stories/vote', file), 'Something else.');
    const { problems, archive, store } = openKept(folder);
    expect(problems).toEqual(lines);
    expect((await archive.page(null, 0, 99)).map(({ id }) => id)).toEqual(ids);
    expect(archive.at('vote')?.article.text).toBe(text);
    const again = await store.add(incoming(`${LATER}More is known.\n`));
    expect(again.record.id).toBe(ids[0] ?? 'vote-2');
  });

  test('a record that points outside its folder is not followed', async () => {
    const folder = tempFolder();
    const opened = openKept(folder);
    await opened.store.add(incoming(VOTE));
    opened.data.close();
    const file = join(folder, 'stories/vote/story.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"1.txt"', '"../../../secret.txt"'));
    expect(openKept(folder).problems).toEqual([expect.stringContaining('versions.file')]);
  });

  test('what a killed process left half written is cleared away', () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'stories/.unfinished-1-vote'), { recursive: true });
    const { problems } = openKept(folder);
    expect([problems, existsSync(join(folder, 'stories/.unfinished-1-vote'))]).toEqual([[], false]);
  });
});

describe('a disk that is full', () => {
  /** Fails at the nth file, and leaves half of it there, as a full disk does. */
  function fullAfter(files: number): Write {
    let left = files;
    return (file, text) => {
      left -= 1;
      if (left >= 0) return writeThrough(file, text);
      writeFileSync(file, text.slice(0, text.length / 2));
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
  }

  test.each([0, 1])('adds nothing when file %i of a new story fails', async (files) => {
    const folder = tempFolder();
    const { store, archive, data } = openKept(folder, undefined, fullAfter(files));
    await expect(store.add(incoming(VOTE))).rejects.toThrow(
      /vote: can't be kept \(there is no space left\)/,
    );
    expect([await archive.page(null, 0, 99), await store.page(0, 99)]).toEqual([[], []]);
    data.close();
    expect(openKept(folder).problems).toEqual([]);
  });

  test.each([2, 3])('keeps the last good state when file %i fails, of a change', async (files) => {
    const folder = tempFolder();
    const { store, archive, data } = openKept(folder, undefined, fullAfter(files));
    await store.add(incoming(VOTE));
    await expect(store.add(incoming(LATER))).rejects.toThrow(StoreError);
    expect(archive.at('vote')?.article.text).toBe(VOTE);
    data.close();
    const again = openKept(folder);
    expect([again.problems, again.archive.at('vote')?.article.text]).toEqual([[], VOTE]);
    expect((await again.store.add(incoming(LATER))).kind).toBe('changed');
  });
});

test('versions say when they came in', async () => {
  let now = NOON;
  const { store } = openKept(tempFolder(), () => now);
  await store.add(incoming(VOTE));
  now += 3_600_000;
  const { record } = await store.add(incoming(LATER));
  expect(record.versions.map(({ added }) => added)).toEqual([
    '2026-11-22T12:00:00.000Z',
    '2026-11-22T13:00:00.000Z',
  ]);
});
