import { describe, expect, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { prepare } from '../../src/story/prepare.ts';
import type { Story } from '../../src/story/story.ts';
import { stem } from '../../src/text/stem.ts';

const BRIDGE = 'The council voted to close the old bridge. Traffic will use the tunnel until May.';
const FERRY =
  'A new ferry crosses the river each hour. The ferry carries 300 cars.\nThe US paid for it.';

function storyOf(id: string, text: string): Story {
  const about = { headline: null, publisher: null, published: null, url: null };
  return prepare({ id, text, body: { start: 0, end: text.length }, ...about });
}

/** What every archive must do; each implementation runs it over an empty one. */
export function describeArchive(name: string, make: () => Archive): void {
  const filled = (): Archive => {
    const archive = make();
    archive.add(storyOf('bridge', BRIDGE));
    archive.add(storyOf('ferry', FERRY));
    return archive;
  };
  const search = (
    archive: Archive,
    words: string,
    within: readonly string[] | null = null,
    limit = 10,
  ) =>
    archive
      .findPassages(words.split(' ').map(stem), within, limit)
      .map(({ story, sentence }) => story.article.text.slice(sentence.start, sentence.end));

  describe(`${name} is an archive`, () => {
    test('finds a story by its id, and none by another', () => {
      expect(filled().find('ferry')?.article.id).toBe('ferry');
      expect(filled().find('tunnel')).toBeNull();
    });

    test('lists the stories in the order they came', () => {
      expect(
        filled()
          .list()
          .map(({ article }) => article.id),
      ).toEqual(['bridge', 'ferry']);
    });

    test.each([
      ['bridges', ['The council voted to close the old bridge.']],
      [
        'ferries carrying',
        ['The ferry carries 300 cars.', 'A new ferry crosses the river each hour.'],
      ],
      ['tunnels traffic', ['Traffic will use the tunnel until May.']],
      ['300', ['The ferry carries 300 cars.']],
      ['zebra', []],
    ])('finds sentences for %j by their stems, best first', (words, found) => {
      expect(search(filled(), words)).toEqual(found);
    });

    test('counts the sentences of some stories, or of all', () => {
      const archive = filled();
      expect(archive.countSentences(null)).toBe(5);
      expect(archive.countSentences(['bridge', 'nothing'])).toBe(2);
      archive.remove('bridge');
      expect([archive.countSentences(null), archive.countSentences(['bridge'])]).toEqual([3, 0]);
    });

    test('offers no more than asked for', () => {
      expect(search(filled(), 'ferry', null, 1)).toHaveLength(1);
      expect(search(filled(), 'ferry', null, 0)).toEqual([]);
    });

    test('keeps to the stories it is told', () => {
      expect(search(filled(), 'ferry bridge', ['bridge'])).toEqual([
        'The council voted to close the old bridge.',
      ]);
      expect(search(filled(), 'ferry', [])).toEqual([]);
    });

    test('scores fall from the first to the last', () => {
      const scores = filled()
        .findPassages(['ferri', 'carri', 'river'], null, 10)
        .map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    });

    test('a story added again takes the place of the old one', () => {
      const archive = filled();
      archive.add(storyOf('ferry', 'The boat sank.'));
      expect(search(archive, 'ferry')).toEqual([]);
      expect(search(archive, 'boat')).toEqual(['The boat sank.']);
      expect(archive.list()).toHaveLength(2);
    });

    test('offers the same, with the same scores, whatever came, changed and went before', () => {
      const texts = Array.from({ length: 30 }, (_, n): readonly [string, string] => [
        `port-${n}`,
        `The harbour at Port ${n % 7} reopened on Friday.\nThe ferry sails again, ${n % 5} times a day.`,
      ]);
      const offered = (archive: Archive) =>
        [['harbour', 'ferri'], ['ferri'], ['port', '3'], ['sail', 'friday']].map((stems) =>
          archive
            .findPassages(stems, null, 12)
            .map(({ story, sentence, score }) => [story.article.id, sentence.index, score]),
        );
      const anew = make();
      for (const [id, text] of texts) anew.add(storyOf(id, text));
      const grown = make();
      for (const [id] of [...texts].reverse()) grown.add(storyOf(id, 'The ferry port. A harbour.'));
      grown.add(storyOf('gone', 'The harbour, the ferry, the port.'));
      offered(grown);
      for (const [id, text] of [...texts.slice(9), ...texts.slice(0, 9)])
        grown.add(storyOf(id, text));
      grown.remove('gone');
      expect(offered(grown)).toEqual(offered(anew));
      expect(offered(grown)).toEqual(offered(anew)); // asked again
    });

    test('a story added again keeps its place in the list', () => {
      const archive = filled();
      archive.add(storyOf('bridge', FERRY));
      expect(archive.list().map(({ article }) => article.id)).toEqual(['bridge', 'ferry']);
    });

    test('a removed story is gone; removing what is not there does nothing', () => {
      const archive = filled();
      archive.remove('ferry');
      archive.remove('nothing');
      expect(archive.find('ferry')).toBeNull();
      expect(search(archive, 'ferry')).toEqual([]);
      expect(search(archive, 'bridge')).toHaveLength(1);
    });

    test('no stems find nothing', () => {
      expect(filled().findPassages([], null, 10)).toEqual([]);
    });

    test.each(['constructor', '__proto__', 'toString', '', '\n'])(
      'takes %j for a word like any other',
      (word) => {
        expect(filled().findPassages([word], null, 10)).toEqual([]);
      },
    );
  });
}
