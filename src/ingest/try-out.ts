import type { Reach } from './gather.ts';
import type { Incoming, LeftOut } from './incoming.ts';
import { leftOutLines } from './left-out.ts';
import { type Preview, previewStory } from './preview.ts';
import { findWork, type ReadInput } from './sources.ts';
import { IngestError } from './typed.ts';

/** How to try out sources; listeners are called as it goes on. */
export interface TryOut {
  readonly reach: Reach;
  /** Added to each story's own. */
  readonly tags: readonly string[];
  readonly readInput: ReadInput;
  readonly onPreview: (place: string, preview: Preview) => void;
  readonly onFailed: (line: string) => void;
  /** How many of the files are read. */
  readonly onProgress: (done: number, all: number) => void;
}

/** The outcome. */
export interface TriedOut {
  readonly read: number;
  readonly failed: number;
  /** A line for each kind of file that was not read. */
  readonly leftOut: readonly string[];
}

/** Shows what adding files, folders, addresses and (`-`) the input would give, and keeps nothing. */
export async function tryOut(
  sources: readonly string[],
  { reach, tags, readInput, onPreview, onFailed, onProgress }: TryOut,
): Promise<TriedOut> {
  const { work, problems, leftOut } = findWork(sources, reach, readInput);
  const left: LeftOut[] = [...leftOut];
  let failed = 0;
  let read = 0;
  const fail = (line: string): void => {
    failed += 1;
    onFailed(line);
  };
  const show = (one: Incoming): string | null => {
    try {
      onPreview(one.origin ?? one.name, previewStory({ ...one, tags: [...one.tags, ...tags] }));
      read += 1;
      return null;
    } catch (error) {
      if (!(error instanceof IngestError)) throw error;
      return error.message;
    }
  };
  for (const line of problems) fail(line);
  for (const [done, gather] of work.entries()) {
    onProgress(done, work.length);
    const harvest = await gather((part, parts) => {
      onProgress(done + part, work.length + parts - 1);
      return true;
    });
    left.push(...harvest.leftOut);
    const refused = harvest.incoming.map(show).filter((line) => line !== null);
    for (const line of [...harvest.problems, ...refused]) fail(line);
  }
  return { read, failed, leftOut: leftOutLines(left) };
}
