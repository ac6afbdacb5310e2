import { type ChatSettings, chatFields, hasAny, type Platform, readChat } from './chat-settings.ts';
import { z } from './contract/zod.ts';
import { url } from './setting-fields.ts';

export interface DiscordSettings extends ChatSettings {
  readonly token: string;
  /** Null: asked from Discord. */
  readonly applicationId: string | null;
  /** Null for Discord's own. */
  readonly apiUrl: string | null;
  /** The only server to register commands in; null for everywhere. */
  readonly guildId: string | null;
  /** How many shards processes share; null: one process has all that Discord wants. */
  readonly shards: number | null;
}

const MOST_SHARDS = 10_000;

const snowflake = z.string().regex(/^\d+$/, 'must be a number').optional();

/** Settings of Discord, as the environment has them. */
export const discordFields = {
  ...chatFields,
  DISCORD_TOKEN: z.string().optional(),
  DISCORD_APPLICATION_ID: snowflake,
  DISCORD_API_URL: url,
  DISCORD_GUILD_ID: snowflake,
  DISCORD_SHARDS: z.coerce
    .number('must be a number of shards')
    .int('must be a number of shards')
    .min(1, 'must be a number of shards')
    .max(MOST_SHARDS, `must be at most ${MOST_SHARDS}`)
    .optional(),
};

type Read = z.infer<z.ZodObject<typeof discordFields>>;

/** Turns Discord's settings into values. */
export function readDiscord(env: Read): Platform<DiscordSettings> {
  if (!env.DISCORD_TOKEN) {
    return hasAny(env, ['DISCORD_APPLICATION_ID', 'DISCORD_GUILD_ID', 'DISCORD_SHARDS'])
      ? { kind: 'missing', names: ['DISCORD_TOKEN'] }
      : { kind: 'absent' };
  }
  const settings = {
    ...readChat(env),
    token: env.DISCORD_TOKEN,
    applicationId: env.DISCORD_APPLICATION_ID ?? null,
    apiUrl: env.DISCORD_API_URL ?? null,
    guildId: env.DISCORD_GUILD_ID ?? null,
    shards: env.DISCORD_SHARDS ?? null,
  };
  return { kind: 'ready', settings };
}
