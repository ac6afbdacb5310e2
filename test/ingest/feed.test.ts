import { describe, expect, test, vi } from 'vitest';
import { readFeed } from '../../src/ingest/feed.ts';
import { FIRST, SECOND, THIRD } from './page-text.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time
const long = (text: string): string =>
  `<p>${FIRST}</p><p>${text}</p><p>${SECOND}</p><p>${THIRD}</p><p>${FIRST} Again.</p>`;

function rss(items: string): string {
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Coast News</title>${items}</channel></rss>`;
}

describe('a feed', () => {
  test('in RSS gives its full texts, and the pages of the others', async () => {
    const { incoming, pages, problems } = await readFeed(
      rss(`<item><title>Bridge &amp; ferry</title><link>https://news.example/1</link><pubDate>Tue, 03 Mar 2026 10:15:00 GMT</pubDate><category>Local News</category><content:encoded><![CDATA[${long('It is <b>very</b> old, and <i>rusty</i> too.')}]]></content:encoded></item>
      <item><title>Short</title><link>https://news.example/2</link><description>Only a summary …</description></item>`),
      'feed.rss',
    );
    expect(incoming).toMatchObject([
      {
        known: {
          headline: 'Bridge & ferry',
          publisher: 'Coast News',
          url: 'https://news.example/1',
        },
        tags: ['local-news'],
      },
    ]);
    expect(incoming[0]?.text.split('\n\n').slice(0, 3)).toEqual([
      'Bridge & ferry',
      FIRST,
      'It is very old, and rusty too.',
    ]);
    expect(pages).toMatchObject([{ address: 'https://news.example/2', label: 'feed.rss: item 2' }]);
    expect(problems).toEqual([]);
  });

  test.each([
    ['[&amp;#8230;]', 'a mark that it was cut'],
    ['</p><p><a href="https://news.example/9">Continue reading</a>', 'a link to the rest'],
    [
      '[&amp;#8230;]</p><p>The post Lamp lit appeared first on Coast News.',
      'a signature behind that',
    ],
    ['</p><p>Läs mer', 'Swedish'],
    ['</p><p>Czytaj dalej…', 'Polish'],
    ['</p><p>Читать далее →', 'Russian'],
    ['</p><p>続きを読む', 'Japanese'],
  ])('item that ends with %s (%s) is a summary', async (end) => {
    const item = `<item><title>Lamp</title><link>https://news.example/9</link><content:encoded>&lt;p&gt;${`${FIRST} ${THIRD} ${FIRST} ${end}`.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}&lt;/p&gt;</content:encoded></item>`;
    const { incoming, pages } = await readFeed(rss(item), 'lamp.rss');
    expect([incoming.length, pages.length]).toEqual([0, 1]);
  });

  test.each([
    ['Inlägget Lamp lit at last dök först upp på Coast News.', true],
    ['Artykuł Lamp lit at last pochodzi z serwisu Coast News.', true],
    ['投稿 Lamp lit at last は Coast News に最初に表示されました。', true],
    ['Lamp lit at last yazısı ilk önce Coast News üzerinde ortaya çıktı.', true],
    [
      '“Lamp lit at last” was what the keeper had painted above his door, and Coast News printed it.',
      false,
    ],
  ])('has %s under its item left out: %s', async (line, isOut) => {
    const item = `<item><title>Lamp lit at last</title><link>https://news.example/9</link><content:encoded><![CDATA[${long('It is old.')}<p>${line}</p>]]></content:encoded></item>`;
    const { incoming } = await readFeed(rss(item), 'lamp.rss');
    expect(incoming[0]?.text.endsWith(line)).toBe(!isOut);
  });

  test('in JSON may have plain text, and news in brief', async () => {
    const item = (text: object): string =>
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1',
        title: 'Coast News',
        items: [{ id: '1', url: 'https://news.example/1', title: 'Bridge', ...text }],
      });
    const { incoming } = await readFeed(
      item({ content_text: `${FIRST}\n\n${SECOND} & <so> on.` }),
      'a.json',
    );
    expect(incoming[0]?.text).toBe(`Bridge\n\n${FIRST}\n\n${SECOND} & <so> on.`);
    const { pages } = await readFeed(item({ summary: `${FIRST} ${SECOND}` }), 'a.json');
    expect(pages).toHaveLength(1);
  });

  test('in Atom keeps the order of words around marks, also in XHTML content', async () => {
    const xhtml = `<div xmlns="http://www.w3.org/1999/xhtml">${long('It is <b>very</b> old, and <i>rusty</i> too.')}</div>`;
    const { incoming } = await readFeed(
      `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Coast News</title><entry><title>Bridge</title><link href="https://news.example/1"/><published>2026-03-03T10:15:00Z</published><author><name>Jo Lee</name></author><content type="xhtml">${xhtml}</content></entry></feed>`,
      null,
    );
    expect(incoming[0]?.text.split('\n\n')[2]).toBe('It is very old, and rusty too.');
    expect(incoming[0]).toMatchObject({
      byline: 'Jo Lee',
      known: { published: '2026-03-03T10:15:00Z' },
    });
  });

  test('with a thousand bad items names each, and takes what is good', async () => {
    const bad = Array.from({ length: 1_000 }, (_, i) => {
      const kinds = [
        '<item><category>c</category></item>',
        '<item><title>T</title></item>',
        '<item><link>nonsense</link><description>x</description></item>',
        '<item><pubDate>never</pubDate><guid isPermaLink="false">9</guid></item>',
      ];
      return kinds[i % kinds.length] ?? '';
    });
    const good = `<item><title>Good</title><link>https://news.example/1</link><pubDate>never</pubDate><content:encoded><![CDATA[${long('x')}]]></content:encoded></item>`;
    const { incoming, problems, pages } = await readFeed(rss(`${bad.join('')}${good}`), 'bad.rss');
    expect(incoming).toMatchObject([{ known: { headline: 'Good', published: null } }]);
    expect([problems.length, pages.length]).toEqual([1_000, 0]);
    expect(problems.every((line, i) => line.startsWith(`bad.rss: item ${i + 1}: `))).toBe(true);
  });

  test('with entities that multiply is refused or read, in no time and without multiplying', async () => {
    const entities = Array.from(
      { length: 30 },
      (_, i) => `<!ENTITY e${i + 1} "&e${i};&e${i};&e${i};&e${i};">`,
    );
    const text = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">${entities.join('')}]>${rss('<item><title>&e30;</title></item>').slice(21)}`;
    const read = await readFeed(text, 'ha.rss').then(
      ({ incoming }) => incoming.length,
      (error) => error.message,
    );
    expect([0, 'is no feed that can be read']).toContain(read);
  });

  test.each(['', 'no feed', '<html><body>x</body></html>', '{"a": 1}'])(
    '%j is refused',
    async (text) => {
      await expect(readFeed(text, null)).rejects.toThrow('is no feed that can be read');
    },
  );
});
