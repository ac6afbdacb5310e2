import type { KnownFields } from '../article/article.ts';
import { parsePage } from './dom.ts';
import type { Incoming } from './incoming.ts';
import { readLinkedData } from './linked-data.ts';
import { readBody } from './page-body.ts';
import { keepData } from './page-data.ts';
import { readMeta } from './page-meta.ts';
import { covered, describes, lengthOf } from './page-words.ts';
import { IngestError } from './typed.ts';

/**
 * The article of a web page: its headline and paragraphs, and what its meta tags and JSON-LD say of
 * it. `address` is where the page was found, or null. Rejects with an `IngestError`.
 */
export async function readPage(html: string, address: string | null): Promise<Incoming> {
  const page = await parsePage(html);
  const data = readLinkedData(page);
  const { byline, description, ...known } = readMeta(page, data, address);
  const findData = keepData(page); // before the page is read, which takes the scripts away
  const hints = { articleBody: data.articleBody, description, headline: known.headline };
  const shown = readBody(page, hints);
  const hidden = lengthOf(shown) < SHORT ? findData({ ...hints, shown }) : null;
  const isHidden = hidden !== null && holdsMore(hidden.paragraphs, shown, description);
  const paragraphs = isHidden ? hidden.paragraphs : shown;
  const headline = (isHidden ? hidden.headline : null) ?? known.headline;
  const told = paragraphs.filter((one, i) => i > 2 || one !== headline);
  const described = told.length === 0 && isDated(known) ? summaryOf(description) : [];
  const body = told.length === 0 ? described : told;
  if (body.length === 0) throw new IngestError('there is no article in the page');
  return {
    name: headline ?? address ?? body[0] ?? 'page',
    text: [...(headline === null ? [] : [headline]), ...body].join('\n\n'),
    format: 'txt',
    known: { ...known, headline } satisfies KnownFields,
    byline,
    tags: [],
    origin: address,
    note: told.length === 0 ? ONLY_DESCRIBED : null,
  };
}

const SHORT = 2_000; // characters: a page that shows less may show its beginning only

/** Whether a text is that of which a page shows the beginning, or of which it shows nothing. */
function holdsMore(
  whole: readonly string[],
  shown: readonly string[],
  description: string | null,
): boolean {
  if (covered(whole, shown) >= 0.5) return false;
  if (covered(shown, whole) >= 0.5) return lengthOf(whole) > lengthOf(shown);
  const isDescribed = shown.some((one) => describes(one, description));
  return !isDescribed && (shown.length === 0 || covered(shown, [description ?? '']) < 0.5);
}

const ONLY_DESCRIBED = 'The page does not show its story: this is what it says of it.';

/** Whether a page says that it is a piece of its day: a page about a site is none. */
function isDated({ headline, published }: KnownFields): boolean {
  return headline !== null && published !== null;
}

const SHORTEST_SUMMARY = 80; // characters: fewer are a slogan

/** The description that a page has for others, as its only paragraph, where it is built by script or behind a wall. */
function summaryOf(description: string | null): readonly string[] {
  return description !== null && description.length >= SHORTEST_SUMMARY ? [description] : [];
}
