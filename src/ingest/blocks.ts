import { withoutUnseen } from '../text/unseen.ts';
import { joinLines } from './broken-lines.ts';
import { type DomElement, type DomNode, isElement, tagName } from './dom.ts';

/** Not shown as text of the article, no part of it, or taken out of it by its author. */
const LEFT_OUT = new Set(
  'button canvas datalist del dialog figcaption figure head iframe img input label math media noscript note object option rp rt s script select strike style svg template textarea video audio'.split(
    ' ',
  ),
);

/** What begins and ends a paragraph. */
const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset footer form h h1 h2 h3 h4 h5 h6 header hl1 hl2 hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** A paragraph as a reader sees it. */
export interface Block {
  readonly text: string;
  /** The nearest element around it that begins a paragraph. */
  readonly within: DomElement;
  /** Share of its letters that are links. */
  readonly linked: number;
}

/** The paragraphs of an element, without menus and the like: see `readBlocks`. */
export function readParagraphs(root: DomElement): readonly string[] {
  return readBlocks(root, (name) => BESIDE.has(name)).map(({ text }) => text);
}

const BESIDE = new Set(['aside', 'footer', 'form', 'nav']);

type Step = DomNode | { readonly end: 'block' | 'link' | 'quotation' };

/**
 * The paragraphs of an element as a reader sees them: runs of white space are one space (a no-break
 * space stays), two line breaks in a row end a paragraph, scripts, captions, struck-out words, the marks of
 * footnotes and what is `without` are left out, `<q>` has quotation marks.
 */
export function readBlocks(
  root: DomElement,
  without: (name: string, element: DomElement) => boolean = () => false,
): readonly Block[] {
  const blocks: Block[] = [];
  const open: DomElement[] = [root];
  let pieces: string[] = [];
  let linked = 0;
  let links = 0;
  let quotations = 0;
  const end = (): void => {
    if (pieces.length === 0) return;
    const within = open.at(-1) ?? root;
    const texts = joinLines(pieces.join(''));
    const length = texts.join('').length;
    for (const text of texts) blocks.push({ text, within, linked: Math.min(1, linked / length) });
    pieces = [];
    linked = 0;
  };
  // a list of what is still to be read, not recursion: a page can be nested deep
  const left: Step[] = [root];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if ('end' in next) {
      if (next.end === 'link') links -= 1;
      else if (next.end === 'quotation') {
        quotations -= 1;
        pieces.push(quotations % 2 === 0 ? '”' : '’');
      } else {
        end();
        open.pop();
      }
      continue;
    }
    if (next.nodeType === 3 || next.nodeType === 4) {
      const text = withoutBreaks(next.textContent ?? '');
      pieces.push(text);
      if (links > 0) linked += text.trim().length;
      continue;
    }
    if (!isElement(next) && next.nodeType !== 9 && next.nodeType !== 11) continue;
    const name = isElement(next) ? tagName(next) : '';
    if (LEFT_OUT.has(name) || (isElement(next) && (isStruck(next) || without(name, next))))
      continue;
    if (name === 'br') pieces.push('\n');
    else if (isElement(next)) {
      if (isNoteMark(next, name, pieces)) continue;
      if (name === 'a') {
        links += 1;
        left.push({ end: 'link' });
      } else if (name === 'q' && !isMarked(next, pieces)) {
        pieces.push(quotations % 2 === 0 ? '“' : '‘');
        quotations += 1;
        left.push({ end: 'quotation' });
      } else if (BLOCKS.has(name)) {
        end();
        open.push(next);
        left.push({ end: 'block' });
      }
    }
    const children = next.childNodes; // a page's are counted anew each time they are asked for
    for (let i = children.length - 1; i >= 0; i -= 1) left.push(children[i] as DomNode);
  }
  end();
  return blocks;
}

/** `<span style="text-decoration: line-through">`: struck out by its looks only. */
function isStruck(element: DomElement): boolean {
  return /\bline-through\b/i.test(element.getAttribute('style') ?? '');
}

/** White space as a page shows it, and nothing that it does not show: soft hyphens, marks of direction. */
function withoutBreaks(text: string): string {
  return withoutUnseen(text).replace(/[ \t\r\n\f]+/g, ' ');
}

/** `dock,<sup>1</sup>`, `<a role="doc-noteref">`: a footnote's mark, but not `m<sup>2</sup>`, `1<sup>st</sup>`. */
function isNoteMark(element: DomElement, name: string, pieces: readonly string[]): boolean {
  if (/\bdoc-noteref\b/.test(element.getAttribute('role') ?? '')) return true;
  if (name !== 'sup') return false;
  const mark = (element.textContent ?? '').trim();
  if (!/^(?:[[(]?[\da-z][\])]?[,\s]*|[*†‡§¶])+$/i.test(mark)) return false;
  if (/^[[(*†‡§¶]/.test(mark) || element.querySelector('a') !== null) return true;
  return /\d/.test(mark) && /(?:\p{Ll}{4}|[.,;:!?”’"')\]])\s*$/u.test(lastOf(pieces));
}

/** Whether the author put quotation marks inside or around a `<q>`: then it gets none. */
function isMarked(element: DomElement, pieces: readonly string[]): boolean {
  return /^\s*[“”„«»"‘'‚]/.test(element.textContent ?? '') || /[“„«"‘‚]$/.test(lastOf(pieces));
}

function lastOf(pieces: readonly string[]): string {
  return pieces.slice(-3).join('').slice(-40);
}
