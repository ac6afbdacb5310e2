import {
  DefaultRestOptions,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  type RESTOptions,
} from 'discord.js';
import type { Log } from '../chat/log.ts';
import { type DiscordSettings, SettingsError } from '../settings.ts';

const PORTAL = 'https://discord.com/developers/applications';
const BAD_TOKEN = `DISCORD_TOKEN: Discord does not know this token; copy a new one from the Bot page of your application, ${PORTAL}`;

const LONGEST_WAIT = 10_000; // milliseconds; a longer wait imposed by Discord is given up and logged
const FIRST_WAIT = 1_000; // a first answer has 3 seconds

/**
 * REST as we use it: retries are decided per request, not by discord.js. Every rate limit that is hit
 * is logged, including those Discord announced (`rateLimited`), and the wait is bounded.
 */
export function restOptions({ apiUrl }: DiscordSettings, log: Log): Partial<RESTOptions> {
  return {
    api: (apiUrl ?? DefaultRestOptions.api).replace(/\/+(v\d+\/*)?$/, ''),
    retries: 0,
    handlerSweepInterval: 300_000, // milliseconds: each interaction leaves a handler behind
    rejectOnRateLimit: ({ global, scope, method, route, retryAfter, sublimitTimeout }) => {
      const wait = Math.max(retryAfter, sublimitTimeout);
      const isLong = wait > (route.endsWith('/callback') ? FIRST_WAIT : LONGEST_WAIT);
      const event = isLong ? 'discord: rate limited, given up' : 'discord: rate limited, waiting';
      log(event, { code: global ? 'global' : scope, method, route: plainRoute(route) });
      return isLong;
    },
  };
}

/** A route with its ids and tokens removed, whatever they look like: `/webhooks/:id/:token`. */
function plainRoute(route: string): string {
  return route
    .replace(/^\/webhooks\/[^/]+\/[^/]+/, '/webhooks/:id/:token')
    .replace(/(?<=\/)\d+/g, ':id');
}

/** The gateway closed for good: whose fault it is, and what helps. */
export function fatalClose(code: number): SettingsError {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return new SettingsError([BAD_TOKEN]);
    case GatewayCloseCodes.DisallowedIntents:
    case GatewayCloseCodes.InvalidIntents:
      return new SettingsError([
        `DISCORD_TOKEN: Discord refuses the intents that this bot asks for (${code}); see Privileged Gateway Intents on the Bot page of your application, ${PORTAL}, or use the token of another application`,
      ]);
    case GatewayCloseCodes.InvalidAPIVersion:
      return new SettingsError([
        `DISCORD_API_URL: its gateway does not speak version 10 (${code})`,
      ]);
    default:
      return new SettingsError([`DISCORD_TOKEN: the gateway refuses this bot for good (${code})`]);
  }
}

/** The setting that is to blame for an error at start; null for an outage, which passes. */
export function asSettingsError(error: unknown, { apiUrl }: DiscordSettings): SettingsError | null {
  if (error instanceof SettingsError) return error;
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
    return new SettingsError([BAD_TOKEN]);
  }
  if (error instanceof DiscordAPIError && error.status === 401)
    return new SettingsError([BAD_TOKEN]);
  if (error instanceof DiscordAPIError && error.status === 404 && apiUrl !== null) {
    return new SettingsError(['DISCORD_API_URL: there is no Discord API at this address (404)']);
  }
  return null;
}

/** Throws a SettingsError for a token that could not even be sent: with spaces or letters beyond ASCII. */
export function checkToken({ token }: DiscordSettings): void {
  if (!/^[\x21-\x7e]+$/.test(token)) throw new SettingsError([BAD_TOKEN]);
}
