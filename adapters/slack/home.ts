import { type Bot, parseCommand, type Reply } from '../../src/index.ts';
import type { Log } from '../chat/log.ts';
import { placeKey } from '../chat/places.ts';
import { type Control, renderControls } from './buttons.ts';
import { type SlackClient, tryCall } from './deliver.ts';
import type { Panels } from './panels.ts';
import { record } from './receive.ts';
import { render, type SlackBlock } from './render.ts';
import { inWords } from './typed.ts';
import { WHOLE } from './view.ts';

/** What showing the Home tab and the prompts needs. */
export interface Showing {
  readonly bot: Bot;
  readonly log: Log;
  readonly panels: Panels;
}

/** What most people first ask about a story. */
const BUTTONS: readonly Control[] = [
  { kind: 'story', label: 'Who speaks?', line: '/speakers' },
  { kind: 'story', label: 'The figures', line: '/numbers' },
  { kind: 'story', label: 'When was what?', line: '/when' },
];

const MOST_BLOCKS = 100; // https://docs.slack.dev/surfaces/app-home
const MOST_PROMPTS = 4; // https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts
const LONGEST_TITLE = 75; // characters

/**
 * `app_home_opened`: the Home tab begins with the story, then says what can be asked; in the Messages tab of an
 * agent the prompts are examples from the story at hand. `assistant_thread_started` is the same of old.
 */
export async function showHome(
  { bot, log, panels }: Showing,
  client: SlackClient,
  team: string,
  event: unknown,
): Promise<void> {
  const { type, tab, user, channel, assistant_thread: assistant } = record(event);
  /** A thread is named in the old view only: the new one accepts the call but then shows nothing. */
  const suggest = async (where: Record<string, unknown>, help: Reply): Promise<void> => {
    const prompts = promptsFrom(help);
    if (prompts.length > 0) await panels.suggest(client, team, { ...where, prompts });
  };
  const renderHome = async (line: string): Promise<readonly SlackBlock[]> => {
    const reply = await ask(bot, line, team, String(channel));
    const messages = render({ ...reply, actions: [] }, null, { ...WHOLE, tables: false });
    return messages.flatMap(({ blocks }) => blocks);
  };
  if (type === 'assistant_thread_started') {
    const { channel_id, thread_ts } = record(assistant);
    const help = await ask(bot, '/help', team, String(channel_id));
    await suggest({ channel_id, thread_ts }, help);
  } else if (tab === 'messages') {
    const help = await ask(bot, '/help', team, String(channel));
    await suggest({ channel_id: channel }, help);
  } else {
    const shown = [
      ...(await renderHome('/story')),
      ...renderControls(BUTTONS).row,
      ...(await renderHome('/help')),
      ...(await renderHome('/about')),
    ];
    const view = { type: 'home', blocks: shown.slice(0, MOST_BLOCKS) };
    await tryCall(client, log, 'views.publish', { user_id: user, view });
  }
}

function ask(bot: Bot, line: string, team: string, channel: string): Promise<Reply> {
  const here = placeKey('slack', team, channel);
  return bot(parseCommand(line, { channel: here, conversation: here, admin: false }));
}

/** Prompts from the examples in the help. */
function promptsFrom(help: Reply): readonly object[] {
  const lines = help.blocks.flatMap((block) => (block.kind === 'examples' ? block.lines : []));
  return lines
    .slice(0, MOST_PROMPTS)
    .map(inWords)
    .map((line) => ({ title: shorten(line), message: line }));
}

/** The title of a prompt only: what is sent is the whole line. */
function shorten(line: string): string {
  const letters = [...line];
  return letters.length <= LONGEST_TITLE
    ? line
    : `${letters.slice(0, LONGEST_TITLE - 1).join('')}…`;
}
