import { withSmallNames } from './attribute-names.ts';
import { flattenMarkup, flattenPage, flattenXml } from './flatten.ts';
import { walkMarkup } from './markup.ts';

/** As much of a parsed page as reading needs: the parser's own types ask for a browser's. */
export interface DomNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: readonly DomNode[];
}

export interface DomElement extends DomNode {
  readonly localName: string;
  readonly parentElement: DomElement | null;
  readonly getAttribute: (name: string) => string | null;
  readonly setAttribute: (name: string, value: string) => void;
  readonly querySelector: (selector: string) => DomElement | null;
  readonly querySelectorAll: (selector: string) => Iterable<DomElement>;
}

/**
 * Parses a page; runs no script and fetches nothing. Emphasis, shapes in drawings and elements of its own making that nothing closes, hundreds
 * of them, are left out, as browsers do. Rejects with an `IngestError` when anything else is nested too deep.
 */
export async function parsePage(html: string): Promise<DomElement> {
  const flat = flattenPage(html);
  const { parseHTML } = await import('linkedom');
  const composed = withSmallNames(flat).normalize('NFC'); // so that `ü` is one letter wherever it was typed
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
  if (first >= 0) for (const one of inside.slice(first)) page.body.append(one);
}

const IN_HEAD = new Set('base link meta noscript script style template title'.split(' '));

/** Parses XML, names in their own case; entities of its own making stay unexpanded. Throws as `parsePage` does. */
export function parseXml(xml: string): DomElement {
  return grow(flattenXml(xml), { xmlMode: true });
}

/**
 * Parses marked-up text that is no page of its own: an item of a feed, a mail, a chapter, of which a slash closes an element
 * where it `isXhtml`. Throws as `parsePage` does.
 */
export function parseMarkup(html: string, isXhtml = false): DomElement {
  return grow(flattenMarkup(html), { recognizeSelfClosing: isXhtml });
}

/** How many tags some marked-up bytes have, opening and closing. */
export function countTags(bytes: Uint8Array): number {
  let tags = 0;
  for (const byte of bytes) if (byte === 0x3c) tags += 1;
  return tags;
}

/** Why a document is refused that has more tags than are read. */
export function tooManyTags(most: number): string {
  return `has too many elements: ${most.toLocaleString('en')} tags at most`;
}

/** An element of a tree that is only read: it takes a tenth of the time and memory of one that a page's scripts could change. */
interface Grown extends DomElement {
  readonly nodeType: 1 | 9;
  readonly attributes: Record<string, string>;
  readonly childNodes: (Grown | GrownText)[];
}

interface GrownText {
  readonly nodeType: 3;
  textContent: string;
  readonly childNodes: readonly DomNode[];
}

const NONE: readonly DomNode[] = [];

function grow(
  marked: string,
  options: { readonly xmlMode?: boolean; readonly recognizeSelfClosing?: boolean },
): DomElement {
  const root = makeElement(9, '', {}, null);
  const open = [root];
  const last = (): Grown => open.at(-1) ?? root;
  walkMarkup(marked, { ...options, decodeEntities: true }, () => ({
    onopentag: (name, attributes) => {
      const element = makeElement(1, name, attributes, open.length === 1 ? null : last());
      last().childNodes.push(element);
      open.push(element);
    },
    ontext: (text) => {
      const before = last().childNodes.at(-1); // each entity comes by itself: there may be millions
      if (before?.nodeType === 3) before.textContent += text;
      else last().childNodes.push({ nodeType: 3, textContent: text, childNodes: NONE });
    },
    onclosetag: () => {
      if (open.length > 1) open.pop();
    },
  }));
  return root;
}

function makeElement(
  nodeType: 1 | 9,
  localName: string,
  attributes: Record<string, string>,
  parentElement: Grown | null,
): Grown {
  return {
    nodeType,
    localName,
    attributes,
    parentElement,
    childNodes: [],
    get textContent(): string {
      return this.childNodes.map((one) => one.textContent ?? '').join('');
    },
    getAttribute,
    setAttribute,
    querySelector,
    querySelectorAll,
  };
}

function getAttribute(this: Grown, name: string): string | null {
  return Object.hasOwn(this.attributes, name) ? (this.attributes[name] ?? null) : null;
}

function setAttribute(this: Grown, name: string, value: string): void {
  this.attributes[name] = value;
}

function querySelector(this: Grown, name: string): DomElement | null {
  return this.querySelectorAll(name)[Symbol.iterator]().next().value ?? null;
}

/** All elements below one in their order: those of a name, or `*`. */
function querySelectorAll(this: Grown, name: string): readonly DomElement[] {
  const found: DomElement[] = [];
  const left: DomNode[] = this.childNodes.toReversed();
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (!isElement(next)) continue;
    if (name === '*' || next.localName === name) found.push(next);
    for (let i = next.childNodes.length - 1; i >= 0; i -= 1)
      left.push(next.childNodes[i] as DomNode);
  }
  return found;
}

/** The words of marked-up text, its entities read; twice, where they were escaped twice: `&amp;#8217;`. */
export function plainText(marked: string): string {
  const once = readText(marked);
  return /&(?:#\d+|#x[\da-f]+|\w+);/i.test(once) ? readText(once) : once;
}

function readText(marked: string): string {
  if (!/[<&]/.test(marked)) return marked;
  const pieces: string[] = [];
  walkMarkup(marked, { decodeEntities: true }, () => ({
    ontext: (text) => void pieces.push(text),
  }));
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
