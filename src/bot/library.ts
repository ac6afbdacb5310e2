import { findStoriesAbout } from '../answer/stories-about.ts';
import type { Archive } from '../archive/archive.ts';
import { ArticleError } from '../article/article.ts';
import type { Place } from '../commands/command.ts';
import { leftOutLines } from '../ingest/left-out.ts';
import { type Gather, IngestError } from '../ingest/typed.ts';
import { composeStories } from '../reply/listings.ts';
import { composeRefused, composeUnknownStory } from '../reply/notices.ts';
import type { Reply } from '../reply/reply.ts';
import {
  composeAdded,
  composeChanges,
  composeNotKept,
  composeNoVersions,
  composeOffer,
  composeRemoved,
  composeStoriesAbout,
} from '../reply/stories-reply.ts';
import { readQuietly } from '../store/earlier.ts';
import { newest } from '../store/record.ts';
import type { Added, Store } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import { titleOf } from '../story/citation.ts';
import type { Story } from '../story/story.ts';
import { type Scope, TAG } from './scope.ts';

/** How stories come and go, and how a place chooses among them. */
export interface Library {
  /** When a story's text as it is now came in; null for one that is not kept. */
  readonly cameIn: (id: string) => string | null;
  /** All of them, or those about something. */
  readonly list: (topic: string | null, place: Place) => Reply;
  readonly use: (wanted: string, place: Place) => Reply;
  readonly add: (what: string, place: Place) => Promise<Reply>;
  /** What is said to an address that was typed alone. */
  readonly offer: (address: string, place: Place) => Reply;
  readonly remove: (wanted: string, place: Place) => Reply;
  readonly changes: (wanted: string | null, place: Place) => Reply;
}

/** Where new stories come from. */
export interface Sources {
  /** Reads what someone names behind `/add`. */
  readonly gather: Gather;
  /** Whether addresses are fetched here: `FETCH=on`. */
  readonly fetches: boolean;
}

/** A library over an archive and the store that feeds it. */
export function createLibrary(
  archive: Archive,
  store: Store,
  { gather, fetches }: Sources,
  { choiceIn, storiesIn, tagged, within }: Scope,
): Library {
  const cameIn = (id: string): string | null => {
    const record = store.find(id);
    return record === null ? null : newest(record).added;
  };

  const list = (topic: string | null, place: Place): Reply => {
    if (topic !== null)
      return composeStoriesAbout(findStoriesAbout(archive, topic, within(place)), topic);
    const { choice = null, ids = [] } = choiceIn(place) ?? {};
    return composeStories(archive.list(), choice, 'stories', ids);
  };

  const use = (wanted: string, place: Place): Reply => {
    if (!place.admin) return composeRefused('use');
    const stories = archive.list();
    const choice = /^all(?: stories)?$/i.test(wanted.trim())
      ? ''
      : findChoice(stories, wanted, tagged);
    if (choice === null) return composeUnknownStory(wanted, stories);
    return attempt('use', () => {
      store.channels.set(place.channel, choice);
      const { ids = [choice] } = choiceIn(place) ?? {};
      return composeStories(stories, choice === '' ? null : choice, 'use', ids);
    });
  };

  const add = async (what: string, place: Place): Promise<Reply> => {
    if (!place.admin) return composeRefused('add');
    const { tags, rest } = readTags(what);
    try {
      const { incoming, problems, leftOut } = await gather(rest);
      const added: Added[] = [];
      const failed: string[] = [];
      for (const one of incoming) {
        try {
          added.push(await store.add({ ...one, tags: [...one.tags, ...tags] }));
        } catch (error) {
          failed.push(`${one.origin ?? one.name}: ${explain(error)}`);
        }
      }
      return composeAdded(added, [...problems, ...failed], leftOutLines(leftOut));
    } catch (error) {
      return composeNotKept('add', explain(error));
    }
  };

  const offer = (address: string, place: Place): Reply => {
    const kept = store
      .list()
      .find(({ known, origin }) => origin === address || known?.url === address);
    return composeOffer(address, fetches, place.admin, kept?.id ?? null);
  };

  const remove = (wanted: string, place: Place): Reply => {
    if (!place.admin) return composeRefused('remove');
    const story = findStory(archive.list(), wanted);
    if (story === null) return composeUnknownStory(wanted, archive.list(), 'remove');
    return attempt('remove', () => {
      if (!store.remove(story.article.id)) archive.remove(story.article.id);
      return composeRemoved(story.article.id);
    });
  };

  const changes = (wanted: string | null, place: Place): Reply => {
    const stories = storiesIn(place);
    const story = wanted === null ? stories[0] : findStory(archive.list(), wanted);
    if (!story || (wanted === null && stories.length > 1)) {
      return composeUnknownStory(wanted ?? '', archive.list(), 'changes');
    }
    const record = store.find(story.article.id);
    if (record === null) return composeNoVersions(story.article.id);
    const [last, before] = [record.versions.at(-1), record.versions.at(-2)];
    const texts = [before, last].map((one) => one && readQuietly(store, record, one.number));
    return composeChanges(record, texts[0] ?? null, texts[1] ?? null);
  };

  return { cameIn, list, use, add, offer, remove, changes };
}

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
    error instanceof StoreError || error instanceof ArticleError || error instanceof IngestError;
  if (known) return error.message;
  throw error;
}
