import { Parser } from 'htmlparser2';
import { IngestError } from './typed.ts';

/** As much of a parsed page as reading needs: the parser's own types ask for a browser's. */
export interface DomNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  readonly parentElement: DomElement | null;
  readonly getAttribute: (name: string) => string | null;
  readonly setAttribute: (name: string, value: string) => void;
  readonly querySelector: (selector: string) => DomElement | null;
  readonly querySelectorAll: (selector: string) => Iterable<DomElement>;
}

const DEEPEST = 400; // levels: a page has 30, and reading takes quadratic time in them
const SHORT = 20_000; // characters: as an item of a feed has them
const MOST_ELEMENTS = 100_000; // a long page has 10,000, a book 60,000; each takes a thousand bytes

/** Parses a page; runs no script and fetches nothing. Rejects with an `IngestError` when nested too deep. */
export async function parsePage(html: string): Promise<DomElement> {
  checkDepth(html, false);
  const { parseHTML } = await import('linkedom');
  const composed = html.normalize('NFC'); // so that `ü` is one letter wherever it was typed
  const whole = /<html[\s>]/i.test(composed)
    ? composed
    : `<!doctype html><html><body>${composed}</body></html>`;
  const { document } = parseHTML(whole) as unknown as { readonly document: Page };
  openBody(document);
  return document;
}

interface Page extends DomElement {
  /** Made where there is none. */
  readonly body: { readonly append: (...nodes: readonly DomNode[]) => void };
}

/** Where no `<body>` is written, it begins with what can't be in a head, as in browsers. */
function openBody(page: Page): void {
  const head = page.querySelector('head');
  if (head === null || page.querySelector('body') !== null) return;
  const inside = [...head.childNodes];
  const first = inside.findIndex((one) => isElement(one) && !IN_HEAD.has(one.localName));
  if (first >= 0) page.body.append(...inside.slice(first));
}

const IN_HEAD = new Set('base link meta noscript script style template title'.split(' '));

/** Parses XML, names in their own case; entities of its own making stay unexpanded. */
export async function parseXml(xml: string): Promise<DomElement> {
  checkDepth(xml, true);
  const { DOMParser } = await import('linkedom');
  return new DOMParser().parseFromString(xml, 'text/xml') as unknown as DomElement;
}

/** Counts depth as the parser does, which knows what is text, what closes itself, and what closes what. */
function checkDepth(marked: string, xmlMode: boolean): void {
  if (marked.length <= SHORT && marked.split('<').length <= DEEPEST) return; // too few for either
  let depth = 0;
  let elements = 0;
  const parser = new Parser(
    {
      onopentag: () => {
        depth += 1;
        elements += 1;
        if (depth > DEEPEST) throw new IngestError('is nested too deep');
        if (elements > MOST_ELEMENTS) throw new IngestError('has too many elements');
      },
      onclosetag: () => {
        depth -= 1;
      },
    },
    { xmlMode, decodeEntities: false },
  );
  parser.end(marked);
}

/** The words of marked-up text, its entities read; twice, where they were escaped twice: `&amp;#8217;`. */
export function plainText(marked: string): string {
  const once = readText(marked);
  return /&(?:#\d+|#x[\da-f]+|\w+);/i.test(once) ? readText(once) : once;
}

function readText(marked: string): string {
  if (!/[<&]/.test(marked)) return marked;
  const pieces: string[] = [];
  const parser = new Parser({ ontext: (text) => void pieces.push(text) }, { decodeEntities: true });
  parser.end(marked);
  return pieces.join('');
}

/** An element's name in lower case, without the prefix of its namespace: `text:p` → `p`. */
export function tagName(element: DomElement): string {
  const name = element.localName.toLowerCase();
  return name.slice(name.indexOf(':') + 1);
}

/** All elements of a name below one, whatever their prefix, in the order they stand. */
export function allNamed(
  within: DomElement | null | undefined,
  name: string,
): readonly DomElement[] {
  return [...(within?.querySelectorAll('*') ?? [])].filter((one) => tagName(one) === name);
}

/** The children of an element, whatever their prefix, that have a name. */
export function childrenNamed(
  parent: DomElement | null | undefined,
  name: string,
): readonly DomElement[] {
  return [...(parent?.childNodes ?? [])].filter(isElement).filter((one) => tagName(one) === name);
}

/** The words of an element in one line; null where it has none. */
export function wordsOf(element: DomElement | null | undefined): string | null {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim() || null;
}

/** Whether a node is an element. */
export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === 1;
}
