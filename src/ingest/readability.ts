import { createRequire } from 'node:module';
import { type DomElement, type DomNode, isElement } from './dom.ts';

interface ReadabilityClass {
  new (
    page: DomElement,
    options: object,
  ): { parse: () => { readonly content?: DomElement | null } | null };
}

// Readability takes 65 µs an element, less for a text, more where elements are deep, and begins anew up to three times. A long page has
// 10,000 elements.
const MOST_WEIGHED = 14_000; // elements, two texts counting as one: of more, what has most of the prose is taken
const USUALLY_DEEPEST = 40; // levels of a page: a deeper one weighs more, as it is looked at with all that is around it

/** Whether Readability would take too long for a page. */
export function isTooLarge(page: DomElement): boolean {
  let weight = 0;
  const left: (readonly [node: DomNode, depth: number])[] = [[page, 0]];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [node, depth] = next;
    weight += isElement(node)
      ? Math.max(1, (depth / USUALLY_DEEPEST) ** 2)
      : 0.5 * (1 + marksIn(node));
    if (weight > MOST_WEIGHED) return true;
    for (const child of node.childNodes) left.push([child, depth + 1]);
  }
  return false;
}

/** Signs that become entities where Readability has the page written and parsed again: each is a text of its own then. */
function marksIn({ nodeType, textContent }: DomNode): number {
  return nodeType === 3 ? (textContent?.match(/[&<>]/g)?.length ?? 0) : 0;
}

/**
 * The values of an attribute on the elements of a page that Readability takes for its story; none where it makes nothing of
 * the page. It changes the page, which must not be too large for it.
 */
export function keptByReadability(page: DomElement, mark: string): ReadonlySet<string> {
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
