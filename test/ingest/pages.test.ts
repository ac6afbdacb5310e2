import { describe, expect, test, vi } from 'vitest';
import { decodeText } from '../../src/ingest/decode.ts';
import { readFeed } from '../../src/ingest/feed.ts';
import { readPage } from '../../src/ingest/html.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time

const FIRST =
  'The council voted on Tuesday to close the old bridge to cars, after a report found deep cracks in two of its pillars and rust in most of its cables.';
const SECOND =
  '“It is not safe any more,” said Ann Ode, the mayor of Westhaven. “We can’t wait until somebody is hurt, and I will not.”';
const THIRD =
  'Work on a new bridge begins in May, the council said on its website. It will cost £4\u00a0million and take two years, weather permitting.';

function page(head: string, body: string): string {
  return `<!doctype html><html><head>${head}</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>${body}<footer><p>© Coast News</p></footer></body></html>`;
}

describe('a page', () => {
  test('gives headline and paragraphs as its text, word for word', async () => {
    const html = page(
      '<title>Bridge to close | Coast News</title>',
      `<main><article><h1>Bridge to close</h1><p>${FIRST}</p>
       <figure><img src="a.png"><figcaption>The bridge. Photo: J. Lee</figcaption></figure>
       <p>“It is <em>not</em> safe any more,” said <a href="/ode">Ann
       Ode</a>, the mayor of Westhaven. “We can’t wait until somebody is hurt, and I will not.”</p>
       <script>document.write('<p>Injected words.</p>')</script><p>${THIRD}</p></article></main>`,
    );
    const { text, known } = await readPage(html, 'https://news.example/vote?from=x');
    expect(text).toBe(['Bridge to close', FIRST, SECOND, THIRD].join('\n\n'));
    expect(known).toEqual({
      headline: 'Bridge to close',
      publisher: null,
      published: null,
      url: 'https://news.example/vote?from=x',
    });
  });

  const article = `<article><h1>Bridge to close</h1><p>${FIRST}</p><p>${SECOND}</p><p>${THIRD}</p></article>`;
  test.each([
    [
      'JSON-LD',
      `<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],"headline":"Bridge to close","datePublished":"2026-03-03T10:15:00Z","author":[{"name":"Jo Lee"},{"name":"A. Ray"}],"publisher":{"name":"Coast News"}}]}</script><link rel="canonical" href="/vote">`,
      { byline: 'Jo Lee, A. Ray' },
    ],
    [
      'meta tags',
      `<meta property="og:title" content="Bridge to close"><meta property="og:site_name" content="Coast News"><meta property="article:published_time" content="2026-03-03T10:15:00Z"><meta name="author" content="By Jo Lee"><meta property="og:url" content="https://news.example/vote"><script type="application/ld+json">{"@type": broken</script>`,
      { byline: 'Jo Lee' },
    ],
  ])('says of itself in %s who published it, when, and where it stands', async (_, head, more) => {
    const read = await readPage(page(head, article), 'https://news.example/amp/vote');
    expect(read).toMatchObject(more);
    expect(read.known).toEqual({
      headline: 'Bridge to close',
      publisher: 'Coast News',
      published: '2026-03-03T10:15:00Z',
      url: 'https://news.example/vote',
    });
  });

  test('with dates and addresses that are none gives none', async () => {
    const head =
      '<meta property="article:published_time" content="yesterday-ish"><link rel="canonical" href="javascript:alert(1)">';
    const { known } = await readPage(page(head, article), null);
    expect([known?.published, known?.url]).toEqual([null, null]);
  });

  test('nested a hundred thousand deep is refused', async () => {
    const deep = `${'<div>'.repeat(100_000)}<p>${FIRST}</p>`;
    await expect(readPage(deep, null)).rejects.toThrow('is nested too deep');
  });

  test('of ten thousand paragraphs that nothing closes is read', async () => {
    const { text } = await readPage(`<article>${`<p>${FIRST}`.repeat(10_000)}`, null);
    expect(text.split('\n\n').length).toBeGreaterThan(9_000);
  });

  test.each([
    ['<meta charset="windows-1252">', 'windows-1252'],
    ['<?xml version="1.0" encoding="ISO-8859-1"?>', 'iso-8859-1'],
  ])('in the encoding it names itself (%s) keeps its letters', (head) => {
    expect(decodeText(Buffer.from(`${head}<p>caf\xe9</p>`, 'latin1'), null)).toContain('café');
  });

  test('in the encoding that the server names keeps its letters', () => {
    const bytes = Buffer.from('<p>caf\xe9</p>', 'latin1');
    expect(decodeText(bytes, 'text/html; charset=latin1')).toContain('café');
    expect(() => decodeText(bytes, 'text/html; charset=no-such')).toThrow('is not NO-SUCH text');
  });
});

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
    expect(pages).toEqual([{ address: 'https://news.example/2', label: 'feed.rss: item 2' }]);
    expect(problems).toEqual([]);
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
