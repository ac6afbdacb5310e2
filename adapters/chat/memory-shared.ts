import type { KeyChange, SharedKeys } from '../../src/index.ts';
import { codeOf, type Log } from './log.ts';
import { createKeyMemory } from './memory.ts';
import type { LastingMemory } from './memory-file.ts';

/**
 * Keys shared by several processes, read from memory: additions by another process arrive within
 * milliseconds. If they cannot be read or written, that is one line in the log, and the keys last as long as the
 * process.
 */
export async function openSharedMemory(
  shared: SharedKeys,
  limit: number,
  log: Log,
): Promise<LastingMemory> {
  const keys = createKeyMemory(limit);
  const tell = (error: unknown): void =>
    log('what is shared in the database cannot be kept', { code: codeOf(error) });
  const hear = ({ key, isThere }: KeyChange): void => (isThere ? keys.add(key) : keys.delete(key));
  const read = async (): Promise<void> => {
    for (const key of await shared.read(limit)) keys.add(key);
  };
  const waiting: KeyChange[] = []; // written together: many come at once
  let writing = Promise.resolve();
  const write = (change: KeyChange): void => {
    hear(change);
    waiting.push(change);
    writing = writing.then(async () => {
      const changes = waiting.splice(0);
      if (changes.length > 0) await shared.write(changes).catch(tell);
    });
  };
  shared.listen(hear, () => void read().catch(tell));
  await read().catch(tell);
  return {
    ...keys,
    add: (key) => {
      if (!keys.has(key)) write({ key, isThere: true });
    },
    delete: (key) => write({ key, isThere: false }),
    saved: () => writing,
  };
}
