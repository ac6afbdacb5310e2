import { addressOf, inert, wrap, XML } from './form-parts.ts';
import { makePdf, makeZip } from './samples.ts';
import type { Told } from './told.ts';
/** Rich text as word processors write it: letters beyond ASCII by their numbers, comments, a struck word. */
export function rtf({ headline, byline, paragraphs }: Told): string {
  const letters = (text: string): string =>
    text.replace(/[\\{}]/g, '\\$&').replace(/[^\0-\x7f]/g, (one) => `\\u${one.charCodeAt(0)}?`);
  const body = paragraphs.map((one) => `{\\pard\\plain\\f0\\fs24 ${letters(one)}\\par}`).join('\n');
  return `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}}{\\colortbl;\\red0\\green0\\blue0;}\n{\\info{\\title ${letters(headline)}}{\\author ${byline}}{\\creatim\\yr2026\\mo1\\dy1}}{\\header\\pard Draft 3\\par}\n\\pard\\b ${letters(headline)}\\b0\\par\n${body}{\\*\\annotation check this}{\\strike never printed}}`;
}

/** An OpenDocument text with a comment, a footnote and a caption. */
export function odt({ headline, byline, paragraphs }: Told): Buffer {
  const names =
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"';
  const body = paragraphs.map((one, i) =>
    i === 0
      ? `<text:p text:style-name="P1">${inert(one)}<office:annotation><dc:creator>Ed</dc:creator><text:p>Really?</text:p></office:annotation><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A footnote.</text:p></text:note-body></text:note></text:p>`
      : `<text:p><text:span text:style-name="T9">gone </text:span>${inert(one).replace(' ', '<text:s/>')}</text:p>`,
  );
  return makeZip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `${XML}<office:document-content ${names}><office:automatic-styles><style:style style:name="T9" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style></office:automatic-styles><office:body><office:text><text:h text:outline-level="1">${inert(headline)}</text:h>${body.join('')}<draw:frame><draw:text-box><text:p>A picture of it.</text:p></draw:text-box></draw:frame></office:text></office:body></office:document-content>`,
    'meta.xml': `${XML}<office:document-meta ${names}><office:meta><dc:title>${inert(headline)}</dc:title><meta:initial-creator>${byline}</meta:initial-creator></office:meta></office:document-meta>`,
    'META-INF/manifest.xml': `${XML}<manifest/>`,
  });
}

/** An EPUB whose chapters are two paragraphs each. */
export function epub(story: Told): Buffer {
  const { headline, byline, date, publisher, paragraphs } = story;
  const chapter = (from: number): string =>
    `${XML}<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>${paragraphs
      .slice(from, from + 2)
      .map((one) => `<p>${inert(one)}</p>`)
      .join('')}</body></html>`;
  return makeZip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': `${XML}<container><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
    'OEBPS/content.opf': `${XML}<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>${inert(headline)}</dc:title><dc:creator>${byline}</dc:creator><dc:publisher>${publisher}</dc:publisher><dc:date>${date}</dc:date><dc:identifier>${addressOf(story)}</dc:identifier></metadata><manifest><item id="n" href="nav.xhtml" properties="nav"/><item id="b" href="text/two%20.xhtml"/><item id="a" href="text/one.xhtml"/></manifest><spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>`,
    'OEBPS/nav.xhtml':
      '<html><body><nav><ol><li>Contents of this book</li></ol></nav></body></html>',
    'OEBPS/text/one.xhtml': chapter(0),
    'OEBPS/text/two .xhtml': chapter(2),
  });
}

/** A PDF, its lines placed one by one. */
export function pdf({ paragraphs }: Told): Buffer {
  const ascii = (text: string): string =>
    text
      .replace(/[“”]/g, '"')
      .replace(/[’‘]/g, "'")
      .replace('£', 'GBP ')
      .replace('€', 'EUR ')
      .replace(/[^\0-\x7f]/g, 'e');
  return makePdf([
    paragraphs.flatMap((one, i) =>
      wrap(ascii(one), 70)
        .split('\n')
        .map((line, n): [number, string] => [n > 0 ? 14 : i === 0 ? 0 : 30, line]),
    ),
  ]);
}
