import { describe, expect, test, vi } from 'vitest';
import { END, LEDE, MONEY, p, QUOTED, read } from './page-text.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time
const STORY = `<article>${[LEDE, QUOTED, MONEY, END].map(p).join('')}</article>`;
const linked = (json: string): string => `<script type="application/ld+json">${json}</script>`;
const TITLE = '<title>Light returns to the Point | Coast News</title>';

describe('who wrote a page', () => {
  test.each<[string, string, string | null]>([
    ['has initials', '<meta name="author" content="Owen T. Tarrant">', 'Owen T. Tarrant'],
    [
      'is a person before the house',
      '<meta property="og:site_name" content="Coast News"><meta name="author" content="Coast News"><p class="byline">By Eve Dunn</p>',
      'Eve Dunn',
    ],
    [
      'is the house where it names nobody else',
      '<meta property="og:site_name" content="Coast News"><meta name="author" content="Coast News">',
      'Coast News',
    ],
    [
      'is everyone who is named side by side',
      '<div><a rel="author" href="/e">Eve Dunn</a>, <a rel="author" href="/j">Jo Lund</a></div>',
      'Eve Dunn, Jo Lund',
    ],
    ['is no reader', '<div id="comments"><cite class="fn vcard author">Crab67</cite></div>', null],
    ['is behind a date', '<h1>Light returns</h1><p>25.10.2022 - Eve Dunn</p>', 'Eve Dunn'],
    ['is behind a bar', '<h1>Light returns</h1><p>Coast | By Eve Dunn | 5 May</p>', 'Eve Dunn'],
    ['is under its label', '<h1>Light returns</h1><h4>Autorin</h4><p>Eve Dunn</p>', 'Eve Dunn'],
    [
      'has no office behind it that is a part of the address',
      '<link rel="canonical" href="https://edition.flt.example/light"><meta name="author" content="Eve Dunn, FLT">',
      'Eve Dunn',
    ],
    ['has no agency behind it', '<p class="author">Autorin: Eve Dunn/FL-X</p>', 'Eve Dunn'],
    [
      'is whole where the page has it whole',
      '<meta name="author" content="Eve"><h1>Light returns</h1><p>Eine Kolumne von Eve Dunn</p>',
      'Eve Dunn',
    ],
    [
      'stays short where the page has it so',
      '<meta name="author" content="Eve"><h1>Light returns</h1><p>Von Jo Lund</p>',
      'Eve',
    ],
    [
      'is two, where they talk to each other',
      '<p class="author">Eve Dunn im Gespräch mit Jo Lund</p>',
      'Eve Dunn, Jo Lund',
    ],
    [
      'is everyone whom the tag has, where the data have the first',
      `<meta name="author" content="Eve Dunn, Jo Lund">${linked('{"@type":"NewsArticle","author":{"name":"Eve Dunn"}}')}`,
      'Eve Dunn, Jo Lund',
    ],
    [
      'is a person who is a site, too',
      linked('{"@type":"NewsArticle","author":{"@type":["Person","Organization"],"name":"Eve"}}'),
      'Eve',
    ],
    [
      'is not who wrote what the story is about',
      '<meta itemprop="author" content="Kit Sole"><meta name="dc.creator" content="Eve Dunn">',
      'Eve Dunn',
    ],
    [
      'may be one made-up word, behind what was done',
      '<h1>Light returns</h1><p>Posted in Coast by crab67 on August 3, 2019</p>',
      'crab67',
    ],
    [
      'is behind its label in a line',
      '<h1>Light returns</h1><p>Datum: 3.5.2022 Autorin: Eve Dunn</p>',
      'Eve Dunn',
    ],
    [
      'is no whole story that has a name in its class',
      `<meta name="author" content="Coast News"><meta property="og:site_name" content="Coast News"><div class="author-eve-dunn"><h1>Light returns</h1><p>3 May 2022</p>${p(LEDE)}${p(QUOTED)}</div>`,
      'Coast News',
    ],
    ['has no office behind it', '<p class="byline">Eve Dunn, coast correspondent</p>', 'Eve Dunn'],
    ['has no place behind it', '<p class="byline">By Eve Dunn in Upper Marl</p>', 'Eve Dunn'],
    [
      'has no photographer behind it',
      '<p class="byline">Text: Eve Dunn, Photos: Jo Lund</p>',
      'Eve Dunn',
    ],
    [
      'is given by a tag each',
      '<meta name="author" content="Eve Dunn"><meta name="author" content="Jo Lund">',
      'Eve Dunn, Jo Lund',
    ],
    [
      'is given in one tag',
      '<meta name="author" content="Eve Dunn; Jo Lund">',
      'Eve Dunn, Jo Lund',
    ],
    [
      'has the family name first, as libraries do',
      '<meta name="citation_author" content="Dunn, Eve">',
      'Eve Dunn',
    ],
    [
      'is a list',
      '<ul class="authors"><li>Eve Dunn</li><li>Jo Lund</li></ul>',
      'Eve Dunn, Jo Lund',
    ],
    [
      'stands in lines with what they do',
      '<div class="author-box-top"><div>By</div><div>Eve Dunn</div><div>Chief reporter</div></div>',
      'Eve Dunn',
    ],
    [
      'is given without being shown',
      '<div itemprop="author" itemscope><meta itemprop="name" content="Eve Dunn"></div>',
      'Eve Dunn',
    ],
    [
      'has two parts',
      linked(
        '{"@type":"NewsArticle","author":{"@type":"Person","givenName":"Eve","familyName":"Dunn"}}',
      ),
      'Eve Dunn',
    ],
    ['is behind “story by”', '<h1>Light returns</h1><p>Story by Eve Dunn</p>', 'Eve Dunn'],
    ['is read in capitals of tags', '<META NAME="author" CONTENT="Eve Dunn">', 'Eve Dunn'],
    ['loses a handle', '<p class="byline">Por Eve Dunn @evedunn</p>', 'Eve Dunn'],
    ['loses what links to more', '<p class="author">Eve Dunn Alle Artikel</p>', 'Eve Dunn'],
  ])('%s', async (_, head, byline) => {
    expect((await read(`${head}${STORY}`)).byline).toBe(byline);
  });

  test.each([
    ['Autorin: Eve Dunn, Sprecherin des Vereins.', 'Eve Dunn'],
    ['Autoren Eve Dunn und Jo Lund', 'Eve Dunn und Jo Lund'],
    ['Autorin: Eve Dunn, Leiterin der Hafenwache.', 'Eve Dunn'],
    ['Quelle: Küstendienst', 'Küstendienst'],
    ['Quelle: kueste.example/ab', 'kueste.example/ab'],
    ['© 2019–2022 Mary Dunn. All rights reserved.', 'Mary Dunn'],
    ['© 2022 Corran Harbour Trust', null],
    ['Photo © Mary Dunn', null],
    ['Reporting by Eve Dunn; editing by Jo Lund', 'Eve Dunn'],
  ])('is named after the story: %s', async (line, byline) => {
    expect((await read(`${TITLE}${STORY}<p>${line}</p>`)).byline).toBe(byline);
  });
});
