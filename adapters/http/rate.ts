import type { FastifyRateLimitStoreCtor } from '@fastify/rate-limit';
import type { Limits } from '../../src/index.ts';

/** Where the plugin that limits requests counts them: with those of other processes, if there are any. */
export function countIn(limits: Limits): FastifyRateLimitStoreCtor {
  // the plugin takes a constructor
  return class Counted {
    incr(
      key: string,
      callback: (error: Error | null, result?: { current: number; ttl: number }) => void,
      window: number,
      most: number,
    ): void {
      limits
        .take(`http ${key}`, { most, window })
        .then(
          ({ taken, refused, wait }) =>
            callback(null, { current: refused === 0 ? taken : most + refused, ttl: wait }),
          callback,
        );
    }

    /** All routes count together. */
    child(): this {
      return this;
    }
  };
}
