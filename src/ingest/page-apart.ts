import { type DomElement, isElement } from './dom.ts';
import type { Judged } from './page-judge.ts';
import { describes, lengthOf, plain } from './page-words.ts';

/** A block of a page, with what the elements around its blocks are and are called. */
interface Boxed extends Judged {
  readonly kinds: ReadonlyMap<DomElement, string>;
}

/** What a page says of its story. */
interface Signs {
  readonly headline: string | null;
  readonly description: string | null;
}

/**
 * The blocks of a story, among all of its page, without what stands in boxes of its own: teasers of other stories, each under a
 * heading that leads there; and what is apart from the part of the page that holds the story, where that part is sure. Nothing is
 * left out where too little would remain.
 */
export function withoutApart<T extends Boxed>(
  all: readonly T[],
  story: readonly T[],
  signs: Signs,
): readonly T[] {
  const teasers = findTeasers(all, signs.headline);
  const bare = story.filter(({ parents }) => !parents.some((part) => teasers.has(part)));
  const own = proseOf(bare) >= LEAST ? bare : story;
  return withinHome(all, own, signs);
}

/** Notes what some elements are and are called, up to the first that is known. */
export function noteKinds(parents: readonly DomElement[], kinds: Map<DomElement, string>): void {
  for (const one of parents) {
    if (kinds.has(one)) return;
    const name = isElement(one) ? (one.getAttribute('class') ?? '') : '';
    kinds.set(one, `${one.localName} ${name}`);
  }
}

const LEAST = 250; // characters: fewer are a notice

function proseOf(some: readonly Judged[]): number {
  return lengthOf(some.filter(({ isProse }) => isProse).map(({ text }) => text));
}

const FEWEST_ALIKE = 3; // boxes: of fewer, one may be the story

/** Boxes that are alike, each with a heading that leads elsewhere and a sentence about it. */
function findTeasers(all: readonly Boxed[], headline: string | null): ReadonlySet<DomElement> {
  const boxes = new Map<DomElement, string>();
  for (const [i, one] of all.entries()) {
    const next = all[i + 1];
    const isTeaser = one.isHeading && one.linked > 0.9 && next?.isProse === true;
    if (!isTeaser || isSame(one.text, headline)) continue;
    const around = new Set(next.parents);
    const place = one.parents.findIndex((part) => around.has(part));
    const kind = one.parents.slice(place, place + 2).map((part) => one.kinds.get(part) ?? '');
    const box = one.parents[place];
    if (box !== undefined) boxes.set(box, kind.join(' in '));
  }
  const counts = new Map<string, number>();
  for (const kind of boxes.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const alike = [...boxes].filter(([, kind]) => (counts.get(kind) ?? 0) >= FEWEST_ALIKE);
  return new Set(alike.map(([box]) => box));
}

function isSame(text: string, headline: string | null): boolean {
  return headline !== null && plain(text) === plain(headline);
}

const FEWEST = 3; // paragraphs in the part that holds the story

/** Without what is outside the part that holds the story, known by the sentence that describes it. */
function withinHome<T extends Boxed>(
  all: readonly T[],
  story: readonly T[],
  { headline, description }: Signs,
): readonly T[] {
  const lede = story.find(({ text }) => describes(text, description));
  const home = lede === undefined ? undefined : homeOf(lede, story);
  if (lede === undefined || home === undefined) return story;
  const places = new Map(all.map((one, i) => [one, i]));
  const placeOf = (one: T): number => places.get(one) ?? -1;
  const inside = story.filter(({ parents }) => parents.includes(home));
  const held = new Set(inside);
  const first = Math.min(...inside.slice(0, 1).map(placeOf));
  const heading = all.findIndex((one) => one.isHeading && isSame(one.text, headline));
  const end = Math.min(first, Math.max(0, heading)); // above the headline there is no story
  const outside = story.filter((one) => !held.has(one) && placeOf(one) > first);
  const around = new Set(lede.parents);
  const apart = new Set(outside.filter((one) => !isAlike(one, lede, around, home)));
  const isMore = sizeOf([...apart]) > sizeOf(inside) * MOST_APART; // the story goes on there
  return story.filter((one) => placeOf(one) >= end && (isMore || !apart.has(one)));
}

/** The smallest part around a block that holds enough for a story. */
function homeOf(lede: Boxed, story: readonly Boxed[]): DomElement | undefined {
  const around = new Set(lede.parents);
  const counts = new Map<DomElement, number>();
  const sizes = new Map<DomElement, number>();
  for (const { parents, text } of story.filter(({ isProse }) => isProse)) {
    for (const part of parents) {
      if (!around.has(part)) continue;
      counts.set(part, (counts.get(part) ?? 0) + 1);
      sizes.set(part, (sizes.get(part) ?? 0) + text.length);
    }
  }
  return lede.parents.find(
    (part) => (counts.get(part) ?? 0) >= FEWEST && (sizes.get(part) ?? 0) >= LEAST,
  );
}

const MOST_APART = 0.75; // of what stands in the part that holds the story

function sizeOf(some: readonly Judged[]): number {
  return lengthOf(some.map(({ text }) => text));
}

/** Whether a block is in a part like the one that holds the story: the next of several that an advertisement parts. */
function isAlike(
  { parents, kinds }: Boxed,
  lede: Boxed,
  around: ReadonlySet<DomElement>,
  home: DomElement,
): boolean {
  const place = parents.findIndex((part) => around.has(part));
  const shared = parents[place];
  const own = parents[place - 1];
  if (shared === undefined || own === undefined) return true; // not in a part of its own
  const at = lede.parents.indexOf(shared);
  const other = lede.parents[at - 1];
  if (other === undefined || at <= lede.parents.indexOf(home)) return true;
  return kinds.get(own) === kinds.get(other);
}
