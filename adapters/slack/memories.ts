import type { Shared } from '../../src/index.ts';
import type { Log } from '../chat/log.ts';
import type { LastingMemory } from '../chat/memory-file.ts';
import { createRemember } from '../chat/remembering.ts';
import type { SlackSettings } from '../settings.ts';

const THREADS = 50_000; // threads of ours that are remembered
const CHANNELS = 20_000; // channels that were greeted
const TOLD = 50_000; // passages that were told unasked
const EVENTS = 20_000; // events that were answered, and may be delivered again

/** What it remembers; which events were answered, the claims of several processes know. */
export async function openMemories(
  { memoryDir }: SlackSettings,
  shared: Shared | null,
  log: Log,
): Promise<Memories> {
  const remember = createRemember('slack', { dir: memoryDir, shared }, log);
  return {
    threads: await remember('threads', THREADS),
    greeted: await remember('greeted', CHANNELS),
    answered: shared === null ? await remember('answered', EVENTS) : null,
    told: await remember('told', TOLD),
  };
}

/** What is remembered over restarts: keys and hashes. */
export interface Memories {
  readonly threads: LastingMemory;
  readonly greeted: LastingMemory;
  readonly answered: LastingMemory | null;
  readonly told: LastingMemory;
}
