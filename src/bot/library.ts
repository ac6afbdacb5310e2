import { findStoriesAbout } from '../answer/stories-about.ts';
import { type Holdings, listStories, openFirst } from '../archive/archive.ts';
import { ArticleError } from '../article/article.ts';
import type { Place } from '../commands/command.ts';
import { leftOutLines } from '../ingest/left-out.ts';
import { type Gather, IngestError } from '../ingest/typed.ts';
import { type Chosen, composeStories } from '../reply/listings.ts';
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
  passagesAbout,
} from '../reply/stories-reply.ts';
import type { Added, Store } from '../store/store.ts';
import { orLost, StoreError } from '../store/store-error.ts';
import { citeAll } from '../story/hear.ts';
import { type Scopes, scopeChosen, TAG } from './scope.ts';

/** How stories come and go, and how a place chooses among them. */
export interface Library {
  /** All stories, or those about something. */
  readonly list: (topic: string | null, place: Place) => Promise<Reply>;
  readonly use: (wanted: string, place: Place) => Promise<Reply>;
  readonly add: (what: string, place: Place) => Promise<Reply>;
  /** The reply to an address typed by itself. */
  readonly offer: (address: string, place: Place) => Promise<Reply>;
  readonly remove: (wanted: string, place: Place) => Promise<Reply>;
  readonly changes: (wanted: string | null, place: Place) => Promise<Reply>;
}

/** Where new stories come from. */
export interface Sources {
  /** Reads what someone names after `/add`. */
  readonly gather: Gather;
  /** Whether addresses are fetched here: `FETCH=on`. */
  readonly fetches: boolean;
}

/** A library over what a bot holds and the store that feeds it. */
export function createLibrary(
  holdings: Holdings,
  store: Store,
  { gather, fetches }: Sources,
  { choiceIn, scopeOf }: Scopes,
): Library {
  const chosenIn = async (place: Place): Promise<Chosen | null> => {
    const chosen = await choiceIn(place);
    if (chosen === null) return null;
    const { entries } = await listStories(holdings, chosen.scope);
    return { choice: chosen.choice, ids: entries.map(({ id }) => id) };
  };
  const unknown = async (wanted: string, command: string): Promise<Reply> =>
    composeUnknownStory(wanted, await listStories(holdings, null), command);

  const list = async (topic: string | null, place: Place): Promise<Reply> => {
    if (topic === null)
      return composeStories(await listStories(holdings, null), await chosenIn(place));
    const found = await findStoriesAbout(holdings, topic, await scopeOf(place));
    return composeStoriesAbout(found, await citeAll(passagesAbout(found)), topic);
  };

  const use = async (wanted: string, place: Place): Promise<Reply> => {
    if (!place.admin) return composeRefused('use');
    const choice = /^all(?: stories)?$/i.test(wanted.trim())
      ? ''
      : await findChoice(holdings, wanted);
    if (choice === null) return unknown(wanted, 'use');
    return attempt('use', async () => {
      await store.channels.set(place.channel, choice);
      return composeStories(await listStories(holdings, null), await chosenIn(place), 'use');
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

  const offer = async (address: string, place: Place): Promise<Reply> => {
    const kept = await store.findFrom(address);
    return composeOffer(address, fetches, place.admin, kept?.id ?? null);
  };

  const remove = async (wanted: string, place: Place): Promise<Reply> => {
    if (!place.admin) return composeRefused('remove');
    const id = await holdings.lookUp(wanted);
    if (id === null) return unknown(wanted, 'remove');
    return attempt('remove', async () => {
      if (!(await store.remove(id))) await holdings.remove(id);
      return composeRemoved(id);
    });
  };

  const changes = async (wanted: string | null, place: Place): Promise<Reply> => {
    const [only, another] =
      wanted === null ? await openFirst(holdings, await scopeOf(place), 2) : [];
    const id = wanted === null ? (only?.article.id ?? null) : await holdings.lookUp(wanted);
    if (id === null || another !== undefined) return unknown(wanted ?? '', 'changes');
    const record = await store.find(id);
    if (record === null) return composeNoVersions(id);
    const [last, before] = [record.versions.at(-1), record.versions.at(-2)];
    const text = async (one: typeof last): Promise<string | null> =>
      one === undefined ? null : store.readVersion(record, one.number).catch(orLost);
    return composeChanges(record, await text(before), await text(last));
  };

  return { list, use, add, offer, remove, changes };
}

/** `#politics`, `tag:politics`, or `politics` if no story has that name. */
async function findChoice(holdings: Holdings, wanted: string): Promise<string | null> {
  const [, mark, tag = ''] = /^(#|tag:)?\s*(.+)$/i.exec(wanted.trim().toLowerCase()) ?? [];
  const id = mark === undefined ? await holdings.lookUp(wanted) : null;
  if (id !== null) return id;
  const choice = `${TAG}${tag}`;
  return (await holdings.count(scopeChosen(choice))) > 0 ? choice : null;
}

/** `#politics #china https://…`: tags come first. */
function readTags(what: string): { readonly tags: readonly string[]; readonly rest: string } {
  const marked = /^(?:\s*#[\p{L}\p{N}_-]{1,40}(?=\s))*/u.exec(what)?.[0] ?? '';
  const tags = [...marked.matchAll(/#(\S+)/g)].map(([, tag = '']) => tag.toLowerCase());
  return { tags, rest: what.slice(marked.length).trim() };
}

async function attempt(command: string, work: () => Promise<Reply>): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    return composeNotKept(command, explain(error));
  }
}

/** Mistakes that the user can correct become a reply; our own bugs are rethrown. */
function explain(error: unknown): string {
  const known =
    error instanceof StoreError || error instanceof ArticleError || error instanceof IngestError;
  if (known) return error.message;
  throw error;
}
