import { KeepError, readWhole, type Write, writeWhole } from './disk.ts';

/** What each channel is about: a story's id, `tag:NAME`, or empty for all stories. */
export interface Channels {
  readonly get: (channel: string) => string | null;
  /** Throws a `KeepError` where it can't be kept; it counts all the same until the end. */
  readonly set: (channel: string, choice: string) => void;
  readonly entries: () => ReadonlyMap<string, string>;
}

const MOST = 50_000; // channels; the one longest unchanged is forgotten first

/** Channels in memory only. */
export function memoryChannels(known: Iterable<readonly [string, string]> = []): Channels {
  const choices = new Map(known);
  return {
    get: (channel) => choices.get(channel) ?? null,
    set: (channel, choice) => {
      choices.delete(channel);
      choices.set(channel, choice);
      for (const [oldest] of choices) {
        if (choices.size <= MOST) return;
        choices.delete(oldest);
      }
    },
    entries: () => choices,
  };
}

/** Channels kept in a file, `channels.json`. Throws a `KeepError` where the file is damaged. */
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
  if (wrong !== undefined) throw new KeepError(`${file}: ${wrong[0]} is no text`);
  return entries.map(([channel, choice]) => [channel, String(choice)]);
}

function parseEntries(file: string, text: string): readonly [string, unknown][] {
  try {
    return Object.entries(JSON.parse(text) as Readonly<Record<string, unknown>>);
  } catch (cause) {
    throw new KeepError(`${file}: is no JSON; mend it, or remove it to begin anew`, { cause });
  }
}
