import { expect, test } from 'vitest';
import { readPasted } from '../../src/ingest/read.ts';
import { readTextFields } from '../../src/ingest/text-fields.ts';

const H = 'The rain in Ives that would not stop';
const STORY =
  'The mayor of Ives said on Monday that her town had done all that it could against the rain.\n\nIt would not stop before Friday, she said, and nobody had asked for a third wet week.';
const MENU = 'Home\nNews\nSport\nLog in\n';

test.each<[string, string | null, string | null]>([
  [`${H}\nBy Tom Bell\n3 March 2024`, 'Tom Bell', '2024-03-03'],
  [`${MENU}${H}\nWritten by Tom Bell\nPublished 3 March 2024`, 'Tom Bell', '2024-03-03'],
  [`${MENU}${H}\nTom Bell\n3 March 2024 8:15 am\nShare`, 'Tom Bell', '2024-03-03T08:15'],
  [
    `${MENU}${H}\nTom Bell\nChief reporter\nMarch 3, 2024 at 9:15 am`,
    'Tom Bell',
    '2024-03-03T09:15',
  ],
  [`Tuesday, 5 March 2024\n${MENU}${H}\nBy Tom Bell\n3 March 2024`, 'Tom Bell', '2024-03-03'],
  [`${MENU}${H}\nPosted on 3 March 2024 by Tom Bell`, 'Tom Bell', '2024-03-03'],
  [`${MENU}${H}\nTom Bell | Ives Echo | Mar 3, 2024`, 'Tom Bell', '2024-03-03'],
  [`${MENU}${H}\nUpdated: 4 March 2024\nPublished: 3 March 2024`, null, '2024-03-03'],
  [`${MENU}${H}\nVon Tom Bell\n3. März 2024, 10:15 Uhr`, 'Tom Bell', '2024-03-03T10:15'],
  [`${MENU}${H}\nTom Bell\nFollow`, 'Tom Bell', null],
  [`${H}\n03/04/2024`, null, null], // one of two days
  [`${H}\nIves Echo`, null, null],
  [H, null, null],
])('%s is by %s, of %s', (above, byline, published) => {
  const fields = readTextFields(`${above}\n\n${STORY}`, 0);
  expect([fields.byline, fields.known?.published ?? null]).toEqual([byline, published]);
  if (fields.known !== null) expect(fields.known.headline).toBe(H);
});

test('front matter says when a story was published, not a line above it', () => {
  const matter = '---\npublisher: Ives Echo\n---\n';
  expect(readTextFields(`${matter}${H}\n3 March 2024\n\n${STORY}`, matter.length).known).toBeNull();
});

test('a pasted page has its byline and date', async () => {
  const text = `${MENU}${H}\nWritten by Tom Bell\n3 March 2024\n\n${STORY}\n\nPrivacy policy`;
  const [story] = (await readPasted(new TextEncoder().encode(text))).incoming;
  expect([story?.byline, story?.known?.published]).toEqual(['Tom Bell', '2024-03-03']);
});
