import { foldLine, NOTHING_KNOWN, type StoryFields } from './incoming.ts';

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

/** Who wrote it, where a line above the story says so and nothing else: `By Ann Ode`. */
export function bylineIn(lines: readonly string[]): string | null {
  const told = lines.findIndex((line) => line.length >= TOLD && /[.!?…]["”’')]*$/.test(line));
  const above = lines.slice(0, told < 0 ? 5 : told);
  return above.flatMap((line) => BYLINE.exec(line)?.[1]?.trim() ?? [])[0] ?? null;
}

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
