import { type Holdings, openFirst } from '../archive/archive.ts';
import { EVERY_STORY } from '../archive/scope.ts';
import type { Reply } from '../reply/reply.ts';
import { composeDigest, composeWatched, type WatchedStory } from '../reply/watch-reply.ts';
import type { StoryChange } from '../store/heard-store.ts';
import { newest } from '../store/record.ts';
import { allRecords, type Store } from '../store/store.ts';
import type { Citation } from '../story/citation.ts';
import { hearAll } from '../story/hear.ts';
import { createScopes } from './scope.ts';
import { channelsWatching, watchedIn } from './watch-commands.ts';
import { findWatched } from './watch-finds.ts';

/** Whether a channel was told about a passage before. */
export type IsTold = (passage: Citation) => boolean;

/** What channels get without asking: the core decides what, an adapter when and how. */
export interface Watches {
  /** Calls back for each story that comes in or changes from now on. */
  readonly listen: (listener: (change: StoryChange) => void) => void;
  /** The channels that watch something or get a digest. */
  readonly channels: () => Promise<readonly string[]>;
  /** What to tell a channel about some changes; null for nothing. */
  readonly find: (
    channel: string,
    changes: readonly StoryChange[],
    isTold: IsTold,
  ) => Promise<Reply | null>;
  /** Since when a channel has been getting digests (milliseconds); null if it gets none. */
  readonly digestSince: (channel: string) => Promise<number | null>;
  /** Who said what in a channel's stories that came in or changed since a time (milliseconds); null for none. */
  readonly digest: (channel: string, since: number) => Promise<Reply | null>;
}

/** The watches of all channels, over an archive and the store that feeds it. */
export function createWatches(
  holdings: Holdings,
  store: Store,
  listen: Watches['listen'],
): Watches {
  const scopes = createScopes(holdings, store);

  const find: Watches['find'] = async (channel, changes, isTold) => {
    const { watches } = await watchedIn(store.watches, channel);
    const stories: WatchedStory[] = [];
    for (const { story: id, before } of changes) {
      const story = await holdings.find(id); // it may be gone by now
      if (story === null || watches.length === 0) continue;
      const all = await findWatched(holdings, story, before, watches);
      const found = all
        .map(({ watch, passages }) => ({ watch, passages: passages.filter((one) => !isTold(one)) }))
        .filter(({ passages }) => passages.length > 0);
      if (found.length > 0) stories.push({ story, isNew: before === null, found });
    }
    return stories.length === 0 ? null : composeWatched(stories);
  };

  const digest: Watches['digest'] = async (channel, since) => {
    const chosen = (await scopes.scopeOf({ channel, conversation: channel, admin: false })) ?? null;
    const recent: string[] = [];
    for await (const record of allRecords(store)) {
      const isMeant = chosen?.ids?.includes(record.id) ?? true;
      if (isMeant && Date.parse(newest(record).added) > since) recent.push(record.id);
    }
    if (recent.length === 0) return null;
    const scope = { ...(chosen ?? EVERY_STORY), ids: recent.slice(-MOST) };
    const stories = await openFirst(holdings, scope, MOST);
    return stories.length === 0 ? null : composeDigest(await hearAll(stories));
  };

  return {
    listen,
    channels: () => channelsWatching(store.watches),
    find,
    digestSince: async (channel) => (await watchedIn(store.watches, channel)).digestSince,
    digest,
  };
}

const MOST = 20; // stories in a digest: the latest; more can't be read in a chat
