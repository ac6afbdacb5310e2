import { REST } from 'discord.js';
import type { Log } from '../chat/log.ts';
import type { DiscordSettings } from '../settings.ts';
import { restOptions } from './refusals.ts';

/** Discord's REST for all answers of a process, whichever of its connections a question came by; `closeRest` ends it. */
export function openRest(settings: DiscordSettings, log: Log): REST {
  return new REST({ version: '10', ...restOptions(settings, log) }).setToken(settings.token);
}

/** Lets the process end. */
export function closeRest(rest: REST): void {
  rest.clearHashSweeper();
  rest.clearHandlerSweeper();
}
