import { epub, odt, pdf, rtf } from './document-forms.ts';
import { addressOf, inert, marked, wrap, XML } from './form-parts.ts';
import { alternatives, attached, plainMail, quoted } from './mail-forms.ts';
import { makeDocx, makeZip } from './samples.ts';
import type { Told } from './told.ts';
import { anpa, iptc, srt, vtt } from './wire-forms.ts';

/** A form that a story takes on its way in: how its file ends, what is in it, and which fields it carries. */
export interface Form {
  readonly ending: string;
  readonly write: (story: Told) => string | Buffer;
  /** `h` headline, `b` byline, `d` date, `p` publisher, `u` address. */
  readonly carries: string;
}
function menus(story: Told): string {
  const { headline, byline, paragraphs } = story;
  const above = ['Skip to main content', 'Home', 'News', 'Sport', 'Weather', 'Log in', 'Search'];
  const below = [
    'Share',
    'Related topics',
    'More from this section',
    'Contact us',
    'Privacy policy',
  ];
  return [...above, headline, `By ${byline}`, 'Share', ...paragraphs, ...below].join('\n');
}

function page(story: Told): string {
  const { headline, byline, date, publisher } = story;
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${inert(headline)} | ${publisher}</title>
<meta property="og:site_name" content="${publisher}"><meta name="author" content="${byline}">
<meta property="article:published_time" content="${date}T08:00:00Z"><link rel="canonical" href="${addressOf(story)}"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>${inert(headline)}</h1>
<p class="byline">By ${byline}</p>${marked(story)}</article><footer>© ${publisher}</footer></body></html>`;
}

function nitf({ headline, byline, date, publisher, paragraphs }: Told): string {
  const body = paragraphs.map((one) => `<p>${inert(one)}</p>`).join('');
  return `<nitf><head><title>${inert(headline)}</title><docdata><date.issue norm="${date.replaceAll('-', '')}T080000Z"/></docdata><pubdata name="${publisher}"/></head>
<body><body.head><hedline><hl1>${inert(headline)}</hl1></hedline><byline>By <person>${byline}</person><byttl>Staff Writer</byttl></byline></body.head><body.content>${body}</body.content></body></nitf>`;
}

function newsItem(story: Told, content: string): string {
  const { slug, headline, byline, date, publisher } = story;
  return `<newsItem guid="urn:newsml:news.example:${slug}" version="1" standard="NewsML-G2"><itemMeta><itemClass qcode="ninat:text"/>
<provider qcode="nprov:X"><name>${publisher}</name></provider><versionCreated>${date}T09:30:00+01:00</versionCreated><pubStatus qcode="stat:usable"/><link rel="irel:canonical" href="${addressOf(story)}"/></itemMeta>
<contentMeta><contentCreated>${date}T08:00:00+01:00</contentCreated><by>By ${byline}</by><headline role="hld:sub">In short</headline><headline>${inert(headline)}</headline><keyword>Local news</keyword></contentMeta>
<contentSet>${content}</contentSet></newsItem>`;
}

function xhtml(story: Told): string {
  const body = story.paragraphs.map((one) => `<h:p>${inert(one)}</h:p>`).join('');
  return `<inlineXML contenttype="application/xhtml+xml"><h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>x</h:title></h:head><h:body>${body}</h:body></h:html></inlineXML>`;
}

function saved(story: Told): string {
  return `From: <Saved by Browser>\r\nSnapshot-Content-Location: ${addressOf(story)}\r\nSubject: page\r\nDate: Tue, 1 Dec 2026 09:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="=b3"\r\n\r\n--=b3\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: ${addressOf(story)}\r\n\r\n${quoted(page(story))}\r\n--=b3\r\nContent-Type: text/html\r\n\r\n<html><body><p>A frame with an advertisement in it, which is no part of the page.</p></body></html>\r\n--=b3--\r\n`;
}

function feed(story: Told): string {
  const { headline, byline, date, publisher } = story;
  return `${XML}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${publisher}</title><link>https://news.example/</link><item><title>${inert(headline)}</title><link>${addressOf(story)}</link><dc:creator>${byline}</dc:creator><pubDate>${new Date(`${date}T08:00:00Z`).toUTCString()}</pubDate><content:encoded><![CDATA[${marked(story)}]]></content:encoded></item></channel></rss>`;
}

function atom(story: Told): string {
  const { headline, byline, date, publisher } = story;
  return `${XML}<feed xmlns="http://www.w3.org/2005/Atom"><title>${publisher}</title><id>x</id><updated>${date}T08:00:00Z</updated><entry><id>y</id><title>${inert(headline)}</title><link rel="alternate" href="${addressOf(story)}"/><author><name>${byline}</name></author><published>${date}T08:00:00Z</published><updated>${date}T08:00:00Z</updated><content type="html">${inert(marked(story))}</content></entry></feed>`;
}

function jsonFeed(story: Told): string {
  const { headline, byline, date, publisher } = story;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: publisher,
    items: [
      {
        id: '1',
        url: addressOf(story),
        title: headline,
        content_html: marked(story),
        date_published: `${date}T08:00:00Z`,
        authors: [{ name: byline }],
      },
    ],
  });
}

function ninjs(story: Told): string {
  const { slug, headline, byline, date, publisher } = story;
  return JSON.stringify({
    uri: `urn:ninjs:${slug}`,
    type: 'text',
    versioncreated: `${date}T08:00:00Z`,
    headline,
    byline: `By ${byline}`,
    infosource: [{ name: publisher }],
    url: addressOf(story),
    body_xhtml: `<div>${marked(story)}</div>`,
  });
}

function ninjs2(story: Told): string {
  const { slug, headline, byline, date, publisher, paragraphs } = story;
  const item = {
    uri: `urn:ninjs:${slug}`,
    type: 'text',
    contentCreated: `${date}T08:00:00Z`,
    firstcreated: `${date}T08:00:00Z`,
    headlines: [
      { role: 'short', value: 'Short' },
      { role: 'main', value: headline },
    ],
    by: byline,
    infosources: [{ name: publisher }],
    bodies: [{ role: 'main', contentType: 'text/plain', value: paragraphs.join('\n\n') }],
  };
  return JSON.stringify({ data: { items: [{ item }] } });
}

function matter({ headline, byline, date, publisher }: Told): string {
  return `---\nheadline: "${headline}"\nbyline: ${byline}\npublished: ${date}\npublisher: ${publisher}\n---\n\n`;
}

/** Windows-1252: the marks of typing programs have places of their own there. */
function western(text: string): Buffer {
  const places = new Map(
    [...'€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ'].map((one, i) => [one, 0x80 + i]),
  );
  return Buffer.from([...text].map((one) => places.get(one) ?? one.charCodeAt(0)));
}

function typed({ headline, paragraphs }: Told): string {
  return [headline, ...paragraphs].join('\n\n');
}
/** Every form, by its name. */
export const forms: Readonly<Record<string, Form>> = {
  text: { ending: 'txt', write: typed, carries: 'h' },
  western: { ending: 'txt', write: (story) => western(typed(story)), carries: 'h' },
  wide: {
    ending: 'txt',
    write: (story) => Buffer.from(`\ufeff${typed(story)}`, 'utf16le'),
    carries: 'h',
  },
  wrapped: {
    ending: 'txt',
    write: (story) =>
      [story.headline, ...story.paragraphs.map((one) => wrap(one, 72))].join('\n\n'),
    carries: 'h',
  },
  markdown: {
    ending: 'md',
    write: (story) => matter(story) + story.paragraphs.join('\n\n'),
    carries: 'hbdp',
  },
  pasted: { ending: 'txt', write: menus, carries: 'hb' },
  page: { ending: 'html', write: page, carries: 'hbdpu' },
  pageAsText: { ending: 'txt', write: page, carries: 'hbdpu' },
  tags: {
    ending: 'txt',
    write: (story) => `<h1>${inert(story.headline)}</h1>\n${marked(story)}`,
    carries: 'h',
  },
  mhtml: { ending: 'mhtml', write: saved, carries: 'hbdpu' },
  nitf: { ending: 'xml', write: nitf, carries: 'hbdp' },
  newsml: {
    ending: 'xml',
    write: (story) => `${XML}${newsItem(story, xhtml(story))}`,
    carries: 'hbdpu',
  },
  newsmlNitf: {
    ending: 'newsml',
    write: (story) =>
      `${XML}<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${newsItem(story, `<inlineXML contenttype="application/nitf+xml">${nitf(story)}</inlineXML>`)}</itemSet></newsMessage>`,
    carries: 'hbdpu',
  },
  newsmlText: {
    ending: 'xml',
    write: (story) =>
      newsItem(
        story,
        `<inlineData contenttype="text/plain">${inert(story.paragraphs.join('\n\n'))}</inlineData>`,
      ),
    carries: 'hbdpu',
  },
  ninjs: { ending: 'json', write: ninjs, carries: 'hbdpu' },
  ninjs2: { ending: 'json', write: ninjs2, carries: 'hbdp' },
  mail: { ending: 'eml', write: plainMail, carries: 'hdp' },
  mailAlternatives: { ending: 'eml', write: alternatives, carries: 'hdp' },
  mailAttached: { ending: 'eml', write: attached, carries: 'dp' },
  mailbox: {
    ending: 'mbox',
    write: (story) => `From press@news.example Tue Mar  3 10:15:00 2026\r\n${plainMail(story)}\r\n`,
    carries: 'hdp',
  },
  rtf: { ending: 'rtf', write: rtf, carries: 'hb' },
  rtfAsDoc: { ending: 'doc', write: rtf, carries: 'hb' },
  odt: { ending: 'odt', write: odt, carries: 'hb' },
  docx: {
    ending: 'docx',
    write: (story) =>
      makeDocx([story.headline, `By ${story.byline}`, ...story.paragraphs].map(inert)),
    carries: 'hb',
  },
  pdf: { ending: 'pdf', write: pdf, carries: '' },
  epub: { ending: 'epub', write: epub, carries: 'hbdpu' },
  vtt: { ending: 'vtt', write: vtt, carries: 'h' },
  srt: { ending: 'srt', write: srt, carries: '' },
  anpa: { ending: 'anpa', write: anpa, carries: 'hbdp' },
  iptc: { ending: 'txt', write: iptc, carries: 'hbdp' },
  rss: { ending: 'rss', write: feed, carries: 'hbdpu' },
  atom: { ending: 'xml', write: atom, carries: 'hbdpu' },
  jsonFeed: { ending: 'json', write: jsonFeed, carries: 'hbdpu' },
  zip: {
    ending: 'zip',
    write: (story) =>
      makeZip({
        [`in/${story.slug}.html`]: page(story),
        '__MACOSX/._x.html': 'x',
        'in/photo.jpg': 'x',
      }),
    carries: 'hbdpu',
  },
};
