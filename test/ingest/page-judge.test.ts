import { expect, test } from 'vitest';
import { parsePage } from '../../src/ingest/dom.ts';
import { chooseBlocks } from '../../src/ingest/page-body.ts';
import { describeBlocks, judgeBlocks } from '../../src/ingest/page-judge.ts';
import { END, LEDE, MONEY, p, QUOTED } from './page-text.ts';

const NOTHING = { articleBody: [], description: null, headline: 'Light returns' };
const STORY = [LEDE, QUOTED, MONEY, END];

async function choose(after: string) {
  const html = `<h1>Light returns</h1><article>${STORY.map(p).join('')}${after}</article>`;
  return chooseBlocks(await parsePage(html), NOTHING);
}

test('a block is described by as many numbers as there are weights', async () => {
  const { all, chosen } = await choose('<p>Read also: Ferry sold</p>');
  const rows = describeBlocks(all, chosen, 'Light returns');
  expect(rows).toHaveLength(all.length);
  const one = { weights: Array.from({ length: rows[0]?.length ?? 0 }, () => 0), offset: 9 };
  expect(rows.every((row) => row.every(Number.isFinite))).toBe(true);
  expect(judgeBlocks(all, chosen, 'Light returns', one).length).toBeGreaterThanOrEqual(chosen.size);
});

test('what the rules chose is dropped only where it is surely not the story', async () => {
  const { all, chosen } = await choose(p(LEDE.replace('June', 'May')));
  const unsure = { weights: [], offset: -0.9 };
  expect(judgeBlocks(all, chosen, null, unsure)).toHaveLength(chosen.size);
});

test('a page of which nothing would be left is as the rules have it', async () => {
  const { all, chosen } = await choose(p(LEDE.replace('June', 'May')));
  expect(judgeBlocks(all, chosen, null, { weights: [], offset: -9 })).toHaveLength(chosen.size);
});

test('a line that somebody says is never dropped', async () => {
  const { all, chosen } = await choose('<p>– „Ok.“</p><p>Sheets of paper</p><p>And so on.</p>');
  const harsh = { weights: [0, 0, 0, 0, 1], offset: -4 }; // what is short is not the story
  const kept = judgeBlocks(all, chosen, null, harsh).map(({ text }) => text);
  expect(kept).toContain('– „Ok.“');
  expect(kept).not.toContain('And so on.');
});
