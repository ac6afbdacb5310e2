import { describe, expect, test } from 'vitest';
import type { Holdings } from '../../src/archive/archive.ts';
import { EVERY_STORY } from '../../src/archive/scope.ts';
import { newest } from '../../src/store/record.ts';
import { allRecords, type Store } from '../../src/store/store.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { readSpans } from '../../src/store/unchanged.ts';
import { incoming, VOTE } from '../store/opened.ts';

const LATER = VOTE.replace('£4m', '£5m');
const OTHER =
  'A ferry ran aground off the north pier on Friday. Nobody was hurt, the harbour master said.\n';

/** A store, empty, and what it feeds. */
export interface Fed {
  readonly store: Store;
  readonly holdings: Holdings;
}

/** What every store must do; each implementation runs it, each test over an empty one. */
export function describeStore(name: string, make: () => Fed | Promise<Fed>): void {
  describe(`${name} is a store`, () => {
    test('keeps a story word for word, and it is asked', async () => {
      const { store, holdings } = await make();
      const { kind, record } = await store.add(incoming(VOTE));
      expect([kind, record.id]).toEqual(['added', 'vote']);
      expect(await store.readVersion(record, 1)).toBe(VOTE);
      expect((await store.readArticle(record)).text).toBe(VOTE);
      expect((await holdings.find('vote'))?.article.text).toBe(VOTE);
      expect(await holdings.findPassages(['bridg'], null, 9)).toMatchObject([{ story: 'vote' }]);
    });

    test('keeps whatever a text holds', async () => {
      const { store } = await make();
      const text = 'Ode said\u0000 “🙂” cost £4m, \\u0000 and e\u0301.\n';
      const { record } = await store.add(incoming(text, { tags: ['a\u0000b', "x'; --"] }));
      expect(await store.readVersion(record, 1)).toBe(text);
      expect((await store.find(record.id))?.tags).toEqual(['a\u0000b', "x'; --"]);
    });

    test('changes nothing when the text is the same, under whatever name', async () => {
      const { store } = await make();
      await store.add(incoming(VOTE));
      expect((await store.add(incoming(VOTE))).kind).toBe('same');
      const copy = incoming(VOTE, { name: 'copy', origin: '/elsewhere' });
      expect((await store.add(copy)).kind).toBe('same');
      expect(await store.page(0, 99)).toHaveLength(1);
    });

    test('takes new tags also when the text is the same, and is asked by them', async () => {
      const { store, holdings } = await make();
      await store.add(incoming(VOTE, { tags: ['bridges'] }));
      await store.add(incoming(VOTE, { tags: ['council'] }));
      expect((await store.find('vote'))?.tags).toEqual(['bridges', 'council']);
      expect(await holdings.count({ ...EVERY_STORY, tag: 'council' })).toBe(1);
    });

    test('makes a new version when the text has changed, and can go back', async () => {
      const { store, holdings } = await make();
      await store.add(incoming(VOTE));
      const { kind, record } = await store.add(incoming(LATER));
      expect([kind, newest(record).number]).toEqual(['changed', 2]);
      expect((await holdings.find('vote'))?.article.text).toBe(LATER);
      expect(await store.readVersion(record, 1)).toBe(VOTE);
      await store.add(incoming(VOTE));
      expect((await store.find('vote'))?.versions.map(({ number }) => number)).toEqual([1, 2, 3]);
      expect((await holdings.find('vote'))?.article.text).toBe(VOTE);
    });

    test('knows where a new version is as it was before, whatever else comes to be known', async () => {
      const { store } = await make();
      await store.add(incoming(VOTE));
      expect((await store.find('vote'))?.unchanged).toBe(null);
      await store.add(incoming(LATER));
      await store.add(incoming(LATER, { tags: ['bridges'] }));
      const [at, from] = [LATER.indexOf('£5m'), LATER.indexOf('5m')];
      const { unchanged = null } = (await store.find('vote')) ?? {};
      const spans = readSpans(unchanged ?? '');
      expect(spans[0]).toMatchObject({ start: 0 });
      expect(spans.some(({ start, end }) => start < at && at + 3 <= end)).toBe(false);
      expect(spans.some(({ start, end }) => start < at - 9 && end >= from)).toBe(true);
    });

    test('takes another text of the same name for another story', async () => {
      const { store } = await make();
      await store.add(incoming(VOTE));
      expect((await store.add(incoming(OTHER))).record.id).toBe('vote-2');
    });

    test('knows a story again by its address when everything else has changed', async () => {
      const { store } = await make();
      const origin = 'https://news.example/vote';
      await store.add(incoming(VOTE, { origin }));
      expect((await store.findFrom(origin))?.id).toBe('vote');
      expect((await store.findFrom('http://www.news.example/vote/?utm_source=x'))?.id).toBe('vote');
      expect(await store.findFrom('https://news.example/')).toBeNull();
      const renamed = incoming(OTHER, { name: 'renamed', origin });
      expect((await store.add(renamed)).kind).toBe('changed');
    });

    test('gives every story that comes at once a name of its own', async () => {
      const { store, holdings } = await make();
      const texts = Array.from({ length: 8 }, (_, n) =>
        `${['Ada', 'Ben', 'Cia', 'Dov', 'Eve', 'Fay', 'Gil', 'Hua'][n]} won prize ${n * 37} at the ${n}th fair of Norham.\n`.repeat(
          n + 1,
        ),
      );
      const added = await Promise.all(texts.map((text) => store.add(incoming(text))));
      expect(new Set(added.map(({ record }) => record.id)).size).toBe(8);
      expect(added.every(({ kind }) => kind === 'added')).toBe(true);
      expect(await holdings.count(null)).toBe(8);
    });

    test('pages through the stories in the order they came', async () => {
      const { store } = await make();
      for (const name of ['c', 'a', 'b'])
        await store.add(incoming(`${name} ${OTHER}`.repeat(2), { name, origin: name }));
      const ids: string[] = [];
      for await (const { id } of allRecords(store)) ids.push(id);
      expect(ids).toEqual(['c', 'a', 'b']);
      expect((await store.page(1, 1)).map(({ id }) => id)).toEqual(['a']);
      expect(await store.page(3, 1)).toEqual([]);
    });

    test('removes a story with all that is known of it', async () => {
      const { store, holdings } = await make();
      const { record } = await store.add(incoming(VOTE));
      expect(await store.remove('vote')).toBe(true);
      expect([await store.find('vote'), await holdings.find('vote')]).toEqual([null, null]);
      expect(await holdings.findPassages(['bridg'], null, 9)).toEqual([]);
      await expect(store.readVersion(record, 1)).rejects.toThrow(StoreError);
      expect(await store.remove('vote')).toBe(false);
      expect((await store.add(incoming(VOTE))).kind).toBe('added');
    });

    test('refuses what is no story, and then nothing has changed', async () => {
      const { store } = await make();
      await expect(store.add(incoming(' \n'))).rejects.toThrow();
      expect(await store.page(0, 9)).toEqual([]);
    });

    test('has no version that was never there', async () => {
      const { store } = await make();
      const { record } = await store.add(incoming(VOTE));
      await expect(store.readVersion(record, 2)).rejects.toThrow(StoreError);
    });

    test('keeps what each channel is about', async () => {
      const { channels } = (await make()).store;
      expect(await channels.get('slack:T1:C1')).toBeNull();
      await channels.set('slack:T1:C1', 'vote');
      await channels.set('slack:T1:C2', 'tag:bridges');
      await channels.set('slack:T1:C2', '');
      expect(await channels.get('slack:T1:C1')).toBe('vote');
      expect([...(await channels.entries())]).toEqual([
        ['slack:T1:C1', 'vote'],
        ['slack:T1:C2', ''],
      ]);
    });
  });
}

/** What every store that keeps feedback must do with it, at noon of 22 November 2026. */
export function describeFeedback(name: string, make: () => Fed | Promise<Fed>): void {
  describe(`${name} keeps feedback`, () => {
    const LINE = '{"at":"2026-11-22T12:00:00.000Z","answer":"vote 10-20","verdict":"right"}';

    test('as the answer and the verdict', async () => {
      const { feedback } = (await make()).store;
      await feedback.note({ answer: 'vote 10-20', verdict: 'right' });
      expect(await feedback.lines()).toEqual([LINE]);
    });

    test('that was kept elsewhere, once, and neither what is old nor what is none', async () => {
      const { feedback } = (await make()).store;
      const old = LINE.replace('2026-11-22', '2026-10-01');
      for (const line of [LINE, LINE, old, LINE.replace('vote', '“vote”'), '{}'])
        await feedback.restore(line);
      expect(await feedback.lines()).toEqual([LINE]);
    });
  });
}
