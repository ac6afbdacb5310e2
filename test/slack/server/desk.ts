import { createLog } from '../../../adapters/chat/log.ts';
import type { Running } from '../../../adapters/chat/running.ts';
import type { Watching } from '../../../adapters/chat/watcher.ts';
import type { SlackSettings } from '../../../adapters/settings.ts';
import { startSlack, type World } from '../../../adapters/slack/index.ts';
import type { Bot, Shared } from '../../../src/index.ts';
import { postSigned, SIGNING_SECRET } from './http.ts';
import { record } from './outside.ts';
import { appMention, eventBody, message, type Written } from './payloads.ts';
import { APP_TOKEN, BOT_TOKEN, type Call, type LocalSlack, openLocalSlack } from './slack.ts';

/** A bot at work in a local Slack, and someone who writes to it. */
export interface Desk {
  readonly slack: LocalSlack;
  readonly running: Running & { readonly port: number | null };
  /** The lines that were logged. */
  readonly log: readonly string[];
  /** How long the bot waited, in milliseconds: nothing here waits in earnest. */
  readonly waits: readonly number[];
  readonly clock: { time: number };
  /** Delivers a payload as Slack does, and waits for the acknowledgement. */
  readonly deliver: (type: string, payload: object) => Promise<void>;
  readonly event: (event: Readonly<Record<string, unknown>>, more?: object) => Promise<void>;
  /** Mentions the bot: `message` and `app_mention`, as Slack sends them. Gives the message's `ts`. */
  readonly mention: (written: Written) => Promise<string>;
  /**
   * Waits for so many posts, then asks in a direct message of its own and waits for that answer too:
   * what came before has been handled.
   */
  readonly settle: (posts?: number) => Promise<void>;
  /** Messages that everyone sees, in order, without those of `settle`. */
  readonly posts: () => readonly Call['body'][];
  /** Messages for one person alone. */
  readonly notes: () => readonly Call['body'][];
  readonly close: () => Promise<void>;
}

export type Mode = 'socket' | 'http';

/** How a desk differs from the usual one. */
export interface DeskOptions {
  readonly settings?: Partial<SlackSettings>;
  readonly fetch?: typeof fetch;
  readonly scopes?: readonly string[];
  readonly watching?: Watching;
  /** What it knows together with others. */
  readonly shared?: Shared;
}

const SETTLING = 'D0SETTLE';

/** Milliseconds: longer than anything takes on the busiest machine. */
export const LONG = 60_000;

/** Settings as they are read from the environment for this local Slack. */
export function settingsFor(
  slack: Pick<LocalSlack, 'apiUrl' | 'folder'>,
  mode: Mode,
): SlackSettings {
  return {
    apiUrl: slack.apiUrl,
    transport:
      mode === 'socket' ? { mode, appToken: APP_TOKEN } : { mode, signingSecret: SIGNING_SECRET },
    port: 0,
    agent: false,
    workspaces: { kind: 'one', botToken: BOT_TOKEN },
    admins: ['UADMIN'],
    dataDir: slack.folder,
    memoryDir: slack.folder,
  };
}

export async function openDesk(mode: Mode, bot: Bot, options: DeskOptions = {}): Promise<Desk> {
  const slack = await openLocalSlack(options.scopes);
  const log: string[] = [];
  const waits: number[] = [];
  const clock = { time: 0 };
  const world: World = {
    fetch: options.fetch ?? fetch,
    uptime: () => -LONG, // on a busy machine starting may take its time
    grace: LONG,
    now: () => clock.time,
    sleep: async (ms) => {
      waits.push(ms);
      await new Promise((resolve) => setTimeout(resolve, 1));
    },
  };
  const settings = { ...settingsFor(slack, mode), ...options.settings };
  const logger = createLog(
    (line) => log.push(line),
    () => new Date(0),
  );
  const { watching, shared } = options;
  const running = await startSlack(settings, bot, logger, world, undefined, watching, shared);
  const deliver = async (type: string, payload: object): Promise<void> => {
    if (mode === 'socket') return slack.socket.send(type, payload);
    const { status } = await postSigned(running.port ?? 0, type, payload);
    if (status !== 200) throw new Error(`the bot answered ${status}`);
  };
  const event: Desk['event'] = (one, more) => deliver('events_api', eventBody(one, 'T1', more));
  const posts = (): readonly Call['body'][] =>
    bodies(slack, 'chat.postMessage').filter(({ channel }) => channel !== SETTLING);
  let settled = 0;
  return {
    slack,
    running,
    log,
    waits,
    clock,
    deliver,
    event,
    posts,
    notes: () => [...bodies(slack, 'chat.postEphemeral'), ...bodies(slack, 'response_url')],
    mention: async (written) => {
      const one = message({ ...written, text: `<@UBOT> ${written.text}` });
      await Promise.all([event(one), event(appMention(one))]);
      return String(one.ts);
    },
    settle: async (expected = 0) => {
      await until(() => posts().length >= expected);
      settled += 1;
      clock.time += 60_000;
      await event(
        message({ text: 'cost', channel: SETTLING, channel_type: 'im', user: `US${settled}` }),
      );
      const answers = (): number =>
        bodies(slack, 'chat.postMessage').filter(({ channel }) => channel === SETTLING).length;
      await until(() => answers() === settled);
    },
    close: async () => {
      await running.stop();
      await slack.close();
    },
  };
}

function bodies(slack: LocalSlack, method: string): readonly Call['body'][] {
  return slack.taken.filter((call) => call.method === method).map(({ body }) => record(body));
}

/** Waits until something is so; a test that never gets there fails by the runner's own limit. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
