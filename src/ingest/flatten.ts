import { DEEPEST_ELEMENTS, MOST_ELEMENTS, MOST_IN_PAGE, MOST_LEVELS } from './limits.ts';
import { type Place, walkMarkup } from './markup.ts';
import { IngestError } from './typed.ts';

const DEEP = 200; // levels from which emphasis counts as left open
const SHORT = 20_000; // characters: as an item of a feed has them

/** What is counted while markup is looked through. */
interface Rules {
  readonly xmlMode: boolean;
  /** Elements; in a page, comments and entities too. */
  readonly most: number;
  readonly isPage: boolean;
}

/** A page without emphasis that nothing closes. Throws an `IngestError` where it is too large or too deep to be read. */
export function flattenPage(html: string): string {
  return flatten(html, { xmlMode: false, most: MOST_IN_PAGE, isPage: true });
}

/** The same of marked-up text that is no page. */
export function flattenMarkup(html: string): string {
  return flatten(html, { xmlMode: false, most: MOST_ELEMENTS, isPage: false });
}

/** XML as it is. Throws as `flattenPage` does. */
export function flattenXml(xml: string): string {
  return flatten(xml, { xmlMode: true, most: MOST_ELEMENTS, isPage: false });
}

/** What nests by mistake only, where a tag was not closed, and whose nesting tells nothing about a story. */
const EMPHASIS = new Set(
  'a abbr b big center em font i ins mark s small span strike strong tt u'.split(' '),
);

/** `<x-icon/>`: no page closes an element of its own making by a slash, and browsers nest them. */
function isLoose(name: string): boolean {
  return EMPHASIS.has(name) || name.includes('-');
}

/** Counts depth as the parser does, which knows what is text, what closes itself, and what closes what; takes out deep emphasis. */
function flatten(marked: string, { xmlMode, most, isPage }: Rules): string {
  if (marked.length <= SHORT && marked.split('<').length <= DEEPEST_ELEMENTS) return marked; // too few for either
  const open: boolean[] = []; // for each open element, whether its tags are left out
  const pieces: string[] = [];
  let [shown, drawings, elements, levels, from] = [0, 0, 0, 0, 0];
  let [isScript, wasText] = [false, false];
  const leaveOut = (place: Place): void => {
    pieces.push(marked.slice(from, place.startIndex));
    from = place.endIndex + 1;
  };
  const count = (nodes: number): void => {
    elements += nodes;
    if (elements <= most) return;
    const kinds = isPage ? 'elements, comments and entities' : 'elements';
    throw new IngestError(`has too many ${kinds}: ${most.toLocaleString('en')} at most`);
  };
  walkMarkup(marked, { xmlMode, decodeEntities: false }, (placeNow) => ({
    // a page's parser makes a node of each comment and entity, too
    ...(isPage && {
      oncomment: () => count(1),
      // `a < b` comes in pieces, and each is a text of its own
      ontext: (text) => {
        if (!isScript) count(countEntities(text) + (wasText ? 1 : 0));
        wasText = true;
      },
      onattribute: (name, value) => {
        if (NAMES.test(name) && value.length > LONGEST_NAMES)
          throw new IngestError(`has a ${name} that is too long`);
        count(countEntities(value) / ENTITIES_AS_ONE);
      },
    }),
    onopentag: (name) => {
      wasText = false;
      const isOut = !xmlMode && shown >= DEEP && (isLoose(name) || drawings > 0);
      open.push(isOut);
      isScript = name === 'script' || name === 'style';
      if (name === 'svg') drawings += 1;
      if (isOut) leaveOut(placeNow());
      else {
        shown += 1;
        levels += shown;
      }
      if (shown > DEEPEST_ELEMENTS || levels > MOST_LEVELS)
        throw new IngestError('is nested too deep');
      count(1);
    },
    onclosetag: (name, isImplied) => {
      wasText = false;
      isScript = false;
      if (name === 'svg') drawings -= 1;
      if (open.pop() !== true) shown -= 1;
      else if (!isImplied) leaveOut(placeNow());
    },
  }));
  return from === 0 ? marked : pieces.join('') + marked.slice(from);
}

const NAMES = /^(?:class|id)$/;
const LONGEST_NAMES = 20_000; // characters: pages with a class for each of their styles have 2,000

const ENTITIES_AS_ONE = 20; // in attributes, where data for scripts has 50,000: they are no nodes, and take memory all the same

function countEntities(text: string): number {
  let count = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    const next = text.charCodeAt(at + 1);
    if (next === HASH || next > LAST_SIGN) count += 1; // `a & b` is none
  }
  return count;
}

const HASH = 0x23;
const LAST_SIGN = 0x40; // what begins the name of an entity lies behind it
