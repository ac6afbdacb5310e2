import { reasonToSetAside } from '../article/line-rules.ts';
import type { DateHabit } from '../text/dates.ts';
import { isMenuWord } from '../text/lexicon/menu-words.ts';
import { namesIn, namesPosted } from './byline-lines.ts';
import { isRole, splitNames } from './byline-names.ts';
import { foldLine, NOTHING_KNOWN, type StoryFields } from './incoming.ts';
import { CHANGED, readDateIn } from './page-date.ts';

/**
 * What a document's properties say about its story, as far as they can be believed: many were left by the author of
 * the template. A byline in the text wins; a file's creation date is not a publication date.
 */
export function readDocumentFields(
  title: string | null,
  author: string | null,
  paragraphs: readonly string[],
): StoryFields {
  const byline = bylineIn(paragraphs);
  return {
    ...NOTHING_KNOWN,
    headline: believeTitle(title, paragraphs),
    byline: byline ?? (author !== null && isWriter(author, paragraphs) ? author : null),
    tags: [],
  };
}

// `By Ann Ode`, `By ANN ODE and Jo Lee`, `Von Jo Berg`; not `By the sea`
const BYLINE =
  /^(?:By|BY|by|Von|VON|Par|PAR|Por|POR|Di|Door|Av|Af)(?:line:)?\s+(\p{Lu}[\p{L}\p{M}.’'-]*(?:\s+(?:and|AND|und|et|y|e|&|van|von|de|der|la|al|bin|,|\p{Lu}[\p{L}\p{M}.,’'-]*)){1,8})$/u;
const TOLD = 50; // characters: a longer line that ends as a sentence does is the story

/** Who wrote it, where a line above the story says so and nothing else: `By Ann Ode`, `Written by Ann Ode`, or a name beside a date. */
export function bylineIn(lines: readonly string[]): string | null {
  const above = linesAbove(lines);
  const signed = above.flatMap((line) => BYLINE.exec(line)?.[1]?.trim() ?? [])[0];
  return (
    signed ?? splitNames(namesIn(above))[0] ?? nameAlone(above) ?? namesPosted(above)[0] ?? null
  );
}

/** The lines from the headline on, where it is known: above it is the date of the day. */
export function linesFrom(lines: readonly string[], headline: string | null): readonly string[] {
  const at = headline === null ? -1 : lines.findIndex((line) => line.trim() === headline);
  return lines.slice(Math.max(0, at));
}

/** When it was published, where a line above the story is a date: `3 March 2026`, `Published 3 March 2026`; else when it was changed. */
export function dateIn(lines: readonly string[]): string | null {
  const dated = linesAbove(lines).flatMap(partsOf).filter(isDated);
  const own = dated.filter((line) => !CHANGED.test(line));
  return [...own, ...dated].flatMap((line) => readDateIn(line, NO_HABIT) ?? [])[0] ?? null;
}

const NO_HABIT: DateHabit = { language: null, country: null };

/** The lines above the first sentence of a story. */
function linesAbove(lines: readonly string[]): readonly string[] {
  const shown = lines.map((line) => line.trim()).filter((line) => line !== '');
  const told = shown.findIndex((line) => line.length >= TOLD && /[.!?…]["”’')]*$/.test(line));
  return shown.slice(0, told < 0 ? 5 : told);
}

function partsOf(line: string): readonly string[] {
  return line.split(PARTS).map((part) => part.trim());
}

/** `Ann Ode | Coast News | 3 March 2026`, `Ann Ode, 3 March 2026`. */
const PARTS = /\s[|·•]\s|\t+|,\s(?=\d{1,2}\.? \p{L}{3,}\.? \d{4})/u;

function isDated(line: string): boolean {
  return reasonToSetAside(line, 0) === 'date';
}

/** `Ann Ode` alone under the headline, beside a date or what she does. */
function nameAlone(above: readonly string[]): string | undefined {
  const headline = above.findIndex((line) => line.split(/\s+/).length >= FEWEST_WORDS);
  const below = headline < 0 ? [] : above.slice(headline + 1).flatMap(partsOf);
  return below.find(
    (line, i) =>
      ALONE.test(line) &&
      !isMenuWord(line) &&
      below
        .slice(Math.max(0, i - NEAR), i + NEAR + 1)
        .some((one) => isDated(one) || isRole(one) || BUTTON.test(one)),
  );
}

const ALONE = /^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,3}$/u;
const BUTTON = /^(?:follow|share|save|listen)\b.{0,30}$/i; // beside the name of who wrote it
const NEAR = 2; // lines

/** A title above the text is its headline; elsewhere only if it reads like one. */
function believeTitle(title: string | null, paragraphs: readonly string[]): string | null {
  const wanted = foldLine(title ?? '');
  if (title === null || wanted === '') return null;
  const shown = paragraphs.slice(0, 4).find((one) => foldLine(one) === wanted);
  if (shown !== undefined) return shown;
  const isName =
    /^(?:microsoft word\b|untitled|document\d*$|template|press release$)|\.\w{2,5}$/i.test(title);
  return !isName && title.split(/\s+/).length >= FEWEST_WORDS ? title : null;
}

const FEWEST_WORDS = 4; // of a headline that is not in the text: fewer name a file

/** `Ann Ode`, and not `Microsoft Office User`, `press-02`, or the firm that the story is about. */
function isWriter(name: string, paragraphs: readonly string[]): boolean {
  return (
    !paragraphs.some((one) => one.includes(name)) &&
    /^\p{Lu}[\p{L}.’'-]*(?: (?:van|von|de|der|la|al|bin|\p{Lu}[\p{L}.’'-]*)){1,3}$/u.test(name) &&
    !/\b(?:user|office|microsoft|admin|press|unknown|editor|team|staff|desk)\b/i.test(name)
  );
}
