/** The door: all that an adapter may import. */
export type { Bot } from './bot.ts';
export type { Ask, Command, PassageKey, Place } from './command.ts';
export type { Action, Block, Reason, Reply } from './reply.ts';
export type { Citation, CitedSpeaker, Verbatim } from './story/citation.ts';
export type { Span } from './text/span.ts';
