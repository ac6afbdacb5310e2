/** The door: all that an adapter may import. */
export { memoryArchive } from './archive/memory.ts';
export { type Bot, type BotCore, createBot } from './bot.ts';
export { type Command, type CommandInfo, commands, type Place, parseCommand } from './command.ts';
export { readSeeds, readStoryFiles, StoryFileError } from './ingest/files.ts';
export {
  type Action,
  type Block,
  NO_NAME,
  passageLink,
  placeLine,
  type Reply,
  speakerLine,
} from './reply.ts';
export type { Citation, Verbatim } from './story/citation.ts';
export { prepare } from './story/prepare.ts';
export type { Span } from './text/span.ts';
