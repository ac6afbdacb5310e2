import { codeOf, UNREADABLE } from '../chat/log.ts';
import { SettingsError, type SlackSettings } from '../settings.ts';
import { createClient, type Identity, type Parts } from './bolt.ts';
import { record } from './receive.ts';

const LONGEST_START = 8700; // milliseconds: a wrong setting ends the process within ten seconds
const SHORTEST_WAIT = 3000; // milliseconds that Slack is given at least

/** Fails when connecting takes too long, `uptime` milliseconds into the process: Slack is out of reach. */
export async function inTime<T>(
  settings: SlackSettings,
  uptime: number,
  connecting: Promise<T>,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const wait = Math.max(SHORTEST_WAIT, LONGEST_START - uptime);
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unreachable(settings, 'timeout')), wait);
  });
  return Promise.race([connecting, late]).finally(() => clearTimeout(timer));
}

/**
 * Asks Slack who the bot token belongs to, before Bolt does: a refusal there ends the process later,
 * and without a word. Returns the scopes too; null where Slack does not say. Throws a SettingsError.
 */
export async function verifyBot(
  parts: Parts,
  token: string,
): Promise<Identity & { readonly scopes: readonly string[] | null }> {
  try {
    const tested = await createClient(parts, token).auth.test();
    const { bot_id: botId, user_id: botUserId, response_metadata: told } = tested;
    const identity = { token, botId: botId ?? '', botUserId: botUserId ?? '' };
    return { ...identity, scopes: told?.scopes ?? null };
  } catch (error) {
    throw refusal(parts.settings, 'SLACK_BOT_TOKEN', error);
  }
}

/** What a failure to connect Socket Mode means: the app token is wrong, or Slack is out of reach. */
export function refusedApp(settings: SlackSettings): (error: unknown) => never {
  return (error) => {
    throw refusal(settings, 'SLACK_APP_TOKEN', error);
  };
}

/** Slack answered and said no to the token; or it did not answer as Slack does. */
function refusal(settings: SlackSettings, setting: string, error: unknown): SettingsError {
  const code = codeOf(error);
  return record(error).code === 'slack_webapi_platform_error' && code !== UNREADABLE
    ? new SettingsError([`${setting}: Slack refuses it (${code})`])
    : unreachable(settings, code);
}

function unreachable({ apiUrl }: SlackSettings, code: string): SettingsError {
  const where = apiUrl === null ? 'Slack' : new URL(apiUrl).origin;
  return new SettingsError([`SLACK_API_URL: ${where} does not answer as Slack does (${code})`]);
}
