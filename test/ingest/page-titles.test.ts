import { expect, test, vi } from 'vitest';
import { END, LEDE, MONEY, p, QUOTED, read } from './page-text.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time

const H = 'Light returns to the Point after forty years';
const STORY = [LEDE, QUOTED, MONEY, END].map(p).join('');
const SITE = '<meta property="og:site_name" content="Coast News">';
const TITLES = [
  `Coast News / ${H}`,
  `${H} / Coast News`,
  `Coast News - ${H}`,
  `Coast News | ${H}`,
  `${H} :: Coast News`,
  `${H} ~ Coast News`,
  `${H}|Coast News`,
  `${H} « Coast News`,
  `Coast News > News > ${H}`,
  `Point | ${H} | Coast News`,
];

test.each([...TITLES, `Coast News: ${H}`, `${H} (Coast News)`])(
  'the headline of a page titled %s, of a known site, has no site in it',
  async (title) => {
    const { known } = await read(
      `<title>${title}</title>${SITE}<body><h2>Menu</h2>${STORY}</body>`,
    );
    expect(known?.headline).toBe(H);
  },
);

test.each(TITLES)('the headline of a page titled %s is the line that it shows', async (title) => {
  const html = `<title>${title}</title><body><font size="6"><b>${H}</b></font><br>${STORY}</body>`;
  expect((await read(html)).known?.headline).toBe(H);
});

test.each(TITLES)(
  'the headline of a page titled %s is no heading that names the site',
  async (title) => {
    const html = `<title>${title}</title><body><h1>Coast News</h1><h2>Most read</h2><h3>${H}</h3>${STORY}</body>`;
    expect((await read(html)).known?.headline).toBe(H);
  },
);

test.each([
  [
    'stands over the text, where the title is the site',
    `<title>Coast News</title><body><h1>Menu</h1><article><h2>${H}</h2>${STORY}</article>`,
    H,
  ],
  [
    'has a space where it breaks',
    `<title>${H}</title><body><h1>Light returns to the Point<br>after forty years</h1>${STORY}`,
    H,
  ],
])('the headline %s', async (_, html, headline) => {
  expect((await read(html)).known?.headline).toBe(headline);
});
