import { expect, test, vi } from 'vitest';
import { type Fetch, gatherAddress } from '../../src/ingest/gather.ts';
import { IngestError } from '../../src/ingest/typed.ts';
import { forms } from './forms.ts';
import { told } from './told.ts';

vi.setConfig({ testTimeout: 60_000 }); // a busy machine takes its time

const SITE = 'https://news.example';

/** A site of some files, and which of them were asked for. */
function makeSite(files: Readonly<Record<string, string | Uint8Array>>) {
  const asked: string[] = [];
  const fetch: Fetch = async (address) => {
    asked.push(address.slice(SITE.length));
    const file = files[address.slice(SITE.length)];
    if (file === undefined) throw new IngestError(`${address}: the server says 404`);
    return { address, type: null, bytes: Buffer.from(file) };
  };
  return { asked, fetch };
}

/** A page that tells its text and nothing else. */
const bare = (number: number): string => {
  const paragraphs = told[number]?.paragraphs.map((one) => `<p>${one}</p>`) ?? [];
  return `<!doctype html><html><body><article>${paragraphs.join('')}</article></body></html>`;
};

const NEWS = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>${SITE}/old</loc><news:news><news:publication><news:name>Coast News</news:name><news:language>en</news:language></news:publication><news:publication_date>2026-03-01</news:publication_date><news:title>An older story</news:title></news:news></url>
<url><loc>${SITE}/new</loc><news:news><news:publication><news:name>Coast News</news:name></news:publication><news:publication_date>2026-03-04T08:00:00Z</news:publication_date><news:title>A newer story</news:title></news:news></url>
<url><loc>ftp://news.example/other</loc></url><url><loc>${SITE}/gone</loc><lastmod>2026-02-01</lastmod></url></urlset>`;

test('the pages of a news sitemap are fetched, newest first, with what it tells of them', async () => {
  const { asked, fetch } = makeSite({ '/news.xml': NEWS, '/old': bare(0), '/new': bare(1) });
  const { incoming, problems } = await gatherAddress(`${SITE}/news.xml`, fetch);
  expect(asked).toEqual(['/news.xml', '/new', '/old', '/gone']);
  expect(incoming.map(({ known }) => known)).toEqual([
    {
      headline: 'A newer story',
      publisher: 'Coast News',
      published: '2026-03-04T08:00:00Z',
      url: `${SITE}/new`,
    },
    {
      headline: 'An older story',
      publisher: 'Coast News',
      published: '2026-03-01',
      url: `${SITE}/old`,
    },
  ]);
  expect(problems).toEqual([expect.stringContaining('the server says 404')]);
});

test('what a page tells of itself goes before what the sitemap tells', async () => {
  const story = told[2];
  if (story === undefined) throw new Error('there is no story');
  const { fetch } = makeSite({ '/news.xml': NEWS, '/new': forms.page?.write(story) ?? '' });
  const { incoming } = await gatherAddress(`${SITE}/news.xml`, fetch);
  expect(incoming[0]?.known).toMatchObject({
    headline: story.headline,
    publisher: story.publisher,
  });
});

test('a list of sitemaps leads to their pages, and no further', async () => {
  const list = (...paths: readonly string[]): string =>
    `<sitemapindex>${paths.map((path) => `<sitemap><loc>${SITE}${path}</loc></sitemap>`).join('')}</sitemapindex>`;
  const { asked, fetch } = makeSite({
    '/index.xml': list('/news.xml', '/more.xml'),
    '/more.xml': list('/index.xml'),
    '/news.xml': NEWS,
    '/new': bare(1),
    '/old': bare(0),
  });
  const { incoming } = await gatherAddress(`${SITE}/index.xml`, fetch);
  expect(incoming).toHaveLength(2);
  expect(asked.filter((path) => path === '/index.xml').length).toBeLessThanOrEqual(2);
});

test('of a large one fifty pages are fetched, and the rest is counted', async () => {
  const many = Array.from({ length: 5_000 }, (_, i) => `<url><loc>${SITE}/${i}</loc></url>`);
  const { asked, fetch } = makeSite({ '/s.xml': `<urlset>${many.join('')}</urlset>` });
  const { problems } = await gatherAddress(`${SITE}/s.xml`, fetch);
  expect(asked).toHaveLength(51);
  expect(problems).toHaveLength(51);
  expect(problems.at(-1)).toContain('4,950');
});
