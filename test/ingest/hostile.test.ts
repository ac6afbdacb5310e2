import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { epub, odt } from './document-forms.ts';
import { read } from './kept-files.ts';
import { makeDocx, makePdf, makeZip } from './samples.ts';
import { told } from './told.ts';

vi.setConfig({ testTimeout: 120_000 }); // a busy machine takes its time

const STORY =
  'The lido at Skerrow opened its gates on Sunday, and 412 people swam in it before noon.';
const HEAD = 'From: a@b.example\r\nSubject: Lido\r\nMessage-ID: <1@b>\r\nMIME-Version: 1.0\r\n';
const NAMES = 'xmlns:office="o" xmlns:text="t"><office:body><office:text';

function odtOf(content: string): Buffer {
  const xml = `<office:document-content ${NAMES}>${content}</office:text></office:body></office:document-content>`;
  return makeZip({ mimetype: 'x', 'content.xml': xml });
}

function epubOf(chapter: string, spine = '<itemref idref="a"/>'): Buffer {
  return makeZip({
    'META-INF/container.xml': '<container><rootfile full-path="o.opf"/></container>',
    'o.opf': `<package><metadata/><manifest><item id="a" href="a.xhtml"/></manifest><spine>${spine}</spine></package>`,
    'a.xhtml': chapter,
  });
}

function nestedMail(levels: number): string {
  const parts = Array.from(
    { length: levels },
    (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`,
  );
  return `${HEAD}${parts.join('')}\r\n${STORY}`;
}

const LONG = makePdf([[[0, 'a '.repeat(400_000)]]]);
const [first] = told;
if (first === undefined) throw new Error('there is no story');
const cut = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length - 80);

test.each<readonly [string, string, string | Uint8Array, string]>([
  ['one line without end', 'a.pdf', LONG, 'has a line too long'],
  ['groups without end', 'a.rtf', `{\\rtf1 ${'{'.repeat(100_000)}${STORY}`, 'is nested too deep'],
  [
    'a document of one word again and again',
    'b.rtf',
    `{\\rtf1 ${'word\\par '.repeat(900_000)}}`,
    'has too much text',
  ],
  ['nothing but a header', 'c.rtf', '{\\rtf1\\ansi{\\fonttbl{\\f0 Times;}}}', 'is empty'],
  ['sections without end', 'a.odt', odtOf('<text:section>'.repeat(50_000)), 'is nested too deep'],
  [
    'spans without end',
    'b.odt',
    odtOf(`<text:p>${'<text:span/>'.repeat(400_000)}`),
    'has too many elements',
  ],
  ['a document cut off', 'c.odt', cut(odt(first)), 'is damaged'],
  [
    'a bomb',
    'd.odt',
    makeZip({ 'content.xml': Buffer.alloc(80_000_000) }),
    'unpacks to more than 60 MB',
  ],
  ['elements in each other', 'a.docx', makeDocx([STORY], '<w:p>'.repeat(50_000)), 'is damaged'],
  ['a document cut off', 'b.docx', cut(makeDocx([STORY])), 'is damaged'],
  ['chapters in each other', 'a.epub', epubOf('<div>'.repeat(50_000)), 'is nested too deep'],
  [
    'one chapter read again and again',
    'b.epub',
    epubOf(`<p>${STORY.repeat(1_000)}</p>`, '<itemref idref="a"/>'.repeat(400)),
    'has too much text',
  ],
  ['a package without chapters', 'c.epub', epubOf(`<p>${STORY}</p>`, ''), 'there is no text in it'],
  ['a book cut off', 'd.epub', cut(epub(first)), 'is damaged'],
  ['parts in each other', 'a.eml', nestedMail(200), 'is nested too deep'],
  [
    'a head without end',
    'b.eml',
    `${HEAD}${`X-A: ${'b'.repeat(90)}\r\n`.repeat(50_000)}\r\n${STORY}`,
    'is damaged',
  ],
  [
    'a text without end',
    'c.eml',
    `${HEAD}\r\n${`${STORY} ${STORY}\r\n`.repeat(40_000)}`,
    'has too much text',
  ],
  [
    'lines without end',
    'e.eml',
    `${HEAD}\r\n${'> it rained\r\n'.repeat(80_000)}`,
    'has more than 60,000 lines',
  ],
  [
    'entities without end',
    'entities.html',
    `<html><body><p>${STORY}</p><p>${'&amp;'.repeat(150_000)}`,
    'has too many elements',
  ],
  [
    'comments without end',
    'comments.html',
    `<html><body><p>${STORY}</p>${'<!---->'.repeat(150_000)}`,
    'has too many elements',
  ],
  [
    'a document of tags',
    'c.docx',
    makeDocx([STORY], '<w:p/>'.repeat(120_000)),
    'has too many elements',
  ],
  [
    'chapters of tags',
    'e.epub',
    epubOf(`<p>${STORY}</p>${'<br/>'.repeat(90_000)}`, '<itemref idref="a"/>'.repeat(3)),
    'has too many elements',
  ],
  [
    'a transcript longer than any talk',
    'd.vtt',
    `WEBVTT\n\n${'00:00.000 --> 00:01.000\n<v Ann>It rained.\n\n'.repeat(50_000)}`,
    'is larger than 2 MB',
  ],
  ['a mail without words', 'd.eml', `${HEAD}\r\n\r\n`, 'there is no text in the mail'],
  [
    'a mailbox without mails',
    'a.mbox',
    'From a@b Tue Mar 3 10:15:00 2026\r\n'.repeat(100_000),
    'is no mailbox',
  ],
  [
    'cues of nothing',
    'a.vtt',
    `WEBVTT\n\n${'00:00.000 --> 00:01.000\n\n'.repeat(50_000)}`,
    'there is no cue',
  ],
  [
    'marks of who speaks without end',
    'c.vtt',
    `WEBVTT\n\n${'>'.repeat(90)}pen>`,
    'there is no cue',
  ],
  [
    'lines without end',
    'b.vtt',
    `WEBVTT\n\n${'\n'.repeat(1_000_000)}`,
    'has more than 200,000 lines',
  ],
  ['lines without end', 'a.txt', 'A b c\n'.repeat(100_000), 'has more than 60,000 lines'],
  [
    'no text between its marks',
    'b.txt',
    '\x01NWA0123 3 i 0140\r\n\x02\r\n\x03',
    'there is no text between its marks',
  ],
  ['lists in each other', 'a.json', '['.repeat(5_000_000), 'is nested too deep'],
  [
    'JSON cut off',
    'b.json',
    '{"uri": "a", "headline": "b", "body_text": "c',
    'is damaged: it is no JSON',
  ],
  [
    'an item withdrawn',
    'c.json',
    '{"uri":"a","type":"text","headline":"b","body_text":"c","pubstatus":"canceled"}',
    'is withdrawn by its agency',
  ],
  ['an item without text', 'd.json', '{"uri":"a","type":"text","headline":"b"}', 'holds no text'],
  [
    'items in each other',
    'a.xml',
    `<newsMessage>${'<itemSet>'.repeat(100_000)}`,
    'is nested too deep',
  ],
  [
    'a message without items',
    'b.xml',
    '<newsMessage></newsMessage>',
    'is NewsML-G2 without a news item',
  ],
  [
    'an item withdrawn',
    'c.xml',
    '<newsItem><itemMeta><pubStatus qcode="stat:canceled"/></itemMeta></newsItem>',
    'is withdrawn by its agency',
  ],
  [
    'a picture',
    'd.xml',
    '<newsItem><itemMeta><itemClass qcode="ninat:picture"/></itemMeta></newsItem>',
    'is a picture, not a text',
  ],
  [
    'a sitemap without addresses',
    'e.xml',
    `<urlset>${'<url/>'.repeat(10_000)}</urlset>`,
    'is a sitemap without an address',
  ],
  [
    'nothing that can be read',
    'a.zip',
    makeZip({ 'a.png': 'a', '.b.txt': STORY }),
    'is a ZIP file with no file in it',
  ],
  ['a bomb', 'b.zip', makeZip({ 'a.txt': Buffer.alloc(80_000_000) }), 'unpacks to more than 60 MB'],
  ['a ZIP file cut off', 'c.zip', cut(makeZip({ 'a.txt': STORY.repeat(50) })), 'is damaged'],
  ['a bomb', 'a.xml.gz', gzipSync(Buffer.alloc(80_000_000)), 'unpacks to more than 20 MB'],
  ['a file cut off', 'b.xml.gz', gzipSync(STORY).subarray(0, 40), 'is damaged'],
])('%s in %s is refused in one line', async (_, name, content, line) => {
  const { incoming, problems } = await read(name, content);
  expect(incoming).toEqual([]);
  expect(problems).toEqual([expect.stringContaining(`${name}: ${line}`)]);
  expect(problems[0]).not.toContain('\n');
});

test.each<readonly [string, string, Uint8Array, string]>([
  [
    'a ZIP file in a ZIP file',
    'x.zip',
    makeZip({ 'in.zip': makeZip({ 'a.txt': STORY }), 'b.txt': STORY }),
    'x.zip#in.zip: is packed twice',
  ],
  ['a file packed twice', 'x.gz', gzipSync(gzipSync(STORY)), 'x.gz#x: is packed twice'],
  [
    'a bad file beside a good one',
    'y.zip',
    makeZip({ 'a.docx': 'words', 'b.txt': STORY }),
    'y.zip#a.docx: is damaged',
  ],
])('%s costs that file only', async (_, name, content, line) => {
  const { incoming, problems } = await read(name, content);
  expect(incoming.map(({ text }) => text)).toEqual(name === 'x.gz' ? [] : [STORY]);
  expect(problems).toEqual([expect.stringContaining(line)]);
});

test('entities of a document’s own making are not expanded', async () => {
  const levels = Array.from(
    { length: 9 },
    (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`,
  );
  const xml = `<!DOCTYPE a [<!ENTITY e0 "boom">${levels.join('')}]><newsItem><contentMeta><headline>Lido</headline></contentMeta><contentSet><inlineData>${STORY} &e9;</inlineData></contentSet></newsItem>`;
  const { incoming } = await read('lol.xml', xml);
  expect(incoming[0]?.text).toBe(`Lido\n\n${STORY} &e9;`);
});

const MANY = Array.from({ length: 2_003 }, (_, i) => i);

test.each<readonly [string, string, string | Uint8Array]>([
  [
    'a list of items',
    'm.json',
    JSON.stringify(
      MANY.map((i) => ({ uri: `u:${i}`, type: 'text', headline: `L${i}`, body_text: STORY })),
    ),
  ],
  [
    'a feed',
    'm.rss',
    `<rss version="2.0"><channel><title>A</title>${MANY.map((i) => `<item><title>L${i}</title><description>${STORY.repeat(5)}</description></item>`).join('')}</channel></rss>`,
  ],
  [
    'a message',
    'n.xml',
    `<newsMessage>${MANY.map((i) => `<newsItem guid="g${i}"><contentMeta><headline>L${i}</headline></contentMeta><contentSet><inlineData>${STORY}</inlineData></contentSet></newsItem>`).join('')}</newsMessage>`,
  ],
  [
    'a mailbox',
    'm.mbox',
    MANY.map(
      (i) =>
        `From a@b Tue Mar 3 10:15:00 2026\r\n${HEAD.replace('<1@', `<${i}@`)}\r\n${STORY}\r\n\r\n`,
    ).join(''),
  ],
  ['a ZIP file', 'm.zip', makeZip(Object.fromEntries(MANY.map((i) => [`f${i}.txt`, STORY])))],
])(
  'of more stories in %s than are read, it is said how many are left out',
  async (_, name, content) => {
    const { incoming, problems } = await read(name, content);
    expect(incoming).toHaveLength(2_000);
    expect(problems).toEqual([
      expect.stringContaining(
        `${name}: 3 stories are left out: 2,000 at most are read of one file`,
      ),
    ]);
  },
);

test.each<readonly [string, string, string | Uint8Array, string]>([
  [
    'more parts than a mail has',
    'p.eml',
    `${HEAD}Content-Type: multipart/mixed; boundary="b"\r\n\r\n${`--b\r\nContent-Type: text/html\r\n\r\n<p>${STORY}</p>\r\n`.repeat(600)}--b--\r\n`,
    'has more than 500 parts',
  ],
  [
    'a page with more on it than a page has',
    'p.pdf',
    makePdf([
      Array.from({ length: 12_000 }, (_, i) => [i % 2 === 0 ? 9 : -9, `Word ${i}`] as const),
    ]),
    'has a page with too much on it',
  ],
])('%s in %s is refused in one line', async (_, name, content, line) => {
  const { incoming, problems } = await read(name, content);
  expect(incoming).toEqual([]);
  expect(problems).toEqual([expect.stringContaining(`${name}: ${line}`)]);
});

test('a feed of more paragraphs than are read says how many of its stories are left out', async () => {
  const item = (i: number): string =>
    `<item><title>L${i}</title><link>https://b.example/${i}</link><description><![CDATA[${`<p><b>${STORY}</b></p>`.repeat(50)}]]></description></item>`;
  const feed = `<rss version="2.0"><channel><title>A</title>${MANY.slice(0, 1_000).map(item).join('')}</channel></rss>`;
  const { incoming, problems } = await read('p.rss', feed);
  expect(incoming.length).toBeGreaterThan(700);
  expect(problems).toEqual([
    expect.stringContaining(
      `${1_000 - incoming.length} stories are left out: 40,000 paragraphs at most`,
    ),
  ]);
});

test('entities and comments of a mail are no elements, and take no memory', async () => {
  const mail = `${HEAD}Content-Type: text/html\r\n\r\n<p>${STORY}</p>${'<!-- a -->'.repeat(150_000)}<p>${'&amp;'.repeat(300_000)}</p>`;
  const { incoming } = await read('entities.eml', mail);
  expect(incoming[0]?.text.startsWith(`Lido\n\n${STORY}`)).toBe(true);
});

test('a page of text without an element is read', async () => {
  const { incoming, problems } = await read('bare.html', `<!-- <html > --> ${STORY} ${STORY}`);
  expect(problems).toEqual([]);
  expect(incoming[0]?.text).toContain(STORY);
});

test('text behind the markup of a mail is read with it', async () => {
  const mail = `${HEAD}Content-Type: text/html\r\n\r\n<p>${STORY}</p></html>${STORY.toUpperCase()}`;
  const { incoming } = await read('behind.eml', mail);
  expect(incoming[0]?.text).toContain(STORY);
});
