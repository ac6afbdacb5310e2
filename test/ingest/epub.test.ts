import { describe, expect, test, vi } from 'vitest';
import { previewStory } from '../../src/ingest/preview.ts';
import { FIRST, read, SECOND } from './kept-files.ts';
import { makeZip } from './samples.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time

const THIRD =
  'The ferry will carry bicycles free of charge until the bridge is mended, the port said.';
const FOURTH =
  '“We have waited for nine years,” said Bo Lund, who keeps the ferry house on the north side.';

/** A book of some files, in their order; `meta` and `guide` are parts of its package. */
function makeBook(
  files: Readonly<Record<string, string | Buffer>>,
  meta: string,
  guide = '',
): Buffer {
  const names = Object.keys(files);
  const items = names.map(
    (name, i) => `<item id="i${i}" href="${name}" media-type="application/xhtml+xml"/>`,
  );
  const spine = names.map((_, i) => `<itemref idref="i${i}"/>`);
  const pages = Object.entries(files).map(
    ([name, body]) =>
      [
        `OEBPS/${name}`,
        typeof body === 'string' ? `<html xmlns:epub="e"><body>${body}</body></html>` : body,
      ] as const,
  );
  return makeZip({
    'META-INF/container.xml': '<container><rootfile full-path="OEBPS/o.opf"/></container>',
    'OEBPS/o.opf': `<package xmlns:dc="d" xmlns:opf="o"><metadata>${meta}</metadata><manifest>${items.join('')}</manifest><spine>${spine.join('')}</spine>${guide}</package>`,
    ...Object.fromEntries(pages),
  });
}

async function readBook(...book: Parameters<typeof makeBook>) {
  const { incoming } = await read('book.epub', makeBook(...book));
  return incoming.map((one) => {
    const { article, byline, paragraphs } = previewStory(one);
    return { headline: article.headline, byline, paragraphs };
  });
}

const WEEKLY = '<dc:title>Marl Weekly 12</dc:title><dc:publisher>Marl Press</dc:publisher>';
const article = (headline: string, by: string, ...body: readonly string[]): string =>
  `<h1>${headline}</h1><p>By ${by}</p>${body.map((one) => `<p>${one}</p>`).join('')}`;
const BRIDGE = {
  headline: 'Old bridge shut to cars',
  byline: 'Ann Ode',
  paragraphs: [FIRST, SECOND],
};
const FERRY = {
  headline: 'Ferry carries bicycles free',
  byline: 'Jo Lee',
  paragraphs: [THIRD, FOURTH],
};
const BRIDGE_PAGE = article(BRIDGE.headline, BRIDGE.byline, FIRST, SECOND);
const FERRY_PAGE = article(FERRY.headline, FERRY.byline, THIRD, FOURTH);

describe('a magazine', () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    ['a file each', { 'a.xhtml': BRIDGE_PAGE, 'b.xhtml': FERRY_PAGE }],
    ['in one file', { 'a.xhtml': `${BRIDGE_PAGE}${FERRY_PAGE}` }],
    [
      'between a cover, contents and an imprint',
      {
        'c.xhtml': '<h1>Marl Weekly</h1><p>No. 12</p>',
        't.xhtml': '<h2>In this issue</h2><p><a href="a.xhtml">Old bridge shut to cars</a></p>',
        'a.xhtml': BRIDGE_PAGE,
        'b.xhtml': FERRY_PAGE,
        'i.xhtml': '<p>© Marl Press 2026. All rights reserved, and no part may be copied.</p>',
      },
    ],
    [
      'of which one goes on in a second file',
      {
        'a.xhtml': `<h1>${BRIDGE.headline}</h1><p>By Ann Ode</p><p>${FIRST}</p>`,
        'a2.xhtml': `<p>${SECOND}</p>`,
        'b.xhtml': FERRY_PAGE,
      },
    ],
  ])('is as many stories: %s', async (_, files) => {
    expect(await readBook(files, WEEKLY)).toEqual([BRIDGE, FERRY]);
  });
});

describe('a book', () => {
  const META = '<dc:title>The night the bridge was shut</dc:title><dc:creator>Ann Ode</dc:creator>';
  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'chapters with names',
      {
        'a.xhtml': `<h2>The long night</h2><p>${FIRST}</p>`,
        'b.xhtml': `<h2>What came after it</h2><p>${SECOND}</p>`,
      },
      '',
    ],
    [
      'chapters by number',
      { 'a.xht': `<h1>1</h1><p>${FIRST}</p>`, 'b.xht': `<h1>Chapter Two</h1><p>${SECOND}</p>` },
      '',
    ],
    [
      'a title page, notes and page numbers',
      {
        't.xhtml': '<h1>The night the bridge was shut</h1><p>Ann Ode</p><p>Marl Press</p>',
        'a.xhtml': `<p>${FIRST}<a epub:type="noteref" href="#n">1</a></p><span epub:type="pagebreak">7</span><p>${SECOND}</p>`,
        'n.xhtml':
          '<h2>Notes</h2><p>1. The report has 90 pages and was never printed, she said.</p>',
      },
      '',
    ],
    [
      'what its guide calls no text',
      {
        'a.xhtml': `<p>${FIRST}</p><p>${SECOND}</p>`,
        'x.xhtml': '<p>A long word of thanks to all who helped with it, and there were many.</p>',
      },
      '<guide><reference type="acknowledgements" href="x.xhtml"/></guide>',
    ],
  ])('with %s is one story of its author', async (_, files, guide) => {
    const [story, ...others] = await readBook(files, META, guide);
    expect(others).toEqual([]);
    expect(story?.headline).toBe('The night the bridge was shut');
    expect(story?.byline).toBe('Ann Ode');
    expect(story?.paragraphs.filter((one) => one.length > 40)).toEqual([FIRST, SECOND]);
  });

  test('that a converter named after a file has its heading and byline', async () => {
    const meta = '<dc:title>bridge_final-2</dc:title><dc:creator>Unknown</dc:creator>';
    expect(await readBook({ 'a.xhtml': BRIDGE_PAGE }, meta)).toEqual([BRIDGE]);
  });

  test('names its authors, not who drew or edited it', async () => {
    const meta =
      '<dc:title>The night the bridge was shut</dc:title><dc:creator opf:role="aut">Ann Ode</dc:creator><dc:creator opf:role="ill">Jo Lee</dc:creator>';
    expect((await readBook({ 'a.xhtml': `<p>${FIRST}</p>` }, meta))[0]?.byline).toBe('Ann Ode');
  });

  test('in another charset is read by what it declares', async () => {
    const page = Buffer.from(
      '<?xml version="1.0" encoding="iso-8859-1"?><html><body><p>The caf\xe9 was shut on Monday, said Zo\xeb Ode, who runs it.</p></body></html>',
      'latin1',
    );
    expect((await readBook({ 'a.xhtml': page }, META))[0]?.paragraphs).toEqual([
      'The café was shut on Monday, said Zoë Ode, who runs it.',
    ]);
  });
});
