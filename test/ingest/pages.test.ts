import { describe, expect, test, vi } from 'vitest';
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
});

const LEDE =
  'The lighthouse at Corran Point will be lit again in June, forty years after its last keeper locked the door and rowed home.';
const QUOTED =
  '“Nobody here thought that they would live to see it,” said Mairi Sole, whose father kept the light for thirty years.';
const MONEY =
  'Volunteers raised £210,000 for the new lamp, and the harbour trust has promised to pay for the paint and for the stairs.';
const END =
  'The first night will be open to everyone who brings a lantern, the trust said in a letter to the village on Monday.';
const p = (text: string): string => `<p>${text}</p>`;
const read = async (html: string, address: string | null = null) => readPage(html, address);

async function bodyOf(html: string): Promise<readonly string[]> {
  const { text, known } = await read(html);
  return text.split('\n\n').filter((one) => one !== known?.headline);
}

describe('the text of a page', () => {
  const story = [LEDE, QUOTED, MONEY, END];
  test.each<[string, string, readonly string[]]>([
    [
      'keeps a paragraph that is one link',
      `<h1>Light returns</h1><article>${p(LEDE)}<div><p><em><a href="/sole">${QUOTED}</a></em></p></div>${p(MONEY)}${p(END)}</article>`,
      story,
    ],
    [
      'is the story, not a notice in an article of its own',
      `<article><p>You have read three of your five free stories this month. Sign in to read as many as you want, or become a member.</p></article><div><div class="s1">${story.map((one) => `<div>${one}</div>`).join('')}</div></div>`,
      story,
    ],
    [
      'comes from JSON-LD where the page has none',
      `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"${LEDE}\\n\\n${QUOTED}"}</script><div id="app"></div>`,
      [LEDE, QUOTED],
    ],
    [
      'has no comments, author boxes and related stories',
      `<article>${story.map(p).join('')}<div class="author-bio">${p('Eve Dunn writes about the coast, and has kept bees for more than eleven years in her garden.')}</div><div class="related-stories">${p('A ferry that nobody wanted has found a home in the north, its new owners say.')}</div></article><section id="comments">${p('I think that this is the best thing that could have happened to the Point.')}</section>`,
      story,
    ],
    [
      'of one short paragraph is that',
      '<body><p>The pier is shut.</p></body>',
      ['The pier is shut.'],
    ],
  ])('%s', async (_, html, paragraphs) => {
    expect(await bodyOf(html)).toEqual(paragraphs);
  });

  test.each<[string, string, string]>([
    [
      'quotation marks for <q>',
      '<q>We start in May</q>, she said.',
      '“We start in May”, she said.',
    ],
    [
      'none where the author set them',
      '“<q>We start in May</q>”, she said.',
      '“We start in May”, she said.',
    ],
    ['single ones inside others', '<q>He said <q>never</q> twice.</q>', '“He said ‘never’ twice.”'],
    [
      'no words that are struck out',
      'They will <del>all </del>pay<strike> twice</strike>.',
      'They will pay.',
    ],
    [
      'one paragraph of a quotation that breaks',
      '“We start in May,<br>whatever it costs,” she said.',
      '“We start in May, whatever it costs,” she said.',
    ],
    [
      'no marks of footnotes',
      'It cost £2m.<sup>[3]</sup> They<sup><a href="#n">4</a></sup> paid.',
      'It cost £2m. They paid.',
    ],
    [
      'what is raised and no footnote',
      'On the 1<sup>st</sup> it had 40 m<sup>2</sup>.',
      'On the 1st it had 40 m2.',
    ],
    [
      'what is raised without end',
      `It rained <sup>${'I'.repeat(60)}!</sup> in Ives.`,
      `It rained ${'I'.repeat(60)}! in Ives.`,
    ],
    [
      'no ruby',
      'In <ruby>Kyoto<rp>(</rp><rt>きょうと</rt></ruby> it rained.',
      'In Kyoto it rained.',
    ],
    ['no soft hyphens', 'The light&shy;house kee&shy;per left.', 'The lighthouse keeper left.'],
  ])('has %s', async (_, inside, paragraph) => {
    expect(await bodyOf(`<article>${p(LEDE)}${p(inside)}${p(MONEY)}${p(END)}</article>`)).toEqual([
      LEDE,
      paragraph,
      MONEY,
      END,
    ]);
  });

  test.each([
    ['a drawing of 900 shapes', `<svg>${'<circle r="1"/>'.repeat(900)}</svg>`],
    ['a script that holds tags', `<script>var a = '${'<section>'.repeat(900)}';</script>`],
    ['list items that nothing closes', `<ul>${'<li><a href="/">Home</a>'.repeat(900)}</ul>`],
  ])('is read beside %s', async (_, beside) => {
    expect(await bodyOf(`<body>${beside}<article>${story.map(p).join('')}</article>`)).toEqual(
      story,
    );
  });

  test.each([
    ['line breaks', `<body>${`${LEDE}<br>`.repeat(8_000)}`],
    ['spans', `<p>${`<span>${LEDE}</span>`.repeat(8_000)}`],
    ['heads of tables', `<table>${'<thead>'.repeat(32_000)}`],
    ['open divisions', '<div>'.repeat(50_000)],
  ])('of thousands of %s takes no time, or is refused', async (_, html) => {
    const { user } = process.cpuUsage();
    await read(html).catch((error) => expect(error.message).toBe('is nested too deep'));
    expect(process.cpuUsage({ user, system: 0 }).user).toBeLessThan(4_000_000); // microseconds
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
  ])('item that ends with %s (%s) is a summary', async (end) => {
    const item = `<item><title>Lamp</title><link>https://news.example/9</link><content:encoded>&lt;p&gt;${`${FIRST} ${THIRD} ${FIRST} ${end}`.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}&lt;/p&gt;</content:encoded></item>`;
    const { incoming, pages } = await readFeed(rss(item), 'lamp.rss');
    expect([incoming.length, pages.length]).toEqual([0, 1]);
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
