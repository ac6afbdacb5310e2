import { type Channels, memoryChannels } from '../channels.ts';
import { StoreError } from '../store-error.ts';
import { readWhole, type Write, writeWhole } from './disk.ts';

/** Channels kept in a file, `channels.json`. Throws a `StoreError` where the file is damaged. */
export function fileChannels(file: string, write: Write): Channels {
  const channels = memoryChannels(readChannels(file));
  return {
    ...channels,
    set: (channel, choice) => {
      channels.set(channel, choice);
      const all = Object.fromEntries(channels.entries());
      writeWhole(file, `${JSON.stringify(all, null, 2)}\n`, write);
    },
  };
}

function readChannels(file: string): readonly (readonly [string, string])[] {
  const text = readWhole(file);
  if (text === null) return [];
  const entries = parseEntries(file, text);
  const wrong = entries.find(([, choice]) => typeof choice !== 'string');
  if (wrong !== undefined) throw new StoreError(`${file}: ${wrong[0]} is no text`);
  return entries.map(([channel, choice]) => [channel, String(choice)]);
}

function parseEntries(file: string, text: string): readonly [string, unknown][] {
  try {
    return Object.entries(JSON.parse(text) as Readonly<Record<string, unknown>>);
  } catch (cause) {
    throw new StoreError(`${file}: is no JSON; mend it, or remove it to begin anew`, { cause });
  }
}
