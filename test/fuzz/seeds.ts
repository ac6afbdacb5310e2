import { gzipSync } from 'node:zlib';
import type { Kind } from '../../src/ingest/endings.ts';
import { HOSTILE, hostileText } from '../bench/shapes.ts';
import { forms } from '../ingest/forms.ts';
import { makeDocx, makePdf } from '../ingest/samples.ts';
import { told } from '../ingest/told.ts';

const STORY = `WESTHAVEN, March 3 (Coast News) — The council voted 7-4 on Tuesday to close the old bridge to cars.

“It is not safe any more,” said Ann Ode, the mayor. “We can't wait,” she told the Echo, “and we won't.”

Work on a new one, which will cost £4.5m, begins in May 2027, according to a report seen by Reuters. Ode's deputy, Bo Lund, denied that 1,200 people had signed a petition against it.

Q: Why now?

A: Because it rained.`;

const PAGE = `<!doctype html><html><head><title>Bridge closes - Echo</title><meta property="article:published_time" content="2026-11-22"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge closes","author":[{"name":"Jo Lee"}],"articleBody":"It rained."}</script></head><body><article><h1>Bridge closes</h1><p>By Jo Lee</p>${STORY.split(
  '\n\n',
)
  .map((line) => `<p>${line}</p>`)
  .join('')}</article></body></html>`;

const NITF = `<?xml version="1.0"?><nitf><head><title>Bridge</title></head><body><body.head><hedline><hl1>Bridge closes</hl1></hedline><byline>By Jo Lee</byline></body.head><body.content><block><p>The council voted on Tuesday.</p><p>“Go,” said Ann Ode.</p></block></body.content></body></nitf>`;

const FEED = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Echo</title><item><title>Bridge</title><link>https://echo.example/1</link><pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>The council voted on Tuesday to close it, said Ann Ode, the mayor of the town.</p>]]></content:encoded></item></channel></rss>`;

const JSON_FEED = `{"version":"https://jsonfeed.org/version/1.1","title":"Echo","items":[{"id":"1","url":"https://echo.example/1","title":"Bridge","content_text":"The council voted on Tuesday to close it."}]}`;

const SITEMAP = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://echo.example/1</loc><news:news><news:publication><news:name>Echo</news:name></news:publication><news:publication_date>2026-03-03</news:publication_date><news:title>Bridge</news:title></news:news></url></urlset>`;

const LINES = [
  '/ask how many voted?',
  '/check "It is not safe" by Ann Ode',
  '/check It is not safe by Ann',
  '/quotes Ann Ode about the bridge since Monday',
  '/who-said "not safe any more"',
  'did Ann Ode really say: “We can’t wait”?',
  'everywhere: what about March 2026 by Reuters',
  '/use #bridges',
  '/add #a #b https://a.example/',
  '/why a 1-2',
  'is it true that Bo Lund said “no”',
  'between 3 March and 2026-04-01, who paid £3.50?',
];

const TEXTS = [STORY, ...LINES, ...Object.values(HOSTILE).map((unit) => hostileText(unit, 600))];

/** What is typed, and the texts of stories. */
export const SEEDS = {
  line: [...LINES, ...TEXTS].map((text) => Buffer.from(text)),
  text: TEXTS.map((text) => Buffer.from(text)),
} as const;

/** Files of every kind that is read. */
export const FILES: Readonly<Record<Kind, readonly Uint8Array[]>> = {
  text: [
    `---\nheadline: Bridge closes\npublished: 2026-03-03\nurl: https://a.example/\n---\n${STORY}`,
    STORY,
  ].map((text) => Buffer.from(text)),
  page: [Buffer.from(PAGE), ...formed('page')],
  xml: [Buffer.from(NITF), Buffer.from(FEED), ...formed('newsml', 'atom'), Buffer.from(SITEMAP)],
  json: [Buffer.from(JSON_FEED), ...formed('ninjs', 'ninjs2')],
  docx: [makeDocx(STORY.split('\n\n').slice(0, 2))],
  pdf: [
    makePdf([
      [
        [0, 'The council voted on Tuesday to close it.'],
        [14, 'It is not safe, said Ann Ode.'],
      ],
    ]),
  ],
  cues: formed('vtt', 'srt'),
  wire: formed('anpa', 'iptc'),
  mail: formed('mail', 'mailAlternatives', 'mailAttached', 'mhtml'),
  mailbox: formed('mailbox'),
  rtf: formed('rtf'),
  odt: formed('odt'),
  epub: formed('epub'),
  zip: formed('zip'),
  gzip: [gzipSync(STORY)],
};

/** A story in some of its forms. */
function formed(...names: readonly string[]): readonly Uint8Array[] {
  const [story] = told;
  return names.map((name) => {
    const form = forms[name];
    if (form === undefined || story === undefined) throw new Error(`there is no form ${name}`);
    return Buffer.from(form.write(story));
  });
}
