import { type Channels, memoryChannels } from '../channels.ts';
import { StoreError } from '../store-error.ts';
import { type PutAside, readWhole, type Write, writeWhole } from './disk.ts';

/**
 * Channels kept in a file, `channels.json`. A damaged one is put aside, and what of it can be read is kept;
 * `tell` gets a line about it. Without `write` they are kept until the process ends.
 */
export function fileChannels(
  file: string,
  write: Write | null,
  aside: PutAside,
  tell: (line: string) => void,
): Channels {
  const { entries, damage } = readChannels(file);
  const save = (choices: Iterable<readonly [string, string]>): void => {
    if (write === null) return;
    writeWhole(file, `${JSON.stringify(Object.fromEntries(choices), null, 2)}\n`, write);
  };
  if (damage !== null) {
    tell(`${damage}; ${aside(file)}`);
    if (entries.length > 0) attempt(() => save(entries), tell);
  }
  return memoryChannels(entries, save);
}

interface ChannelsRead {
  readonly entries: readonly (readonly [string, string])[];
  /** What is wrong with the file; null where nothing is. */
  readonly damage: string | null;
}

function readChannels(file: string): ChannelsRead {
  try {
    const text = readWhole(file);
    if (text === null) return { entries: [], damage: null };
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null || Array.isArray(read))
      return { entries: [], damage: `${file}: is no list of channels` };
    const all = Object.entries(read as Readonly<Record<string, unknown>>);
    const entries = all.flatMap(([channel, choice]): readonly (readonly [string, string])[] =>
      typeof choice === 'string' ? [[channel, choice]] : [],
    );
    const wrong = all.find(([, choice]) => typeof choice !== 'string');
    return { entries, damage: wrong === undefined ? null : `${file}: ${wrong[0]} is no text` };
  } catch (error) {
    const damage = error instanceof StoreError ? error.message : `${file}: is no JSON`;
    return { entries: [], damage };
  }
}

function attempt(save: () => void, tell: (line: string) => void): void {
  try {
    save();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    tell(error.message);
  }
}
