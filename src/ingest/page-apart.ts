import type { DomElement } from './dom.ts';
import type { Judged } from './page-judge.ts';
import { describes, lengthOf, plain } from './page-words.ts';

/** A block of a page, with what the elements around it are and are called, nearest first. */
interface Boxed extends Judged {
  readonly kinds: readonly string[];
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
    const isLinked = one.isHeading && one.linked > 0.9 && !isSame(one.text, headline);
    const place = one.parents.findIndex((part) => next?.parents.includes(part) === true);
    const box = one.parents[place];
    if (isLinked && box !== undefined && next?.isProse === true)
      boxes.set(box, one.kinds.slice(place, place + 2).join(' in '));
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
  const isIn = (home: DomElement): readonly T[] =>
    story.filter(({ parents }) => parents.includes(home));
  const home = lede?.parents.find((part) => {
    const inside = isIn(part);
    return inside.filter(({ isProse }) => isProse).length >= FEWEST && proseOf(inside) >= LEAST;
  });
  if (home === undefined) return story;
  const inside = new Set(isIn(home));
  const places = new Map(all.map((one, i) => [one, i]));
  const placeOf = (one: T): number => places.get(one) ?? -1;
  const [first] = [...inside].map(placeOf);
  const heading = all.findIndex((one) => one.isHeading && isSame(one.text, headline));
  const isAbove = (one: T): boolean => placeOf(one) < Math.min(first ?? 0, Math.max(0, heading));
  const below = story.filter((one) => !inside.has(one) && placeOf(one) > (first ?? 0));
  const apart = below.filter((one) => !isAlike(one, [...inside][0], home));
  const isMore = sizeOf(apart) > sizeOf([...inside]) * MOST_APART; // the story goes on there
  return story.filter((one) => !isAbove(one) && (isMore || !apart.includes(one)));
}

const MOST_APART = 0.75; // of what stands in the part that holds the story

function sizeOf(some: readonly Judged[]): number {
  return lengthOf(some.map(({ text }) => text));
}

/** Whether a block is in a part like the one that holds the story: the next of several that an advertisement parts. */
function isAlike(block: Boxed, told: Boxed | undefined, home: DomElement): boolean {
  const place = block.parents.findIndex((part) => told?.parents.includes(part) === true);
  const shared = block.parents[place];
  if (told === undefined || shared === undefined) return true;
  const at = told.parents.indexOf(shared);
  if (place < 1 || at <= told.parents.indexOf(home)) return true; // not in a part of its own
  return block.kinds[place - 1] === told.kinds[at - 1];
}
