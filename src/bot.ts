import type { Command } from './command.ts';
import type { Reply } from './reply.ts';

/** The bot: a command in, a reply out. Never rejects: an outage is a reply that apologises. */
export type Bot = (command: Command) => Promise<Reply>;
