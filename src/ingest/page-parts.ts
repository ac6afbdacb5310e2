import { type DomElement, isElement } from './dom.ts';

/** Parts of a page that its markup itself sets apart from the story. */
const TAGS = new Set(['aside', 'footer', 'form', 'nav', 'dialog', 'menu']);

const ROLES =
  /\b(?:navigation|complementary|contentinfo|banner|menu|menubar|dialog|alertdialog|search|doc-footnotes?|tablist)\b/;

/** What sites call parts that are not the story, as whole words of a class or id. */
const NAMES = new RegExp(
  `(?:^|[\\s_-])(?:${[
    'comments?|commentlist|comment-?(?:list|form|area|section)|respond|disqus(?:_thread)?|discussion',
    'related|similar|recirc(?:ulation)?|recommend(?:ed|ations?)?|more-?(?:stories|news|from|on|articles)|read-?(?:more|next|also)|also-?read|see-?also|(?:most|top)-?(?:read|viewed|popular)|popular|trending|outbrain|taboola|teasers?|teaser-?list|mehr-?zum-?thema|yarpp|jp-relatedposts',
    'promo(?:tion)?s?|advert(?:s|isement|ising)?|ads?|adslot|adbox|anzeige|sponsor(?:ed)?|werbung|affiliate',
    'newsletters?|newsletter-?\\w+|subscri(?:be|ption)|sign-?up|paywall|piano|donat(?:e|ion)|call-?to-?action|cta',
    'cookies?|cookie-?\\w+|consent|gdpr|disclaimer|copyright|imprint|legal',
    'shar(?:e|ing|er)|sharedaddy|share-?\\w+|social|social-?\\w+|follow(?:-us)?|addtoany|addthis|print|toolbar|tools|utility',
    'breadcrumbs?|pagination|pager|nav|navi|navbar|navigation|post-?nav(?:igation)?|menu|submenu|skip|topbar',
    'sidebar|side-?bar|(?<!\\w[_-])widget(?:s|-area)?|footer|site-?footer|page-?footer|masthead|site-?header|banner',
    'author-?(?:box|bio|info|card|description|about|meta)|about-?(?:the-?)?author|authorbox|bio|vcard',
    'tags|tag-?(?:list|cloud|links)|tagcloud|categories|cat-?links|entry-?(?:meta|footer|utility)|post-?(?:meta|info|tags|footer|author)|article-?(?:meta|footer|tags|info|author)|meta|metadata|byline',
    'wp-caption-text|caption|captions|image-?(?:caption|credit|source)|bildunterschrift|credits?|figcaption|media-?caption|photo-?credit|gallery|slideshow',
    'rating|ratings|vote|voting|poll|quiz|survey|login|register|modal|popup|overlay|tooltip|lightbox|(?<!\\w[_-])hidden|screen-?reader-?text|sr-only|visually-?hidden|noprint|no-print',
  ].join('|')})(?=$|[\\s_-])`,
  'i',
);

/** Share of the page's prose that overrules a part's name: a site may call the whole page `meta`. */
const MOST_IN_PART = 0.4;

/** Whether a part of the page is hidden from its readers. */
function isHidden(element: DomElement): boolean {
  return (
    element.getAttribute('hidden') !== null ||
    element.getAttribute('aria-hidden') === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')
  );
}

/** Tells whether an element is inside something hidden. */
export function createHidden(): (element: DomElement) => boolean {
  return createWithin(isHidden);
}

/** What sites call what their readers wrote, as whole words of a class or id. */
const READERS = 'comments?|comment-?\\w+|respond|disqus(?:_thread)?|discussion';

/** What sites call parts that are about other stories, and what stands under pictures. */
const OTHERS =
  'related|similar|recirc(?:ulation)?|recommend(?:ed|ations?)?|more-?(?:stories|news|from|on|articles)|(?:most|top)-?(?:read|viewed|popular)|popular|trending|outbrain|taboola|teasers?|teaser-?\\w+|yarpp|sidebar|side-?bar|widget-area|breadcrumbs?|wp-caption-text|captions?';

/** Tells whether an element is in a part of the page that its readers wrote. */
export function createReaders(): (element: DomElement) => boolean {
  return createNamed(READERS, /^$/);
}

/** Tells whether an element is in a part of the page that is about other stories, a picture, or by its readers. */
export function createOthers(): (element: DomElement) => boolean {
  return createNamed(`${READERS}|${OTHERS}`, /^(?:figcaption|figure|nav)$/);
}

function createNamed(names: string, tags: RegExp): (element: DomElement) => boolean {
  const named = new RegExp(`(?:^|[\\s_-])(?:${names})(?=$|[\\s_-])`, 'i');
  return createWithin(
    (one) =>
      tags.test(one.localName) ||
      (!/^(?:html|body|article|main)$/.test(one.localName) && named.test(namesOf(one))),
  );
}

/** An element's classes and id, without those that say what is in it or not: `has-sidebar`, `no-comments`. */
function namesOf(element: DomElement): string {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  if (names === ' ') return ''; // most have none
  return names
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/(?<=^|\s)(?:has|no|not|with|without|hide|hides|show|shows)[_-]\S+/g, '');
}

/** What an element is called that is not the story by its name: `gallery`; null for none. */
function nameOf(element: DomElement): string | null {
  return (
    NAMES.exec(namesOf(element))?.[0]
      .replace(/[\s_-]/g, '')
      .toLowerCase() ?? null
  );
}

function isNamedBeside(element: DomElement): boolean {
  if (TAGS.has(element.localName)) return true;
  if (/^(?:html|body|article|main)$/.test(element.localName)) return false;
  if (ROLES.test(element.getAttribute('role') ?? '')) return true;
  return NAMES.test(namesOf(element));
}

/** How much prose stands in each element of a page, in characters. */
export function weighParts(prose: Prose): ReadonlyMap<DomElement, number> {
  const weights = new Map<DomElement, number>();
  for (const { parents, text } of prose) {
    for (const one of parents) weights.set(one, (weights.get(one) ?? 0) + text.length);
  }
  return weights;
}

/** Tells which of some elements are hidden, or not the story by their names; each is examined once. */
export function createBeside(): (parents: readonly DomElement[]) => readonly DomElement[] {
  const known = new Map<DomElement, boolean>();
  const isBeside = (one: DomElement): boolean => {
    const is = known.get(one) ?? (isElement(one) && (isHidden(one) || isNamedBeside(one)));
    known.set(one, is);
    return is;
  };
  return (parents) => parents.filter(isBeside);
}

/**
 * Tells whether a part of the page is the story whatever it is called: it holds much of the prose, or of what was taken
 * for the story. What readers wrote is it only where hardly a sentence stands elsewhere, as in a forum.
 */
export function createOverrule(
  prose: Prose,
  taken: Prose,
  isMostlyNamed: (part: DomElement) => boolean,
): (part: DomElement) => boolean {
  const [inAll, inTaken] = [weighParts(prose), weighParts(taken)];
  const [all, allTaken] = [lengthOf(prose), lengthOf(taken)];
  const isReaders = createReaders();
  const isNever = createNamed(`${OTHERS}|${NEVER}`, TAGS_NEVER);
  return (part) => {
    const [held, heldTaken] = [inAll.get(part) ?? 0, inTaken.get(part) ?? 0];
    if (isReaders(part)) return held >= LEAST_ALONE && all - held < MOST_ELSEWHERE;
    const isLarge = held > all * MOST_IN_PART;
    if (isNever(part)) return isLarge && held >= LONGEST_NOTICE;
    return (
      isLarge || (!isHidden(part) && (isMostlyNamed(part) || heldTaken > allTaken * MOST_IN_PART))
    );
  };
}

/**
 * Tells whether most of the prose stands in parts of the same name as one: a story told in the slides of a gallery. To be
 * made before Readability reads the page, which takes the names away.
 */
export function createMostlyNamed(prose: Prose): (part: DomElement) => boolean {
  const weights = new Map<string, number>();
  const names = new Map<DomElement, string | null>();
  for (const { parents, text } of prose) {
    for (const one of parents.filter((parent) => !names.has(parent)))
      names.set(one, isElement(one) ? nameOf(one) : null);
    for (const name of new Set(parents.map((one) => names.get(one) ?? '')))
      weights.set(name, (weights.get(name) ?? 0) + text.length);
  }
  const most = lengthOf(prose) * MOST_SO_NAMED;
  return (part) => {
    const name = names.get(part) ?? null;
    return name !== null && (weights.get(name) ?? 0) > most;
  };
}

const MOST_SO_NAMED = 0.6; // of the page's prose, in all parts of one name
const LONGEST_NOTICE = 500; // characters of a cookie notice
const LEAST_ALONE = 1_000; // characters: a page may ask for comments at length
const MOST_ELSEWHERE = 250; // characters: less is no story

function lengthOf(prose: Prose): number {
  return prose.reduce((sum, { text }) => sum + text.length, 0);
}

/** Parts that are no story even where all that was taken stands in them: a short page's cookie notice. */
const NEVER =
  'cookies?|cookie-?\\w+|consent|gdpr|dsgvo|newsletters?|newsletter-?\\w+|imprint|legal|login|register|modal|popup|overlay|footer|site-?footer|page-?footer|nav|navi|navbar|navigation|menu|author-?(?:box|bio|info)';
const TAGS_NEVER = /^(?:footer|form|nav|dialog|menu)$/;

type Prose = readonly { readonly parents: readonly DomElement[]; readonly text: string }[];

/** Tells whether an element or an ancestor is of some kind; each is examined once. */
function createWithin(is: (element: DomElement) => boolean): (element: DomElement) => boolean {
  const known = new Map<DomElement, boolean>();
  return (element) => {
    const path: DomElement[] = [];
    let at: DomElement | null = element; // the page itself where text is outside all elements
    while (at !== null && !known.has(at)) {
      path.push(at);
      at = at.parentElement;
    }
    let inside = at !== null && known.get(at) === true;
    for (const one of path.reverse()) {
      inside ||= isElement(one) && is(one);
      known.set(one, inside);
    }
    return inside;
  };
}
