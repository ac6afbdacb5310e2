import { gatherFile, KeepError, type Keeping, type Reach, watchFolder } from '../src/index.ts';

/** Adds what comes into a folder, and newer versions of it, as long as the process lives. */
export function addFrom(folder: string, { keeper }: Keeping, reach: Reach): void {
  const say = (line: string): void => console.error(line);
  watchFolder(folder, {
    onProblem: say,
    onFile: async (file) => {
      const { incoming, problems } = await gatherFile(file, reach);
      for (const line of problems) say(line);
      for (const one of incoming) {
        try {
          const { kind, record } = await keeper.add(one);
          if (kind !== 'same') say(`${kind} ${record.id}`);
        } catch (error) {
          // a folder is watched on, whatever lies in it
          say(error instanceof KeepError ? error.message : `${file}: can't be added`);
        }
      }
    },
  });
}
