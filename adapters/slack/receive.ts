import type { Heard } from '../chat/asked.ts';
import { plainText } from './plain-text.ts';

/** Who the bot is in a workspace. */
export interface Self {
  readonly team: string;
  readonly bot: string | null;
}

/** A message that may ask the bot something. */
export interface Question {
  readonly heard: Heard;
  readonly team: string;
  readonly channel: string;
  readonly user: string;
  readonly ts: string;
  /** The root of the thread it was asked in; null outside threads. */
  readonly thread: string | null;
  /** Asked in a direct message, where there is no one else. */
  readonly direct: boolean;
  readonly text: string;
}

type Outside = Readonly<Record<string, unknown>>;

const ASKING_SUBTYPES = [undefined, 'file_share', 'thread_broadcast']; // what people write; all else happens

/**
 * What may be a question in a `message` or `app_mention` event, and how it reached the bot; null for what is
 * said among people or by bots, and for what is not speech: joins, deletions, edits without new words. `isOurs`
 * says whether the thread of a channel and root began with a question to the bot.
 */
export function receiveMessage(
  event: unknown,
  self: Self,
  isOurs: (channel: string, root: string) => boolean,
): Question | null {
  const { message, edit } = readEdit(record(event));
  const { type, subtype, channel, user, ts, text, thread_ts: thread, ...rest } = message;
  if (!isText(channel) || !isText(user) || !isText(ts)) return null;
  if (!ASKING_SUBTYPES.includes(subtype as undefined) || !isFromPerson(user, rest, self))
    return null;
  if (edit === 'none' && (rest.edited != null || rest.hidden === true)) return null;
  const words = isText(text) ? text : '';
  const inThread = isText(thread) && thread !== ts;
  const direct = rest.channel_type === 'im' || channel.startsWith('D');
  const mentioned = type === 'app_mention' || mentions(words, self.bot);
  const followsUp = inThread && isOurs(channel, thread) && !/<@[UW]/.test(words);
  if (!direct && !mentioned && !followsUp) return null;
  const before = record(record(event).previous_message).text;
  const isFirst = edit === 'other' && isText(before) && !mentions(before, self.bot);
  return {
    heard: {
      way: direct ? 'direct' : mentioned ? 'mention' : 'own-thread',
      edit: isFirst ? 'first-mention' : edit,
    },
    team: self.team,
    channel,
    user,
    ts,
    thread: inThread ? thread : null,
    direct,
    text: plainText(words, self.bot),
  };
}

/** An edit, as the message it results in: https://docs.slack.dev/reference/events/message/message_changed */
function readEdit(event: Outside): {
  readonly message: Outside;
  readonly edit: 'none' | 'other';
} {
  if (event.subtype !== 'message_changed') return { message: event, edit: 'none' };
  const { channel, channel_type } = event;
  return { message: { ...record(event.message), channel, channel_type }, edit: 'other' };
}

function isFromPerson(user: string, event: Outside, self: Self): boolean {
  return (
    user !== self.bot && user !== 'USLACKBOT' && event.bot_id == null && event.bot_profile == null
  );
}

function mentions(text: string, bot: string | null): boolean {
  return bot !== null && (text.includes(`<@${bot}>`) || text.includes(`<@${bot}|`));
}

/** A click, a slash command or a shortcut: answered to the person alone. */
export interface Request {
  readonly way: 'command' | 'button';
  /** A click beneath an answer, which carries what it is about. */
  readonly isPart: boolean;
  readonly team: string;
  readonly channel: string;
  readonly user: string;
  /** The thread of the message that was clicked; null where there is none. */
  readonly thread: string | null;
  readonly responseUrl: string | null;
  /** The same for each delivery of this request, and for no other; null when Slack gave none. */
  readonly key: string | null;
  /** The line it means, for `parseCommand`; null when it means none. */
  readonly line: string | null;
}

/** A slash command with its text; `help` explains it, and `/story numbers` is `/numbers`. */
export function receiveCommand(body: unknown): Request {
  const { command, text, trigger_id, response_url, ...rest } = record(body);
  return {
    way: 'command',
    isPart: false,
    team: string(rest.team_id) || string(rest.enterprise_id),
    channel: string(rest.channel_id),
    user: string(rest.user_id),
    thread: null,
    responseUrl: string(response_url) || null,
    key: keyOf(trigger_id, response_url),
    line: commandLine(string(command), plainText(string(text), null)),
  };
}

function commandLine(name: string, text: string): string {
  if (name === '/story' && text !== '') return `/${text.replace(/^\//, '')}`;
  return text === '' || text.toLowerCase() === 'help' ? name : `${name} ${text}`;
}

function keyOf(...parts: readonly unknown[]): string | null {
  return parts.map(string).join(' ').trim() || null;
}

/** The shortcuts in a message's menu, by callback id, and the command each means. */
export const SHORTCUTS: Readonly<Record<string, string>> = {
  who_said: 'who-said',
  check_quote: 'check',
};

/** A message shortcut: its command with the words of the message. */
export function receiveShortcut(body: unknown): Request {
  const { callback_id, message, trigger_id, ...rest } = record(body);
  const command = SHORTCUTS[string(callback_id)];
  const quoted = quotedLines(messageWords(record(message)));
  const words =
    command === 'who-said' ? quotation(plainText(quoted, null)) : plainText(quoted, null);
  return {
    ...receiveInteraction(rest),
    isPart: false,
    thread: null,
    key: keyOf(trigger_id, rest.response_url),
    line: command === undefined ? null : `/${command} ${words}`.trim(),
  };
}

/** A click on one of our buttons: the line it carries. */
export function receiveClick(body: unknown): Request {
  const { actions, trigger_id, ...rest } = record(body);
  const action = record(Array.isArray(actions) ? actions[0] : null);
  return {
    ...receiveInteraction(rest),
    key: keyOf(trigger_id, action.action_ts),
    line: string(action.value) || string(record(action.selected_option).value) || null,
  };
}

function receiveInteraction(body: Outside): Omit<Request, 'key' | 'line'> {
  const { team, enterprise, user, channel, container, message, response_url } = body;
  const thread = record(container).thread_ts ?? record(message).thread_ts;
  return {
    way: 'button',
    isPart: string(record(container).type) !== 'view',
    team: string(record(team).id) || string(record(user).team_id) || string(record(enterprise).id),
    channel: string(record(channel).id) || string(record(container).channel_id),
    user: string(record(user).id),
    thread: string(thread) || null,
    responseUrl: string(response_url) || null,
  };
}

/** Only the quoted lines of a message, if it has any; else all of it. */
function quotedLines(text: string): string {
  const quoted = text.split('\n').filter((line) => /^(?:&gt;|>)/.test(line));
  return quoted.length > 0 ? quoted.join('\n') : text;
}

/** The longest words between quotation marks, where they are more than a name: `Ode: “It rains now”. Run it`. */
function quotation(text: string): string {
  const all = [...text.matchAll(/[“"„«]([^“”"„«»]+)[”"“»]/gu)].map(([marked]) => marked);
  const [longest = ''] = all.toSorted((a, b) => b.length - a.length);
  return longest.split(' ').length >= 3 ? longest : text;
}

/** What a message says: its text, or that of its attachments (a forwarded message, a bot's post). */
function messageWords(message: Outside): string {
  if (isText(message.text)) return message.text;
  const attachments: readonly unknown[] = Array.isArray(message.attachments)
    ? message.attachments
    : [];
  return attachments
    .map((one) => string(record(one).text) || string(record(one).fallback))
    .join(' ');
}

/** Outside data as a record; of anything else, one without members. */
export function record(value: unknown): Outside {
  return typeof value === 'object' && value !== null ? (value as Outside) : {};
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
