import { type HostileFile, SENTENCE } from './hostile-file.ts';

/** What is repeated in it, and what stands around that. */
interface PageShape {
  readonly unit: string;
  readonly before?: string;
  readonly after?: string;
  /** How often the unit is opened in itself before it is closed by `close`. */
  readonly levels?: number;
  readonly close?: string;
}

const DEEP = 300; // levels: below the limit on nesting

const SHAPES: Readonly<Record<string, PageShape>> = {
  paragraphs: { unit: `<p>${SENTENCE}</p>` },
  'paragraphs of a letter': { unit: '<p>a</p>' },
  'paragraphs that nothing closes': { unit: `<p>${SENTENCE}` },
  'line breaks': { unit: '<br>' },
  'lines and line breaks': { unit: `${SENTENCE}<br>` },
  'blank lines between lines': { unit: 'a<br><br>' },
  'heads of tables': { unit: '<table><thead><tr><th>a</th></tr></thead></table>' },
  rows: { unit: `<tr><td>${SENTENCE}</td></tr>`, before: '<table>', after: '</table>' },
  cells: { unit: '<td>a</td>', before: '<table><tr>', after: '</tr></table>' },
  'div in div': { unit: '<div>', levels: DEEP, close: '</div>' },
  'div in div, with text': { unit: `<div>${SENTENCE}`, levels: DEEP, close: '</div>' },
  'table in table': { unit: '<table><tr><td>a', levels: 90, close: '</td></tr></table>' },
  'span in span': { unit: '<span>a', levels: 190, close: '</span>' },
  'font in font': { unit: '<font>a', levels: 190, close: '</font>' },
  'list in list': { unit: '<ul><li>a', levels: 140, close: '</li></ul>' },
  'quotation in quotation': { unit: '<q>a', levels: DEEP, close: '</q>' },
  'b that nothing closes': { unit: '<b>a' },
  'i that nothing closes': { unit: '<p><i>a' },
  'a that nothing closes': { unit: '<a href="/a">a' },
  drawings: { unit: '<svg><path d="M0 0"/><g><circle r="1"/></g></svg>' },
  'drawings in drawings': { unit: '<svg><g>', levels: 190, close: '</g></svg>' },
  scripts: { unit: '<script>var a = 1;</script>' },
  'one long script': { unit: 'var a = "b";\n', before: '<script>', after: '</script>' },
  styles: { unit: '<style>p { color: red }</style>' },
  comments: { unit: '<!-- a -->' },
  attributes: { unit: '<p class="a b c" id="d" style="color: red" data-a="b" title="c">a</p>' },
  'attributes of one': { unit: ' data-a="b"', before: '<p', after: '>a</p>' },
  'a long class': { unit: 'comment-list ', before: '<p class="', after: `">${SENTENCE}</p>` },
  entities: { unit: '&amp; ' },
  'numbers of letters': { unit: '&#8222;' },
  'signs that open a tag': { unit: '< ' },
  'tags that nothing ends': { unit: '<p a="' },
  'first headings': { unit: '<h1>The harbour lamp shines</h1>' },
  'second headings': { unit: '<h2>The harbour lamp shines again</h2>' },
  'headings with what is in them': { unit: '<h1><span class="kicker">a</span><em>b</em></h1>' },
  times: { unit: '<time datetime="2026-03-03T10:15:00Z">3 March</time>' },
  'dates by class': { unit: '<span class="date">3 March 2026</span>' },
  bylines: { unit: '<span class="byline author">By Ann Ode</span>' },
  'authors in authors': { unit: '<div class="author">', levels: DEEP, close: '</div>' },
  links: { unit: '<a href="/2026/03/03/lamp.html">The lamp shines</a> ' },
  'author links': { unit: '<a rel="author" href="/author/ann">Ann Ode</a>' },
  tags: { unit: '<meta property="article:author" content="Ann Ode">', before: '<head>' },
  'one long tag': { unit: '&amp;amp; ', before: '<meta name="description" content="', after: '">' },
  'linked data, wide': {
    unit: '{"@type":"Person","name":"Ann Ode","@id":"a"},',
    before: '<script type="application/ld+json">{"@graph":[',
    after: '{}]}</script>',
  },
  'linked data, many': {
    unit: '<script type="application/ld+json">{"@type":"NewsArticle","headline":"a"}</script>',
  },
  'linked data, deep': {
    unit: '{"a":',
    before: '<script type="application/ld+json">',
    after: '</script>',
  },
  'linked data, long': {
    unit: `${SENTENCE}\\n`,
    before: '<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"',
    after: '"}</script>',
  },
  options: { unit: '<option>a</option>', before: '<select>', after: '</select>' },
  items: { unit: '<li>a</li>', before: '<ul>', after: '</ul>' },
  'items of sentences': { unit: `<li>${SENTENCE}</li>`, before: '<ul>', after: '</ul>' },
  figures: { unit: '<figure><img src="a.png"><figcaption>a</figcaption></figure>' },
  frames: { unit: '<iframe src="a.html"></iframe>' },
  'pictures in the page': { unit: `<img src="data:image/png;base64,${'A'.repeat(300)}">` },
  'one picture in the page': { unit: 'A', before: '<img src="data:image/png;base64,', after: '">' },
  'footnote marks': { unit: 'word<sup>1</sup> ' },
  'hidden parts': { unit: `<div style="display: none"><p>${SENTENCE}</p></div>` },
  'comments of readers': { unit: `<div class="comment"><p>${SENTENCE}</p></div>` },
  'elements of its own making': { unit: '<x-icon/>' },
  templates: { unit: '<template><p>a</p></template>' },
  'one long word': { unit: 'a', before: '<p>', after: '</p>' },
  'white space': { unit: ' \n', before: '<p>a', after: 'b</p>' },
};

/** A page of a shape, with a story's headline and first sentence, in at most so many bytes. */
function makePage(shape: PageShape, size: number): string {
  const { unit, before = '', after = '', levels = 1, close = '' } = shape;
  const opened = unit.repeat(levels) + close.repeat(levels);
  const around = `${OPENING}${before}${after}`;
  const times = Math.max(1, Math.floor((size - around.length) / opened.length));
  return `${OPENING}${before}${opened.repeat(times)}${after}`;
}

const OPENING = `<html><title>The harbour lamp shines</title><h1>The harbour lamp shines</h1><p>${SENTENCE}</p>`;

/** Pages. */
export const PAGES: Readonly<Record<string, HostileFile>> = Object.fromEntries(
  Object.entries(SHAPES).map(([name, shape]) => [
    `page: ${name}`,
    { ending: 'html', make: (size: number) => makePage(shape, size) },
  ]),
);
