import { describe, expect, test, vi } from 'vitest';
import { END, LEDE, MONEY, p, QUOTED, read } from './page-text.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time

const H = 'Light returns to the Point';
const STORY = [LEDE, QUOTED, MONEY, END];
const HTML = STORY.map(p).join('');
const HEAD = `<title>${H} - Coast News</title><meta name="description" content="${LEDE}">`;
const state = (value: unknown): string =>
  `<script>window.state = ${JSON.stringify(value).replace(/</g, '\\u003c')};</script>`;
const json = (value: unknown): string =>
  `<script type="application/json">${JSON.stringify(value)}</script>`;
const linked = (value: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const told = (text: string): readonly string[] => text.split('\n\n').filter((one) => one !== H);

describe('a page built by its scripts', () => {
  test.each<[string, string]>([
    ['one text', state({ menu: ['Home'], story: { title: H, body: HTML } })],
    ['a list of texts', json({ a: { story: { headline: H, paragraphs: STORY } } })],
    [
      'a list of blocks',
      json({
        story: { title: H, blocks: STORY.map((text) => ({ type: 'paragraph', data: { text } })) },
      }),
    ],
    [
      'blocks of many pieces',
      json({
        story: {
          headlines: { basic: H },
          content: STORY.map((text) => ({
            nodeType: 'paragraph',
            content: [
              { text: text.slice(0, 30) },
              { type: 'link', children: [{ text: text.slice(30) }] },
            ],
          })),
        },
      }),
    ],
    [
      'blocks in blocks, among pictures',
      json({
        model: {
          blocks: [
            {
              type: 'text',
              model: {
                blocks: STORY.slice(0, 2).map((text) => ({ type: 'paragraph', model: { text } })),
              },
            },
            {
              type: 'image',
              model: {
                text: 'The lamp in 1962, when the last keeper still polished it before tea.',
              },
            },
            {
              type: 'text',
              model: {
                blocks: STORY.slice(2).map((text) => ({ type: 'paragraph', model: { text } })),
              },
            },
          ],
        },
      }),
    ],
    [
      'a text that is parsed',
      `<script>start(JSON.parse(${JSON.stringify(JSON.stringify({ story: { title: H, body: HTML } }))}))</script>`,
    ],
    [
      'what a function is called with',
      `<script>load(function (a, b) { return [a, b]; }(${JSON.stringify(H)}, ${JSON.stringify(HTML)}))</script>`,
    ],
    ['a template', `<script type="text/template"><h1>${H}</h1>${HTML}</script>`],
    [
      'an attribute',
      `<div data-page="${JSON.stringify({ story: { title: H, text: HTML } }).replace(/"/g, '&quot;')}"></div>`,
    ],
    ['what readers without scripts get', `<noscript><div>${HTML}</div></noscript>`],
    [
      'a first paragraph and the rest',
      json({ story: { headline: H, standfirst: LEDE, text: STORY.slice(1).map(p).join('') } }),
    ],
  ])('is read from %s', async (_, data) => {
    const { text, known } = await read(`${HEAD}<body><div id="app">Loading</div>${data}</body>`);
    expect(known?.headline).toBe(H);
    expect(told(text)).toEqual(STORY);
  });

  test('is read whole where it shows its beginning', async () => {
    const data = json({ story: { headline: H, paragraphs: STORY } });
    const { text } = await read(
      `${HEAD}<body><h1>${H}</h1>${p(LEDE)}<button>More</button>${data}</body>`,
    );
    expect(told(text)).toEqual(STORY);
  });

  test('is what JSON-LD says, though it shows teasers of other stories', async () => {
    const teasers = Array.from(
      { length: 6 },
      (_, i) =>
        `<div><h3><a href="/${i}">Ferry ${i} sold</a></h3>${p(`Ferry number ${i} has found a home in the north at last, after nine years of waiting in the mud.`)}</div>`,
    );
    const data = linked({ '@type': 'NewsArticle', headline: H, articleBody: STORY.join('\n') });
    const { text } = await read(
      `${HEAD}${data}<body><div id="app"></div>${teasers.join('')}</body>`,
    );
    expect(told(text)).toEqual(STORY);
  });

  test('is called as its data say, where its title is the name of the site', async () => {
    const data = json({ story: { headline: H, publishedAt: '2022-11-03', body: HTML } });
    const { known } = await read(
      `<title>Coast News</title><body><div id="app"></div>${data}</body>`,
    );
    expect(known?.headline).toBe(H);
  });

  test.each([
    [
      'another story',
      json({ story: { headline: 'Ferry sold to Oldhaven', body: HTML.replace(LEDE, MONEY) } }),
    ],
    ['a text without a title', json({ terms: HTML.replace(LEDE, MONEY) })],
  ])('is not %s in its data', async (_, data) => {
    const html = `${HEAD}<body><h1>${H}</h1>${p(LEDE)}${p('The pier stays shut until the paint is dry.')}${data}</body>`;
    expect(told((await read(html)).text)[0]).toBe(LEDE);
  });
});
