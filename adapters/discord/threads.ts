import { ApplicationCommandOptionType } from 'discord.js';
import type { KeyMemory } from '../chat/memory.ts';
import { placeKey } from '../chat/places.ts';
import { cutWhole } from './choices.ts';

/** The servers where questions are answered in their own threads, as their managers chose. */
export interface Threads {
  readonly areOpened: (server: string) => boolean;
  readonly set: (server: string, open: boolean) => void;
}

export function createThreads(memory: KeyMemory): Threads {
  const keyOf = (server: string): string => placeKey('discord', server);
  return {
    areOpened: (server) => memory.has(keyOf(server)),
    set: (server, open) => (open ? memory.add(keyOf(server)) : memory.delete(keyOf(server))),
  };
}

/** The switch, a verb of `/stories`: it is Discord's own, as the core knows of no threads. */
export const THREADS = {
  command: 'stories',
  verb: 'threads',
  option: 'open',
  definition: {
    type: ApplicationCommandOptionType.Subcommand as const,
    name: 'threads',
    description: 'Whether questions in this server are answered in threads of their own',
    options: [
      {
        type: ApplicationCommandOptionType.Boolean as const,
        name: 'open',
        description: 'Open a thread beneath each question, and answer there',
        required: true,
      },
    ],
  },
};

export const OPENED =
  'From now on I open a thread beneath each question in this server, and answer there. Commands are answered where they are given.';
export const NOT_OPENED = 'From now on I answer where I am asked, and open no threads.';

/** A thread's name: as much of the question as fits. */
export function threadName(question: string): string {
  return cutWhole(question) || 'Question';
}
