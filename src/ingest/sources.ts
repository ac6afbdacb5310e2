import { existsSync } from 'node:fs';
import { surveyFolder } from './folder.ts';
import { gatherAddress, gatherFile, gatherPasted, type Reach } from './gather.ts';
import type { Harvest, LeftOut } from './incoming.ts';
import { IngestError } from './typed.ts';
import type { OnPart } from './work.ts';

/** Reads the input to its end. */
export type ReadInput = () => Promise<Uint8Array>;

/** Gathers from one file or address; what is wrong is a line among its problems. */
export type Source = (onPart: OnPart) => Promise<Harvest>;

/** The named sources, as work to be done one after the other. */
export interface Found {
  readonly work: readonly Source[];
  readonly problems: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

/** Finds the files behind the named sources: files, folders, addresses, and `-` for the input. */
export function findWork(sources: readonly string[], reach: Reach, readInput: ReadInput): Found {
  const work: Source[] = [];
  const problems: string[] = [];
  const leftOut: LeftOut[] = [];
  for (const source of sources) {
    if (source === '-') {
      work.push(attempt(async () => gatherPasted(await readInput(), reach)));
    } else if (/^https?:\/\//i.test(source)) {
      work.push(attempt(() => gatherAddress(source, reach.fetch)));
    } else if (existsSync(source)) {
      const survey = surveyFolder(source);
      leftOut.push(...survey.leftOut);
      if (survey.files.length === 0)
        problems.push(`${source}: there is no file in it that can be read`);
      work.push(
        ...survey.files.map((file) => attempt((onPart) => gatherFile(file, reach, onPart))),
      );
    } else problems.push(`${source}: there is no such file or folder`);
  }
  return { work, problems, leftOut };
}

function attempt(source: Source): Source {
  return async (onPart) => {
    try {
      return await source(onPart);
    } catch (error) {
      if (!(error instanceof IngestError)) throw error;
      return { incoming: [], problems: [error.message], leftOut: [] };
    }
  };
}
