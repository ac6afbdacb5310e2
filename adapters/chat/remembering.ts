import { join } from 'node:path';
import type { Shared } from '../../src/index.ts';
import type { Log } from './log.ts';
import { type LastingMemory, openKeyMemory } from './memory-file.ts';
import { openSharedMemory } from './memory-shared.ts';

/** Opens a platform's memory by name, for a number of keys. */
export type Remember = (name: string, limit: number) => Promise<LastingMemory>;

/** Where a platform's memories are: in a folder, in a database that several processes share, or null for nowhere. */
export interface MemoryPlaces {
  readonly dir: string | null;
  readonly shared: Shared | null;
}

/** The memories of a platform: files such as `slack-greeted.txt`, or keys in the database. */
export function createRemember(
  platform: string,
  { dir, shared }: MemoryPlaces,
  log: Log,
): Remember {
  return async (name, limit) => {
    const whole = `${platform}-${name}`;
    return shared === null
      ? openKeyMemory(dir && join(dir, `${whole}.txt`), limit, log)
      : openSharedMemory(shared.keys.of(whole), limit, log);
  };
}
