import { type BotCore, memoryLimits, type Shared } from '../../src/index.ts';
import { type Answered, createAnswered } from '../chat/answered.ts';
import { createDrain } from '../chat/drain.ts';
import { createFloodLimit, type FloodLimit } from '../chat/flood.ts';
import { createGreeting } from '../chat/greeting.ts';
import { createLanes } from '../chat/lanes.ts';
import { codeOf, type Log } from '../chat/log.ts';
import { createKeyMemory, type KeyMemory } from '../chat/memory.ts';
import { createOnce } from '../chat/once.ts';
import { placeKey } from '../chat/places.ts';
import { createRemember } from '../chat/remembering.ts';
import type { Running } from '../chat/running.ts';
import { createTurns } from '../chat/turns.ts';
import { startWatcher, type Watching } from '../chat/watcher.ts';
import type { DiscordSettings } from '../settings.ts';
import { answerInteraction, answerMessage, noteInChannel, notePrivately } from './answer.ts';
import { createUnshown } from './answers.ts';
import type { Answering } from './asking.ts';
import { connect, type Gateway } from './client.ts';
import type { Listeners } from './dispatch.ts';
import { readInteraction } from './interactions.ts';
import { createPauses, type Pauses } from './pauses.ts';
import { readMessage, type Surroundings } from './receive.ts';
import { checkToken } from './refusals.ts';
import { registerChanged } from './register.ts';
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
  let ids: CommandIds = new Map();
  const parts = {
    core,
    greeted,
    opening,
    pauses: createPauses(now),
    answered: createAnswered(createOnce({ now }), null, shared?.claims ?? null),
    flood: createFloodLimit(shared?.limits ?? memoryLimits(now)),
    log,
    now,
    run,
    ids: () => ids,
  };
  const receive = (gateway: Gateway): Listeners => receiveFor(settings, { ...parts, gateway });
  const gateway = await connect(settings, receive, log);
  run(async () => {
    ids = await register(gateway, settings, log);
  });
  const wire = createWire(gateway.rest, settings.token, log);
  const port = createWatchPort({ ...parts, wire }, createGreeting(greeted));
  const watcher = watching && startWatcher({ ...watching, port, told, drain, now, sleep, log });
  return {
    healthy: () => open && gateway.healthy(),
    stop: async () => {
      open = false;
      watcher?.stop();
      await drain.settle(DRAIN_WAIT);
      await Promise.all([gateway.stop(), greeted.saved(), told.saved(), opening.saved()]);
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

interface Parts {
  readonly core: BotCore;
  readonly greeted: KeyMemory;
  /** The servers where questions open threads. */
  readonly opening: KeyMemory;
  readonly pauses: Pauses;
  readonly answered: Answered;
  readonly flood: FloodLimit;
  readonly gateway: Gateway;
  readonly log: Log;
  readonly now: () => number;
  readonly run: (task: () => Promise<void>) => void;
  readonly ids: () => CommandIds;
}

/** What becomes of each event: at most one answer, within what a person may ask, in a channel's order. */
function receiveFor(
  { token, admins }: DiscordSettings,
  { core, greeted, opening, pauses, answered, flood, gateway, log, now, run, ids }: Parts,
): Listeners {
  const lanes = createLanes(); // answers in a channel come in the order of the questions
  const threads = createThreads(opening);
  const around: Surroundings = {
    me: gateway.me,
    admins,
    parentOf: gateway.parentOf,
    opensThreads: threads.areOpened,
  };
  const arrivals = { count: 0 };
  const answering: Answering = {
    core,
    wire: createWire(gateway.rest, token, log),
    pauses,
    greeting: createGreeting(greeted),
    greetingAlone: createGreeting(createKeyMemory(MOST_GREETED)),
    turns: createTurns(arrivals),
    firsts: createDrain(),
    unshown: createUnshown(now),
    threads,
    ids,
  };
  return {
    onMessage: (event) =>
      run(async () => {
        arrivals.count += 1;
        const question = readMessage(event, around);
        if (question === null) return;
        const key = placeKey('discord', 'message', question.id);
        if (!answered.first(key)) return;
        const judging = flood(question.person); // as they come, though the lane is waited for
        await lanes.run(question.channel, async () => {
          const verdict = await judging;
          if (verdict === 'silence') return;
          const task = verdict === 'note' ? noteInChannel : answerMessage;
          await answered.run(key, async () => {
            if (!pauses.isOn(question.channel)) await task(question, answering);
          });
        });
      }),
    onInteraction: (event) =>
      run(async () => {
        arrivals.count += 1;
        const asked = readInteraction(event, around);
        if (asked === null) return;
        const key = placeKey('discord', 'interaction', asked.call.id);
        if (!answered.first(key)) return;
        // what is offered while someone types counts for no flood, and does no harm twice
        if (asked.kind === 'typing') return answerInteraction(asked, answering);
        // a note each time: silence reads as a failure of the bot
        const isFine = (await flood(asked.person)) === 'answer';
        const task = isFine ? answerInteraction : notePrivately;
        await answered.run(key, () => task(asked, answering));
      }),
  };
}

/** Never a reason not to answer: mentions work without commands. */
async function register(
  gateway: Gateway,
  settings: DiscordSettings,
  log: Log,
): Promise<CommandIds> {
  try {
    const done = await registerChanged(gateway.rest, gateway.application, settings.guildId);
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
