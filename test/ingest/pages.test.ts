import { describe, expect, test, vi } from 'vitest';
import { readPage } from '../../src/ingest/html.ts';
import { FIRST, LEDE, MONEY, p, page, QUOTED, read, SECOND, THIRD } from './page-text.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time
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

  const said = `The council voted on Tuesday to close the old bridge to cars; work on a new one begins in May.`;
  const built = `<title>Bridge to close</title><meta name="description" content="${said}">`;

  test('that shows none of its story is its own description, and says so', async () => {
    const dated = `${built}<meta property="article:published_time" content="2026-03-03T10:15:00Z">`;
    const { text, note } = await readPage(
      `<html><head>${dated}</head><body><div id="app"></div></body></html>`,
      null,
    );
    expect(text).toBe(`Bridge to close\n\n${said}`);
    expect(note).toBe('The page does not show its story: this is what it says of it.');
  });

  test('without text and without a date is none', async () => {
    const empty = `<html><head>${built}</head><body><div id="app"></div></body></html>`;
    await expect(readPage(empty, null)).rejects.toThrow('there is no article in the page');
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
});

describe('what a page says of its story', () => {
  const story = `<article>${[LEDE, QUOTED, MONEY].map(p).join('')}</article>`;
  const linked = (json: string): string => `<script type="application/ld+json">${json}</script>`;

  test.each<[string, string, string | null]>([
    [
      '<html lang="de"><meta name="date" content="04.11.2022, 08:30">',
      'day first in German',
      '2022-11-04T08:30',
    ],
    ['<html lang="en"><meta name="date" content="04/11/2022">', 'day or month in English', null],
    [
      '<html lang="en-US"><meta name="date" content="04/11/2022">',
      'month first in the US',
      '2022-04-11',
    ],
    ['<time itemprop="datePublished" datetime="2022-11-04">', 'in <time>', '2022-11-04'],
    ['<html lang="it"><time>4 novembre 2022</time>', 'in words', '2022-11-04'],
    [
      linked('<!-- {"@type":"NewsArticle","datePublished":"2022-11-04"} -->'),
      'in JSON-LD inside a comment',
      '2022-11-04',
    ],
    [
      linked('{"@type":"NewsArticle","name":"a\nb","datePublished":"2022-11-04"}'),
      'in JSON-LD with a raw line end',
      '2022-11-04',
    ],
  ])('%s: its date, %s', async (head, _, date) => {
    expect((await read(head + story)).known?.published).toBe(date);
  });

  test.each<[string, string]>([
    [
      'an author elsewhere in the graph',
      linked(
        '{"@graph":[{"@type":"Person","@id":"#e","name":"Eve Dunn"},{"@type":"NewsArticle","author":[{"@id":"#e"}]}]}',
      ),
    ],
    ['rel="author"', '<a rel="author" href="/eve">Eve Dunn</a>'],
    ['itemprop', '<span itemprop="author" itemscope><span itemprop="name">Eve Dunn</span></span>'],
    ['a byline', '<p class="article-byline">By Eve Dunn | 4 November</p>'],
  ])('names its author by %s', async (_, head) => {
    expect((await read(`${head}${story}`)).byline).toBe('Eve Dunn');
  });

  test.each<[string, string, string]>([
    [
      'entities in JSON-LD',
      linked('{"@type":"NewsArticle","headline":"&#8222;Light&#8220; &amp;amp; lantern"}'),
      '„Light“ & lantern',
    ],
    [
      'the heading that stands in <title>',
      '<title>Light returns to the Point | Coast News</title><h1>Menu</h1><h2>Light returns to the Point</h2>',
      'Light returns to the Point',
    ],
    [
      'a heading that is no site’s name, where the title has both',
      '<title>Light returns to the Point | Coast News</title><h1>Coast News</h1><h2>Light returns to the Point</h2>',
      'Light returns to the Point',
    ],
    [
      'a title without its site',
      '<title>Light returns to the Point | Coast News</title>',
      'Light returns to the Point',
    ],
    [
      'a heading with more in it',
      '<meta property="og:title" content="Light returns to the Point"><h1><span>Coast</span> Light returns to the Point</h1>',
      'Light returns to the Point',
    ],
  ])('is headed by %s', async (_, head, headline) => {
    expect((await read(`${head}${story}`)).known?.headline).toBe(headline);
  });
});
