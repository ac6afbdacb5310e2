import { readFileSync } from 'node:fs';
import { config } from 'dotenv';
import { DATA_DIR, type Platform } from './chat-settings.ts';
import { z } from './contract/zod.ts';
import { type DiscordSettings, discordFields, readDiscord } from './discord-settings.ts';
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
import { readSlack, type SlackSettings, slackFields } from './slack-settings.ts';

export type { Platform } from './chat-settings.ts';
export type { DiscordSettings } from './discord-settings.ts';
export { type HttpSettings, isLoopback } from './http-settings.ts';
export { type Environment, SettingsError } from './setting-fields.ts';
export type { ManyWorkspaces, SlackSettings } from './slack-settings.ts';

/** The environment with `.env` added. Read it once. Throws a SettingsError where that is there and can't be read. */
export function readEnvironment(): Environment {
  checkFile('.env');
  config({ quiet: true });
  return process.env;
}

/** What is left out in silence looks as if it were not set. */
function checkFile(file: string): void {
  const bytes = readBytes(file);
  if (bytes?.includes(0)) throw new SettingsError([`${file}: is not UTF-8 text`]); // as UTF-16 is not
}

function readBytes(file: string): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
    if (code === 'ENOENT') return null;
    throw new SettingsError([`${file}: can't be read (${code})`]);
  }
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

const environment = z.object({
  ...slackFields,
  ...discordFields,
  ...httpFields,
  HEALTH_PORT: port.optional(),
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
