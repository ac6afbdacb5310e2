/** The door: all that an adapter may import. */

export type { Adding, AddingEvent, Tally } from './bot/adding.ts';
export type { Bot, BotCore } from './bot/bot.ts';
export { createMemory } from './bot/conversation.ts';
export { type KeptPlaces, keepsStories } from './bot/kept.ts';
export { type Manager, openManager } from './bot/manager.ts';
export { type OpenBot, openBot } from './bot/open.ts';
export type { Stories, Titled } from './bot/stories.ts';
export { addFrom } from './bot/watched.ts';
export type { Watches } from './bot/watches.ts';
export type { Difference } from './check/difference.ts';
export type { Verdict } from './check/finding.ts';
export { type CommandInfo, commands } from './commands/catalogue.ts';
export { ALONE, type Command, type Place, placeOf } from './commands/command.ts';
export { inQuotationMarks, writeLine } from './commands/line.ts';
export { parseCommand } from './commands/parse.ts';
export { createFetch } from './ingest/fetch.ts';
export type { Reach } from './ingest/gather.ts';
export type { Preview } from './ingest/preview.ts';
export { StoryFileError } from './ingest/story-files.ts';
export { tryOut } from './ingest/try-out.ts';
export { renderPng } from './picture/png.ts';
export { stripSvg } from './picture/svg.ts';
export { makeReady } from './reader/ready.ts';
export { type Models, models } from './reader/session.ts';
export { compareLines } from './reply/difference-lines.ts';
export { briefLine, type Heading, headingOf } from './reply/heading.ts';
export { replyToJson } from './reply/json.ts';
export type { Heard, Reading, Voice } from './reply/reading.ts';
export {
  type Action,
  type Block,
  NO_NAME,
  passageLink,
  type QuotationRead,
  type Reply,
  speakerLine,
  titleLine,
} from './reply/reply.ts';
export { replyToText } from './reply/text.ts';
export { type Condition, WELL } from './store/condition.ts';
export { errorPlace } from './store/error-place.ts';
export type { StoryChange } from './store/heard-store.ts';
export { type Limits, memoryLimits } from './store/limits.ts';
export type { Blobs } from './store/postgres/blobs.ts';
export type { Claims } from './store/postgres/claims.ts';
export { type FleetPlaces, migrateFleet, openFleet, type Shared } from './store/postgres/fleet.ts';
export type { KeyChange, SharedKeys } from './store/postgres/keys.ts';
export type { ShardLeases } from './store/postgres/shards.ts';
export { lastAdded } from './store/store.ts';
export { StoreError } from './store/store-error.ts';
export type { Citation } from './story/citation.ts';
export { findQuotations } from './text/quotations.ts';
export { among, overlaps, type Span } from './text/span.ts';
