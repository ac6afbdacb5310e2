/** The door: all that an adapter may import. */
export type { Archive } from './archive/archive.ts';
export { memoryArchive } from './archive/memory.ts';
export { type Bot, type BotCore, createBot } from './bot/bot.ts';
export type { Difference } from './check/difference.ts';
export { type CommandInfo, commands } from './commands/catalogue.ts';
export type { Command, Place } from './commands/command.ts';
export { parseCommand } from './commands/parse.ts';
export { createFetch } from './ingest/fetch.ts';
export {
  createGather,
  findFiles,
  gatherAddress,
  gatherFile,
  type Reach,
} from './ingest/gather.ts';
export type { Harvest } from './ingest/incoming.ts';
export { readSeeds, readStoryFiles, StoryFileError } from './ingest/story-files.ts';
export { IngestError, readTyped } from './ingest/typed.ts';
export { watchFolder } from './ingest/watch.ts';
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
  titleLine,
} from './reply/reply.ts';
export { type DataFolder, hasStories, openDataFolder } from './store/data-folder.ts';
export { KeepError, writeThrough, writeWhole } from './store/disk.ts';
export { fillArchive } from './store/fill.ts';
export { createKeeper, type Keeper } from './store/keeper.ts';
export { type Keeping, memoryKeeping } from './store/keeping.ts';
export { newest } from './store/record.ts';
export { prepareAnew, prepareBehind } from './store/renew.ts';
export { exportLines, importLines } from './store/transfer.ts';
export { prepareMissing } from './store/workers.ts';
export type { Citation, Verbatim } from './story/citation.ts';
export { prepare } from './story/prepare.ts';
export type { Span } from './text/span.ts';
