import { type Archive, listStories } from '../archive/archive.ts';
import type { Reply } from '../reply/reply.ts';
import { composeDigest, composeWatched, type WatchedStory } from '../reply/watch-reply.ts';
import type { StoryChange } from '../store/heard-store.ts';
import { newest } from '../store/record.ts';
import type { Store } from '../store/store.ts';
import type { Citation } from '../story/citation.ts';
import { createScope } from './scope.ts';
import { channelsWatching, watchedIn } from './watch-commands.ts';
import { findWatched } from './watch-finds.ts';

/** Whether a passage was told in a channel before. */
export type IsTold = (passage: Citation) => boolean;

/** What channels are to be told unasked: the core decides what, an adapter when and how. */
export interface Watches {
  /** Tells of each story that comes in or changes from now on. */
  readonly listen: (listener: (change: StoryChange) => void) => void;
  /** The channels that watch something, or get a digest. */
  readonly channels: () => readonly string[];
  /** What a channel is to be told of some changes; null for nothing. */
  readonly find: (
    channel: string,
    changes: readonly StoryChange[],
    isTold: IsTold,
  ) => Promise<Reply | null>;
  /** Since when a channel gets digests (milliseconds); null where it gets none. */
  readonly digestSince: (channel: string) => number | null;
  /** Who said what in a channel's stories that came in or changed since a time (milliseconds); null for none. */
  readonly digest: (channel: string, since: number) => Reply | null;
}

/** The watches of all channels, over an archive and the store that feeds it. */
export function createWatches(archive: Archive, store: Store, listen: Watches['listen']): Watches {
  const scope = createScope(archive, store);

  const find: Watches['find'] = async (channel, changes, isTold) => {
    const { watches } = watchedIn(store.watches, channel);
    const stories: WatchedStory[] = [];
    for (const { story: id, before } of changes) {
      const story = archive.find(id); // it may be gone by now
      if (story === null || watches.length === 0) continue;
      const all = await findWatched(archive, story, before, watches);
      const found = all
        .map(({ watch, passages }) => ({ watch, passages: passages.filter((one) => !isTold(one)) }))
        .filter(({ passages }) => passages.length > 0);
      if (found.length > 0) stories.push({ story, isNew: before === null, found });
    }
    return stories.length === 0 ? null : composeWatched(stories);
  };

  const digest: Watches['digest'] = (channel, since) => {
    const place = { channel, conversation: channel, admin: false };
    const stories = listStories(archive, scope.within(place)).filter(({ article }) => {
      const record = store.find(article.id);
      return record !== null && Date.parse(newest(record).added) > since;
    });
    return stories.length === 0 ? null : composeDigest(stories.slice(-MOST));
  };

  return {
    listen,
    channels: () => channelsWatching(store.watches),
    find,
    digestSince: (channel) => watchedIn(store.watches, channel).digestSince,
    digest,
  };
}

const MOST = 20; // stories in a digest: the latest; more can't be read in a chat
