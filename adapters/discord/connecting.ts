import type { Shared } from '../../src/index.ts';
import type { Log } from '../chat/log.ts';
import type { Running } from '../chat/running.ts';
import { type DiscordSettings, SettingsError } from '../settings.ts';
import { connect, type Gateway } from './client.ts';
import type { Listeners } from './dispatch.ts';
import { identifyInTurn } from './identify.ts';
import { holdShards } from './shards.ts';

/** What connecting needs besides the settings. */
export interface Connecting {
  readonly receive: (gateway: Gateway) => Listeners;
  readonly shared: Shared | null;
  readonly log: Log;
}

/**
 * Connects with all shards that Discord wants, or with this process's share of them. Throws a SettingsError when
 * Discord refuses.
 */
export async function connectAll(
  settings: DiscordSettings,
  { receive, shared, log }: Connecting,
): Promise<Running> {
  const { shards: total } = settings;
  if (total === null) return connect(settings, receive, log);
  if (shared === null)
    throw new SettingsError(['DISCORD_SHARDS: needs DATABASE_URL, by which processes share them']);
  const identify = identifyInTurn(shared.limits);
  return holdShards({
    leases: shared.shards(total),
    open: ({ shard, isHeld, signal }) => {
      const receiveHeld = (gateway: Gateway): Listeners => whileHeld(receive(gateway), isHeld);
      return connect(settings, receiveHeld, log, { shard, total, identify, signal });
    },
    now: () => performance.now(),
    onRefused: (error) => {
      setImmediate(() => {
        throw error; // nobody waits for it, so the process ends, to be started anew
      });
    },
    log,
  });
}

/** What comes in by a shard that was lost is another process's to answer. */
function whileHeld({ onMessage, onInteraction }: Listeners, isHeld: () => boolean): Listeners {
  return {
    onMessage: (event) => isHeld() && onMessage(event),
    onInteraction: (event) => isHeld() && onInteraction(event),
  };
}
