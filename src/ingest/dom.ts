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
const DEEP = 200; // levels from which emphasis counts as left open
const SHORT = 20_000; // characters: as an item of a feed has them
const MOST_ELEMENTS = 100_000; // a long page has 10,000, a book 60,000; each takes a thousand bytes

/**
 * Parses a page; runs no script and fetches nothing. Emphasis and shapes in drawings that nothing closes, hundreds of them, are left
 * out, as browsers do. Rejects with an `IngestError` when anything else is nested too deep.
 */
export async function parsePage(html: string): Promise<DomElement> {
  const flat = flatten(html, false);
  const { parseHTML } = await import('linkedom');
  const whole = /<html[\s>]/i.test(flat)
    ? flat
    : `<!doctype html><html><body>${flat}</body></html>`;
  const { document } = parseHTML(whole) as unknown as { readonly document: DomElement };
  return document;
}

/** Parses XML, names in their own case; entities of its own making stay unexpanded. */
export async function parseXml(xml: string): Promise<DomElement> {
  const flat = flatten(xml, true);
  const { DOMParser } = await import('linkedom');
  return new DOMParser().parseFromString(flat, 'text/xml') as unknown as DomElement;
}

/** What nests by mistake only, where a tag was not closed, and whose nesting tells nothing about a story. */
const EMPHASIS = new Set(
  'a abbr b big center em font i ins mark s small span strike strong tt u'.split(' '),
);

/** Counts depth as the parser does, which knows what is text, what closes itself, and what closes what; takes out deep emphasis. */
function flatten(marked: string, xmlMode: boolean): string {
  if (marked.length <= SHORT && marked.split('<').length <= DEEPEST) return marked; // too few for either
  const open: boolean[] = []; // for each open element, whether its tags are left out
  const pieces: string[] = [];
  let [shown, drawings, elements, from] = [0, 0, 0, 0];
  const leaveOut = (): void => {
    pieces.push(marked.slice(from, parser.startIndex));
    from = parser.endIndex + 1;
  };
  const parser = new Parser(
    {
      onopentag: (name) => {
        const isOut = !xmlMode && shown >= DEEP && (EMPHASIS.has(name) || drawings > 0);
        open.push(isOut);
        if (name === 'svg') drawings += 1;
        if (isOut) leaveOut();
        else shown += 1;
        elements += 1;
        if (shown > DEEPEST) throw new IngestError('is nested too deep');
        if (elements > MOST_ELEMENTS) throw new IngestError('has too many elements');
      },
      onclosetag: (name, isImplied) => {
        if (name === 'svg') drawings -= 1;
        if (open.pop() !== true) shown -= 1;
        else if (!isImplied) leaveOut();
      },
    },
    { xmlMode, decodeEntities: false },
  );
  parser.end(marked);
  return from === 0 ? marked : pieces.join('') + marked.slice(from);
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
