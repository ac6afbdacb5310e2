import { describe, expect, test, vi } from 'vitest';
import { bodyOf, END, LEDE, MONEY, p, QUOTED, read } from './page-text.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time
describe('the text of a page', () => {
  const story = [LEDE, QUOTED, MONEY, END];
  test.each<[string, string, readonly string[]]>([
    [
      'keeps a paragraph that is one link',
      `<h1>Light returns</h1><article>${p(LEDE)}<div><p><em><a href="/sole">${QUOTED}</a></em></p></div>${p(MONEY)}${p(END)}</article>`,
      story,
    ],
    [
      'is the story, not a notice in an article of its own',
      `<article><p>You have read three of your five free stories this month. Sign in to read as many as you want, or become a member.</p></article><div><div class="s1">${story.map((one) => `<div>${one}</div>`).join('')}</div></div>`,
      story,
    ],
    [
      'comes from JSON-LD where the page has none',
      `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"${LEDE}\\n\\n${QUOTED}"}</script><div id="app"></div>`,
      [LEDE, QUOTED],
    ],
    [
      'has no comments, author boxes and related stories',
      `<article>${story.map(p).join('')}<div class="author-bio">${p('Eve Dunn writes about the coast, and has kept bees for more than eleven years in her garden.')}</div><div class="related-stories">${p('A ferry that nobody wanted has found a home in the north, its new owners say.')}</div></article><section id="comments">${p('I think that this is the best thing that could have happened to the Point.')}</section>`,
      story,
    ],
    [
      'begins with what the page says it is about, whatever that part is called',
      `<meta name="description" content="${LEDE}"><h1>Light returns</h1><div class="teaser-text">${p(LEDE)}</div><div class="body">${[QUOTED, MONEY, END, QUOTED.replace('father', 'aunt')].map(p).join('')}</div>`,
      [LEDE, QUOTED, MONEY, END, QUOTED.replace('father', 'aunt')],
    ],
    [
      'begins so where the page cuts it short',
      `<meta property="og:description" content="${LEDE.slice(0, 90)}…"><title>Light returns</title><h1>Light returns</h1><form><p class="promo">${LEDE}</p></form><div class="body">${[QUOTED, MONEY, END].map(p).join('')}</div>`,
      story,
    ],
    [
      'has it once only',
      `<meta name="description" content="${LEDE}"><h1>Light returns</h1><div class="teaser">${p(LEDE)}</div><article>${story.map(p).join('')}</article>`,
      story,
    ],
    [
      'has no hidden one',
      `<meta name="description" content="${LEDE}"><h1>Light returns</h1><p hidden>${LEDE}</p><article>${[QUOTED, MONEY, END].map(p).join('')}</article>`,
      [QUOTED, MONEY, END],
    ],
    [
      'keeps the points between its paragraphs',
      `<h1>Light returns</h1><article>${p(LEDE)}${p(QUOTED)}<p>The trust has three wishes:</p><ul><li>a lamp that lasts</li><li>paint for the stairs</li><li>somebody to climb them</li></ul>${p(MONEY)}${p(END)}</article>`,
      [
        LEDE,
        QUOTED,
        'The trust has three wishes:',
        'a lamp that lasts',
        'paint for the stairs',
        'somebody to climb them',
        MONEY,
        END,
      ],
    ],
    [
      'is found where no body is written',
      `<html><head><title>Light returns</title></head><div class="top"><h1>Light returns</h1></div><div>${story.map(p).join('')}</div></html>`,
      story,
    ],
    [
      'has no lines that lead elsewhere or belong to the site',
      `<h1>Light returns</h1><article>${p(LEDE)}${p(QUOTED)}<p>Read also: <a href="/ferry">Ferry sold to the north</a></p>${p(MONEY)}${p(END)}<h3>Related</h3><ul><li><a href="/a">Ferry sold to the north</a></li><li><a href="/b">Pier shut for the winter</a></li></ul><p>Subscribe to our newsletter and follow us on Facebook.</p></article>`,
      story,
    ],
    [
      'is in the slides of a gallery, where nothing else is',
      `<h1>Light returns</h1>${story.map((one) => `<div class="gallery-item"><img src="a.jpg"><p>${one}</p></div>`).join('')}`,
      story,
    ],
    [
      'is not the gallery beside it',
      `<h1>Light returns</h1><article>${story.map(p).join('')}</article><div class="gallery">${p('The lamp in 1962, when the last keeper still polished it every evening before tea.')}</div>`,
      story,
    ],
    [
      'has no boxes with headings that lead to other stories',
      `<meta name="description" content="${LEDE}"><h1>Light returns</h1><div class="a">${story.map(p).join('')}</div><div class="b">${['Ferry', 'Pier', 'Market'].map((one) => `<article><h2><a href="/${one}">${one} sold to the north</a></h2>${p(`The ${one} that nobody wanted has found a home in the north at last, its new owners said.`)}</article>`).join('')}</div>`,
      story,
    ],
    [
      'has nothing that stands above its headline',
      `<meta name="description" content="${LEDE}"><div class="cc">${p('We use cookies to make this site work, to measure how it is used and to show what may interest you.')}${p('Some of our partners process your data on the grounds of their interest, and you may object to that.')}</div><div><h1>Light returns</h1>${story.map(p).join('')}</div>`,
      story,
    ],
    [
      'has no box beside the part that holds it',
      `<meta name="description" content="${LEDE}"><h1>Light returns</h1><div class="text">${story.map(p).join('')}</div><div class="person">${p('Eve Dunn has written about the coast since 2011, and was a deckhand on a ship before.')}</div>`,
      story,
    ],
    [
      'goes on in the next part of the same name',
      `<meta name="description" content="${LEDE}"><h1>Light returns</h1><div class="text">${[LEDE, QUOTED, MONEY].map(p).join('')}</div><div class="slot"></div><div class="text">${p(END)}</div>`,
      story,
    ],
    [
      'of one short paragraph is that',
      '<body><p>The pier is shut.</p></body>',
      ['The pier is shut.'],
    ],
  ])('%s', async (_, html, paragraphs) => {
    expect(await bodyOf(html)).toEqual(paragraphs);
  });

  test.each<[string, string, string]>([
    [
      'quotation marks for <q>',
      '<q>We start in May</q>, she said.',
      '“We start in May”, she said.',
    ],
    [
      'none where the author set them',
      '“<q>We start in May</q>”, she said.',
      '“We start in May”, she said.',
    ],
    ['single ones inside others', '<q>He said <q>never</q> twice.</q>', '“He said ‘never’ twice.”'],
    [
      'no words that are struck out',
      'They will <del>all </del>pay<strike> twice</strike>.',
      'They will pay.',
    ],
    [
      'no words that a style strikes out',
      'They will <span style="color:red;text-decoration:line-through">never </span>pay.',
      'They will pay.',
    ],
    [
      'one paragraph of a quotation that breaks',
      '“We start in May,<br>whatever it costs,” she said.',
      '“We start in May, whatever it costs,” she said.',
    ],
    [
      'one paragraph of a quotation that breaks twice',
      '“We start in May,<br><br>whatever it costs,” she said.',
      '“We start in May, whatever it costs,” she said.',
    ],
    [
      'one paragraph of a quotation whose sentences stand in lines',
      '„Es regnet.<br>Wir bleiben“, sagte sie.',
      '„Es regnet. Wir bleiben“, sagte sie.',
    ],
    [
      'one paragraph of a quotation in marks that point inwards',
      '»Es regnet.<br>Wir bleiben«, sagte sie.',
      '»Es regnet. Wir bleiben«, sagte sie.',
    ],
    [
      'one paragraph of a quotation in single marks',
      '‘It rains.<br>We can’t stay,’ she said.',
      '‘It rains. We can’t stay,’ she said.',
    ],
    [
      'one paragraph of a quotation and who said it',
      '“We start in May,”<br>Ms Dunn said.',
      '“We start in May,” Ms Dunn said.',
    ],
    [
      'lines, where a quotation ends before the break',
      '„Es regnet.“<br>Niemand blieb.',
      '„Es regnet.“\nNiemand blieb.',
    ],
    [
      'lines, where an apostrophe opens a word',
      'The ‘90s were dry.<br>Nobody’s roof leaked.',
      'The ‘90s were dry.\nNobody’s roof leaked.',
    ],
    [
      'no marks of footnotes',
      'It cost £2m.<sup>[3]</sup> They<sup><a href="#n">4</a></sup> paid.',
      'It cost £2m. They paid.',
    ],
    [
      'what is raised and no footnote',
      'On the 1<sup>st</sup> it had 40 m<sup>2</sup>.',
      'On the 1st it had 40 m2.',
    ],
    [
      'what is raised without end',
      `It rained <sup>${'I'.repeat(60)}!</sup> in Ives.`,
      `It rained ${'I'.repeat(60)}! in Ives.`,
    ],
    [
      'no ruby',
      'In <ruby>Kyoto<rp>(</rp><rt>きょうと</rt></ruby> it rained.',
      'In Kyoto it rained.',
    ],
    ['no soft hyphens', 'The light&shy;house kee&shy;per left.', 'The lighthouse keeper left.'],
  ])('has %s', async (_, inside, paragraph) => {
    expect(await bodyOf(`<article>${p(LEDE)}${p(inside)}${p(MONEY)}${p(END)}</article>`)).toEqual([
      LEDE,
      paragraph,
      MONEY,
      END,
    ]);
  });

  test('of which all lies in what is called beside the story is read', async () => {
    const html = `<body><div id="sidebar"><a href="/">Home</a>${story.map(p).join('')}</div></body>`;
    expect(await bodyOf(html)).toEqual(story);
  });

  test('is no sidebar where there is a story, however short', async () => {
    const short =
      'The lighthouse at Corran Point will be lit again in June, forty years after its last keeper left.';
    const html = `<body><article>${p(short)}</article><div class="comments">${story.map(p).join('')}</div></body>`;
    expect(await bodyOf(html)).toEqual([short]);
  });

  test.each([
    ['a drawing of 900 shapes', `<svg>${'<circle r="1"/>'.repeat(900)}</svg>`],
    ['a script that holds tags', `<script>var a = '${'<section>'.repeat(900)}';</script>`],
    ['shapes that nothing closes', `<svg>${'<rect width="9">'.repeat(900)}</svg>`],
    ['elements of its own making', '<x-icon/>'.repeat(450)],
    ['emphasis that nothing closes', '<font size="2"><i>'.repeat(450)],
    ['emphasis closed only at the end', `${'<u>'.repeat(900)}Home${'</u>'.repeat(900)}`],
    ['list items that nothing closes', `<ul>${'<li><a href="/">Home</a>'.repeat(900)}</ul>`],
  ])('is read beside %s', async (_, beside) => {
    expect(await bodyOf(`<body>${beside}<article>${story.map(p).join('')}</article>`)).toEqual(
      story,
    );
  });

  test.each([
    ['line breaks', `<body>${`${LEDE}<br>`.repeat(8_000)}`],
    ['spans', `<p>${`<span>${LEDE}</span>`.repeat(8_000)}`],
    ['heads of tables', `<table>${'<thead>'.repeat(32_000)}`],
    ['open divisions', '<div>'.repeat(50_000)],
  ])('of thousands of %s takes no time, or is refused', async (_, html) => {
    const { user } = process.cpuUsage();
    await read(html).catch((error) => expect(error.message).toBe('is nested too deep'));
    expect(process.cpuUsage({ user, system: 0 }).user).toBeLessThan(4_000_000); // microseconds
  });
});
