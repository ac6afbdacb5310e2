import { gzipSync } from 'node:zlib';
import { makeDocx, makePdf, makeZip, type PdfPage } from '../ingest/samples.ts';
import { makePage, PAGES, SENTENCE } from './hostile-pages.ts';

/** A file that has hurt, or might: of a kind that is read, and as large as wanted. */
export interface HostileFile {
  readonly ending: string;
  /** Its content, of at most so many bytes; of what is packed, of so many before it is packed. */
  readonly make: (size: number) => string | Uint8Array;
  /** Whether its size on the disk says nothing about the work. */
  readonly isPacked?: boolean;
}

/** Something over and over, up to a size, and what is around it. */
function fill(
  size: number,
  unit: string | ((i: number) => string),
  before = '',
  after = '',
): string {
  const at = typeof unit === 'string' ? () => unit : unit;
  const pieces: string[] = [];
  let left = size - before.length - after.length;
  for (let i = 0; left > 0 || i === 0; i += 1) {
    const piece = at(i);
    left -= piece.length;
    if (left >= 0 || i === 0) pieces.push(piece);
  }
  return before + pieces.join('') + after;
}

function text(
  ending: string,
  unit: string | ((i: number) => string),
  before = '',
  after = '',
): HostileFile {
  return { ending, make: (size) => fill(size, unit, before, after) };
}

const HEAD = 'From: a@b.example\r\nSubject: Lamp\r\nMessage-ID: <1@b>\r\nMIME-Version: 1.0\r\n';
const html = (type: string): string => `${HEAD}Content-Type: text/html\r\n${type}\r\n`;
const from = (i: number): string =>
  `From a@b Tue Mar 3 10:15:00 2026\r\n${HEAD.replace('<1@', `<${i}@`)}`;
const item = (inside: string) => (i: number) => `<item><title>Lamp ${i}</title>${inside}</item>`;
const RSS = '<rss version="2.0"><channel><title>A</title>';
const NO_RSS = '</channel></rss>';
const NEWS = '<contentMeta><headline>Lamp</headline></contentMeta><contentSet>';
const MARKED = `<p>${SENTENCE}</p>`;
const long = MARKED.repeat(6);

function docx(
  unit: string,
  parts: (list: string) => Record<string, string> = () => ({}),
): HostileFile {
  return {
    ending: 'docx',
    isPacked: true,
    make: (size) => {
      const list = fill(size, unit);
      const beside = parts(list);
      return Object.keys(beside).length > 0
        ? makeDocx([SENTENCE], '', beside)
        : makeDocx([SENTENCE], list);
    },
  };
}

const MOST_FILES = 60_000; // a ZIP file can have 65,535

const OFFICE = '<office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s">';

function odt(unit: string, before: string, after: string): HostileFile {
  const make = (size: number): Buffer =>
    makeZip({
      'content.xml': fill(size, unit, OFFICE + before, `${after}</office:document-content>`),
    });
  return { ending: 'odt', isPacked: true, make };
}

function epub(chapters: (size: number) => readonly string[]): HostileFile {
  const make = (size: number): Buffer => {
    const all = chapters(size);
    const list = (line: (i: number) => string): string => all.map((_, i) => line(i)).join('');
    return makeZip({
      'META-INF/container.xml': '<container><rootfile full-path="o.opf"/></container>',
      'o.opf': `<package><metadata/><manifest>${list((i) => `<item id="c${i}" href="${i}.xhtml"/>`)}</manifest><spine>${list((i) => `<itemref idref="c${i}"/>`)}</spine></package>`,
      ...Object.fromEntries(all.map((one, i) => [`${i}.xhtml`, one])),
    });
  };
  return { ending: 'epub', isPacked: true, make };
}

function zip(ending: string, content: string): HostileFile {
  const make = (size: number): Buffer => {
    const count = Math.min(MOST_FILES, Math.max(1, Math.floor(size / content.length)));
    return makeZip(
      Object.fromEntries(
        Array.from({ length: count }, (_, i) => [`${i}.${ending}`, `${content}${i}`]),
      ),
    );
  };
  return { ending: 'zip', isPacked: true, make };
}

function pdf(page: (number: number) => PdfPage): HostileFile {
  const bytes = page(0).reduce((sum, [, words]) => sum + words.length + 16, 250);
  const make = (size: number): Buffer =>
    makePdf(Array.from({ length: Math.max(1, Math.floor(size / bytes)) }, (_, n) => page(n)));
  return { ending: 'pdf', make };
}

/** Words that are never the same, and no figures: lines that are alike on all pages are left out. */
const tell = (n: number): string =>
  String(n).replace(/\d/g, (digit) => String.fromCharCode(97 + Number(digit)));
const lines = (n: number): PdfPage =>
  Array.from({ length: 45 }, (_, i) => [
    14,
    `${tell(n * 45 + i)} the harbour will stay open until the end of May.`,
  ]);
const words = (n: number): PdfPage =>
  Array.from({ length: 400 }, (_, i) => [
    i % 10 === 0 ? 14 : 0,
    tell(n * 400 + i),
    i % 10 > 0 ? 50 : i === 0 ? 0 : -450,
  ]);
const again = (): PdfPage => Array.from({ length: 300 }, () => [0, SENTENCE]);
const cue = (i: number): string => {
  const [hour, minute, second] = [Math.floor(i / 3_600), Math.floor(i / 60) % 60, i % 60].map((n) =>
    String(n).padStart(2, '0'),
  );
  return `${hour}:${minute}:${second}.000 --> ${hour}:${minute}:${second}.900\n`;
};

/** All of them by name: what it is, and what of it there is without end. */
export const FILES: Readonly<Record<string, HostileFile>> = {
  ...Object.fromEntries(
    Object.entries(PAGES).map(([name, shape]) => [
      `page: ${name}`,
      { ending: 'html', make: (size: number) => makePage(shape, size) },
    ]),
  ),
  'text: paragraphs': text('txt', `${SENTENCE}\n\n`),
  'text: short lines': text('txt', 'a b c\n', SENTENCE),
  'text: one line': text('txt', SENTENCE),
  'text: one long word': text('txt', 'a', `${SENTENCE}\n\n`),
  'text: rows of a table': text('txt', 'a,b,c\n', SENTENCE),
  'text: line ends': text('txt', '\r\n', SENTENCE),
  'text: a page': text('txt', MARKED, '<h1>Lamp</h1>'),
  'text: Markdown lists': text('md', '- *a* [b](c)\n', SENTENCE),
  'text: front matter': text('md', 'tags: a, b\n', '---\n', `---\n${SENTENCE}`),
  'sheet: rows': text('csv', 'a,b,c\n'),
  'RTF: paragraphs': text('rtf', `\\pard ${SENTENCE}\\par\n`, '{\\rtf1\\ansi ', '}'),
  'RTF: groups': text('rtf', '{\\b a}', '{\\rtf1\\ansi ', '}'),
  'RTF: numbered letters': text('rtf', '\\u8217?', '{\\rtf1\\ansi ', '}'),
  'RTF: bytes': text('rtf', "\\'e4", '{\\rtf1\\ansi ', '}'),
  'RTF: fonts': text('rtf', '{\\f0 Times;}', '{\\rtf1\\ansi{\\fonttbl', `}${SENTENCE}}`),
  'RTF: pictures': text('rtf', '{\\pict ffd8ffe0}', `{\\rtf1\\ansi ${SENTENCE}`, '}'),
  'DOCX: paragraphs': docx(`<w:p><w:r><w:t>${SENTENCE}</w:t></w:r></w:p>`),
  'DOCX: empty paragraphs': docx('<w:p/>'),
  'DOCX: runs': docx('<w:r><w:t>a </w:t></w:r>'),
  'DOCX: tables': docx(
    '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
  ),
  'DOCX: one long text': docx('a', (list) => ({
    footnotes: `<w:footnote w:id="1"><w:p><w:r><w:t>${list}</w:t></w:r></w:p></w:footnote>`,
  })),
  'DOCX: footnotes': docx(
    '<w:footnote w:id="1"><w:p><w:r><w:t>a</w:t></w:r></w:p></w:footnote>',
    (list) => ({ footnotes: list }),
  ),
  'ODT: paragraphs': odt(
    `<text:p>${SENTENCE}</text:p>`,
    '<office:body><office:text>',
    '</office:text></office:body>',
  ),
  'ODT: spans': odt(
    '<text:span>a</text:span>',
    '<office:body><office:text><text:p>',
    '</text:p></office:text></office:body>',
  ),
  'ODT: styles': odt(
    '<style:style style:name="T9"><style:text-properties style:text-line-through-style="solid"/></style:style>',
    '<office:automatic-styles>',
    `</office:automatic-styles><office:body><office:text><text:p>${SENTENCE}</text:p></office:text></office:body>`,
  ),
  'ODT: spaces': odt(
    '<text:s/>',
    `<office:body><office:text><text:p>${SENTENCE}`,
    '</text:p></office:text></office:body>',
  ),
  'EPUB: paragraphs': epub((size) => [fill(size, MARKED, '<html><body>', '</body></html>')]),
  'EPUB: line breaks': epub((size) => [
    fill(size, '<br/>', `<html><body>${MARKED}`, '</body></html>'),
  ]),
  'EPUB: chapters': epub((size) =>
    Array.from(
      { length: Math.min(MOST_FILES, Math.max(1, Math.floor(size / 200))) },
      () => `<html><body>${MARKED}</body></html>`,
    ),
  ),
  'PDF: lines': pdf(lines),
  'PDF: words': pdf(words),
  'PDF: one line again and again': pdf(again),
  'PDF: one page again and again': { ending: 'pdf', make: sharedPdf },
  'mail: lines': text('eml', `${SENTENCE}\r\n`, `${HEAD}\r\n`),
  'mail: short lines': text('eml', 'a b\r\n', `${HEAD}\r\n`),
  'mail: head': text('eml', 'X-A: b\r\n', HEAD, `\r\n${SENTENCE}`),
  'mail: paragraphs': text('eml', MARKED, html('')),
  'mail: marks': text('eml', '<p>a <b>b</b></p>', html('')),
  'mail: table in table': text(
    'eml',
    '<table><tr><td>a'.repeat(90) + '</td></tr></table>'.repeat(90),
    html(''),
  ),
  'mail: quoted-printable': text(
    'eml',
    '=C3=A4=\r\n',
    html('Content-Transfer-Encoding: quoted-printable\r\n'),
  ),
  'mail: base64': {
    ending: 'eml',
    make: (size) =>
      html('Content-Transfer-Encoding: base64\r\n') +
      Buffer.from(fill(size * 0.73, MARKED))
        .toString('base64')
        .replace(/.{76}/g, '$&\r\n'),
  },
  'mail: parts': text(
    'eml',
    `--b\r\nContent-Type: text/html\r\n\r\n${MARKED}\r\n`,
    `${HEAD}Content-Type: multipart/mixed; boundary="b"\r\n\r\n`,
    '--b--\r\n',
  ),
  'mail: attached': text(
    'eml',
    `--b\r\nContent-Type: application/rtf; name="a.rtf"\r\nContent-Disposition: attachment; filename="a.rtf"\r\n\r\n{\\rtf1\\ansi ${SENTENCE}}\r\n`,
    `${HEAD}Content-Type: multipart/mixed; boundary="b"\r\n\r\n`,
    '--b--\r\n',
  ),
  'saved page: paragraphs': text(
    'mhtml',
    MARKED,
    `From: <Saved by Browser>\r\nSnapshot-Content-Location: https://a.example/b\r\nSubject: Lamp\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<html><body>`,
    '</body></html>\r\n--b--\r\n',
  ),
  'mailbox: mails': text('mbox', (i) => `${from(i)}\r\n${SENTENCE.repeat(4)}\r\n\r\n`),
  'mailbox: marked mails': text(
    'mbox',
    (i) => `${from(i)}Content-Type: text/html\r\n\r\n${MARKED.repeat(10)}\r\n\r\n`,
  ),
  'mailbox: long mails': text(
    'mbox',
    (i) => `${from(i)}\r\n${`${SENTENCE}\r\n`.repeat(800)}\r\n\r\n`,
  ),
  'RSS: items': text(
    'rss',
    item(`<link>https://a.example/</link><description>${SENTENCE.repeat(5)}</description>`),
    RSS,
    NO_RSS,
  ),
  'RSS: titles': text('rss', item(''), RSS, NO_RSS),
  'RSS: marked items': text(
    'rss',
    item(`<description><![CDATA[${long}]]></description>`),
    RSS,
    NO_RSS,
  ),
  'RSS: items of tags': text(
    'rss',
    item(`<description><![CDATA[${'<p>a <b>b</b></p>'.repeat(40)}${long}]]></description>`),
    RSS,
    NO_RSS,
  ),
  'RSS: items of bold': text(
    'rss',
    item(`<description><![CDATA[${'<b>b</b>'.repeat(400)}${long}]]></description>`),
    RSS,
    NO_RSS,
  ),
  'RSS: one item': text(
    'rss',
    MARKED,
    `${RSS}<item><title>a</title><description><![CDATA[`,
    `]]></description></item>${NO_RSS}`,
  ),
  'RSS: categories': text(
    'rss',
    '<category>a</category>',
    `${RSS}<item><title>a</title>`,
    `</item>${NO_RSS}`,
  ),
  'Atom: entries': text(
    'atom',
    (i) =>
      `<entry><id>${i}</id><title>Lamp</title><content type="html">${long.replaceAll('<', '&lt;')}</content></entry>`,
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><id>x</id>',
    '</feed>',
  ),
  'RDF: items': text(
    'rdf',
    (i) =>
      `<item rdf:about="https://a.example/${i}"><title>Lamp</title><link>https://a.example/${i}</link><description>${SENTENCE.repeat(5)}</description></item>`,
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>A</title></channel>',
    '</rdf:RDF>',
  ),
  'JSON Feed: items': text(
    'json',
    (i) => `{"id":"${i}","title":"Lamp","content_html":"${long}"},`,
    '{"version":"https://jsonfeed.org/version/1.1","title":"A","items":[',
    '{"id":"x"}]}',
  ),
  'sitemap: addresses': text(
    'xml',
    (i) => `<url><loc>https://a.example/${i}</loc></url>`,
    '<urlset>',
    '</urlset>',
  ),
  'sitemap: news': text(
    'xml',
    (i) =>
      `<url><loc>https://a.example/${i}</loc><n:news><n:publication><n:name>A</n:name></n:publication><n:publication_date>2026-03-03</n:publication_date><n:title>Lamp</n:title></n:news></url>`,
    '<urlset xmlns:n="n">',
    '</urlset>',
  ),
  'NITF: paragraphs': text(
    'xml',
    MARKED,
    '<nitf><body><body.head><hedline><hl1>Lamp</hl1></hedline></body.head><body.content>',
    '</body.content></body></nitf>',
  ),
  'NITF: marks': text(
    'xml',
    '<em>a</em>',
    `<nitf><body><body.content><p>${SENTENCE}`,
    '</p></body.content></body></nitf>',
  ),
  'NewsML: items': text(
    'xml',
    (i) =>
      `<newsItem guid="g${i}">${NEWS}<inlineXML><html><body>${long}</body></html></inlineXML></contentSet></newsItem>`,
    '<newsMessage>',
    '</newsMessage>',
  ),
  'NewsML: paragraphs': text(
    'xml',
    MARKED,
    `<newsItem guid="g">${NEWS}<inlineXML><html><body>`,
    '</body></html></inlineXML></contentSet></newsItem>',
  ),
  'NewsML: headlines': text(
    'xml',
    '<headline>a</headline>',
    '<newsItem guid="g"><contentMeta>',
    `</contentMeta><contentSet><inlineData>${SENTENCE}</inlineData></contentSet></newsItem>`,
  ),
  'NewsML: items in items': text(
    'xml',
    `<newsItem guid="g">${NEWS}<inlineData>${SENTENCE}</inlineData></contentSet>`.repeat(100) +
      '</newsItem>'.repeat(100),
    '<newsMessage>',
    '</newsMessage>',
  ),
  'ninjs: items': text(
    'json',
    (i) => `{"uri":"u:${i}","type":"text","headline":"Lamp","body_xhtml":"${long}"},`,
    '[',
    '{}]',
  ),
  'ninjs: keywords': text(
    'json',
    '"a",',
    '{"uri":"u","type":"text","headline":"Lamp","keyword":[',
    `"a"],"body_text":"${SENTENCE}"}`,
  ),
  'JSON: numbers': text('json', '1,', '{"items":[', '1]}'),
  'JSON: objects': text('json', '{"a":{}},', '[', '{}]'),
  'JSON: lists': text('json', '[],', '{"items":[', '[]]}'),
  'wire: ANPA': text(
    'anpa',
    `\t${SENTENCE}\r\n`,
    '\x16\x16\x01a4521\x1fabcd-\r\n\x02^Lamp<\r\n',
    '\x03',
  ),
  'wire: heads': text(
    'anpa',
    '^Lamp<\r\n',
    '\x16\x16\x01a4521\x1fabcd-\r\n\x02',
    `\t${SENTENCE}\r\n\x03`,
  ),
  'wire: IPTC': text(
    'txt',
    `   ${SENTENCE}\r\n`,
    '\x01NWA0123 3 i 0140\r\n\x02Lamp\r\n\r\n',
    '\x03',
  ),
  'cues: WebVTT': text('vtt', (i) => `${cue(i)}${SENTENCE}\n\n`, 'WEBVTT\n\n'),
  'cues: who speaks': text('vtt', (i) => `${cue(i)}<v Ann Ode ${i % 7}>Yes.\n\n`, 'WEBVTT\n\n'),
  'cues: SubRip': text('srt', (i) => `${i}\n${cue(i).replaceAll('.', ',')}ANN: <i>Yes.</i>\n\n`),
  'ZIP: pages': zip(
    'html',
    `<html><body><article><h1>Lamp</h1>${MARKED.repeat(8)}</article></body></html>`,
  ),
  'ZIP: texts': zip('txt', SENTENCE.repeat(8)),
  'ZIP: mails': zip('eml', `${HEAD}\r\n${SENTENCE.repeat(8)}`),
  'ZIP: long pages': zip(
    'html',
    `<html><body><article><h1>Lamp</h1>${MARKED.repeat(1_500)}</article></body></html>`,
  ),
  'gzip: a page': {
    ending: 'html.gz',
    isPacked: true,
    make: (size) => gzipSync(fill(size, MARKED)),
  },
};

/** A PDF of many pages that all show the same content: a small file can draw one line a million times. */
function sharedPdf(size: number): Buffer {
  const rows = Array.from({ length: 225 }, (_, i) => `0 -3 Td (${tell(i)} words that go on) Tj`);
  const stream = `BT /F1 12 Tf 72 760 Td ${rows.join('\n')} ET`;
  const count = Math.max(1, Math.floor((size - stream.length) / 200));
  const page =
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 3 0 R /Resources << /Font << /F1 4 0 R >> >> >>';
  const kids = Array.from({ length: count }, (_, i) => `${i + 5} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${count} /Kids [${kids}] >>`,
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...Array.from({ length: count }, () => page),
  ];
  let written = '%PDF-1.4\n';
  const rowsOfPlaces = objects.map((object, i) => {
    const at = written.length;
    written += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  return Buffer.from(
    `${written}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rowsOfPlaces.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${written.length}\n%%EOF`,
    'latin1',
  );
}
