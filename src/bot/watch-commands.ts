import type { Place, Watching } from '../commands/command.ts';
import { composeRefused } from '../reply/notices.ts';
import type { Reply } from '../reply/reply.ts';
import { composeNotKept } from '../reply/stories-reply.ts';
import {
  composeNowhere,
  composeTooManyWatches,
  composeWatching,
  type Done,
} from '../reply/watch-reply.ts';
import type { Channels } from '../store/channels.ts';
import { StoreError } from '../store/store-error.ts';

/** What a channel watches, and whether it gets a digest each day. */
export interface WatchList {
  /** As typed, in that order. */
  readonly watches: readonly string[];
  /** Since when (milliseconds); null for no digest. */
  readonly digestSince: number | null;
}

const MOST_WATCHES = 20; // per channel: each is searched for in every story that comes in
const DIGEST = /^digest since (\d{1,16})$/;

/** What a channel watches. */
export async function watchedIn(kept: Channels, channel: string): Promise<WatchList> {
  const lines = ((await kept.get(channel)) ?? '').split('\n').filter(Boolean);
  const since = lines.map((line) => DIGEST.exec(line)?.[1]).find((one) => one !== undefined);
  return {
    watches: lines.filter((line) => !DIGEST.test(line)),
    digestSince: since === undefined ? null : Number(since),
  };
}

/** The channels that watch something or get a digest. */
export async function channelsWatching(kept: Channels): Promise<readonly string[]> {
  return [...(await kept.entries())].flatMap(([channel, lines]) => (lines === '' ? [] : [channel]));
}

/** What `/watch` does; `isChat`: whether messages can be sent there. */
export function createWatchCommands(kept: Channels, isChat: boolean, now: () => number) {
  return async (watching: Watching, { channel, admin }: Place): Promise<Reply> => {
    if (!admin) return composeRefused('watch');
    if (!isChat) return composeNowhere();
    const list = await watchedIn(kept, channel);
    const keep = async (next: WatchList, what: Done): Promise<Reply> => {
      try {
        await kept.set(channel, writeList(next));
        return composeWatching(next, what);
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        return composeNotKept('watch', error.message);
      }
    };
    switch (watching.act) {
      case 'list':
        return composeWatching(list, 'list');
      case 'digest':
        return keep(
          { ...list, digestSince: watching.on ? (list.digestSince ?? now()) : null },
          watching.on ? 'digest-on' : 'digest-off',
        );
      case 'stop': {
        const { which } = watching;
        const left = list.watches.filter((_, i) => which !== 'all' && i + 1 !== which);
        if (left.length === list.watches.length) return composeWatching(list, 'none-such');
        return keep({ ...list, watches: left }, 'stopped');
      }
      case 'add': {
        const what = watching.what.replace(/\s+/g, ' ');
        const isThere = list.watches.some((one) => one.toLowerCase() === what.toLowerCase());
        if (isThere) return composeWatching(list, 'there');
        if (list.watches.length >= MOST_WATCHES) return composeTooManyWatches(MOST_WATCHES);
        return keep({ ...list, watches: [...list.watches, what] }, 'added');
      }
    }
  };
}

function writeList({ watches, digestSince }: WatchList): string {
  return [...watches, ...(digestSince === null ? [] : [`digest since ${digestSince}`])].join('\n');
}
