import { setTimeout as wait } from 'node:timers/promises';
import type { WebSocketOptions } from 'discord.js';
import type { Limits } from '../../src/index.ts';

/** What lets a shard identify when it may. */
type BuildThrottler = NonNullable<WebSocketOptions['buildIdentifyThrottler']>;

const WINDOW = 5_500; // milliseconds: Discord takes one identify in five seconds, and its clock is not ours

/**
 * Lets shards identify one after another over all processes, as many at once as Discord says: it sends away
 * who comes too early. https://docs.discord.com/developers/events/gateway#sharding-max-concurrency
 */
export function identifyInTurn(limits: Limits): BuildThrottler {
  return async (manager) => {
    const { session_start_limit: limit } = await manager.fetchGatewayInformation();
    return {
      waitForIdentify: async (shard, signal) => {
        const key = `discord identify ${shard % limit.max_concurrency}`;
        for (;;) {
          const { refused, wait: milliseconds } = await limits.take(key, {
            most: 1,
            window: WINDOW,
          });
          if (refused === 0) return;
          await wait(milliseconds, null, { signal });
        }
      },
    };
  };
}
