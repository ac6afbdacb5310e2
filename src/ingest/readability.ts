import { createRequire } from 'node:module';
import { type DomElement, type DomNode, isElement } from './dom.ts';

interface ReadabilityClass {
  new (
    page: DomElement,
    options: object,
  ): { parse: () => { readonly content?: DomElement | null } | null };
}

// Readability takes 65 µs an element, less for a text, and begins anew up to three times. A long page has 10,000 elements.
const MOST_WEIGHED = 16_000; // elements, two texts counting as one: of more, what has most of the prose is taken

function isTooLarge(page: DomElement): boolean {
  let weight = 0;
  const left: DomNode[] = [page];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    weight += isElement(next) ? 1 : 0.5 * (1 + marksIn(next));
    if (weight > MOST_WEIGHED) return true;
    for (const child of next.childNodes) left.push(child);
  }
  return false;
}

/** Signs that become entities where Readability has the page written and parsed again: each is a text of its own then. */
function marksIn({ nodeType, textContent }: DomNode): number {
  return nodeType === 3 ? (textContent?.match(/[&<>]/g)?.length ?? 0) : 0;
}

/**
 * The values of an attribute on the elements of a page that Readability takes for its story; none where the page is too large for
 * it, or it makes nothing of it. It changes the page.
 */
export function keptByReadability(page: DomElement, mark: string): ReadonlySet<string> {
  if (isTooLarge(page)) return new Set();
  const require = createRequire(import.meta.url);
  const { Readability } = require('@mozilla/readability') as { Readability: ReadabilityClass };
  try {
    const serializer = (content: DomElement): DomElement => content;
    const content = new Readability(page, { charThreshold: 250, serializer }).parse()?.content;
    const kept = [...(content?.querySelectorAll(`[${mark}]`) ?? [])];
    return new Set(kept.map((one) => one.getAttribute(mark) ?? ''));
  } catch {
    return new Set(); // a page it can't make sense of
  }
}
