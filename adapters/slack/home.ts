import { type Bot, parseCommand, type Reply } from '../../src/index.ts';
import type { Log } from '../chat/log.ts';
import { placeKey } from '../chat/places.ts';
import { type SlackClient, tryCall } from './deliver.ts';
import { record } from './receive.ts';
import { render } from './render.ts';
import { inWords } from './typed.ts';

/** What showing the Home tab and the prompts needs. */
export interface Showing {
  readonly bot: Bot;
  readonly log: Log;
}

const MOST_BLOCKS = 100; // https://docs.slack.dev/surfaces/app-home
const MOST_PROMPTS = 4; // https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts
const LONGEST_TITLE = 75; // characters

/**
 * `app_home_opened`: the Home tab says what the bot is and what can be asked; in the Messages tab of an
 * agent the prompts are examples from the story at hand. `assistant_thread_started` is the same of old.
 */
export async function showHome(
  { bot, log }: Showing,
  client: SlackClient,
  team: string,
  event: unknown,
): Promise<void> {
  const { type, tab, user, channel, assistant_thread: assistant } = record(event);
  if (type === 'assistant_thread_started') {
    const { channel_id, thread_ts } = record(assistant);
    const help = await ask(bot, '/help', team, String(channel_id));
    await suggest(client, log, { channel_id, thread_ts }, help);
  } else if (tab === 'messages') {
    const help = await ask(bot, '/help', team, String(channel));
    await suggest(client, log, { channel_id: channel }, help);
  } else {
    const replies = [
      await ask(bot, '/about', team, String(channel)),
      await ask(bot, '/help', team, String(channel)),
    ];
    const blocks = replies.flatMap((reply) => render({ ...reply, actions: [] }, null));
    const view = {
      type: 'home',
      blocks: blocks.flatMap((one) => one.blocks).slice(0, MOST_BLOCKS),
    };
    await tryCall(client, log, 'views.publish', { user_id: user, view });
  }
}

function ask(bot: Bot, line: string, team: string, channel: string): Promise<Reply> {
  const here = placeKey('slack', team, channel);
  return bot(parseCommand(line, { channel: here, conversation: here, admin: false }));
}

/** A thread is named in the old view only: with it, the new one takes the call and shows nothing. */
async function suggest(
  client: SlackClient,
  log: Log,
  where: Record<string, unknown>,
  help: Reply,
): Promise<void> {
  const lines = help.blocks.flatMap((block) => (block.kind === 'examples' ? block.lines : []));
  const prompts = lines
    .slice(0, MOST_PROMPTS)
    .map(inWords)
    .map((line) => ({ title: shorten(line), message: line }));
  if (prompts.length === 0) return;
  await tryCall(client, log, 'assistant.threads.setSuggestedPrompts', { ...where, prompts });
}

/** The title of a prompt only: what is sent is the whole line. */
function shorten(line: string): string {
  const letters = [...line];
  return letters.length <= LONGEST_TITLE
    ? line
    : `${letters.slice(0, LONGEST_TITLE - 1).join('')}…`;
}
