import { readDate } from '../text/dates.ts';
import { readParagraphs } from './blocks.ts';
import {
  allNamed,
  childrenNamed,
  type DomElement,
  type DomNode,
  isElement,
  parseXml,
  tagName,
} from './dom.ts';
import type { Incoming } from './incoming.ts';
import { withDateline } from './items.ts';
import { IngestError } from './typed.ts';

/**
 * A story in NITF, the news agencies' format: headline, dateline and paragraphs as its text; byline,
 * publisher and date beside it. Rejects with an `IngestError`.
 */
export async function readNitf(xml: string, origin: string | null): Promise<Incoming> {
  const document = parseXml(xml);
  return readNitfIn(allNamed(document, 'nitf')[0] ?? document, origin);
}

/** The same of an element of a parsed document. Throws an `IngestError`. */
export function readNitfIn(root: DomElement, origin: string | null): Incoming {
  const head = childNamed(root, 'head');
  const body = childNamed(root, 'body');
  const intro = childNamed(body, 'body.head');
  const content = childNamed(body, 'body.content');
  const paragraphs = content === null ? [] : readParagraphs(content);
  if (paragraphs.length === 0) throw new IngestError('there is no body.content with text in it');

  const headline =
    partsOf(allNamed(intro, 'hl1')[0], NOTHING_LESS, ' ') ??
    partsOf(childNamed(intro, 'hedline')) ??
    partsOf(childNamed(head, 'title'));
  const dateline = partsOf(childNamed(intro, 'dateline'));
  const [first = ''] = paragraphs;
  const pubdata = allNamed(head, 'pubdata')[0];
  const issued = allNamed(head, 'date.issue')[0] ?? allNamed(intro, 'story.date')[0];
  const published =
    issued?.getAttribute('norm') ?? pubdata?.getAttribute('date.publication') ?? null;
  return {
    name: headline ?? origin ?? first,
    text: [...(headline === null ? [] : [headline]), ...withDateline(dateline, paragraphs)].join(
      '\n\n',
    ),
    format: 'txt',
    known: {
      headline,
      publisher: pubdata?.getAttribute('name')?.trim() || partsOf(childNamed(intro, 'distributor')),
      published: published === null ? null : readDate(published),
      url: null,
    },
    byline: readByline(childNamed(intro, 'byline')),
    tags: [],
    origin,
    note: null,
  };
}

/** A child, not a deeper descendant: a note may have its own body. Null where there is none. */
function childNamed(parent: DomElement | null | undefined, name: string): DomElement | null {
  return childrenNamed(parent, name)[0] ?? null;
}

const NOTHING_LESS: ReadonlySet<string> = new Set();
const TITLES: ReadonlySet<string> = new Set(['byttl', 'org', 'location', 'virtloc', 'function']);

/** The people that a byline names, or all of it but titles and houses: `By <person>Ann Ode</person><byttl>…` */
function readByline(byline: DomElement | null): string | null {
  const people = allNamed(byline, 'person').flatMap((one) => partsOf(one, TITLES, ' ') ?? []);
  const words = people.join(', ') || partsOf(byline, TITLES) || partsOf(byline);
  return words?.replace(/^by\s+/i, '').replace(/[\s,;]+$/, '') ?? null;
}

/** Words of an element, its parts separated by commas (a name's by spaces) where nothing else separates them. */
function partsOf(
  element: DomElement | null | undefined,
  without: ReadonlySet<string> = NOTHING_LESS,
  between = ', ',
): string | null {
  let text = '';
  let isApart = false;
  const read = (node: DomNode): void => {
    if (isElement(node)) {
      if (without.has(tagName(node))) return;
      isApart = true;
      for (const child of node.childNodes) read(child);
      isApart = true;
      return;
    }
    const words = node.nodeType === 3 ? (node.textContent ?? '').replace(/\s+/g, ' ') : '';
    if (words.trim() === '') return;
    const isJoined =
      text === '' || !isApart || /[\s,;:(–—-]$/.test(text) || /^[\s,;:.)–—-]/.test(words);
    text += isJoined ? words : `${between}${words}`;
    isApart = false;
  };
  for (const child of element?.childNodes ?? []) read(child);
  return text.replace(/\s+/g, ' ').trim() || null;
}
