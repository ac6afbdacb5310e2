import { createLog } from '../../adapters/chat/log.ts';
import type { Running } from '../../adapters/chat/running.ts';
import type { Watching } from '../../adapters/chat/watcher.ts';
import { startDiscord } from '../../adapters/discord/index.ts';
import type { DiscordSettings } from '../../adapters/settings.ts';
import type { BotCore } from '../../src/index.ts';
import { type FakeDiscord, startFakeDiscord, TOKEN } from './server/discord.ts';
import { BOT, CHANNEL, message, snowflake } from './server/payloads.ts';
import type { Answered, Body } from './server/rest.ts';

/** A bot that is connected to a Discord of our own. */
export interface World {
  readonly discord: FakeDiscord;
  readonly bot: Running;
  readonly log: readonly string[];
  /** What the bot takes for the time, in milliseconds. */
  readonly clock: { time: number };
  /** Sends MESSAGE_CREATE. */
  readonly say: (event: ReturnType<typeof message>) => void;
  /** Sends INTERACTION_CREATE; gives what becomes of it. */
  readonly act: (event: { readonly token: string }) => Answered;
  /** Resolves when all that was asked in this channel before now is done with: the last question says so. */
  readonly settled: (channel?: string) => Promise<readonly Body[]>;
  readonly end: () => Promise<void>;
}

export function settingsFor(
  discord: FakeDiscord,
  more: Partial<DiscordSettings> = {},
): DiscordSettings {
  return {
    token: TOKEN,
    applicationId: null,
    apiUrl: discord.url,
    guildId: null,
    shards: null,
    admins: [],
    dataDir: 'data',
    memoryDir: null,
    ...more,
  };
}

/** Starts both. */
export async function startWorld(
  core: BotCore,
  more: Partial<DiscordSettings> = {},
  watching: Watching | null = null,
): Promise<World> {
  const discord = await startFakeDiscord();
  const log: string[] = [];
  const write = createLog(
    (line) => {
      log.push(line);
      discord.tell();
    },
    () => new Date(0),
  );
  const clock = { time: 0 };
  const bot = await startDiscord(
    settingsFor(discord, more),
    core,
    write,
    () => clock.time,
    watching,
  );
  const say: World['say'] = (event) => discord.gateway.send('MESSAGE_CREATE', event);
  return {
    discord,
    bot,
    log,
    clock,
    say,
    act: (event) => {
      discord.gateway.send('INTERACTION_CREATE', event);
      return discord.rest.interaction(event.token);
    },
    settled: async (channel = CHANNEL) => {
      const last = message(`<@${BOT}> the end`, { channel, person: snowflake() });
      say(last);
      const isLast = ({ message_reference: to }: Body): boolean => to?.message_id === last.id;
      await discord.until(() => discord.rest.posts.some(({ body }) => isLast(body)));
      return discord.rest.posts
        .filter((post) => post.channel === channel && !isLast(post.body))
        .map(({ body }) => body);
    },
    end: async () => {
      await bot.stop();
      await discord.close();
    },
  };
}

/** The words of an answer to an interaction, as soon as it is there. */
export function answered(discord: FakeDiscord, asked: Answered): Promise<Body> {
  return discord.until(
    () => asked.original ?? (asked.callback?.type === 4 ? asked.callback.data : null),
  );
}
