import { type Archive, listStories } from '../archive/archive.ts';
import { ArticleError } from '../article/article.ts';
import type { Place } from '../commands/command.ts';
import { type Narrowed, type Published, readFilters } from '../commands/filters.ts';
import { IngestError } from '../ingest/typed.ts';
import { composeStories } from '../reply/listings.ts';
import { noteUnread } from '../reply/notes.ts';
import { composeRefused, composeUnknownStory } from '../reply/notices.ts';
import type { Reply } from '../reply/reply.ts';
import {
  composeAdded,
  composeChanges,
  composeNotKept,
  composeNoVersions,
  composeRemoved,
  composeTooMany,
} from '../reply/stories-reply.ts';
import { KeepError } from '../store/disk.ts';
import type { Added } from '../store/keeper.ts';
import type { Keeping } from '../store/keeping.ts';
import { newest, type StoryRecord } from '../store/record.ts';
import { titleOf } from '../story/citation.ts';
import type { Story } from '../story/story.ts';
import { once } from '../text/lazy.ts';
import { contentStems } from '../text/terms.ts';
import { readTokens } from '../text/tokens.ts';

/** The stories as a place sees them: which ones it is about, and how they come and go. */
export interface Library {
  readonly storiesIn: (place: Place) => readonly Story[];
  /** The ids that a question is asked of; null for all. */
  readonly within: (place: Place) => readonly string[] | null;
  /** What was typed, and which stories it is asked of when it names a time or a publisher. */
  readonly narrow: (typed: readonly string[], place: Place, now: number) => Narrowed;
  /** The stories to look through for some words: all where they are few, else those that search finds. */
  readonly storiesAbout: (within: readonly string[] | null, words: string) => readonly Story[];
  /** What is said of a few stories; of many, that one has to be chosen first. */
  readonly ofFew: (
    command: string,
    within: readonly string[] | null,
    compose: (stories: readonly Story[]) => Reply,
  ) => Reply;
  /** When a story's text as it is now came in; null for one that is not kept. */
  readonly cameIn: (id: string) => string | null;
  readonly list: (place: Place) => Reply;
  readonly use: (wanted: string, place: Place) => Reply;
  readonly add: (what: string, place: Place) => Promise<Reply>;
  readonly remove: (wanted: string, place: Place) => Reply;
  readonly changes: (wanted: string | null, place: Place) => Reply;
}

/** A library over an archive and what is kept beside it. */
export function createLibrary(archive: Archive, { keeper, channels, gather }: Keeping): Library {
  const tagged = (tag: string): readonly string[] =>
    keeper.list().flatMap(({ id, tags }) => (tags.includes(tag) ? [id] : []));
  const idsOf = (choice: string): readonly string[] =>
    choice.startsWith(TAG) ? tagged(choice.slice(TAG.length)) : [choice];
  const choiceIn = (place: Place): string | null => {
    const choice = channels.get(place.channel) ?? '';
    return choice !== '' && idsOf(choice).some((id) => archive.find(id)) ? choice : null;
  };
  const within = (place: Place): readonly string[] | null => {
    const choice = choiceIn(place);
    return choice === null ? null : idsOf(choice);
  };

  const cameIn = (id: string): string | null => {
    const record = keeper.find(id);
    return record === null ? null : newest(record).added;
  };
  const list = (place: Place): Reply => {
    const choice = choiceIn(place);
    return composeStories(archive.list(), choice, 'stories', choice === null ? [] : idsOf(choice));
  };

  const use = (wanted: string, place: Place): Reply => {
    if (!place.admin) return composeRefused('use');
    const stories = archive.list();
    const choice = /^all(?: stories)?$/i.test(wanted.trim())
      ? ''
      : findChoice(stories, wanted, tagged);
    if (choice === null) return composeUnknownStory(wanted, stories);
    return attempt('use', () => {
      channels.set(place.channel, choice);
      return composeStories(stories, choice === '' ? null : choice, 'use', idsOf(choice));
    });
  };

  const add = async (what: string, place: Place): Promise<Reply> => {
    if (!place.admin) return composeRefused('add');
    const { tags, rest } = readTags(what);
    try {
      const { incoming, problems } = await gather(rest);
      const added: Added[] = [];
      const failed: string[] = [];
      for (const one of incoming) {
        try {
          added.push(await keeper.add({ ...one, tags: [...one.tags, ...tags] }));
        } catch (error) {
          failed.push(`${one.origin ?? one.name}: ${explain(error)}`);
        }
      }
      return composeAdded(added, [...problems, ...failed]);
    } catch (error) {
      return composeNotKept('add', explain(error));
    }
  };

  const remove = (wanted: string, place: Place): Reply => {
    if (!place.admin) return composeRefused('remove');
    const story = findStory(archive.list(), wanted);
    if (story === null) return composeUnknownStory(wanted, archive.list(), 'remove');
    return attempt('remove', () => {
      if (!keeper.remove(story.article.id)) archive.remove(story.article.id);
      return composeRemoved(story.article.id);
    });
  };

  const changes = (wanted: string | null, place: Place): Reply => {
    const stories = storiesIn(place);
    const story = wanted === null ? stories[0] : findStory(archive.list(), wanted);
    if (!story || (wanted === null && stories.length > 1)) {
      return composeUnknownStory(wanted ?? '', archive.list(), 'changes');
    }
    const record = keeper.find(story.article.id);
    if (record === null) return composeNoVersions(story.article.id);
    return attempt('changes', () =>
      composeChanges(record, (number) => keeper.readVersion(record, number)),
    );
  };

  const storiesIn = (place: Place): readonly Story[] => listStories(archive, within(place));
  const narrow = (typed: readonly string[], place: Place, now: number): Narrowed => {
    const inside = within(place);
    const stories = listStories(archive, inside);
    const known = once(() =>
      stories.map((story) => describe(story, keeper.find(story.article.id))),
    );
    const names = once(() => [...new Set(known().flatMap(({ by }) => by))]);
    const isOne = stories.length <= 1; // of one story there is nothing to choose
    const { texts, words, holds } = readFilters(typed, now, names);
    const ids =
      words.length === 0 || isOne
        ? []
        : known()
            .filter(holds)
            .map(({ id }) => id);
    const all = stories.length;
    // a filter that leaves nothing was none: the words are about what happened
    if (ids.length === 0) {
      return {
        texts: words.length === 0 ? texts : typed,
        bare: texts,
        within: inside,
        stories: all,
        all,
        filters: [],
      };
    }
    return { texts, bare: texts, within: ids, stories: ids.length, all, filters: words };
  };
  const storiesAbout = (inside: readonly string[] | null, words: string): readonly Story[] => {
    const stories = listStories(archive, inside);
    if (stories.length <= FEW) return stories;
    const stems = contentStems(readTokens(words));
    const found = archive.findPassages(stems, inside, OFFERED);
    return [...new Set(found.map(({ story }) => story))].slice(0, FEW);
  };
  const ofFew: Library['ofFew'] = (command, inside, compose) => {
    const stories = listStories(archive, inside);
    if (stories.length > FEW) return composeTooMany(command, stories.length);
    return noteUnread(compose(stories), stories);
  };
  return {
    storiesIn,
    within,
    narrow,
    storiesAbout,
    ofFew,
    cameIn,
    list,
    use,
    add,
    remove,
    changes,
  };
}

/** What a story is chosen by. */
function describe(
  { article }: Story,
  record: StoryRecord | null,
): Published & { readonly id: string } {
  const { id, published, publisher } = article;
  return { id, published, by: [publisher, record?.byline].filter((name) => name != null) };
}

/** Up to here a listing of everything in all stories can be read, and made while one waits. */
export const FEW = 40;
const OFFERED = 200; // sentences

const TAG = 'tag:'; // no story's id has a colon

/** A story by its id, its headline, its place in the list, or the beginning of its id or of its title. */
function findStory(stories: readonly Story[], wanted: string): Story | null {
  const plain = wanted
    .replace(/\s*(?:\[…\]|…)\s*$/u, '')
    .trim()
    .toLowerCase();
  const starting = stories.filter((story) => story.article.id.startsWith(plain));
  const titled = (): readonly Story[] =>
    stories.filter((story) => titleOf(story).replace(/\s+/g, ' ').toLowerCase().startsWith(plain));
  return (
    stories.find((story) => story.article.id === plain) ??
    stories.find((story) => story.article.headline?.toLowerCase() === plain) ??
    (/^\d{1,6}$/.test(plain) ? stories[Number(plain) - 1] : undefined) ??
    onlyOne(starting) ??
    onlyOne(titled()) ??
    null
  );
}

function onlyOne(stories: readonly Story[]): Story | undefined {
  return stories.length === 1 ? stories[0] : undefined;
}

/** `#politics`, `tag:politics`, or `politics` where no story is called so. */
function findChoice(
  stories: readonly Story[],
  wanted: string,
  tagged: (tag: string) => readonly string[],
): string | null {
  const [, mark, tag = ''] = /^(#|tag:)?\s*(.+)$/i.exec(wanted.trim().toLowerCase()) ?? [];
  const story = mark === undefined ? findStory(stories, wanted) : null;
  if (story !== null) return story.article.id;
  return tagged(tag).length > 0 ? `${TAG}${tag}` : null;
}

/** `#politics #china https://…`: tags come first. */
function readTags(what: string): { readonly tags: readonly string[]; readonly rest: string } {
  const marked = /^(?:\s*#[\p{L}\p{N}_-]{1,40}(?=\s))*/u.exec(what)?.[0] ?? '';
  const tags = [...marked.matchAll(/#(\S+)/g)].map(([, tag = '']) => tag.toLowerCase());
  return { tags, rest: what.slice(marked.length).trim() };
}

function attempt(command: string, work: () => Reply): Reply {
  try {
    return work();
  } catch (error) {
    return composeNotKept(command, explain(error));
  }
}

/** What is someone's to mend is said; what is a bug of ours goes on. */
function explain(error: unknown): string {
  const known =
    error instanceof KeepError || error instanceof ArticleError || error instanceof IngestError;
  if (known) return error.message;
  throw error;
}
