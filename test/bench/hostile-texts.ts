import { fill, HEAD, type HostileFile, MARKED, SENTENCE } from './hostile-file.ts';

function text(
  ending: string,
  unit: string | ((i: number) => string),
  before = '',
  after = '',
): HostileFile {
  return { ending, make: (size) => fill(size, unit, before, after) };
}

/** Bytes in threes, by their index. */
function bytes(ending: string, unit: (i: number) => readonly number[]): HostileFile {
  return {
    ending,
    make: (size) =>
      Uint8Array.from({ length: size }, (_, i) => unit(Math.floor(i / 3))[i % 3] ?? 0),
  };
}

const html = (type: string): string => `${HEAD}Content-Type: text/html\r\n${type}\r\n`;
const from = (i: number): string =>
  `From a@b Tue Mar 3 10:15:00 2026\r\n${HEAD.replace('<1@', `<${i}@`)}`;
const item = (inside: string) => (i: number) => `<item><title>Lamp ${i}</title>${inside}</item>`;
const RSS = '<rss version="2.0"><channel><title>A</title>';
const NO_RSS = '</channel></rss>';
const NEWS = '<contentMeta><headline>Lamp</headline></contentMeta><contentSet>';
const long = MARKED.repeat(6);
const cue = (i: number): string => {
  const [hour, minute, second] = [Math.floor(i / 3_600), Math.floor(i / 60) % 60, i % 60].map((n) =>
    String(n).padStart(2, '0'),
  );
  return `${hour}:${minute}:${second}.000 --> ${hour}:${minute}:${second}.900\n`;
};

/** Texts, mails, feeds, and what agencies send. */
export const TEXTS: Readonly<Record<string, HostileFile>> = {
  'text: paragraphs': text('txt', `${SENTENCE}\n\n`),
  'text: short lines': text('txt', 'a b c\n', SENTENCE),
  'text: one line': text('txt', SENTENCE),
  'text: one long word': text('txt', 'a', `${SENTENCE}\n\n`),
  'text: rows of a table': text('txt', 'a,b,c\n', SENTENCE),
  'text: line ends': text('txt', '\r\n', SENTENCE),
  'text: a page': text('txt', MARKED, '<h1>Lamp</h1>'),
  'text: Markdown lists': text('md', '- *a* [b](c)\n', SENTENCE),
  'text: Markdown emphasis': text('md', '*a* **b** `c` [d](e) ', SENTENCE),
  'text: Markdown that nothing closes': text('md', '*a _b [c ', SENTENCE),
  'text: tags in text': text('txt', '<b>a</b> ', SENTENCE),
  'text: lines broken at a width': text('txt', `${SENTENCE.slice(0, 70)}\n`, SENTENCE),
  'text: letters of no charset': bytes('txt', (i) => [0x20, 0x61, 0x80 + ((i * 37) % 128)]),
  'text: letters of two bytes': bytes('txt', (i) => [0x82, 0xa0 + (i % 64), 0x41]),
  'text: front matter': text('md', 'tags: a, b\n', '---\n', `---\n${SENTENCE}`),
  'sheet: rows': text('csv', 'a,b,c\n'),
  'RTF: paragraphs': text('rtf', `\\pard ${SENTENCE}\\par\n`, '{\\rtf1\\ansi ', '}'),
  'RTF: groups': text('rtf', '{\\b a}', '{\\rtf1\\ansi ', '}'),
  'RTF: numbered letters': text('rtf', '\\u8217?', '{\\rtf1\\ansi ', '}'),
  'RTF: bytes': text('rtf', "\\'e4", '{\\rtf1\\ansi ', '}'),
  'RTF: fonts': text('rtf', '{\\f0 Times;}', '{\\rtf1\\ansi{\\fonttbl', `}${SENTENCE}}`),
  'RTF: pictures': text('rtf', '{\\pict ffd8ffe0}', `{\\rtf1\\ansi ${SENTENCE}`, '}'),
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
};
