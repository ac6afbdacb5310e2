import { createRequire } from 'node:module';
import { IngestError } from './typed.ts';

/** What a server answers to the request for its `robots.txt`. */
export interface RobotsAnswer {
  readonly status: number;
  readonly text: string;
}

interface Robots {
  readonly isAllowed: (address: string, agent: string) => boolean | undefined;
}

const KEPT = 86_400_000; // milliseconds: RFC 9309 asks for a day at most

/**
 * Asks each server once a day what a program may fetch there. Rejects with an `IngestError` where it
 * may not, and where the server is out of order (RFC 9309, 2.3.1.4).
 */
export function createRobots(
  agent: string,
  now: () => number,
  fetchRobots: (address: string) => Promise<RobotsAnswer>,
): (address: string) => Promise<void> {
  const known = new Map<string, { readonly robots: Robots | null; readonly at: number }>();
  return async (address) => {
    const { origin } = new URL(address);
    let found = known.get(origin);
    if (found === undefined || now() - found.at > KEPT) {
      const { status, text } = await fetchRobots(`${origin}/robots.txt`);
      if (status >= 500)
        throw new IngestError(`${address}: the server's robots.txt is out of order`);
      found = { robots: status < 300 ? parse(`${origin}/robots.txt`, text) : null, at: now() };
      known.set(origin, found);
    }
    if (found.robots?.isAllowed(address, agent) === false) {
      throw new IngestError(`${address}: the server's robots.txt does not allow it`);
    }
  };
}

function parse(address: string, text: string): Robots {
  const require = createRequire(import.meta.url);
  const make = require('robots-parser') as (address: string, text: string) => Robots;
  return make(address, text);
}
