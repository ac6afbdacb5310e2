import type { Named } from '../names/named.ts';
import type { Story } from '../story/story.ts';
import type { Span } from '../text/span.ts';
import type { Passage } from './five-w-candidates.ts';

/** A name that a story turns on. */
export interface MainName {
  readonly named: Named;
  /** Its share of the mentions of the three main names; those in the headline count double. */
  readonly weight: number;
}

/** The three names with the most mentions, the headline included. */
export function mainNames(story: Story, headline: Passage | undefined): readonly MainName[] {
  const title =
    headline === undefined ? '' : story.article.text.slice(headline.start, headline.end);
  const scored = story.names
    .filter((named) => named.kind !== 'place')
    .map((named) => {
      const titled = named.aliases.some((alias) => indexOfWords(title, alias) >= 0);
      return { named, score: named.mentions.length + (titled ? 8 : 0) };
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 3);
  const all = scored.reduce((sum, one) => sum + one.score, 0);
  return scored.map(({ named, score }) => ({ named, weight: score / Math.max(1, all) }));
}

const LETTER = /[\p{L}\p{N}]/u;

function indexOfWords(text: string, words: string): number {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!LETTER.test(text.charAt(at - 1)) && !LETTER.test(text.charAt(at + words.length)))
      return at;
  }
  return -1;
}

/** The place where a passage names someone, in the fullest form it has. */
export function mentionIn(
  story: Story,
  named: Named,
  passage: Passage,
): { readonly at: Span | null; readonly full: boolean } {
  const words = story.article.text.slice(passage.start, passage.end);
  for (const alias of named.aliases) {
    const at = indexOfWords(words, alias);
    if (at < 0) continue;
    const start = passage.start + at;
    return { at: { start, end: start + alias.length }, full: alias === named.name };
  }
  return { at: null, full: false };
}
