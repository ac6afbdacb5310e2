import { titleOf } from '../story/citation.ts';
import type { Story } from '../story/story.ts';

/** What is typed for a story, normalized for comparison: without the mark of a shortened title. */
export function foldTyped(wanted: string): string {
  return wanted
    .replace(/\s*(?:\[…\]|…)\s*$/u, '')
    .trim()
    .toLowerCase();
}

/** What people know a story by, normalized for comparison. */
export function foldTitle(story: Story): string {
  return titleOf(story).replace(/\s+/g, ' ').toLowerCase();
}

/** The place in the list that is typed, from 1; null for anything else. */
export function placeTyped(folded: string): number | null {
  return /^\d{1,6}$/.test(folded) ? Number(folded) : null;
}

/** The id of the one story that the typed words mean; null for none, or for several. */
export function findNamed(stories: readonly Story[], wanted: string): string | null {
  const plain = foldTyped(wanted);
  const place = placeTyped(plain);
  const starting = stories.filter((story) => story.article.id.startsWith(plain));
  const titled = (): readonly Story[] =>
    stories.filter((story) => foldTitle(story).startsWith(plain));
  const found =
    stories.find((story) => story.article.id === plain) ??
    stories.find((story) => story.article.headline?.toLowerCase() === plain) ??
    (place === null ? undefined : stories[place - 1]) ??
    onlyOne(starting) ??
    onlyOne(titled());
  return found?.article.id ?? null;
}

function onlyOne(stories: readonly Story[]): Story | undefined {
  return stories.length === 1 ? stories[0] : undefined;
}
