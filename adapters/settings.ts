import { config } from 'dotenv';
import { z } from './contract/zod.ts';
import type { PageSettings } from './http/links.ts';
import {
  findHttpMistakes,
  type HttpSettings,
  httpFields,
  pageFields,
  readHttp,
  readPage,
} from './http-settings.ts';
import { type Environment, parse, port, SettingsError, url } from './setting-fields.ts';

export { type HttpSettings, isLoopback } from './http-settings.ts';
export { type Environment, SettingsError } from './setting-fields.ts';

/** The environment, with what `.env` adds to it. To be read once. */
export function readEnvironment(): Environment {
  config({ quiet: true });
  return process.env;
}

/** A platform is ready to start, or lacks the settings named, or none of its settings is there. */
export type Platform<T> =
  | { readonly kind: 'ready'; readonly settings: T }
  | { readonly kind: 'missing'; readonly names: readonly string[] }
  | { readonly kind: 'absent' };

export interface SlackSettings {
  /** Null for Slack's own. */
  readonly apiUrl: string | null;
  readonly transport:
    | { readonly mode: 'socket'; readonly appToken: string }
    | { readonly mode: 'http'; readonly signingSecret: string };
  /** HTTP: where events come in. Socket Mode with many workspaces: where they install the app. */
  readonly port: number;
  readonly workspaces: { readonly kind: 'one'; readonly botToken: string } | ManyWorkspaces;
  /** Made with `manifest-agent.json`: there is an agent panel, and the scope for it. */
  readonly agent: boolean;
  readonly admins: readonly string[];
  readonly dataDir: string;
  /** Folder for what is remembered of channels; null, for as long as the process, without DATA_DIR. */
  readonly memoryDir: string | null;
}

/** What installing in many workspaces needs. */
export interface ManyWorkspaces {
  readonly kind: 'many';
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  readonly storeKey: string;
}

export interface DiscordSettings {
  readonly token: string;
  /** Null to be found out. */
  readonly applicationId: string | null;
  /** Null for Discord's own. */
  readonly apiUrl: string | null;
  /** The only server to register commands in; null for everywhere. */
  readonly guildId: string | null;
  readonly admins: readonly string[];
  readonly dataDir: string;
  /** Folder for what is remembered of channels; null, for as long as the process, without DATA_DIR. */
  readonly memoryDir: string | null;
}

export interface Settings {
  readonly slack: Platform<SlackSettings>;
  readonly discord: Platform<DiscordSettings>;
  /** The page and the API; null without a port for them. */
  readonly http: HttpSettings | null;
  readonly page: PageSettings;
  /** When digests are sent, by this machine's clock. */
  readonly digestAt: { readonly hour: number; readonly minute: number };
  /** Port of `/healthz`; null for none. */
  readonly healthPort: number | null;
}

const DATA_DIR = 'data';

const text = z.string().optional();
const snowflake = z.string().regex(/^\d+$/, 'must be a number').optional();

const environment = z.object({
  SLACK_MODE: z.enum(['socket', 'http'], 'must be socket or http').default('socket'),
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^(xoxe\.)?xoxb-/, 'must be a bot token, which begins with xoxb-')
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-/, 'must be an app-level token, which begins with xapp-')
    .optional(),
  SLACK_SIGNING_SECRET: text,
  SLACK_CLIENT_ID: text,
  SLACK_CLIENT_SECRET: text,
  SLACK_STATE_SECRET: text,
  SLACK_AGENT: z.enum(['on', 'off'], 'must be on or off').default('off'),
  SLACK_API_URL: url,
  PORT: port.default(3000),
  STORE_KEY: z.string().min(8, 'must have at least 8 characters').optional(),
  DISCORD_TOKEN: text,
  DISCORD_APPLICATION_ID: snowflake,
  DISCORD_API_URL: url,
  DISCORD_GUILD_ID: snowflake,
  ...httpFields,
  HEALTH_PORT: port.optional(),
  ADMIN_IDS: z.string().default(''),
  DATA_DIR: text,
  DIGEST_AT: z
    .string()
    .regex(/^(?:[01]?\d|2[0-3]):[0-5]\d$/, 'must be a time such as 08:00')
    .default('08:00'),
});

const kept = z.object({
  DATA_DIR: z.string().default(DATA_DIR),
  FETCH: z.enum(['on', 'off'], 'must be on or off').default('off'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(?:ql)?$/, error: 'must be a URL that begins with postgres' })
    .optional(),
  SEARCH_URL: url,
});

/** Where stories are kept, and whether addresses may be fetched. */
export interface KeepSettings {
  readonly dataDir: string;
  readonly fetch: boolean;
  /** A database that many processes share, and a search engine beside it; null for DATA_DIR. */
  readonly fleet: { readonly databaseUrl: string; readonly searchUrl: string | null } | null;
}

/** Reads what keeping stories needs, and nothing else. Throws a SettingsError. */
export function readKeepSettings(env: Environment): KeepSettings {
  const {
    DATA_DIR: dataDir,
    FETCH: fetch,
    DATABASE_URL: databaseUrl,
    SEARCH_URL: searchUrl = null,
  } = parse(kept, { ...env, FETCH: env.FETCH?.toLowerCase() });
  if (databaseUrl === undefined && searchUrl !== null)
    throw new SettingsError(['SEARCH_URL: needs DATABASE_URL, where the stories are kept']);
  const fleet = databaseUrl === undefined ? null : { databaseUrl, searchUrl };
  return { dataDir, fetch: fetch === 'on', fleet };
}

/** Reads what links to the page of the stories need, and nothing else. Throws a SettingsError. */
export function readPageSettings(env: Environment): PageSettings {
  return readPage(parse(z.object(pageFields), env));
}

/** Reads what serving over HTTP on a port needs, and nothing else. Throws a SettingsError. */
export function readHttpSettings(env: Environment, port: number): HttpSettings | null {
  const read = parse(z.object(httpFields), { ...env, HTTP_PORT: String(port) });
  const wrong = findHttpMistakes(read);
  if (wrong.length > 0) throw new SettingsError(wrong);
  return readHttp(read);
}

type Read = z.infer<typeof environment>;

/** Reads the environment. Throws a SettingsError with a line for each setting that is wrong. */
export function readSettings(env: Environment): Settings {
  const read = parse(environment, env);
  const wrong = findHttpMistakes(read);
  if (wrong.length > 0) throw new SettingsError(wrong);
  return {
    slack: readSlack(read),
    discord: readDiscord(read),
    http: readHttp(read),
    page: readPage(read),
    digestAt: readTime(read.DIGEST_AT),
    healthPort: read.HEALTH_PORT ?? null,
  };
}

function readTime(time: string): Settings['digestAt'] {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return { hour, minute };
}

function readSlack(env: Read): Platform<SlackSettings> {
  const workspaces = readWorkspaces(env);
  const transport = readTransport(env);
  if (!hasAny(env, [...ONE, ...MANY, 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'])) {
    return { kind: 'absent' };
  }
  if ('missing' in workspaces || 'missing' in transport) {
    const names = [workspaces, transport].flatMap((part) =>
      'missing' in part ? part.missing : [],
    );
    return { kind: 'missing', names };
  }
  const settings = {
    ...common(env),
    apiUrl: env.SLACK_API_URL ?? null,
    port: env.PORT,
    agent: env.SLACK_AGENT === 'on',
  };
  return { kind: 'ready', settings: { ...settings, workspaces, transport } };
}

const ONE = ['SLACK_BOT_TOKEN'] as const;
const MANY = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'] as const;

/** Settings that must be there and are not. */
interface Missing {
  readonly missing: readonly string[];
}

/** One workspace when there is a bot token, unless all that many workspaces need is there too. */
function readWorkspaces(env: Read): SlackSettings['workspaces'] | Missing {
  const names = [...MANY, 'STORE_KEY'] as const;
  const [clientId, clientSecret, stateSecret, storeKey] = names.map((name) => env[name]);
  if (clientId && clientSecret && stateSecret && storeKey) {
    return { kind: 'many', clientId, clientSecret, stateSecret, storeKey };
  }
  if (env.SLACK_BOT_TOKEN) return { kind: 'one', botToken: env.SLACK_BOT_TOKEN };
  return { missing: hasAny(env, MANY) ? names.filter((name) => !env[name]) : ONE };
}

function readTransport(env: Read): SlackSettings['transport'] | Missing {
  if (env.SLACK_MODE === 'http') {
    return env.SLACK_SIGNING_SECRET
      ? { mode: 'http', signingSecret: env.SLACK_SIGNING_SECRET }
      : { missing: ['SLACK_SIGNING_SECRET'] };
  }
  return env.SLACK_APP_TOKEN
    ? { mode: 'socket', appToken: env.SLACK_APP_TOKEN }
    : { missing: ['SLACK_APP_TOKEN'] };
}

function readDiscord(env: Read): Platform<DiscordSettings> {
  if (!env.DISCORD_TOKEN) {
    return hasAny(env, ['DISCORD_APPLICATION_ID', 'DISCORD_GUILD_ID'])
      ? { kind: 'missing', names: ['DISCORD_TOKEN'] }
      : { kind: 'absent' };
  }
  const settings = {
    ...common(env),
    token: env.DISCORD_TOKEN,
    applicationId: env.DISCORD_APPLICATION_ID ?? null,
    apiUrl: env.DISCORD_API_URL ?? null,
    guildId: env.DISCORD_GUILD_ID ?? null,
  };
  return { kind: 'ready', settings };
}

function common(env: Read): Pick<SlackSettings, 'admins' | 'dataDir' | 'memoryDir'> {
  return {
    admins: env.ADMIN_IDS.split(/[\s,;]+/).filter(Boolean),
    dataDir: env.DATA_DIR ?? DATA_DIR,
    memoryDir: env.DATA_DIR ?? null,
  };
}

function hasAny(env: Read, names: readonly (keyof Read)[]): boolean {
  return names.some((name) => env[name] !== undefined);
}
