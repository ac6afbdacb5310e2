import { describe, expect, test } from 'vitest';
import type { Holdings } from '../../src/archive/archive.ts';
import { EVERY_STORY } from '../../src/archive/scope.ts';
import { BRIDGE, FERRY_KNOWN, fill, SCOPES, storyOf } from './archive.ts';

/** What every catalogue must do of what was put into its archive; each test over an empty one. */
export function describeCatalogue(name: string, make: () => Holdings | Promise<Holdings>): void {
  const filled = async (): Promise<Holdings> => {
    const holdings = await make();
    await fill(holdings);
    return holdings;
  };
  const idsOf = async (holdings: Holdings, from = 0, limit = 10) =>
    (await holdings.page(null, from, limit)).map(({ id }) => id);

  describe(`${name} is a catalogue`, () => {
    test('finds a story by its id, and none by another', async () => {
      const holdings = await filled();
      expect((await holdings.find('ferry'))?.article.id).toBe('ferry');
      expect(await holdings.find('tunnel')).toBeNull();
    });

    test('opens many stories at once, and leaves out what is not there', async () => {
      const open = await (await filled()).open(['ferry', 'nothing', 'bridge']);
      expect([...open.keys()].sort()).toEqual(['bridge', 'ferry']);
      expect(open.get('bridge')?.article.text).toBe(BRIDGE);
      expect(open.get('bridge')?.sentences).toHaveLength(2);
    });

    test('pages through the stories in the order they came', async () => {
      const holdings = await filled();
      expect(await holdings.page(null, 0, 10)).toMatchObject([
        { id: 'bridge', headline: null, publisher: 'AFP', published: '2016-03-31' },
        { id: 'ferry', headline: null, publisher: 'Coast News' },
      ]);
      expect([
        await idsOf(holdings, 1),
        await idsOf(holdings, 0, 1),
        await idsOf(holdings, 2),
      ]).toEqual([['ferry'], ['bridge'], []]);
    });

    test('a story that comes again keeps its place', async () => {
      const holdings = await filled();
      await holdings.put(storyOf('bridge', 'The boat sank.'), FERRY_KNOWN);
      expect(await idsOf(holdings)).toEqual(['bridge', 'ferry']);
      expect((await holdings.find('bridge'))?.article.text).toBe('The boat sank.');
    });

    test('a removed story is gone, and comes last when it comes again', async () => {
      const holdings = await filled();
      await holdings.remove('bridge');
      expect([await holdings.find('bridge'), await idsOf(holdings)]).toEqual([null, ['ferry']]);
      await holdings.put(storyOf('bridge', BRIDGE), FERRY_KNOWN);
      expect(await idsOf(holdings)).toEqual(['ferry', 'bridge']);
    });

    test.each(SCOPES)('counts and pages what %s means', async (_, part, ids) => {
      const holdings = await filled();
      const scope = { ...EVERY_STORY, ...part };
      expect((await holdings.page(scope, 0, 10)).map(({ id }) => id)).toEqual(ids);
      expect(await holdings.count(scope)).toBe(ids.length);
    });

    test('names who published and wrote the stories of a scope, each once', async () => {
      const holdings = await filled();
      expect(await holdings.names(null)).toEqual(['AFP', 'Coast News', 'Jo Lee']);
      expect(await holdings.names({ ...EVERY_STORY, tag: 'ships' })).toEqual([
        'Coast News',
        'Jo Lee',
      ]);
    });

    test.each([
      ['ferry', 'ferry'],
      [' FERRY ', 'ferry'],
      ['fer', 'ferry'],
      ['2', 'ferry'],
      ['3', null],
      ['the council voted', 'bridge'], // how it begins, where there is no headline
      ['The council voted to […]', 'bridge'],
      ['a new', 'ferry'],
      ['100%', null],
      ['f_r', null],
      ['\u0000', null],
      ['', null], // both begin so
    ])('by %j looks up %j', async (wanted, id) => {
      expect(await (await filled()).lookUp(wanted)).toBe(id);
    });
  });
}
