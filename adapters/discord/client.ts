import { setTimeout as wait } from 'node:timers/promises';
import {
  Client,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type GatewayReadyDispatchData,
  Options,
  SimpleShardingStrategy,
  Status,
  type WebSocketOptions,
} from 'discord.js';
import { codeOf, type Log } from '../chat/log.ts';
import type { Running } from '../chat/running.ts';
import type { DiscordSettings } from '../settings.ts';
import { divert, type Listeners } from './dispatch.ts';
import { asSettingsError, fatalClose, restOptions } from './refusals.ts';

/** A connection to Discord that mends itself. */
export interface Gateway extends Running {
  readonly me: string;
  readonly application: string;
  /** The channel that a thread belongs to; the channel itself where it is none, or none that is known. */
  readonly parentOf: (channel: string) => string;
}

/** What a client is told without any privileged intent: servers and their threads, messages that mention it, DMs. */
const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
];

const FIRST_DELAY = 500; // milliseconds until the second try; each further one waits twice as long
const LONGEST_DELAY = 30_000;
const GUILD_WAIT = 5_000; // servers that do not report are not waited for longer
const CLOSE_WAIT = 1_000; // of the 5 seconds that a shutdown has

/** Which part of all servers a connection is for. */
export interface ShardPart {
  readonly shard: number;
  readonly total: number;
  /** Lets it identify when it may. */
  readonly identify: NonNullable<WebSocketOptions['buildIdentifyThrottler']>;
  /** Over when it is not to be opened any more. */
  readonly signal: AbortSignal;
}

/**
 * Connects to Discord, with as many shards as it wants, or with one of them: waits and tries again while it cannot
 * be reached. `receive` makes the listeners at the moment it is connected, before the first event. Throws a
 * SettingsError when Discord refuses the token or the intents, after one identify at most; rejects when the part is
 * over.
 */
export async function connect(
  settings: DiscordSettings,
  receive: (gateway: Gateway) => Listeners,
  log: Log,
  part: ShardPart | null = null,
): Promise<Gateway> {
  for (let delay = FIRST_DELAY; ; delay = Math.min(2 * delay, LONGEST_DELAY)) {
    let listeners: Listeners | null = null;
    const client = createClient(settings, () => listeners, log, part);
    const connected = login(client, settings, (gateway) => {
      listeners = receive(gateway);
    });
    try {
      return await (part === null ? connected : untilOver(connected, part.signal));
    } catch (error) {
      await destroy(client);
      part?.signal.throwIfAborted();
      const refusal = asSettingsError(error, settings);
      if (refusal) throw refusal;
      log('discord: not reachable, will try again', { code: codeOf(error) });
      await wait(delay, null, part === null ? {} : { signal: part.signal });
    }
  }
}

/** Rejects when the signal is given before the work is done. */
async function untilOver<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let stop = (): void => undefined;
  const over = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop);
  });
  work.catch(() => undefined); // nobody waits for it any more
  return Promise.race([work, over]).finally(() => signal.removeEventListener('abort', stop));
}

function createClient(
  settings: DiscordSettings,
  listeners: () => Listeners | null,
  log: Log,
  part: ShardPart | null,
): Client {
  const client: Client = new Client({
    intents: INTENTS,
    ...(part === null
      ? { shards: 'auto' as const }
      : { shards: [part.shard], shardCount: part.total }),
    waitGuildTimeout: GUILD_WAIT,
    rest: restOptions(settings, log),
    ws: {
      buildStrategy: (connection) => {
        divert(connection, listeners, log);
        return patient(new SimpleShardingStrategy(connection));
      },
      ...(part && { buildIdentifyThrottler: part.identify }),
    },
    makeCache: Options.cacheWithLimits({
      ...NO_CACHES,
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === client.user?.id },
      GuildMemberManager: { maxSize: 0, keepOverLimit: (one) => one.id === client.user?.id },
    }),
  });
  reportTo(log, client);
  return client;
}

/** What goes wrong is logged; what ends the start is not, but thrown by it: it is to be one line. */
function reportTo(log: Log, client: Client): void {
  let refused = false;
  const report = (event: string) => (error: unknown) => {
    if (!refused) log(event, { code: codeOf(error) });
  };
  client.on(Events.Error, report('discord: error'));
  client.on(Events.ShardError, report('discord: connection error'));
  client.on(Events.Invalidated, () => log('discord: session invalidated'));
  const lost = new Set<number>();
  const back = (shard: number): void => {
    if (lost.delete(shard)) log('discord: connected again');
  };
  client.on(Events.ShardReconnecting, (shard) => {
    lost.add(shard);
    log('discord: connection lost, reconnecting');
  });
  client.on(Events.ShardResume, back);
  client.on(Events.ShardReady, back); // a new session, where the previous one could not be resumed
  client.on(Events.ShardDisconnect, ({ code }) => {
    refused = true;
    if (client.user === null) return; // the start has not ended yet
    const refusal = fatalClose(code);
    log(refusal.message);
    setImmediate(() => {
      throw refusal; // a token was revoked: nobody waits for it, so the process ends, to be started anew
    });
  });
}

/** Events are read as they come, so of what discord.js keeps only servers, channels and threads are needed. */
const NO_CACHES = {
  MessageManager: 0,
  DMMessageManager: 0,
  GuildMessageManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  PresenceManager: 0,
  VoiceStateManager: 0,
  ThreadMemberManager: 0,
  GuildEmojiManager: 0,
  GuildStickerManager: 0,
  GuildBanManager: 0,
  GuildInviteManager: 0,
  GuildScheduledEventManager: 0,
  StageInstanceManager: 0,
  AutoModerationRuleManager: 0,
} as const;

/** A shard whose first connection fails goes on trying by itself: no reason to give up the others. */
function patient(strategy: SimpleShardingStrategy): SimpleShardingStrategy {
  const connectAll = strategy.connect.bind(strategy);
  strategy.connect = () => connectAll().catch(() => {});
  return strategy;
}

/** Resolves when the first shard is ready; rejects when Discord refuses, or its REST does not answer. */
function login(
  client: Client,
  settings: DiscordSettings,
  onReady: (gateway: Gateway) => void,
): Promise<Gateway> {
  return new Promise((resolve, reject) => {
    client.ws.once(GatewayDispatchEvents.Ready, (ready: Ready) => {
      const gateway = describe(client, ready, settings);
      onReady(gateway); // now, before the next event comes
      resolve(gateway);
    });
    client.once(Events.ShardDisconnect, ({ code }) => reject(fatalClose(code)));
    client.login(settings.token).catch(reject);
  });
}

/** READY, as far as it is needed; not every server that speaks the protocol names the application. */
type Ready = Pick<GatewayReadyDispatchData, 'user'> & Partial<GatewayReadyDispatchData>;

const CONNECTED = [Status.Ready, Status.Nearly, Status.WaitingForGuilds];

function describe(
  client: Client,
  { user, application }: Ready,
  settings: DiscordSettings,
): Gateway {
  return {
    me: user.id,
    application: settings.applicationId ?? application?.id ?? user.id, // of most bots the two are one
    parentOf: (id) => {
      const channel = client.channels.cache.get(id);
      return (channel?.isThread() ? channel.parentId : null) ?? id;
    },
    healthy: () =>
      client.ws.shards.size > 0 &&
      client.ws.shards.every(({ status }) => CONNECTED.includes(status)),
    stop: () => destroy(client),
  };
}

/** Closes with code 1000; a server that does not close its side is not waited for. */
async function destroy(client: Client): Promise<void> {
  client.removeAllListeners(Events.ShardReconnecting); // it says so of a line it closes itself, too
  const late = new Promise((resolve) => setTimeout(resolve, CLOSE_WAIT).unref());
  await Promise.race([client.destroy().catch(() => {}), late]);
}
