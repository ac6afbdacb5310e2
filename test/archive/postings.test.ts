import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { createPostings, type Postings } from '../../src/archive/postings.ts';

const stem = fc.constantFrom(
  'elect',
  'council',
  'bridg',
  'ferri',
  'tunnel',
  'constructor',
  '__proto__',
);
const sentence = fc.uniqueArray(stem, { maxLength: 5 });
const sentences = fc.array(sentence, { minLength: 1, maxLength: 40 });
const everywhere = (): boolean => true;

function fill(rows: readonly (readonly string[])[]): Postings {
  const postings = createPostings();
  for (const [row, stems] of rows.entries()) postings.add(row, stems);
  return postings;
}

/** The yardstick: MiniSearch, set so that a sentence's length and a second mention say nothing. */
function search(rows: readonly (readonly string[])[], stems: readonly string[]) {
  const index = new MiniSearch<{ readonly id: number; readonly stems: readonly string[] }>({
    fields: ['stems'],
    extractField: (row, field) => (field === 'id' ? row.id : row.stems.join('\n')) as string,
    tokenize: (text) => text.split('\n'),
    processTerm: (term) => term || null,
  });
  index.addAll(rows.map((of, id) => ({ id, stems: of })));
  return index
    .search(stems.join('\n'), { bm25: { k: 0.6, b: 0, d: 0 }, combineWith: 'OR' })
    .map(({ id, score, queryTerms }) => ({
      row: Number(id),
      score: Number((score / queryTerms.length).toFixed(9)), // alike is alike, however it was summed
    }))
    .sort((a, b) => b.score - a.score || a.row - b.row);
}

const show = (hits: readonly { readonly row: number; readonly score: number }[]) =>
  hits.map(({ row, score }) => `${row} ${score.toFixed(9)}`);

test('finds what MiniSearch finds, in the same order and with the same scores', () => {
  fc.assert(
    fc.property(sentences, sentence, (rows, asked) => {
      const found = fill(rows).search(asked, 100, everywhere);
      expect(show(found)).toEqual(show(search(rows, asked)));
    }),
  );
});

test('gives the first of them, however few are wanted', () => {
  fc.assert(
    fc.property(sentences, sentence, fc.nat(8), (rows, asked, limit) => {
      const postings = fill(rows);
      const all = postings.search(asked, 100, everywhere);
      expect(postings.search(asked, limit, everywhere)).toEqual(all.slice(0, limit));
      const even = (row: number): boolean => row % 2 === 0;
      const half = all.filter(({ row }) => even(row));
      expect(postings.search(asked, limit, even)).toEqual(half.slice(0, limit));
    }),
  );
});

test('is the same when it is saved and read, and goes on from there', () => {
  fc.assert(
    fc.property(sentences, sentences, sentence, (rows, later, asked) => {
      const read = createPostings(fill(rows).save());
      expect(read.search(asked, 100, everywhere)).toEqual(
        fill(rows).search(asked, 100, everywhere),
      );
      for (const [i, stems] of later.entries()) read.add(rows.length + i, stems);
      const all = fill([...rows, ...later]);
      expect(read.search(asked, 100, everywhere)).toEqual(all.search(asked, 100, everywhere));
    }),
  );
});

test('is as if what was removed had never been there', () => {
  fc.assert(
    fc.property(sentences, sentences, sentences, sentence, (before, gone, after, asked) => {
      const postings = fill([...before, ...gone, ...after]);
      const end = before.length + gone.length;
      postings.remove(before.length, end);
      const found = postings.search(asked, 200, everywhere);
      const moved = found.map(({ row, score }) => ({
        row: row < end ? row : row - gone.length,
        score,
      }));
      expect(show(moved)).toEqual(show(fill([...before, ...after]).search(asked, 200, everywhere)));
    }),
  );
});

test('does not read what is damaged', () => {
  const { rows, ...saved } = fill([['elect'], ['elect', 'council']]).save();
  expect(() => createPostings({ ...saved, rows: rows.slice(1) })).toThrow(RangeError);
});
