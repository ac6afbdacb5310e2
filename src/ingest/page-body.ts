import { type Block, readBlocks } from './blocks.ts';
import { type DomElement, isElement } from './dom.ts';
import { noteKinds, withoutApart } from './page-apart.ts';
import { judgeBlocks } from './page-judge.ts';
import {
  createBeside,
  createHidden,
  createMostlyNamed,
  createOverrule,
  weighParts,
} from './page-parts.ts';
import { covered, describes, lengthOf, overlap, plain } from './page-words.ts';
import { isTooLarge, keptByReadability } from './readability.ts';

/** What a page says elsewhere about its story's text, used to judge a reading. */
export interface PageHints {
  /** The whole text, as JSON-LD gives it to search engines, in paragraphs. */
  readonly articleBody: readonly string[];
  readonly description: string | null;
  readonly headline: string | null;
}

/** A block of the page, with the evidence for and against it. */
export interface Candidate extends Block {
  /** Whether it reads like sentences, not like a label or a list of links. */
  readonly isProse: boolean;
  /** Whether it is in a part of the page that is not the story: a menu, comments, an author box. */
  readonly isBeside: boolean;
  /** Whether Readability takes it for the story's. */
  readonly isTaken: boolean;
  readonly isHeading: boolean;
  readonly isHidden: boolean;
  /** The elements around it, nearest first. */
  readonly parents: readonly DomElement[];
  /** What they are and are called, as all elements around blocks: `div story-text`. */
  readonly kinds: ReadonlyMap<DomElement, string>;
}

/** The blocks of a page, and those of them that the rules take for its story. */
export interface Reading {
  readonly all: readonly Candidate[];
  readonly chosen: ReadonlySet<Candidate>;
}

/**
 * The paragraphs of a page's story. Readability gives one candidate; the other is where most of the page's prose
 * is. What the page says about its text elsewhere decides between them; what is around and in the better one is judged
 * block by block.
 */
export function readBody(page: DomElement, hints: PageHints): readonly string[] {
  const { all, chosen } = chooseBlocks(page, hints);
  const judged = withoutLoose(judgeBlocks(all, chosen, hints.headline));
  const story = judged.length === 0 ? [...chosen] : judged; // no page is refused for a judgement
  const found = withoutApart(all, story, hints).map(({ text }) => text);
  const given = hints.articleBody;
  const held = covered(given, found);
  const isOther = held < 0.2 && lengthOf(given) >= MIN_STORY && overlap(given, found) < 0.2; // a list of other stories, however long
  return isOther || (lengthOf(given) > lengthOf(found) && held < 0.5) ? given : found;
}

/** Reads a page by the rules alone: what is judged, and what the judgement is learnt from. */
export function chooseBlocks(page: DomElement, hints: PageHints): Reading {
  const reading = chooseAmong(readCandidates(page), hints);
  const isTold = ({ text }: Block): boolean => text !== hints.headline && ENDED.test(text);
  if ([...reading.chosen].some(isTold)) return reading;
  // all of its prose lies in what is called beside the story: a forum, a shop, a page that is one big `sidebar`
  return chooseAmong(
    reading.all.map((one) => ({ ...one, isBeside: one.isHidden })),
    hints,
  );
}

const ENDED = /[.!?…。][”"’»)\]]*$/u; // as a sentence does

function chooseAmong(all: readonly Candidate[], hints: PageHints): Reading {
  const taken = all.filter((one) => one.isTaken && !one.isBeside);
  const mass = findMass(all);
  const story = fillGaps(all, isBetter(mass, taken, hints) ? mass : taken, hints);
  return { all, chosen: new Set(withoutLoose(story)) };
}

const MARK = 'data-verbatim';
const NONE: ReadonlySet<string> = new Set();
const MIN_STORY = 250; // characters: below it, what was found is a notice

function readCandidates(page: DomElement): readonly Candidate[] {
  const places = new Map<DomElement, number>();
  const findBeside = createBeside();
  const kinds = new Map<DomElement, string>(); // Readability takes the classes away
  const isHidden = createHidden();
  const isLarge = isTooLarge(page);
  const known = readBlocks(rootOf(page)).map((block) => {
    const place = places.get(block.within) ?? places.size;
    if (place === places.size) {
      places.set(block.within, place);
      if (!isLarge && isElement(block.within)) block.within.setAttribute(MARK, String(place)); // not the page itself
    }
    const parents = parentsOf(block.within); // before Readability moves them
    noteKinds(parents, kinds);
    return {
      block,
      text: block.text,
      isProse: isProse(block),
      isHeading: /^h[1-6]$/.test(block.within.localName),
      isHidden: isHidden(block.within),
      parents,
      beside: findBeside(parents),
      place: String(place),
    };
  });
  const prose = known.filter((one) => one.isProse);
  const isMostlyNamed = createMostlyNamed(prose);
  const kept = isLarge ? NONE : keptByReadability(page, MARK); // changes the page
  const isStory = createOverrule(
    prose,
    prose.filter(({ place }) => kept.has(place)),
    isMostlyNamed,
  );
  return known.map(
    ({
      block: { text, within, linked },
      isProse,
      isHeading,
      isHidden,
      parents,
      beside,
      place,
    }) => ({
      text,
      within,
      linked,
      isProse,
      isHidden,
      parents,
      kinds,
      isTaken: kept.has(place),
      isBeside: beside.some((part) => !isStory(part)),
      isHeading,
    }),
  );
}

/** The visible page; where no body is named, all of it. */
function rootOf(page: DomElement): DomElement {
  return (
    page.querySelector('body') ?? page.querySelector('html') ?? page.querySelector('*') ?? page
  );
}

function parentsOf(element: DomElement): readonly DomElement[] {
  const parents: DomElement[] = [];
  for (let at: DomElement | null = element; at !== null; at = at.parentElement) parents.push(at);
  return parents;
}

/** `Costs rose by a third, the council said.`: also where all of it is one link. */
function isProse({ text, linked }: Block): boolean {
  const isSentence = /[.!?…。:][”"’'»)\]]*$/.test(text);
  if (linked > MOST_LINKED) return isSentence && text.length >= 60;
  return text.length >= 100 || (isSentence && text.length >= 40);
}

const MOST_LINKED = 0.5; // of a paragraph's letters: above it, it is usually a list of other stories

/** The smallest part of the page that holds most of its prose. */
function findMass(all: readonly Candidate[]): readonly Candidate[] {
  const open = all.filter((one) => !one.isBeside && one.linked <= MOST_LINKED);
  const prose = open.filter((one) => one.isProse);
  if (prose.length === 0) return open;
  const weights = weighParts(prose);
  const total = lengthOf(prose.map(({ text }) => text));
  const holding = [...weights].filter(([, weight]) => weight >= total * MOST);
  const [home] = holding.reduce((a, b) => (b[1] <= a[1] ? b : a), holding[0] ?? [null, 0]);
  const inside = open.filter((one) => home !== null && one.parents.includes(home));
  return inside.filter((one) => one.isProse || one.linked < 0.3);
}

const MOST = 0.7; // of the page's prose

function isBetter(
  other: readonly Candidate[],
  taken: readonly Candidate[],
  { articleBody, description }: PageHints,
): boolean {
  const [mine, theirs] = [proseOf(taken), proseOf(other)];
  const more = lengthOf(theirs) / Math.max(1, lengthOf(mine));
  if (articleBody.length > 0) {
    const [a, b] = [covered(articleBody, mine), covered(articleBody, theirs)];
    if (a >= 0.8 || b >= 0.8) return b > a + 0.2;
  }
  if (lengthOf(mine) < MIN_STORY) return taken.length === 0 || lengthOf(theirs) > lengthOf(mine);
  const isDescribed = (text: readonly string[]): boolean =>
    covered([description ?? ''], text) === 1;
  if (description !== null && isDescribed(theirs) && !isDescribed(mine)) return more > 1;
  const others = new Set(theirs);
  const isElsewhere = lengthOf(mine.filter((one) => others.has(one))) * 2 < lengthOf(mine);
  return isElsewhere ? more > 1.5 : more > MUCH_MORE;
}

const MUCH_MORE = 2.5; // times as much prose around Readability's choice: it mistook a part for the whole

function proseOf(some: readonly Candidate[]): readonly string[] {
  return some.filter((one) => one.isProse).map(({ text }) => text);
}

/** What is between the headline and the end of the story, and reads like it. */
function fillGaps(
  all: readonly Candidate[],
  story: readonly Candidate[],
  { headline, description }: PageHints,
): readonly Candidate[] {
  const held = new Set(story.map(({ text }) => text));
  const places = all.flatMap((one, i) => (held.has(one.text) && one.isProse ? [i] : []));
  const [first = 0, last = -1] = [places[0], places.at(-1)];
  const heading = all.findLastIndex(
    (one, i) => i < first && one.isHeading && holds(one.text, headline),
  );
  const start = heading < 0 ? first : heading + 1;
  const isDescribed = ({ text }: Block): boolean => describes(text, description);
  const lede = story.some(isDescribed)
    ? -1
    : all.findIndex((one, i) => i > heading && i < first && !one.isHidden && isDescribed(one));
  return all.filter((one, i) => {
    if (i === lede) return true; // whatever its part of the page is called: `teaser`, `description`
    if (one.isBeside) return false;
    if (held.has(one.text)) return true;
    if (i < start || i > last) return false;
    return one.isProse;
  });
}

/** Whether a heading is the headline, with or without a line above it. */
function holds(heading: string, headline: string | null): boolean {
  return headline !== null && plain(heading).includes(plain(headline));
}

/** Without headings that nothing of the story follows. */
function withoutLoose(story: readonly Candidate[]): readonly Candidate[] {
  return story.filter((one, i) => {
    if (!one.isHeading) return true;
    const next = story[i + 1];
    return next !== undefined;
  });
}
