import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { newest } from '../../src/store/record.ts';
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
  ['http://doc.wire.example/33X', true],
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
    [
      'that one file had, one after the other',
      { origin: '/in/latest.txt' },
      B,
      { origin: '/in/latest.txt' },
    ],
    ['at one place of two mailboxes', { origin: '/in/m.mbox#1' }, B, { origin: '/in/m.mbox#1' }],
    [
      'saved to files, whose pages call their section theirs',
      { known: known('https://a.example/news'), origin: '/in/1.html' },
      B,
      { known: known('https://a.example/news'), origin: '/in/2.html' },
    ],
  ])('%s stay two', async (_, first, text, second) => {
    const { store } = openKept(tempFolder());
    await store.add(incoming(A, { name: NEWS, ...first }));
    expect((await store.add(incoming(text, { name: NEWS, ...second }))).kind).toBe('added');
  });

  test.each([
    ['http://a.example/1', 'https://www.a.example/1/'],
    ['https://a.example/1', 'https://a.example/1?utm_source=mail&utm_medium=x#top'],
    ['https://a.example/1?id=7', 'https://a.example/1?id=7&fbclid=abc'],
  ])('at %s and %s are one', async (before, after) => {
    const { store } = openKept(tempFolder());
    await store.add(incoming(A, { name: 'a', known: known(before), origin: before }));
    const again = incoming(A.replace('noon', 'one'), {
      name: 'b',
      known: known(after),
      origin: after,
    });
    expect((await store.add(again)).kind).toBe('changed');
  });

  test.each([
    ['https://a.example/1?id=7', 'https://a.example/1?id=8'],
    ['https://a.example/1', 'https://b.example/1'],
  ])('at %s and %s are two', async (before, after) => {
    const { store } = openKept(tempFolder());
    await store.add(incoming(A, { name: NEWS, known: known(before), origin: before }));
    const other = incoming(B, { name: NEWS, known: known(after), origin: after });
    expect((await store.add(other)).kind).toBe('added');
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
