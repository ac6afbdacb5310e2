import { gatherFile, type Reach } from '../ingest/gather.ts';
import { watchFolder } from '../ingest/watch.ts';
import type { Store } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';

/**
 * Adds what comes into a folder, and newer versions of it, for the life of the process. Returns a function that stops it, which
 * resolves once the story being added is there.
 */
export function addFrom(
  folder: string,
  store: Store,
  reach: Reach,
  tell: (line: string) => void,
): () => Promise<void> {
  let isOver = false;
  const end = watchFolder(folder, {
    onProblem: tell,
    onFile: async (file) => {
      if (isOver) return;
      const { incoming, problems } = await gatherFile(file, reach);
      for (const line of problems) tell(line);
      for (const one of incoming) {
        if (isOver) return;
        try {
          const { kind, record } = await store.add(one);
          if (kind !== 'same') tell(`${kind} ${record.id}`);
        } catch (error) {
          // keep watching, whatever is in the folder
          tell(error instanceof StoreError ? error.message : `${file}: can't be added`);
        }
      }
    },
  });
  return () => {
    isOver = true;
    return end();
  };
}
