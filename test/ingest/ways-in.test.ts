import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { createGather, gatherFile, gatherPasted, sourceOf } from '../../src/ingest/gather.ts';
import { leftOutLines } from '../../src/ingest/left-out.ts';
import { previewStory } from '../../src/ingest/preview.ts';
import { makeZip } from './samples.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time

const folder = mkdtempSync(join(tmpdir(), 'verbatim-ways-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const HERE = { files: true, fetch: null };

async function read(name: string, content: string | Uint8Array) {
  const file = join(folder, name);
  writeFileSync(file, content);
  const harvest = await gatherFile(file, HERE);
  const [preview] = harvest.incoming.map(previewStory);
  return { ...harvest, preview, file };
}

const FIRST =
  'The sluice at Marn was opened by hand on Friday, after its motor burned out in the night.';
const SECOND = '“We took turns at the wheel,” said Nora Finch, who keeps it.';
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
/** The bytes of UTF-8, a character each. */
const utf8 = (text: string): string => Buffer.from(text).toString('latin1');

describe('a mail', () => {
  const mail = (head: string, body: string): Buffer =>
    latin(
      `${head}\r\nDate: Fri, 6 Mar 2026 09:05:00 +0100 (CET)\r\nMessage-ID: <7@marn.example>\r\nMIME-Version: 1.0\r\n${body}`,
    );
  const WESTERN = 'Content-Type: text/plain; charset=windows-1252\r\n';

  test('has the marks that windows-1252 has beyond Latin-1', async () => {
    const { preview } = await read(
      'w.eml',
      mail(
        'From: a@marn.example\r\nSubject: Sluice',
        `${WESTERN}\r\n${FIRST}\r\n\r\n\x93It cost \x8090,\x94 said Nora Finch \x96 she keeps it.\r\n`,
      ),
    );
    expect(preview?.paragraphs).toEqual([FIRST, '“It cost €90,” said Nora Finch – she keeps it.']);
  });

  test.each([
    ['=?iso-8859-1?Q?Schleuse_ge=F6ffnet?=', 'Schleuse geöffnet'],
    ['=?utf-8?B?U2x1aWNlIA==?= =?utf-8?Q?opened?=', 'Sluice opened'],
    ['Fwd: [Marn Press] MEDIA RELEASE: Sluice opened', 'Sluice opened'],
    ['For immediate release - Sluice opened', 'Sluice opened'],
    ['Sluice: what now', 'Sluice: what now'],
  ])('called %s is headed %s', async (subject, headline) => {
    const { preview } = await read(
      's.eml',
      mail(`From: a@marn.example\r\nSubject: ${subject}`, `\r\n${FIRST}\r\n`),
    );
    expect(preview?.article.headline).toBe(headline);
  });

  test('tells who sent it, and whose press office that is', async () => {
    const head =
      'From: =?utf-8?Q?J=C3=B6rg_Finch?= <j@marn.example>\r\nOrganization: Marn Water Board\r\nSubject: Sluice';
    const { preview } = await read('o.eml', mail(head, `\r\n${FIRST}\r\n`));
    expect(preview).toMatchObject({
      byline: 'Jörg Finch',
      article: { publisher: 'Marn Water Board', published: '2026-03-06T09:05:00+01:00' },
    });
  });

  test('has what stands around a press release set aside', async () => {
    const lines = [
      'FOR IMMEDIATE RELEASE',
      'SLUICE OPENED BY HAND',
      FIRST,
      SECOND,
      '*** ENDS ***',
      'Notes to Editors:',
      'The sluice was built in 1902.',
    ];
    const { preview } = await read(
      'r.eml',
      mail(
        'From: a@marn.example\r\nSubject: Sluice opened by hand',
        `\r\n${utf8(lines.join('\r\n\r\n'))}\r\n-- \r\nMarn Water Board\r\n`,
      ),
    );
    expect(preview?.paragraphs).toEqual([FIRST, SECOND, 'The sluice was built in 1902.']);
    expect(preview?.setAside.map(({ reason }) => reason)).toEqual([
      'headline',
      'agency slug',
      'separator',
      'heading',
    ]);
  });
});

test('of a mail with many stories attached, those beyond the first ten are named', async () => {
  const parts = Array.from(
    { length: 12 },
    (_, i) =>
      `--=b\r\nContent-Type: application/rtf; name="s${i}.rtf"\r\nContent-Disposition: attachment; filename="s${i}.rtf"\r\n\r\n{\\rtf1\\ansi ${FIRST}\\par Turn ${i}.\\par}\r\n`,
  );
  const head =
    'From: a@marn.example\r\nSubject: Twelve\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="=b"\r\n\r\n';
  const harvest = await read('twelve.eml', `${head}${parts.join('')}--=b--\r\n`);
  expect(harvest.incoming).toHaveLength(10);
  expect(harvest.leftOut.map(({ file }) => file)).toEqual([
    `${harvest.file}#s10.rtf`,
    `${harvest.file}#s11.rtf`,
  ]);
  expect(leftOutLines(harvest.leftOut)).toEqual([
    'Left out, 2 attachments beyond the first 10: s10.rtf, s11.rtf',
  ]);
});

test.each<readonly [string, string, string | Uint8Array, readonly string[]]>([
  [
    'Cyrillic letters of a font',
    'c.rtf',
    latin(
      `{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset204 A;}{\\f1\\fcharset0 B;}}\\f0\\'cc\\'e0\\'f0\\'ed. ${FIRST}\\par\\f1\\'93Caf\\'e9,\\'94 she said.\\par}`,
    ),
    [`Марн. ${FIRST}`, '“Café,” she said.'],
  ],
  [
    'signs beyond the first plane',
    'e.rtf',
    `{\\rtf1\\uc1 ${FIRST} \\u-10179?\\u-8704?\\par}`,
    [`${FIRST} 😀`],
  ],
  [
    'links, lists and table cells',
    'l.rtf',
    `{\\rtf1 ${FIRST} {\\field{\\*\\fldinst HYPERLINK "http://x"}{\\fldrslt See it.}}\\par{\\listtext 1.\\tab}It was cold that night.\\par\\trowd One cell of it.\\cell Two cells of it.\\cell\\row}`,
    [`${FIRST} See it.`, 'It was cold that night.', 'One cell of it.', 'Two cells of it.'],
  ],
  [
    'deleted and hidden words',
    'd.rtf',
    `{\\rtf1 ${FIRST}{\\deleted  Not so.}{\\v  Secret.}\\par}`,
    [FIRST],
  ],
  [
    'typesetters’ marks',
    'a.txt',
    `\x16\x16\x01a0007\x1fab-\r\n\x02^Sluice opened<\r\n\tMARN (XN) _ ${FIRST}\r\n\t\`\`We took turns,'' said Nora Finch.\r\n\x03`,
    [`MARN (XN) — ${FIRST}`, '“We took turns,” said Nora Finch.'],
  ],
  [
    'a desk’s notes behind it',
    'n.xml',
    `<newsItem guid="a"><contentMeta><headline>Sluice</headline></contentMeta><contentSet><inlineXML><html><body><section class="main"><p>${FIRST}</p></section><section class="notepad"><p>Contacts of the desk.</p></section></body></html></inlineXML></contentSet></newsItem>`,
    [FIRST],
  ],
  [
    'a page in what is called a document',
    'p.doc',
    `<html><head><title>Sluice opened</title></head><body><p>${FIRST}</p><p>${SECOND}</p></body></html>`,
    [FIRST, SECOND],
  ],
])('%s are read as they are meant', async (_, name, content, paragraphs) => {
  expect((await read(name, content)).preview?.paragraphs).toEqual(paragraphs);
});

test.each([
  [
    '-----Original Message-----',
    'From: A <a@marn.example>\r\nSent: Friday, March 6, 2026\r\nSubject: Sluice',
  ],
  [
    '---------- Forwarded message ---------',
    'From: A <a@marn.example>\r\nDate: Fri, Mar 6, 2026\r\nTo: Desk',
  ],
  [
    '-----Ursprüngliche Nachricht-----',
    'Von: A <a@marn.example>\r\nGesendet: Freitag, 6. März 2026\r\nBetreff: Wehr',
  ],
  ['---------- Message transféré ---------', 'De : A <a@marn.example>\r\nObjet : Vanne'],
])('a mail that forwards one under %s has the story of that', async (line, head) => {
  const body = `FYI.\r\n\r\n${line}\r\n${head}\r\n\r\n${FIRST}\r\n\r\n${SECOND}\r\n`;
  const start =
    'From: b@desk.example\r\nSubject: FW: Sluice opened\r\nMessage-ID: <8@desk.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n';
  const { preview } = await read('f.eml', `${start}${body}`);
  expect(preview?.paragraphs).toEqual([FIRST, SECOND]);
});

test('fields of agencies’ JSON are known in the capitals of every version', async () => {
  const item = {
    uri: 'urn:newsml:marn.example:9',
    type: 'text',
    contentCreated: '2026-03-06T09:00:00Z',
    headlines: [{ role: 'main', value: 'Sluice opened' }],
    infoSources: [{ name: 'Marn Wire' }],
    bodies: [{ contentType: 'text/html', value: `<p>${FIRST}</p>` }],
  };
  expect((await read('v3.json', JSON.stringify(item))).preview?.article).toMatchObject({
    published: '2026-03-06T09:00:00Z',
    publisher: 'Marn Wire',
  });
});

test.each([
  ['Marn (xn) -', `Marn (xn) - ${FIRST}`],
  ['MARN, Norland', FIRST],
])('the dateline %s is before the story, and no paragraph', async (dateline, first) => {
  const xml = `<newsItem guid="a"><contentMeta><headline>Sluice</headline><dateline>${dateline}</dateline></contentMeta><contentSet><inlineXML><html><body><p>${FIRST}</p><p>${SECOND}</p></body></html></inlineXML></contentSet></newsItem>`;
  expect((await read('d.xml', xml)).preview?.paragraphs).toEqual([first, SECOND]);
});

test('a chapter of a book may close its elements by a slash', async () => {
  const book = makeZip({
    'META-INF/container.xml': '<container><rootfile full-path="o.opf"/></container>',
    'o.opf':
      '<package><metadata/><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>',
    'a.xhtml': `<html><head><title/><script/></head><body><a id="x"/><p>${FIRST}</p></body></html>`,
  });
  expect((await read('b.epub', book)).preview?.paragraphs).toEqual([FIRST]);
});

test('an embargo is said', async () => {
  const item = {
    uri: 'a',
    type: 'text',
    headline: 'Sluice',
    body_text: FIRST,
    embargoed: '2026-03-07T00:00:00Z',
  };
  expect((await read('e.json', JSON.stringify(item))).preview?.note).toContain(
    'holds it back until 2026-03-07',
  );
});

test('several items are several stories, and one that is withdrawn costs itself only', async () => {
  const item = (id: string, status: string, text: string): string =>
    `<newsItem guid="${id}"><itemMeta><pubStatus qcode="stat:${status}"/></itemMeta><contentMeta><headline>Sluice ${id}</headline></contentMeta><contentSet><inlineData>${text}</inlineData></contentSet></newsItem>`;
  const xml = `<newsMessage><itemSet>${item('a', 'usable', FIRST)}${item('b', 'canceled', FIRST)}${item('c', 'usable', SECOND)}</itemSet></newsMessage>`;
  const { incoming, problems, file } = await read('m.xml', xml);
  expect(incoming.map(({ origin }) => origin)).toEqual([`${file}#a`, `${file}#c`]);
  expect(problems).toEqual([`${file}#b: is withdrawn by its agency (canceled)`]);
});

test('the address that a browser wrote into a saved page is the story’s', async () => {
  const page = `<!-- saved from url=(0028)https://marn.example/sluice -->\n<html><body><h1>Sluice opened</h1><p>${FIRST}</p><p>${SECOND}</p></body></html>`;
  expect((await read('saved.html', page)).preview?.article.url).toBe('https://marn.example/sluice');
});

test('stories in a ZIP file come from that file, which is looked up again', async () => {
  const { incoming, leftOut, file } = await read(
    'z.zip',
    makeZip({
      'a/one.txt': FIRST,
      'two.md': `${FIRST}\n\n${SECOND}`,
      'dock.jpg': 'x',
      'odd.zzz': 'words',
    }),
  );
  expect(incoming.map(({ origin }) => origin)).toEqual([`${file}#a/one.txt`, `${file}#two.md`]);
  expect(incoming.map(({ origin }) => sourceOf(origin ?? ''))).toEqual([file, file]);
  expect(leftOut.map(({ kind }) => kind)).toEqual(['pictures', 'of unknown kind']);
});

test.each<readonly [string, string, string | Uint8Array]>([
  ['a picture', 'x.txt', latin('\x89PNG\r\n\x1a\n\0\0')],
  ['a spreadsheet', 'x.docx', makeZip({ 'xl/workbook.xml': '<a/>' })],
  ['slides', 'y.zip', makeZip({ 'ppt/presentation.xml': '<a/>' })],
  ['a video', 'x.mp4', 'x'],
  ['an archive other than .zip', 'x.rar', 'Rar!'],
])('%s is named, with what is read', async (what, name, content) => {
  const { problems } = await read(name, content);
  expect(problems[0]).toContain(`it is ${what}. What is read: text (.txt, .md), pages`);
});

describe('what is pasted', () => {
  test('as HTML is the page’s story', async () => {
    const { incoming } = await createGather(HERE)(
      `<h1>Sluice opened</h1><p>${FIRST}</p><p>${SECOND}</p>`,
    );
    expect(incoming).toMatchObject([
      { text: `Sluice opened\n\n${FIRST}\n\n${SECOND}`, origin: null, name: 'Sluice opened' },
    ]);
  });

  test('as a document, on a pipe, is read as one', async () => {
    const { incoming } = await gatherPasted(latin(`{\\rtf1 ${FIRST}\\par}`), HERE);
    expect(incoming).toMatchObject([{ text: FIRST, origin: null }]);
  });

  test('that tells of HTML stays text', async () => {
    const text = `${FIRST} The page had “<p>” where a paragraph should be, and “</p>” behind it.`;
    expect((await createGather(HERE)(text)).incoming).toMatchObject([{ text }]);
  });
});

test.each([
  [
    'a.newsml',
    (id: string) =>
      `<newsItem guid="${id}" version="2"><contentMeta><headline>Sluice</headline></contentMeta><contentSet><inlineData>${FIRST}</inlineData></contentSet></newsItem>`,
  ],
  [
    'a.json',
    (id: string) => JSON.stringify({ uri: id, type: 'text', headline: 'Sluice', body_text: FIRST }),
  ],
])(
  'the one story of %s keeps the name that its agency has for it in all versions',
  async (name, write) => {
    for (const id of ['urn:newsml:wire.example:1', 'x1']) {
      const { incoming } = await read(name, write(id));
      expect(incoming[0]?.origin?.endsWith(`#${id}`)).toBe(id.startsWith('urn:'));
    }
  },
);

test.each([
  [
    'x.fodt',
    `<?xml version="1.0"?><office:document xmlns:office="o"><office:body/></office:document>`,
    'a document from another program: save it as .docx',
  ],
  ['x.msg', Buffer.from('d0cf11e0a1b11ae161616161', 'hex'), 'an Outlook mail: save it as .eml'],
  ['x.doc', Buffer.from('d0cf11e0a1b11ae161616161', 'hex'), 'an old Office file: save it as .docx'],
  ['x.wpd', 'WPC', 'a document from another program: save it as .docx'],
])('%s is named for what it is, with what to do', async (name, content, line) => {
  const { incoming, problems } = await read(name, content);
  expect(incoming).toEqual([]);
  expect(problems).toEqual([expect.stringContaining(line)]);
});
