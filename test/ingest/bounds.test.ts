import { expect, test, vi } from 'vitest';
import { parsePage } from '../../src/ingest/dom.ts';
import { noRoom } from '../../src/ingest/items.ts';
import { whyTooMuch } from '../../src/ingest/json-size.ts';
import { isTooLarge } from '../../src/ingest/readability.ts';
import { read } from './kept-files.ts';
import { makeDocx, makePdf, makeZip } from './samples.ts';

vi.setConfig({ testTimeout: 120_000 }); // a busy machine takes its time

const STORY =
  'The ferry to Skerrow ran again on Monday, and 300 people who had waited since Friday went home.';
const page = (inside: string): string =>
  `<html><title>The ferry runs again</title><h1>The ferry runs again</h1><p>${STORY}</p>${inside}</html>`;
const feed = (inside: string): string =>
  `<rss version="2.0"><channel><title>A</title>${inside}</channel></rss>`;
const data = (inside: string): string =>
  page(`<script type="application/ld+json">${inside}</script>`);
const NODES = 'has too many elements, comments and entities: 25,000 at most';
const VALUES = 'has too many values: 500,000 at most';
const TAGS = 'has too many elements: 200,000 tags at most';

test.each<readonly [string, string, string | Uint8Array, string]>([
  ['elements', 'a.html', page('<p>a</p>'.repeat(41_000)), NODES],
  ['line breaks', 'b.html', page('a<br>'.repeat(41_000)), NODES],
  ['entities', 'c.html', page('&amp; '.repeat(41_000)), NODES],
  ['signs that open a tag', 'd.html', page('< '.repeat(41_000)), NODES],
  ['entities in an attribute', 'e.html', page(`<p title="${'&amp; '.repeat(900_000)}">`), NODES],
  [
    'words of a class',
    'f.html',
    page(`<p class="${'note '.repeat(9_000)}">a</p>`),
    'has a class that is too long',
  ],
  [
    'elements in each other',
    'g.html',
    page(`${'<div>'.repeat(380)}a${'</div>'.repeat(380)}`.repeat(60)),
    'is nested too deep',
  ],
  ['lists', 'a.json', `[${'[],'.repeat(600_000)}[]]`, VALUES],
  ['numbers', 'b.json', `{"items":[${'1,'.repeat(600_000)}1]}`, VALUES],
  [
    'keywords',
    'c.json',
    `{"uri":"u","type":"text","headline":"a","body_text":"${STORY}","keyword":[${'"a",'.repeat(600_000)}"a"]}`,
    VALUES,
  ],
  ['items without text', 'a.rss', feed('<item><title>a</title></item>'.repeat(60_000)), TAGS],
  ['categories', 'b.rss', feed(`<item>${'<category>a</category>'.repeat(110_000)}</item>`), TAGS],
  [
    'spaces in a document',
    'a.docx',
    makeDocx([STORY], ' '.repeat(8_100_000)),
    'has too much text in it: 8 MB at most',
  ],
  [
    'spaces in a document',
    'a.odt',
    makeZip({ mimetype: 'x', 'content.xml': ' '.repeat(8_100_000) }),
    'has too much text in it: 8 MB at most',
  ],
  [
    'lines over each other',
    'a.pdf',
    makePdf(
      Array.from({ length: 110 }, () => Array.from({ length: 300 }, () => [0, STORY] as const)),
    ),
    'has too much text in it: 3 MB at most',
  ],
])('%s without end in %s are refused in one line', async (_, name, content, line) => {
  const { incoming, problems } = await read(name, content);
  expect(incoming).toEqual([]);
  expect(problems).toEqual([expect.stringContaining(`${name}: ${line}`)]);
});

const BRIEF = `<p>${STORY}</p>`.repeat(6);

test.each<readonly [string, string, string, number]>([
  ['a page of ten thousand elements', 'a.html', page('<p><b>a</b> <i>b</i></p>'.repeat(3_500)), 1],
  [
    'a page whose scripts compare and combine',
    'b.html',
    page(`<script>${'if (a && b < c) d();\n'.repeat(80_000)}</script>`),
    1,
  ],
  [
    'a page with data for its scripts in an attribute',
    'c.html',
    page(`<div data-a="${'&quot;b&quot;:1,'.repeat(60_000)}">a</div>`),
    1,
  ],
  [
    'a page with all classes of its styles',
    'd.html',
    page(`<div class="${'is-wide '.repeat(400)}">a</div>`),
    1,
  ],
  [
    'a page in a frame of thirty elements',
    'e.html',
    page(`${'<div>'.repeat(30)}${'<p>a</p>'.repeat(4_000)}${'</div>'.repeat(30)}`),
    1,
  ],
  [
    'an old page with hundreds of tags left open',
    'f.html',
    page(`${'<b>a '.repeat(400)}${'<p>a</p>'.repeat(5_000)}`),
    1,
  ],
  [
    'a feed of 500 items with their texts',
    'a.rss',
    feed(
      `<item><title>a</title><category>b</category><description><![CDATA[${`<i>${BRIEF}</i>`}]]></description></item>`.repeat(
        500,
      ),
    ),
    500,
  ],
  [
    'a feed whose texts have many tags',
    'b.rss',
    feed(
      `<item><title>a</title><description><![CDATA[${BRIEF}${'<b>b</b> '.repeat(300)}]]></description></item>`.repeat(
        500,
      ),
    ),
    500,
  ],
  [
    'a JSON feed of marked-up items',
    'a.json',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'A',
      items: Array.from({ length: 500 }, (_, i) => ({
        id: String(i),
        title: 'a',
        content_html: `${BRIEF}${'<b>b</b> '.repeat(300)}`,
      })),
    }),
    500,
  ],
])('%s is read', async (_, name, content, count) => {
  const { incoming, problems } = await read(name, content);
  expect(problems).toEqual([]);
  expect(incoming).toHaveLength(count);
});

test.each([
  ['deep', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
  ['wide', `{"@type":"NewsArticle","headline":"Other","a":[${'[],'.repeat(600_000)}[]]}`],
  [
    'long',
    JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'Other',
      articleBody: STORY.repeat(60_000),
    }),
  ],
])('data for search engines that is too %s is as if it was not there', async (name, json) => {
  const { incoming } = await read(`data-${name}.html`, data(json));
  expect(incoming[0]?.known?.headline).toBe('The ferry runs again');
});

test('a page of deep elements is too large for Readability, where one of as many is not', async () => {
  const many = (levels: number): string =>
    `${'<div>'.repeat(levels)}a${'</div>'.repeat(levels)}`.repeat(6_000 / levels);
  expect(isTooLarge(await parsePage(page(many(20))))).toBe(false);
  expect(isTooLarge(await parsePage(page(many(300))))).toBe(true);
});

test('what stands in the strings of JSON is no value', () => {
  expect(whyTooMuch(JSON.stringify({ a: `[{,"\\${',[{'.repeat(600_000)}` }))).toBeNull();
});

test('one story is not called stories', () => {
  expect(noRoom(1, 'a.rss')).toContain('a.rss: one story is left out');
});
