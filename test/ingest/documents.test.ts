import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { surveyFolder } from '../../src/ingest/folder.ts';
import { createGather } from '../../src/ingest/gather.ts';
import { FIRST, folder, read, SECOND } from './kept-files.ts';
import { LOCKED, makeDocx, makePdf, makeZip } from './samples.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time
describe('text', () => {
  test('keeps every character, and front matter in its place', async () => {
    const text = `---\nheadline: Bridge\ntags: Bridges, local news\nbyline: Jo Lee\n---\r\n\r\n${FIRST}\u00a0${SECOND}\n`;
    const { story } = await read('vote.md', text);
    expect(story).toMatchObject({ text, format: 'md', known: null, byline: 'Jo Lee' });
    expect(story?.tags).toEqual(['bridges', 'local-news']);
  });

  const bad: readonly [string, string, string | Uint8Array, string][] = [
    ['an empty file', 'empty.txt', '', 'is empty'],
    ['a binary file', 'photo.txt', Buffer.from([0x89, 0x50, 0, 0, 1]), 'is binary, not text'],
    ['50 MB', 'huge.txt', Buffer.alloc(50_000_000, 'word '), 'is larger than 5 MB'],
    ['50 MB of page', 'huge.html', Buffer.alloc(50_000_000, '<p>'), 'is larger than 20 MB'],
    ['an empty page', 'empty.html', '', 'is empty'],
    ['a page without an article', 'none.html', '<html><body></body></html>', 'there is no article'],
    ['an unknown kind', 'tune.mp3', 'la la', 'is of a kind that is not read'],
    ['XML that is neither', 'other.xml', '<a><b/></a>', 'is no feed'],
    ['NITF without a body', 'x.nitf', '<nitf><head/></nitf>', 'there is no body.content'],
    ['a DOCX that is none', 'text.docx', 'just words', 'is damaged'],
    ['a DOCX with nothing in it', 'zip.docx', makeZip({ 'a.txt': 'a' }), 'is damaged'],
    ['an empty DOCX', 'blank.docx', makeDocx([]), 'is empty'],
    ['an encrypted DOCX', 'locked.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'is encrypted'],
    ['a PDF that is none', 'text.pdf', 'just words', 'is damaged: it is no PDF'],
    ['an encrypted PDF', 'locked.pdf', makePdf([[[0, FIRST]]], LOCKED), 'is encrypted: it needs'],
    ['a PDF of pictures', 'scan.pdf', makePdf([[]]), 'there is no text in it'],
  ];
  test.each(bad)('of %s is refused in one line that names it', async (_, name, content, line) => {
    const { problems, incoming, file } = await read(name, content);
    expect(incoming).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.startsWith(`${file}: ${line}`), problems[0]).toBe(true);
    expect(problems[0]).not.toContain('\n');
  });
});

describe('a zip bomb', () => {
  const bomb = Buffer.alloc(80_000_000);
  const half = 40_000_000;
  test.each([
    ['that owns up', undefined],
    ['that lies about its size', 100],
  ])('%s is refused as DOCX', async (_, claim) => {
    const { problems } = await read('bomb.docx', makeZip({ 'word/document.xml': bomb }, claim));
    expect(problems).toEqual([expect.stringContaining('unpacks to more than 60 MB')]);
  });

  test.each<[string, Readonly<Record<string, string | Buffer>>]>([
    [
      'of several files',
      { 'word/document.xml': bomb.subarray(half), 'word/other.xml': bomb.subarray(half) },
    ],
    ['of a picture', { 'word/document.xml': '<w:document/>', 'word/media/one.png': bomb }],
    [
      'of files without end',
      Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`${n}`, bomb.subarray(78_000_000)])),
    ],
  ])('%s is refused, whether they are read or not', async (_, files) => {
    const { problems } = await read('bombs.docx', makeZip(files));
    expect(problems).toEqual([expect.stringContaining('unpacks to more than 60 MB')]);
  });
});

describe('a ZIP file', () => {
  /** With a field of its only file's entry in the directory changed. */
  const entry = (zip: Buffer, at: number, value: number): Buffer => {
    const bytes = Buffer.from(zip);
    bytes.writeUInt16LE(value, bytes.lastIndexOf(Buffer.from('PK\u0001\u0002')) + at);
    return bytes;
  };
  const one = makeZip({ 'a.txt': FIRST });
  const twice = Buffer.from(
    makeZip({ 'a.txt': FIRST, 'b.txt': SECOND }).toString('latin1').replaceAll('b.txt', 'a.txt'),
    'latin1',
  );
  test.each<readonly [string, Buffer, string]>([
    ['that is encrypted', entry(one, 8, 1), 'is encrypted: it needs a password'],
    ['that is encrypted and not packed', entry(entry(one, 8, 1), 10, 0), 'is encrypted'],
    ['of another checksum than its file', entry(one, 16, 7), 'is damaged: it does not unpack'],
    ['of a packing of its own', entry(one, 10, 14), 'is packed in a way that is not read'],
    ['whose file lies outside it', entry(one, 44, 0x7fff), 'is damaged'],
    ['whose file lies in its directory', entry(one, 42, 60), 'is damaged'],
    ['with two files of one name', twice, 'is damaged: its ZIP directory contradicts itself'],
  ])('%s is refused in one line', async (_, zip, line) => {
    const { incoming, problems } = await read('odd.zip', zip);
    expect(incoming).toEqual([]);
    expect(problems).toEqual([expect.stringContaining(line)]);
  });

  test('gives its files under their names, wherever those seem to point', async () => {
    const names = ['../../a.txt', '/etc/b.txt', 'C:\\c.txt', 'd\u0000.txt'];
    const { incoming } = await read(
      'names.zip',
      makeZip(Object.fromEntries(names.map((name) => [name, FIRST]))),
    );
    expect(incoming.length).toBeGreaterThan(0);
    for (const { text } of incoming) expect(text).toBe(FIRST);
  });
});

/** A ZIP file whose end record says otherwise than its directory. */
function claiming(zip: Buffer, at: number, value: number): Buffer {
  const bytes = Buffer.from(zip);
  bytes.writeUInt16LE(value, bytes.length - 22 + at);
  return bytes;
}

describe('DOCX', () => {
  test.each([
    ['fewer files than it has', claiming(makeDocx([FIRST]), 10, 1)],
    ['more files than it has', claiming(makeDocx([FIRST]), 10, 9)],
    ['another number on its disk', claiming(makeDocx([FIRST]), 8, 2)],
    ['a directory elsewhere', claiming(makeDocx([FIRST]), 16, 12)],
  ])('that claims %s is refused', async (_, zip) => {
    const { problems } = await read('claims.docx', zip);
    expect(problems).toEqual([expect.stringContaining('is damaged')]);
  });

  test.each<[string, string, string]>([
    [
      'a comment',
      '<w:commentRangeStart w:id="0"/><w:r><w:t>The pier is shut.</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
      'The pier is shut.',
    ],
    [
      'struck-out words',
      '<w:r><w:t xml:space="preserve">The pier is </w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t xml:space="preserve">not </w:t></w:r><w:r><w:t>shut.</w:t></w:r>',
      'The pier is shut.',
    ],
    [
      'words struck out twice',
      '<w:r><w:t xml:space="preserve">The pier is </w:t></w:r><w:r><w:rPr><w:dstrike/></w:rPr><w:t xml:space="preserve">not </w:t></w:r><w:r><w:t>shut.</w:t></w:r>',
      'The pier is shut.',
    ],
    [
      'deleted words',
      '<w:r><w:t xml:space="preserve">The pier is </w:t></w:r><w:del><w:r><w:delText xml:space="preserve">not </w:delText></w:r></w:del><w:r><w:t>shut.</w:t></w:r>',
      'The pier is shut.',
    ],
    [
      'words put in',
      '<w:r><w:t xml:space="preserve">The pier is </w:t></w:r><w:ins><w:r><w:t>shut.</w:t></w:r></w:ins>',
      'The pier is shut.',
    ],
    [
      'words moved away and hidden ones',
      '<w:r><w:t xml:space="preserve">The pier is </w:t></w:r><w:moveFrom w:id="2"><w:r><w:t xml:space="preserve">not </w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space="preserve">never </w:t></w:r><w:r><w:t>shut.</w:t></w:r>',
      'The pier is shut.',
    ],
  ])('with %s gives what is the story', async (_, runs, paragraph) => {
    const { story } = await read('edited.docx', makeDocx([FIRST], `<w:p>${runs}</w:p>`));
    expect(story?.text).toBe(`${FIRST}\n\n${paragraph}`);
  });

  test('leaves footnotes and their marks out', async () => {
    const noted = makeDocx(
      [FIRST],
      '<w:p><w:r><w:t>The pier is shut.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
      {
        footnotes:
          '<w:footnote w:id="2"><w:p><w:r><w:t>It was shut in 1998, too.</w:t></w:r></w:p></w:footnote>',
      },
    );
    const { story } = await read('noted.docx', noted);
    expect(story?.text).toBe(`${FIRST}\n\nThe pier is shut.`);
  });

  test.each(['footnote', 'endnote', 'comment'])(
    'with the mark of an absent %s is read',
    async (note) => {
      const mark = `<w:r><w:t>Nobody objected.</w:t></w:r><w:r><w:${note}Reference w:id="2"/></w:r>`;
      const { story, problems } = await read('noted.docx', makeDocx([FIRST], `<w:p>${mark}</w:p>`));
      expect(problems).toEqual([]);
      expect(story?.text).toMatch(/Nobody objected\.$/);
    },
  );

  test('gives its paragraphs, runs joined without a seam', async () => {
    const { story } = await read('vote.docx', makeDocx([FIRST, '', SECOND]));
    expect(story).toMatchObject({ text: `${FIRST}\n\n${SECOND}`, name: 'vote.docx', note: null });
  });
});

describe('NITF', () => {
  test('takes the body and no note, and separates the parts of byline and dateline', async () => {
    const { story } = await read(
      'pier.nitf',
      `<nitf><body><body.head><note><body.content><p>Editors: pictures follow.</p></body.content></note><hedline><hl1>Pier shut</hl1></hedline>
      <byline>By <person>Eve Dunn</person><byttl>Harbour Correspondent</byttl></byline><dateline><location>CORRAN</location><story.date>June 9</story.date></dateline></body.head>
      <body.content><p>${FIRST}</p><media><media-caption>The pier.</media-caption></media><p>${SECOND}</p></body.content></body></nitf>`,
    );
    expect(story?.text).toBe(`Pier shut\n\nCORRAN, June 9\n\n${FIRST}\n\n${SECOND}`);
    expect(story?.byline).toBe('Eve Dunn');
  });

  test('gives headline, dateline and paragraphs, and the rest beside them', async () => {
    const { story } = await read(
      'vote.nitf',
      `<?xml version="1.0"?><nitf><head><title>Vote</title><docdata><date.issue norm="20260303T101500Z"/></docdata><pubdata name="Coast News"/></head>
      <body><body.head><hedline><hl1>Bridge to <em>close</em></hl1></hedline><byline>By Jo Lee</byline><dateline>WESTHAVEN, March 3</dateline></body.head>
      <body.content><p>${FIRST}</p><p>${SECOND} <em>She</em> smiled.</p></body.content></body></nitf>`,
    );
    expect(story?.text).toBe(
      `Bridge to close\n\nWESTHAVEN, March 3\n\n${FIRST}\n\n${SECOND} She smiled.`,
    );
    expect(story).toMatchObject({
      byline: 'Jo Lee',
      known: {
        headline: 'Bridge to close',
        publisher: 'Coast News',
        published: '2026-03-03T10:15:00Z',
      },
    });
  });
});

describe('what is typed', () => {
  const gather = createGather({ files: false, fetch: null });
  test('is a story when it is long enough', async () => {
    const { incoming } = await gather(`${FIRST}\n\n${SECOND}`);
    expect(incoming).toMatchObject([
      { text: `${FIRST}\n\n${SECOND}`, name: 'the-council-voted-on-tuesday-to' },
    ]);
  });
  test.each([
    ['/etc/hostname', 'there is no such file'],
    ['https://news.example/vote', 'FETCH=on'],
    ['two words', 'too short for a story'],
  ])('%s is refused where only texts are taken', async (what, line) => {
    await expect(gather(what)).rejects.toThrow(line);
  });
});

test('a folder is read with all below it, and tells what is left out as what', () => {
  const root = join(folder, 'deep');
  mkdirSync(join(root, 'a/b'), { recursive: true });
  mkdirSync(join(root, '.git'), { recursive: true });
  const rtf = '{\\rtf1 It rained.}';
  const files = {
    'z.txt': FIRST,
    'a/b/y.md': FIRST,
    'a/letter.doc': rtf,
    'a/x.png': FIRST,
    'a/list.csv': 'a,b',
    'a/odd.xyz': FIRST,
    LICENSE: FIRST,
    '.hidden.txt': FIRST,
    '.git/config.txt': FIRST,
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(root, name), content);
  const survey = surveyFolder(root);
  expect(survey.files).toEqual(['a/b/y.md', 'a/letter.doc', 'z.txt'].map((one) => join(root, one)));
  const kinds = survey.leftOut.map(({ file, kind }) => [file.slice(root.length + 1), kind]);
  expect(Object.fromEntries(kinds)).toEqual({
    'a/x.png': 'pictures',
    'a/list.csv': 'spreadsheets',
    'a/odd.xyz': 'of unknown kind',
    LICENSE: 'of unknown kind',
    '.hidden.txt': 'hidden',
    '.git/config.txt': 'hidden',
  });
});
