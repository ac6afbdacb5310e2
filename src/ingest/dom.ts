import { IngestError } from './typed.ts';

/** As much of a parsed page as reading needs: the parser's own types ask for a browser's. */
export interface DomNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  readonly getAttribute: (name: string) => string | null;
  readonly querySelector: (selector: string) => DomElement | null;
  readonly querySelectorAll: (selector: string) => Iterable<DomElement>;
}

const DEEPEST = 400; // levels: a page has 30

/** Parses a page; runs no script and fetches nothing. Rejects with an `IngestError` when nested too deep. */
export async function parsePage(html: string): Promise<DomElement> {
  if (isDeeperThan(html, DEEPEST)) throw new IngestError('is nested too deep');
  const { parseHTML } = await import('linkedom');
  const { document } = parseHTML(html) as unknown as { readonly document: DomElement };
  return document;
}

/** Parses XML, names in their own case; entities of its own making stay unexpanded. */
export async function parseXml(xml: string): Promise<DomElement> {
  if (isDeeperThan(xml, DEEPEST)) throw new IngestError('is nested too deep');
  const { DOMParser } = await import('linkedom');
  return new DOMParser().parseFromString(xml, 'text/xml') as unknown as DomElement;
}

/** Whether a node is an element. */
function isElement(node: DomNode): node is DomElement {
  return node.nodeType === 1;
}

/** Tags that nothing has to close. */
const UNCLOSED =
  /^(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|param|source|tbody|td|tfoot|th|thead|tr|track|wbr)$/i;

/** Whether tags are nested deeper than `most` levels: parsers take the square of them. */
function isDeeperThan(marked: string, most: number): boolean {
  let depth = 0;
  for (const [, slash, name = ''] of marked.matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
    if (UNCLOSED.test(name)) continue;
    depth = Math.max(0, depth + (slash === '' ? 1 : -1));
    if (depth > most) return true;
  }
  return false;
}

/** Not shown as text of the article, or no part of it. */
const LEFT_OUT = new Set(
  'aside button canvas figcaption figure footer form head iframe img input label nav noscript object option script select style svg template textarea video audio'.split(
    ' ',
  ),
);

/** What begins and ends a paragraph. */
const BLOCKS = new Set(
  'address article blockquote body dd details div dl dt fieldset h1 h2 h3 h4 h5 h6 header hl1 hl2 hr li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/**
 * The paragraphs of an element as a reader sees them: runs of white space are one space (a no-break
 * space stays), two line breaks in a row end a paragraph, scripts, captions and menus are left out.
 */
export function readBlocks(root: DomElement): readonly string[] {
  const paragraphs: string[] = [];
  let current = '';
  const end = (): void => {
    const text = tidy(current);
    if (text !== '') paragraphs.push(text);
    current = '';
  };
  // a list of what is still to be read, not recursion: a page can be nested a hundred thousand deep
  const left: (DomNode | 'end' | 'break')[] = [root];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (next === 'end') end();
    else if (next === 'break')
      current = /\n\s*$/.test(current) ? `${current}\u2029` : `${current}\n`;
    else if (next.nodeType === 3) current += (next.textContent ?? '').replace(/[ \t\r\n\f]+/g, ' ');
    else if (isElement(next) || next.nodeType === 9 || next.nodeType === 11) {
      const name = isElement(next) ? next.localName.toLowerCase() : '';
      if (LEFT_OUT.has(name)) continue;
      if (name === 'br') {
        left.push('break');
        continue;
      }
      const isBlock = BLOCKS.has(name);
      if (isBlock) end();
      if (isBlock) left.push('end');
      left.push(...[...next.childNodes].reverse());
    }
  }
  end();
  return paragraphs.flatMap((paragraph) => paragraph.split('\u2029').map(tidy)).filter(Boolean);
}

function tidy(text: string): string {
  return text
    .replace(/ *\n */g, '\n')
    .replace(/ {2,}/g, ' ')
    .replace(/^[ \n]+|[ \n]+$/g, '');
}
