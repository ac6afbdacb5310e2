import { gzipSync } from 'node:zlib';
import { makeDocx, makePdf, makeZip, type PdfPage } from '../ingest/samples.ts';
import { fill, HEAD, type HostileFile, MARKED, SENTENCE } from './hostile-file.ts';

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
/** Documents and archives. */
export const DOCUMENTS: Readonly<Record<string, HostileFile>> = {
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
