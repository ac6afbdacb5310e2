import { readDate } from '../text/dates.ts';
import { readBlocks, readParagraphs } from './blocks.ts';
import {
  allNamed,
  childrenNamed,
  type DomElement,
  parseMarkup,
  parseXml,
  tagName,
  wordsOf,
} from './dom.ts';
import { fromFields, type Incoming, type Yield } from './incoming.ts';
import { readItems, splitPlain, withDateline } from './items.ts';
import { readNitfIn } from './nitf.ts';
import { asTag, embargoNote } from './tags.ts';
import { IngestError } from './typed.ts';

/**
 * The stories of NewsML-G2, as agencies send them: one item, or a message with several. An item that was withdrawn,
 * or that is a picture, is a problem in one line. Rejects with an `IngestError` where no story is left.
 */
export async function readNewsml(xml: string, origin: string): Promise<Yield> {
  const document = parseXml(xml);
  const items = allNamed(document, 'newsitem');
  if (items.length === 0) throw new IngestError('is NewsML-G2 without a news item in it');
  return readItems(items, (item) => item.getAttribute('guid'), origin, readItem);
}

const ENDED = /^(?:canceled|cancelled|withheld|withdrawn)$/;

async function readItem(item: DomElement, origin: string): Promise<Incoming> {
  const about = childrenNamed(item, 'itemmeta')[0];
  const meta = childrenNamed(item, 'contentmeta')[0];
  const status = codeOf(childrenNamed(about, 'pubstatus')[0]);
  if (ENDED.test(status)) throw new IngestError(`is withdrawn by its agency (${status})`);
  const kind = codeOf(childrenNamed(about, 'itemclass')[0]);
  if (/^(?:picture|graphic|video|audio)$/.test(kind))
    throw new IngestError(`is a ${kind}, not a text`);

  const body = await readContent(childrenNamed(item, 'contentset')[0], origin);
  const created = ['contentcreated', 'contentmodified'].flatMap((name) =>
    childrenNamed(meta, name),
  );
  const issued = ['firstcreated', 'versioncreated'].flatMap((name) => childrenNamed(about, name));
  const dates = [...created, ...issued].map((one) => readDate(wordsOf(one) ?? ''));
  const headline = headlineOf(meta) ?? body.story?.known?.headline ?? null;
  const dateline = wordsOf(childrenNamed(meta, 'dateline')[0]);
  return fromFields(
    {
      headline,
      publisher: publisherOf(item, about, meta) ?? body.story?.known?.publisher ?? null,
      published: dates.find((date) => date !== null) ?? body.story?.known?.published ?? null,
      url: addressOf(about, meta),
      byline: bylineOf(meta) ?? body.story?.byline ?? null,
      tags: tagsOf(meta),
    },
    body.story === null ? withDateline(dateline, body.paragraphs) : withoutHeadline(body.story),
    origin,
    embargoNote(wordsOf(childrenNamed(about, 'embargoed')[0])),
  );
}

interface Content {
  readonly paragraphs: readonly string[];
  /** Where the content is NITF, which says more of its story. */
  readonly story: Incoming | null;
}

/** The rendition with words in it: NITF, a page, or plain text. */
async function readContent(set: DomElement | undefined, origin: string): Promise<Content> {
  for (const rendition of childrenNamed(set, 'inlinexml')) {
    const nitf = allNamed(rendition, 'nitf')[0];
    if (nitf !== undefined) return { paragraphs: [], story: readNitfIn(nitf, origin) };
    const body = allNamed(rendition, 'body')[0] ?? rendition;
    const paragraphs = readBlocks(body, isBeside).map(({ text }) => text);
    if (paragraphs.length > 0) return { paragraphs, story: null };
  }
  for (const rendition of childrenNamed(set, 'inlinedata')) {
    const text = rendition.textContent ?? '';
    const isMarked =
      /html/i.test(rendition.getAttribute('contenttype') ?? '') || /<\/p>/i.test(text);
    const paragraphs = isMarked ? readParagraphs(parseMarkup(text)) : splitPlain(text);
    if (paragraphs.length > 0) return { paragraphs, story: null };
  }
  const isElsewhere = childrenNamed(set, 'remotecontent').length > 0;
  throw new IngestError(isElsewhere ? 'names its text, and does not hold it' : 'holds no text');
}

/** Notes from the desk to its customers, which some agencies put after the story. */
function isBeside(name: string, element: DomElement): boolean {
  const names = (element.getAttribute('class') ?? '').split(/\s+/);
  return (
    /^(?:aside|footer|nav|form)$/.test(name) ||
    names.some((one) => /^(?:notepad|notes|ednote|service)$/i.test(one))
  );
}

function withoutHeadline({ text, known }: Incoming): readonly string[] {
  return text.split('\n\n').filter((one, i) => i > 0 || one !== known?.headline);
}

/** `stat:canceled`, or the whole URI: the last word of it. */
function codeOf(element: DomElement | undefined): string {
  const code = element?.getAttribute('qcode') ?? element?.getAttribute('uri') ?? '';
  return /[^:/]*$/.exec(code)?.[0]?.toLowerCase() ?? '';
}

function headlineOf(meta: DomElement | undefined): string | null {
  const all = childrenNamed(meta, 'headline');
  const isMain = (one: DomElement): boolean =>
    !/(?:sub|short|deck|kicker|over)/i.test(one.getAttribute('role') ?? '');
  return wordsOf(all.find(isMain) ?? all[0]) ?? null;
}

function bylineOf(meta: DomElement | undefined): string | null {
  const by = childrenNamed(meta, 'by').flatMap((one) => wordsOf(one)?.replace(/^by\s+/i, '') ?? []);
  const people = childrenNamed(meta, 'creator').filter(
    (one) => !/organi[sz]ation/i.test(one.getAttribute('type') ?? ''),
  );
  const names = people.flatMap((one) => nameOf(one) ?? []);
  return (by.length > 0 ? by : names).join(', ') || null;
}

/** A `name` inside, else what is called `literal`: never a code. */
function nameOf(element: DomElement | undefined): string | null {
  return wordsOf(childrenNamed(element, 'name')[0]) ?? element?.getAttribute('literal') ?? null;
}

function publisherOf(
  item: DomElement,
  about: DomElement | undefined,
  meta: DomElement | undefined,
): string | null {
  const places = [
    ...childrenNamed(meta, 'infosource'),
    ...childrenNamed(about, 'provider'),
    ...allNamed(item, 'copyrightholder'),
  ];
  return places.map(nameOf).find((name) => name !== null) ?? literalCode(places);
}

/** `nprov:AFP`: where no name is given, the code of an agency is its name. */
function literalCode(places: readonly DomElement[]): string | null {
  const codes = places.flatMap(
    (one) =>
      /^[\w-]+:([\p{L}][\p{L}\d .-]{1,20})$/u.exec(one.getAttribute('qcode') ?? '')?.[1] ?? [],
  );
  return codes[0] ?? null;
}

function addressOf(...within: readonly (DomElement | undefined)[]): string | null {
  const links = within.flatMap((one) => childrenNamed(one, 'link'));
  const canonical = links.find((one) =>
    /canonical|webversion|self/i.test(one.getAttribute('rel') ?? ''),
  );
  const href = canonical?.getAttribute('href') ?? '';
  return /^https?:/i.test(href) && URL.canParse(href) ? new URL(href).href : null;
}

function tagsOf(meta: DomElement | undefined): readonly string[] {
  const words = [...(meta?.childNodes ?? [])].filter(
    (one): one is DomElement => one.nodeType === 1,
  );
  const named = words
    .filter((one) => tagName(one) === 'keyword')
    .flatMap((one) => wordsOf(one) ?? []);
  return named.flatMap((word) => asTag(word)).slice(0, 10);
}
