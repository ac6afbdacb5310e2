/** The door: all that an adapter may import. */
export type { Archive } from './archive/archive.ts';
export { memoryArchive } from './archive/memory.ts';
export { type Bot, type BotCore, createBot } from './bot.ts';
export type { Difference } from './check/difference.ts';
export { type Command, type Place, parseCommand } from './command.ts';
export { type CommandInfo, commands } from './commands.ts';
export { createFetch } from './ingest/fetch.ts';
export { readSeeds, readStoryFiles, StoryFileError } from './ingest/files.ts';
export {
  createGather,
  findFiles,
  gatherAddress,
  gatherFile,
  type Reach,
} from './ingest/gather.ts';
export type { Harvest } from './ingest/incoming.ts';
export { IngestError, readTyped } from './ingest/typed.ts';
export { watchFolder } from './ingest/watch.ts';
export { type DataFolder, hasStories, openDataFolder } from './keep/data-folder.ts';
export { KeepError, writeThrough, writeWhole } from './keep/files.ts';
export { fillArchive } from './keep/fill.ts';
export { createKeeper, type Keeper } from './keep/keeper.ts';
export { type Keeping, memoryKeeping } from './keep/keeping.ts';
export { newest } from './keep/record.ts';
export { prepareAnew, prepareBehind } from './keep/renew.ts';
export { exportLines, importLines } from './keep/transfer.ts';
export { prepareMissing } from './keep/workers.ts';
export { renderPng } from './picture/png.ts';
export { makeReady } from './reader/ready.ts';
export { type Models, models } from './reader/session.ts';
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
