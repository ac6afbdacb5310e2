import { type GatewayMessageCreateDispatchData, MessageType } from 'discord.js';
import { type Place, parseCommand } from '../../src/index.ts';
import { isAsked, type Way } from '../chat/asked.ts';
import { placeKey } from '../chat/places.ts';
import { dropTokens } from './tokens.ts';
import { readTyped } from './typed.ts';

/** A question in a channel or DM, in the person's own words. */
export interface Question {
  /** The message's number: the same one is the same question. */
  readonly id: string;
  readonly channel: string;
  readonly person: string;
  readonly place: Place;
  readonly text: string;
  /** In a DM, where nobody else reads the answer. */
  readonly direct: boolean;
  /** Whether it is answered in a thread of its own. */
  readonly opensThread: boolean;
}

/** What an adapter knows besides the event. */
export interface Surroundings {
  /** The bot's own user. */
  readonly me: string;
  readonly admins: readonly string[];
  /** The channel a thread belongs to; the channel itself where it is none, or none that is known. */
  readonly parentOf: (channel: string) => string;
  /** Whether questions in a server are answered in threads of their own. */
  readonly opensThreads: (server: string) => boolean;
}

/** A message as it may come: nothing is taken for granted of what other servers send. */
type MessageEvent = Partial<GatewayMessageCreateDispatchData>;

/**
 * The question in a message: a DM, a mention, or a reply that pings the bot. Null for all that it is
 * silent on: others' talk, @everyone, roles, bots, webhooks, system messages, and what it may not read.
 */
export function readMessage(raw: unknown, around: Surroundings): Question | null {
  const event = raw as MessageEvent; // outside data: each field is looked at before it is used
  const { id, channel_id: channel, guild_id: guild, author, content } = event;
  if (!id || !channel || !author || author.bot || author.id === around.me) return null;
  if (event.webhook_id || !isWritten(event.type) || !content?.trim()) return null;
  const place = readPlace(guild ?? null, channel, author.id, { ...around, isManager: false });
  const heard = { way: wayOf(event, around.me), edit: 'none' } as const;
  if (!isAsked(heard, () => parseCommand(content, place))) return null;
  const words = readWords(content, around.me);
  const opensThread =
    guild !== undefined && around.parentOf(channel) === channel && around.opensThreads(guild);
  return {
    id,
    channel,
    person: author.id,
    direct: !guild,
    opensThread,
    // a thread has the id of its first message, so follow-ups in it continue the conversation
    place: opensThread
      ? { ...place, conversation: placeKey('discord', guild, id, author.id) }
      : place,
    text: words === '' ? '/help' : readTyped(words), // a bare mention
  };
}

/** Discord lists the person replied to among the mentions, unless the reply does not ping. */
function wayOf({ guild_id: guild, mentions, type }: MessageEvent, me: string): Way {
  if (!guild) return 'direct';
  if (!mentions?.some((user) => user?.id === me)) return 'overheard';
  return type === MessageType.Reply ? 'reply' : 'mention';
}

function isWritten(type: MessageType | undefined): boolean {
  return type === undefined || type === MessageType.Default || type === MessageType.Reply;
}

/** `/use` is remembered for the channel with its threads; follow-ups for each person in each thread. */
export function readPlace(
  guild: string | null,
  channel: string,
  person: string,
  { admins, parentOf, isManager }: PlaceParts,
): Place {
  const server = guild ?? '@me';
  return {
    channel: placeKey('discord', server, guild ? parentOf(channel) : channel),
    conversation: placeKey('discord', server, channel, person),
    admin: admins.includes(person) || isManager,
  };
}

interface PlaceParts extends Omit<Surroundings, 'me' | 'opensThreads'> {
  /** Whether Discord says that they may manage the server; for messages it does not say. */
  readonly isManager: boolean;
}

/** The words of a message: the bot's mention and what else is no word taken out, also in the middle. */
function readWords(content: string, me: string): string {
  const beforeMark = new RegExp(`\\s*<@!?${me}>(?=\\s*[?!.,;:])`, 'g'); // `who won <@1>?`
  return dropTokens(content.replace(beforeMark, '')).trim();
}
