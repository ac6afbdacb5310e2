import { type Catalogue, listStories } from '../archive/archive.ts';
import { findSpeakers } from '../quotes/person.ts';
import { titleOf } from '../story/citation.ts';
import type { HeardStory, Story } from '../story/story.ts';

/** A suggestion: what is shown, which can be typed as well, and the value behind it. */
export interface Completion {
  readonly name: string;
  readonly value: string;
}

const MOST = 25; // what Discord shows, the smaller of the platforms

/**
 * What may be meant while someone types: the speakers of `stories`, who says most first, or the stories of the
 * catalogue by their titles. What begins so, then where a word does, then whom the story describes so, then what
 * holds it, then what is nearly so; at most 25.
 */
export async function complete(
  what: 'speaker' | 'story',
  typed: string,
  catalogue: Catalogue,
  stories: () => Promise<readonly HeardStory[]>,
): Promise<readonly Completion[]> {
  const wanted = fold(typed).trim();
  const offered = what === 'speaker' ? speakersOf(await stories()) : await storiesOf(catalogue);
  const meant = offered
    .map((offer) => ({ offer, rank: rankOf(offer, wanted) }))
    .filter(({ rank }) => rank < NOT_MEANT)
    .sort((a, b) => a.rank - b.rank || b.offer.weight - a.offer.weight)
    .slice(0, MOST)
    .map(({ offer }) => offer);
  const untitled = meant.filter(({ name }) => name === null).map(({ value }) => value);
  const open = untitled.length === 0 ? new Map<string, Story>() : await catalogue.open(untitled);
  return meant.map(({ name, value }) => {
    const story = open.get(value);
    return { name: name ?? (story === undefined ? value : titleOf(story)), value };
  });
}

interface Offer {
  readonly value: string;
  /** Its possible names, folded, and what is said about it. */
  readonly called: readonly string[];
  readonly described: readonly string[];
  readonly weight: number;
  /** What is shown; null where the story has to be opened for it. */
  readonly name: string | null;
}

function speakersOf(stories: readonly HeardStory[]): readonly Offer[] {
  const found = new Map<string, { roles: Set<string>; weight: number }>();
  for (const story of stories) {
    for (const { name, statements } of findSpeakers(story)) {
      const known = found.get(name) ?? { roles: new Set(), weight: 0 };
      const role = story.names.find((one) => one.name === name)?.role ?? null;
      for (const span of [role, ...statements.map(({ speaker }) => speaker.role)]) {
        if (span !== null) known.roles.add(fold(story.article.text.slice(span.start, span.end)));
      }
      found.set(name, { ...known, weight: known.weight + statements.length });
    }
  }
  return [...found].map(([name, { roles, weight }]) => {
    return { value: name, called: [fold(name)], described: [...roles], weight, name };
  });
}

/** Without a headline a story is called as it begins, where there are so few that all of them are open. */
async function storiesOf(catalogue: Catalogue): Promise<readonly Offer[]> {
  const { entries, stories } = await listStories(catalogue, null);
  const titles =
    stories.length < entries.length
      ? new Map<string, string>()
      : new Map(stories.map((story) => [story.article.id, titleOf(story)]));
  return [
    { value: 'all', called: ['all stories'], described: [], weight: 1, name: 'All stories' },
    ...entries.map(({ id, headline }): Offer => {
      const name = headline ?? titles.get(id) ?? null;
      const called = [fold(name ?? id), fold(id)];
      return { value: id, called, described: [], weight: 0, name };
    }),
  ];
}

const NOT_MEANT = 5;

/** 0 begins so, 1 a word of it does, 2 a word of what is said of it does, 3 holds it, 4 nearly begins so. */
function rankOf({ called, described }: Offer, wanted: string): number {
  const wordStarts = (text: string): boolean => ` ${text}`.includes(` ${wanted}`);
  if (called.some((name) => name.startsWith(wanted))) return 0;
  if (called.some(wordStarts)) return 1;
  if (described.some(wordStarts)) return 2;
  if (called.some((name) => name.includes(wanted))) return 3;
  const isNear = called.some((name) =>
    [name, ...name.split(' ')].some((part) => isNearly(wanted, part)),
  );
  return isNear ? 4 : NOT_MEANT;
}

const TYPOS = [4, 8] as const; // letters from which one typo, or two, can be told from another word

/** `lindqist` for `Lindqvist`: letters missing, too many, others, or two in the wrong order. */
function isNearly(typed: string, name: string): boolean {
  const slips = TYPOS.filter((letters) => typed.length >= letters).length;
  if (slips === 0 || typed[0] !== name[0]) return false;
  const lengths = Array.from({ length: 2 * slips + 1 }, (_, n) => typed.length + n - slips);
  return lengths.some((length) => distance(typed, name.slice(0, length)) <= slips);
}

/** How many typos turn one word into the other (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, n) => n)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const at = (r: number, c: number): number => (r === i ? row[c] : rows[r]?.[c]) ?? Infinity;
      const swapped =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      const changed = at(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1]);
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, changed, swapped));
    }
    rows.push(row);
  }
  return rows.at(-1)?.at(-1) ?? Infinity;
}

/** In lower case, without accents, hyphens as spaces. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s-]+/g, ' ')
    .toLowerCase();
}
