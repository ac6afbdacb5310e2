import { type DomElement, parseXml, readBlocks } from './dom.ts';
import type { Incoming } from './incoming.ts';
import { IngestError } from './typed.ts';

/**
 * A story in NITF, the news agencies' format: headline, dateline and paragraphs as its text; byline,
 * publisher and date beside it. Rejects with an `IngestError`.
 */
export async function readNitf(xml: string, origin: string | null): Promise<Incoming> {
  const document = await parseXml(xml);
  const words = (selector: string): string | null =>
    document.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() || null;
  const attribute = (selector: string, name: string): string | null =>
    document.querySelector(selector)?.getAttribute(name)?.trim() || null;

  const content = findByName(document, 'body.content');
  const paragraphs = content === null ? [] : readBlocks(content);
  if (paragraphs.length === 0) throw new IngestError('there is no body.content with text in it');
  const headline = words('hl1') ?? words('hedline') ?? words('title');
  const [first = ''] = paragraphs;
  const dateline = words('dateline');
  const place = dateline === null || first.startsWith(dateline) ? [] : [dateline];
  return {
    name: headline ?? origin ?? first,
    text: [...(headline === null ? [] : [headline]), ...place, ...paragraphs].join('\n\n'),
    format: 'txt',
    known: {
      headline,
      publisher: attribute('pubdata', 'name') ?? words('distributor'),
      published: asDate(
        findByName(document, 'date.issue')?.getAttribute('norm') ??
          attribute('pubdata', 'date.publication'),
      ),
      url: null,
    },
    byline: words('byline')?.replace(/^by\s+/i, '') ?? null,
    tags: [],
    origin,
    note: null,
  };
}

/** Names with a full stop in them are beyond selectors. */
function findByName(document: DomElement, name: string): DomElement | null {
  return [...document.querySelectorAll('*')].find((one) => one.localName === name) ?? null;
}

/** `20160304T0930Z`, `20160304` or what a date usually looks like. */
function asDate(value: string | null): string | null {
  const iso = value?.replace(
    /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?$/,
    (_, year, month, day, hour, minute, second = '00', zone = 'Z') =>
      hour === undefined
        ? `${year}-${month}-${day}`
        : `${year}-${month}-${day}T${hour}:${minute}:${second}${zone.replace(/(\d{2})(\d{2})$/, '$1:$2')}`,
  );
  return iso !== undefined && !Number.isNaN(Date.parse(iso)) ? iso : null;
}
