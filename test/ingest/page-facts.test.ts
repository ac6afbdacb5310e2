import { describe, expect, test, vi } from 'vitest';
import { bodyOf, END, LEDE, MONEY, p, QUOTED, read } from './page-text.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time
const STORY = `<article>${[LEDE, QUOTED, MONEY, END].map(p).join('')}</article>`;
const linked = (json: string): string => `<script type="application/ld+json">${json}</script>`;
const TITLE = '<title>Light returns to the Point | Coast News</title>';

describe('the date of a page', () => {
  test.each<[string, string, string | null, string | null]>([
    [
      'is the day of its address, where the time is given in UTC',
      '<meta property="article:published_time" content="2022-11-04T02:10:00Z">',
      'https://news.example/2022/11/03/light',
      '2022-11-03',
    ],
    [
      'is the next day where it is shown so east of London',
      `${linked('{"@type":"NewsArticle","datePublished":"2022-11-03T22:40:00.000Z"}')}<h1>Light returns to the Point</h1><p>4. November 2022, 8.40 Uhr</p>`,
      null,
      '2022-11-04T08:40',
    ],
    [
      'is not that of a later change',
      '<meta property="article:published_time" content="2022-11-03T22:40:00Z"><h1>Light returns to the Point</h1><p>Updated 4 November 2022</p>',
      null,
      '2022-11-03T22:40:00Z',
    ],
    [
      'is the one shown, of two that it says of itself',
      `${linked('{"@type":"NewsArticle","datePublished":"2022-11-01T07:00:00+01:00"}')}<meta property="article:published_time" content="2022-11-04T07:00:00+01:00"><h1>Light returns to the Point</h1><p>04.11.2022</p>`,
      null,
      '2022-11-04T07:00:00+01:00',
    ],
    [
      'has the day that is shown, where a tag may be read in two ways',
      '<html lang="de"><meta name="date" content="04/11/2022"><h1>Light returns to the Point</h1><p>Erstellt am 11.04.2022</p>',
      null,
      '2022-04-11',
    ],
    [
      'is what a paragraph begins with',
      `<html lang="de"><h1>Light returns to the Point</h1><p>3.11.2022 – ${LEDE} ${MONEY}</p>`,
      null,
      '2022-11-03',
    ],
    [
      'may have two figures for the year',
      '<html lang="de"><time>3.11.22</time>',
      null,
      '2022-11-03',
    ],
    [
      'has none in English numbers of that kind',
      '<html lang="en"><time>3.11.22</time>',
      null,
      null,
    ],
    [
      'is in an attribute in capitals',
      '<ABBR CLASS="published" TITLE="2022-11-03">today</ABBR>',
      null,
      '2022-11-03',
    ],
    [
      'is in an attribute as React writes it',
      '<time dateTime="2022-11-03">today</time>',
      null,
      '2022-11-03',
    ],
    ['is read where no language is named', '<time>5 października 2021</time>', null, '2021-10-05'],
    [
      'is none where languages disagree about the month',
      '<time>5 listopada 2021</time>',
      null,
      null,
    ],
    [
      'is the day in the country of the page, where the time is in UTC',
      '<html lang="de-DE"><meta property="article:published_time" content="2022-11-03T23:00:00.000Z">',
      null,
      '2022-11-04T00:00:00+01:00',
    ],
    [
      'is the day shown, where that is one of a change and not called so',
      `${linked('{"@type":"NewsArticle","datePublished":"2022-11-01T07:00:00+01:00","dateModified":"2022-11-04T09:00:00+01:00"}')}<html lang="de"><h1>Light returns to the Point</h1><p>4. November 2022 - 9:00 Uhr</p>`,
      null,
      '2022-11-04T09:00:00+01:00',
    ],
    [
      'is that of the last change, where no other is named',
      `<html lang="fr"><h1>Light returns to the Point</h1>${p(LEDE)}<p>Mis à jour : 3 novembre 2022</p>`,
      null,
      '2022-11-03',
    ],
    [
      'opens a paragraph',
      `<html lang="de"><h1>Light returns to the Point</h1><p>3. November 2022. ${LEDE} ${MONEY}</p>`,
      null,
      '2022-11-03',
    ],
    [
      'may have no space in it',
      '<html lang="de"><h1>Light returns to the Point</h1><p>3.November 2022 um 09:43</p>',
      null,
      '2022-11-03T09:43',
    ],
    [
      'may have two figures for the year behind a month in letters',
      '<html lang="it"><h1>Light returns to the Point</h1><p>( Corran, 3 Novembre 22 )</p>',
      null,
      '2022-11-03',
    ],
    [
      'may have the time before the year',
      '<h1>Light returns to the Point</h1><p>Nov 03 09:34 2022</p>',
      null,
      '2022-11-03T09:34',
    ],
    [
      'is not a reader’s',
      '<ol class="comment-list"><li><time datetime="2022-12-01T08:00">1 December</time></li></ol>',
      null,
      null,
    ],
  ])('%s', async (_, head, address, date) => {
    const { known } = await read(`${head}${STORY}`, address);
    expect(known?.published).toBe(date);
  });
});

describe('the headline of a page', () => {
  test.each<[string, string, string]>([
    [
      'has no line above it',
      `${TITLE}<h1><span class="article__kicker">Corran Point</span> Light returns to the Point</h1>`,
      'Light returns to the Point',
    ],
    [
      'is what its own part of the heading says',
      '<title>Corran: Light returns</title><h1><span class="dachzeile">Corran</span><span class="headline">Light returns</span></h1>',
      'Light returns',
    ],
    [
      'is no link to the front page',
      '<title>Coast News » Archive » Light returns to the Point</title><h1><a href="/">Coast News</a></h1><h2>Light returns to the Point</h2>',
      'Light returns to the Point',
    ],
    [
      'is what stands over the story, where search engines are told other words',
      '<title>Lighthouse at Corran Point relit | Coast News</title><h1>Forty years on, the lighthouse at Corran shines</h1>',
      'Forty years on, the lighthouse at Corran shines',
    ],
    [
      'keeps what follows a dash, as search engines are told it',
      linked('{"@type":"NewsArticle","headline":"Light returns &ndash; at last"}'),
      'Light returns – at last',
    ],
    [
      'is the heading that the page abbreviates in its title',
      '<title>Light</title><h1>Light returns</h1>',
      'Light returns',
    ],
    [
      'is the whole heading, where the page calls itself by its beginning',
      '<title>Ferry sold to Oldhaven</title><meta property="og:title" content="Ferry sold to Oldhaven"><h1>Ferry sold to Oldhaven after nine years of waiting</h1>',
      'Ferry sold to Oldhaven after nine years of waiting',
    ],
    [
      'has no site behind it',
      '<title>Was wir nicht hören wollen</title><h1>Was wir nicht hören wollen | FLUT.EXAMPLE</h1>',
      'Was wir nicht hören wollen',
    ],
    [
      'is no heading that is called the line above it, or the way to the page',
      '<meta property="og:title" content="Light returns to the Point"><title>Corran Point: light returns | Coast News</title><h1 class="article-breadcrumb">Corran Point: light returns</h1><h2 class="title">Light returns to the Point</h2>',
      'Light returns to the Point',
    ],
    [
      'has no topic above it in the same heading',
      `${TITLE}<h1><div class="topic-label">Corran Point</div> Light returns to the Point</h1>`,
      'Light returns to the Point',
    ],
    [
      'is not the site, where both are headings and the longer is the site',
      '<meta property="og:title" content="Light returns..."><title>Light returns… | News of the whole coast</title><h1>News of the whole coast</h1><h1>Light returns…</h1>',
      'Light returns…',
    ],
    [
      'is a lower heading that opens the title of a page which has no other name',
      '<title>Light returns » Coast Friends</title><h1>Coast Friends, a club for everybody who likes coasts and lights</h1><h2>Light returns</h2>',
      'Light returns',
    ],
    [
      'is the heading that writes the title a little otherwise',
      '<title>Lighthouse of Corran Point relit</title><h1>Light-House of Corran Point re-lit</h1>',
      'Light-House of Corran Point re-lit',
    ],
    [
      'may be no heading, and has no site behind it where there are no spaces',
      '<title>科伦角灯塔四十年后重新点亮-海岸新闻</title><div class="h-title">科伦角灯塔四十年后重新点亮</div>',
      '科伦角灯塔四十年后重新点亮',
    ],
    [
      'has one letter where the page has two of them for it',
      '<title>Mu\u0308hle gerettet</title><h1>Mu\u0308hle gerettet</h1>',
      'M\u00fchle gerettet',
    ],
    [
      'is no heading that says something else',
      `${TITLE}<h1>Become a member for the whole summer</h1>`,
      'Light returns to the Point',
    ],
  ])('%s', async (_, head, headline) => {
    const { known } = await read(`${head}${STORY}`, 'https://news.example/a/light');
    expect(known?.headline).toBe(headline);
  });
});

describe('what the parts of a page are called', () => {
  const story = [LEDE, QUOTED, MONEY, END];
  const text = story.map(p).join('');
  const notice = p(
    'This site uses cookies. Whoever reads on agrees that it does, and whoever does not may write to the harbour office.',
  );
  test.each<[string, string, readonly string[]]>([
    [
      'does not count where it says what is not shown or not there',
      `<article class="has-sidebar no-comments"><div class="field field--label-hidden">${text}</div></article>`,
      story,
    ],
    [
      'does not count for pieces of a page builder',
      `<main><div class="elementor-widget-container">${p(LEDE)}${p(QUOTED)}</div><div class="elementor-widget">${p(MONEY)}${p(END)}</div></main>`,
      story,
    ],
    [
      'does not count where most of the story is in it, however long the comments are',
      `<article><div class="steady-paywall-container">${text}</div></article><section id="comments">${p(`I say that ${MONEY}`).repeat(9)}</section>`,
      story,
    ],
    [
      'counts for a notice, however short the story',
      `<article><p>Shut.</p><p>“For good,” she said.</p></article><div class="cookie-law">${notice}</div>`,
      ['Shut.', '“For good,” she said.'],
    ],
  ])('%s', async (_, html, paragraphs) => {
    expect(await bodyOf(html)).toEqual(paragraphs);
  });
});
