import { readDate } from '../text/dates.ts';
import { childrenNamed, type DomElement, isElement, parseXml, tagName, wordsOf } from './dom.ts';
import { NOTHING, type Page, type Yield } from './incoming.ts';
import { IngestError } from './typed.ts';

/**
 * The addresses in a news sitemap, or of the sitemaps that a sitemap index names, newest first, with what it says of
 * each. They are fetched as those of a feed are. Rejects with an `IngestError` where there is none.
 */
export async function readSitemap(xml: string, origin: string): Promise<Yield> {
  const document = parseXml(xml);
  const root = [...document.childNodes].find((one): one is DomElement => isElement(one));
  const isList = root !== undefined && tagName(root) === 'sitemapindex';
  const entries = childrenNamed(root, isList ? 'sitemap' : 'url');
  const dated = entries.flatMap((entry, i) =>
    readEntry(entry, `${origin}: address ${i + 1}`, isList),
  );
  if (dated.length === 0) throw new IngestError('is a sitemap without an address in it');
  const newest = dated.toSorted((a, b) => timeOf(b) - timeOf(a)).map(({ page }) => page);
  return { ...NOTHING, pages: newest };
}

interface Dated {
  readonly page: Page;
  readonly date: string | null;
}

function timeOf({ date }: Dated): number {
  return date === null ? 0 : Date.parse(date);
}

function readEntry(entry: DomElement, label: string, isList: boolean): readonly Dated[] {
  const address = wordsOf(childrenNamed(entry, 'loc')[0]);
  if (address === null || !/^https?:/i.test(address) || !URL.canParse(address)) return [];
  const news = childrenNamed(entry, 'news')[0];
  const publication = childrenNamed(news, 'publication')[0];
  const published = readDate(wordsOf(childrenNamed(news, 'publication_date')[0]) ?? '');
  const changed = readDate(wordsOf(childrenNamed(entry, 'lastmod')[0]) ?? '');
  const known = {
    headline: wordsOf(childrenNamed(news, 'title')[0]),
    publisher: wordsOf(childrenNamed(publication, 'name')[0]),
    published,
    url: new URL(address).href,
  };
  return [
    {
      page: { address, label, isList, given: { known, byline: null } },
      date: published ?? changed,
    },
  ];
}
