import { readDate } from '../text/dates.ts';
import { readParagraphs } from './blocks.ts';
import { parseMarkup, plainText } from './dom.ts';
import { fromFields, type Incoming, type Yield } from './incoming.ts';
import { readItems, splitPlain, withDateline } from './items.ts';
import { readNitf } from './nitf.ts';
import { asTag, embargoNote } from './tags.ts';
import { IngestError } from './typed.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Whether JSON is ninjs of any version, alone or in a list, judging by the names of its items' fields. */
export function isNinjs(json: unknown): boolean {
  return itemsOf(json).length > 0;
}

/** The stories of ninjs, the agencies' JSON. Rejects with an `IngestError` where none can be read. */
export async function readNinjs(json: unknown, origin: string): Promise<Yield> {
  const nameItem = (item: Fields): string | null => words(item.uri) ?? words(item.altids);
  return readItems(itemsOf(json), nameItem, origin, readItem);
}

const BODIES = ['body_xhtml', 'body_html', 'body_nitf', 'body_text', 'bodies'];
const MOST_LEVELS = 4; // lists in lists: `{ data: { items: [{ item: … }] } }`

/** The items, wherever a service wraps them: a list, `items`, `data.items[].item`. */
function itemsOf(json: unknown, depth = 0): readonly Fields[] {
  if (typeof json !== 'object' || json === null || depth > MOST_LEVELS) return [];
  if (Array.isArray(json)) return json.flatMap((one) => itemsOf(one, depth + 1));
  const fields = json as Fields;
  if ('version' in fields && String(fields.version).includes('jsonfeed')) return [];
  if (isItem(fields)) return [fields];
  return ['items', 'item', 'data', 'hits', 'results', '_items'].flatMap((name) =>
    itemsOf(fields[name], depth + 1),
  );
}

function isItem(fields: Fields): boolean {
  const hasBody = BODIES.some((name) => fields[name] !== undefined);
  const isTyped =
    fields.type === 'text' || fields.type === 'picture' || fields.type === 'composite';
  const hasTitle = fields.headline !== undefined || fields.headlines !== undefined;
  return (
    (hasBody && (hasTitle || fields.uri !== undefined)) || (isTyped && fields.uri !== undefined)
  );
}

async function readItem(given: Fields, origin: string): Promise<Incoming> {
  const item = lowered(given); // `contentCreated` since version 2
  const status = words(item.pubstatus) ?? '';
  if (/^(?:cancell?ed|withheld)$/i.test(status))
    throw new IngestError(`is withdrawn by its agency (${status})`);
  const type = words(item.type) ?? 'text';
  if (/^(?:picture|graphic|video|audio|composite|event)$/.test(type))
    throw new IngestError(`is a ${type}, not a text`);
  const paragraphs = await readBody(item);
  if (paragraphs.length === 0) throw new IngestError('holds no text');
  const dates = ['contentcreated', 'firstcreated', 'versioncreated', 'published']
    .flatMap((name) => words(item[name]) ?? [])
    .map((written) => readDate(written));
  return fromFields(
    {
      headline:
        chosenOf(item.headline, 'main') ??
        chosenOf(item.headlines, 'main') ??
        chosenOf(item.title, 'main'),
      publisher:
        nameOf(item.infosource) ??
        nameOf(item.infosources) ??
        nameOf(item.provider) ??
        nameOf(item.source) ??
        nameOf(item.copyrightholder),
      published: dates.find((date) => date !== null) ?? null,
      url: addressOf(item),
      byline: bylineOf(item),
      tags: listOf(item.keyword ?? item.keywords)
        .flatMap((one) => asTag(words(one) ?? ''))
        .slice(0, 10),
    },
    withDateline(words(item.dateline), paragraphs),
    origin,
    embargoNote(words(item.embargoed)),
  );
}

function lowered(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key.toLowerCase(), value]),
  );
}

/** The fullest body, marked up before plain: paragraphs are sure there. */
async function readBody(item: Fields): Promise<readonly string[]> {
  const listed = listOf(item.bodies)
    .flatMap((one) => (isFields(one) ? [one] : []))
    .toSorted((a, b) => rankOf(a) - rankOf(b));
  const bodies = [
    ...['body_xhtml', 'body_html', 'body_nitf', 'body_text'].map((name) => item[name]),
    ...listed.map((one) => one.value ?? one.content),
  ].flatMap((one) => (typeof one === 'string' && one.trim() !== '' ? [one] : []));
  for (const body of bodies) {
    const found = await readMarked(body);
    if (found.length > 0) return found;
  }
  return [];
}

/** Of several bodies the main one comes first, one that has tags before the same without, a teaser last. */
function rankOf({ role, contenttype, contentType }: Fields): number {
  const isMarked = /x?html|nitf/i.test(words(contenttype ?? contentType) ?? '');
  const name = words(role) ?? '';
  if (/teaser|summary|abstract|short|brief|caption|note|social|push|sms/i.test(name)) return 4;
  return (/main|full|body|article|story/i.test(name) ? 0 : 2) + (isMarked ? 0 : 1);
}

async function readMarked(body: string): Promise<readonly string[]> {
  if (/<nitf[\s>]/i.test(body)) return (await readNitf(body, null)).text.split('\n\n');
  if (/<\/?(?:p|div|br|block|body)\b[^>]*>/i.test(body)) {
    return readParagraphs(parseMarkup(body));
  }
  return splitPlain(body);
}

/** `by` of ninjs 1 and 2; else the people who are called authors. */
function bylineOf(item: Fields): string | null {
  const by = (words(item.byline) ?? words(item.by))?.replace(/^by\s+/i, '');
  if (by !== undefined) return by;
  const people = listOf(item.bylines ?? item.authors ?? item.creators).flatMap(
    (one) => (isFields(one) ? words(one.by) : null) ?? nameOf(one) ?? [],
  );
  return people.join(', ') || null;
}

function addressOf(item: Fields): string | null {
  const links = listOf(item.links).filter(isFields);
  const named = links.find((one) => /canonical|alternate|web/i.test(words(one.rel) ?? ''));
  const places = [item.url, item.canonicalurl, item.slugurl, named?.href, item.uri];
  const found = places
    .flatMap((one) => words(one) ?? [])
    .find((one) => /^https?:/i.test(one) && URL.canParse(one));
  return found === undefined ? null : new URL(found).href;
}

/** A text, or of several the one with the given role. */
function chosenOf(value: unknown, role: string): string | null {
  const all = listOf(value);
  const wanted = all.find((one) => isFields(one) && one.role === role) ?? all[0];
  return words(isFields(wanted) ? wanted.value : wanted);
}

function nameOf(value: unknown): string | null {
  const [first] = listOf(value);
  return words(isFields(first) ? (first.name ?? first.value) : first);
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : [value].flat();
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function words(value: unknown): string | null {
  return typeof value === 'string' ? plainText(value).replace(/\s+/g, ' ').trim() || null : null;
}
