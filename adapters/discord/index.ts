import type { REST } from 'discord.js';
import { type BotCore, memoryLimits, type Shared } from '../../src/index.ts';
import { createAnswered } from '../chat/answered.ts';
import { createDrain } from '../chat/drain.ts';
import { createFloodLimit } from '../chat/flood.ts';
import { createGreeting } from '../chat/greeting.ts';
import { createLanes } from '../chat/lanes.ts';
import { codeOf, type Log } from '../chat/log.ts';
import { createKeyMemory } from '../chat/memory.ts';
import { createOnce } from '../chat/once.ts';
import { createRemember } from '../chat/remembering.ts';
import type { Running } from '../chat/running.ts';
import { createTurns } from '../chat/turns.ts';
import { startWatcher, type Watching } from '../chat/watcher.ts';
import type { DiscordSettings } from '../settings.ts';
import { createUnshown } from './answers.ts';
import type { Answering } from './asking.ts';
import type { Gateway } from './client.ts';
import { connectAll } from './connecting.ts';
import type { Listeners } from './dispatch.ts';
import { type EventParts, listenersFor } from './events.ts';
import { createPauses } from './pauses.ts';
import { checkToken } from './refusals.ts';
import { registerChanged } from './register.ts';
import { closeRest, openRest } from './rest.ts';
import { createThreads } from './threads.ts';
import type { CommandIds } from './typed.ts';
import { createWatchPort } from './watch.ts';
import { createWire } from './wire.ts';

export { registerCommands } from './register.ts';

const MOST_GREETED = 50_000; // channels that are remembered as greeted: about 5 MB
const MOST_SERVERS = 50_000;
const MOST_TOLD = 50_000; // passages that were sent unasked
const DRAIN_WAIT = 3_500; // milliseconds for the answers in hand, of the 5 seconds that a shutdown has

/**
 * Connects a bot to Discord and answers until it is stopped. Waits while Discord cannot be reached;
 * throws a SettingsError when it refuses the token or the intents. `now` is in milliseconds.
 */
export async function startDiscord(
  settings: DiscordSettings,
  core: BotCore,
  log: Log,
  now: () => number = Date.now,
  watching: Watching | null = null,
  shared: Shared | null = null,
): Promise<Running> {
  checkToken(settings);
  void warmUp(core);
  const drain = createDrain();
  let open = true;
  const run = (task: () => Promise<void>): void => {
    if (open) drain.run(task).catch((error) => log('discord: failed', { code: codeOf(error) }));
  };
  const remember = createRemember('discord', { dir: settings.memoryDir, shared }, log);
  const greeted = await remember('greeted', MOST_GREETED);
  const told = await remember('told', MOST_TOLD);
  const opening = await remember('threads', MOST_SERVERS);
  const pauses = createPauses(now);
  const threads = createThreads(opening);
  const arrivals = { count: 0 };
  let ids: CommandIds = new Map();
  let isRegistering = false; // with the first connection
  const rest = openRest(settings, log);
  const wire = createWire(rest, settings.token, log);
  const answering: Answering = {
    core,
    wire,
    pauses,
    greeting: createGreeting(greeted),
    greetingAlone: createGreeting(createKeyMemory(MOST_GREETED)),
    turns: createTurns(arrivals),
    firsts: createDrain(),
    unshown: createUnshown(now),
    threads,
    ids: () => ids,
  };
  const parts: EventParts = {
    answering,
    arrivals,
    answered: createAnswered(createOnce({ now }), null, shared?.claims ?? null),
    flood: createFloodLimit(shared?.limits ?? memoryLimits(now)),
    lanes: createLanes(),
    run,
  };
  const receive = (gateway: Gateway): Listeners => {
    if (!isRegistering)
      run(async () => {
        ids = await register(rest, gateway, settings, log);
      });
    isRegistering = true;
    const { me, parentOf } = gateway;
    const { admins } = settings;
    return listenersFor(parts, { me, admins, parentOf, opensThreads: threads.areOpened });
  };
  const connected = await connectAll(settings, { receive, shared, log }).catch((error) => {
    closeRest(rest);
    throw error;
  });
  const port = createWatchPort({ pauses, wire, ids: () => ids }, createGreeting(greeted));
  const watcher = watching && startWatcher({ ...watching, port, told, drain, now, sleep, log });
  return {
    healthy: () => open && connected.healthy(),
    stop: async () => {
      open = false;
      watcher?.stop();
      await drain.settle(DRAIN_WAIT);
      await Promise.all([connected.stop(), greeted.saved(), told.saved(), opening.saved()]);
      closeRest(rest);
    },
  };
}

/** The first completion reads who speaks in all stories: better now than while someone types. */
async function warmUp({ complete }: BotCore): Promise<void> {
  try {
    await complete('speaker', '', { channel: '', conversation: '', admin: false });
  } catch {
    // then it says so when someone types
  }
}

/** Never a reason not to answer: mentions work without commands. */
async function register(
  rest: REST,
  gateway: Gateway,
  settings: DiscordSettings,
  log: Log,
): Promise<CommandIds> {
  try {
    const done = await registerChanged(rest, gateway.application, settings.guildId);
    if (done.outcome === 'registered') log('discord: commands registered');
    return done.ids;
  } catch (error) {
    log('discord: commands not registered', { code: codeOf(error) });
    return new Map();
  }
}

/** Waits without keeping the process alive. */
function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
