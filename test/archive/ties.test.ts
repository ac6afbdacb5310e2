import { expect, test } from 'vitest';
import { memoryArchive } from '../../src/archive/memory.ts';
import { readArticle } from '../../src/article/article.ts';
import { prepare } from '../../src/story/prepare.ts';
import { stem } from '../../src/text/stem.ts';

// a tie at the limit: which ones are offered at all hangs on its order
test.each([3, 12])(
  'of sentences as good as each other the same %i are offered, whatever the order in which stories came',
  async (limit) => {
    const text = 'The harbour reopened on Friday.\n\nThe harbour reopened on Friday.\n';
    const ids = ['quay', 'ash', 'mole', 'bell', 'pier', 'dock'];
    const offer = async (order: readonly string[]) => {
      const archive = memoryArchive();
      for (const id of order) archive.add(prepare(readArticle(id, text)));
      const found = await archive.findPassages([stem('harbour')], null, limit);
      return found.map(({ story, sentence }) => [story, sentence]);
    };
    const first = await offer(ids);
    expect(first).toHaveLength(limit);
    expect(await offer(ids.toReversed())).toEqual(first);
    expect(await offer(ids.toSorted())).toEqual(first);
  },
);
