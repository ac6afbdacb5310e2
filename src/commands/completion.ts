import type { Archive } from '../archive/archive.ts';
import { findSpeakers } from '../quotes/person.ts';
import type { Story } from '../story/story.ts';

const MOST = 25; // what Discord shows, the smaller of the platforms

/**
 * What may be meant while someone types: the speakers of `stories`, or the stories of the archive, that
 * begin with what was typed, then those that hold it; at most 25.
 */
export function complete(
  what: 'speaker' | 'story',
  typed: string,
  archive: Archive,
  stories: readonly Story[],
): readonly string[] {
  const wanted = typed.trim().toLowerCase();
  const names = namesFor(what, archive, stories);
  const starts = names.filter((name) => name.toLowerCase().startsWith(wanted));
  const holds = names.filter((name) => name.toLowerCase().includes(wanted));
  return [...new Set([...starts, ...holds])].slice(0, MOST);
}

function namesFor(
  what: 'speaker' | 'story',
  archive: Archive,
  stories: readonly Story[],
): readonly string[] {
  switch (what) {
    case 'speaker':
      return [...new Set(stories.flatMap((story) => findSpeakers(story).map(({ name }) => name)))];
    case 'story':
      return ['all', ...archive.list().map((story) => story.article.id)];
  }
}
