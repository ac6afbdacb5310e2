import { join } from 'node:path';
import { type Bot, memoryLimits, type Shared } from '../../src/index.ts';
import { createAnswered } from '../chat/answered.ts';
import { createDrain } from '../chat/drain.ts';
import { createFloodLimit } from '../chat/flood.ts';
import { createGreeting } from '../chat/greeting.ts';
import { type OpenHttp, openServer } from '../chat/http.ts';
import { createIntake, type Intake } from '../chat/intake.ts';
import { createLanes } from '../chat/lanes.ts';
import { codeOf, type Log } from '../chat/log.ts';
import { createOnce } from '../chat/once.ts';
import type { Running } from '../chat/running.ts';
import { type Arrivals, createTurns } from '../chat/turns.ts';
import { startWatcher, type Watching } from '../chat/watcher.ts';
import type { SlackSettings } from '../settings.ts';
import type { Answering } from './answer.ts';
import { type App, createApp, createReceiver, type Parts, SocketModeReceiver } from './bolt.ts';
import { createDeliver } from './deliver.ts';
import { installationFiles } from './installation-files.ts';
import { createInstallations, type Installations } from './installations.ts';
import { listen } from './listen.ts';
import { type Memories, openMemories } from './memories.ts';
import { createPanels } from './panels.ts';
import { record } from './receive.ts';
import { serve } from './serve.ts';
import { connectSocket } from './socket.ts';
import { inTime, refusedApp, verifyBot } from './verify.ts';
import { createWatchPort } from './watch.ts';
import { createWire } from './wire.ts';

/** Network and time, passed in. */
export interface World {
  /** Milliseconds that a stop waits for the answers in hand. */
  readonly grace: number;
  readonly fetch: typeof fetch;
  /** Milliseconds since the process began. */
  readonly uptime: () => number;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

const REAL: World = {
  grace: 5000, // the process is to end within six seconds
  fetch: globalThis.fetch,
  uptime: () => performance.now(),
  now: Date.now,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** Slack at work; `port` is null where nothing comes in over HTTP. */
export interface SlackRunning extends Running {
  readonly port: number | null;
}

/**
 * Connects the bot to Slack. Throws a SettingsError, within ten seconds, when a token is refused, Slack
 * cannot be reached, or a port cannot be opened.
 */
export function startSlack(
  settings: SlackSettings,
  bot: Bot,
  log: Log,
  world: World = REAL,
  open: OpenHttp = openServer,
  watching: Watching | null = null,
  shared: Shared | null = null,
): Promise<SlackRunning> {
  const parts: Parts = { settings, wire: createWire({ ...world, log }), log };
  const connecting = async (): Promise<SlackRunning> => {
    const memories = await openMemories(settings, shared, log);
    const state: State = { arrivals: { count: 0 }, scopes: null, isRevoked: false };
    const installations =
      settings.workspaces.kind === 'one'
        ? null
        : createInstallations(
            shared?.installations ?? installationFiles(join(settings.dataDir, 'slack')),
            settings.workspaces.storeKey,
          );
    const made = { parts, world, memories, installations, state };
    const answering = createAnswering({ ...made, bot, shared });
    return connect({ ...made, answering, open, watching });
  };
  return inTime(settings, world.uptime(), connecting());
}

/** What is learned while it runs. */
interface State {
  readonly arrivals: Arrivals;
  /** For the single workspace; null where Slack does not say. */
  scopes: readonly string[] | null;
  /** The one workspace's token was revoked. */
  isRevoked: boolean;
}

/** What it is made of. */
interface Made {
  readonly parts: Parts;
  readonly world: World;
  readonly memories: Memories;
  readonly installations: Installations | null;
  readonly state: State;
}

/** The same, with what answers and what sends unasked messages. */
interface Connecting extends Made {
  readonly answering: Answering;
  readonly open: OpenHttp;
  readonly watching: Watching | null;
}

async function connect({
  parts,
  answering,
  world,
  memories,
  installations,
  state,
  open,
  watching,
}: Connecting): Promise<SlackRunning> {
  const { settings, log } = parts;
  const { transport, workspaces } = settings;
  const one = workspaces.kind === 'one';
  const identity = one ? await verifyBot(parts, workspaces.botToken) : null;
  state.scopes = identity?.scopes ?? null;
  if (await installations?.isOfAnotherKey()) {
    log('slack: no installation can be read: they were kept with another STORE_KEY');
  }
  const receiver = createReceiver(parts, installations);
  const app = createApp(parts, receiver, identity);
  listen(app, answering, installations);
  const { arrivals } = state;
  const intake = createIntake();
  const socket =
    receiver instanceof SocketModeReceiver
      ? await connectSocket(receiver.client, { ...world, log, arrivals }).catch(
          refusedApp(settings),
        )
      : null;
  const connected = (): boolean => !state.isRevoked && socket?.connected() !== false;
  const server =
    one && transport.mode === 'socket'
      ? null
      : await serve(
          receiver,
          settings,
          connected,
          {
            arrivals,
            log,
            handle: (event) =>
              void answering.drain.run(() => handleInTurn(app, intake, event, log)),
          },
          open,
        );
  const { deliver, greeting, drain } = answering;
  const port = createWatchPort({ parts, deliver, greeting, installations });
  const { told } = memories;
  const watcher = watching && startWatcher({ ...watching, ...world, port, told, drain, log });
  return {
    port: server?.port ?? null,
    healthy: () => connected() && server?.open() !== false,
    stop: async () => {
      watcher?.stop();
      void drain.run(() => Promise.all([socket?.close(), server?.close()]));
      if (!(await drain.settle(world.grace))) log('slack: stopped with answers in hand');
      await Promise.all(Object.values(memories).map((memory) => memory?.saved()));
    },
  };
}

/** Bolt reports errors in a listener to `app.error`; what it cannot read at all, it throws. */
async function handleInTurn(
  app: App,
  intake: Intake,
  event: Parameters<App['processEvent']>[0],
  log: Log,
): Promise<void> {
  await new Promise<void>((begin) => intake(begin));
  await app
    .processEvent(event)
    .catch((error: unknown) => log('slack: event was not handled', { code: codeOf(error) }));
}

function createAnswering({
  parts: { settings, wire, log },
  bot,
  world: { now },
  memories: { threads, greeted, answered },
  installations,
  state,
  shared,
}: Made & { readonly bot: Bot; readonly shared: Shared | null }): Answering {
  const onRevoked = (): void => {
    state.isRevoked = installations === null;
  };
  return {
    bot,
    now,
    log,
    deliver: createDeliver(wire, log, onRevoked),
    answered: createAnswered(createOnce({ now }), answered, shared?.claims ?? null),
    flood: createFloodLimit(shared?.limits ?? memoryLimits(now)),
    greeting: createGreeting(greeted),
    threads,
    drain: createDrain(),
    turns: createTurns(state.arrivals),
    lanes: createLanes(),
    admins: settings.admins,
    panels: createPanels(settings.agent, (team) => scopesIn(installations, team, state), log),
    onRevoked,
  };
}

/** The scopes that a workspace granted; null where unknown. */
async function scopesIn(
  installations: Installations | null,
  team: string,
  state: State,
): Promise<readonly string[] | null> {
  if (installations === null) return state.scopes;
  const ids = { teamId: team, enterpriseId: team, isEnterpriseInstall: false };
  const { scopes } = record(record(await installations.find(ids)).bot);
  return Array.isArray(scopes) ? scopes.map(String) : null;
}
