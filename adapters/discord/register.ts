import {
  ApplicationCommandType,
  type REST,
  type RESTGetAPIApplicationCommandsResult,
  type RESTGetCurrentApplicationResult,
  type RESTPutAPIApplicationCommandsResult,
  Routes,
} from 'discord.js';
import type { DiscordSettings } from '../settings.ts';
import { defineCommands, type Scope } from './definitions.ts';
import { asSettingsError, checkToken } from './refusals.ts';
import { closeRest, openRest } from './rest.ts';
import type { CommandIds } from './typed.ts';

/** What became of registering, and the ids of the commands. */
export interface Registered {
  readonly outcome: 'registered' | 'unchanged';
  readonly ids: CommandIds;
}

/**
 * Registers the commands, for `verbatim discord register`: in one server where one is set, else
 * everywhere. Throws a SettingsError when Discord refuses the token.
 */
export async function registerCommands(settings: DiscordSettings): Promise<Registered> {
  checkToken(settings);
  const rest = openRest(settings, () => {});
  try {
    const application = settings.applicationId ?? (await findApplication(rest));
    return await registerChanged(rest, application, settings.guildId);
  } catch (error) {
    throw asSettingsError(error, settings) ?? error;
  } finally {
    closeRest(rest);
  }
}

async function findApplication(rest: REST): Promise<string> {
  const { id } = (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
  return id;
}

/** Puts all commands at once, when they are not what is registered already. Rejects when Discord refuses. */
export async function registerChanged(
  rest: REST,
  application: string,
  server: string | null,
): Promise<Registered> {
  const scope: Scope = server === null ? 'everywhere' : 'server';
  const route =
    server === null
      ? Routes.applicationCommands(application)
      : Routes.applicationGuildCommands(application, server);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const there = (await rest.get(route, { query })) as RESTGetAPIApplicationCommandsResult;
  const ours = defineCommands(scope);
  if (normalForm(there, scope) === normalForm(ours, scope)) {
    return { outcome: 'unchanged', ids: idsOf(there) };
  }
  const put = (await rest.put(route, { body: ours })) as RESTPutAPIApplicationCommandsResult;
  return { outcome: 'registered', ids: idsOf(put) };
}

function idsOf(commands: RESTGetAPIApplicationCommandsResult): CommandIds {
  const slashes = commands.filter(({ type, id }) => type === SLASH && id !== undefined);
  return new Map(slashes.map(({ name, id }) => [name, id]));
}

const SLASH = ApplicationCommandType.ChatInput;

/** Commands as text that is equal when they are: what Discord adds, or leaves out as usual, does not count. */
function normalForm(commands: readonly object[], scope: Scope): string {
  const fields = scope === 'everywhere' ? [...FIELDS, ...REACH] : FIELDS;
  const plain = commands.map((command) => normalise({ type: 1, ...command }, fields));
  return JSON.stringify(plain.map((command) => JSON.stringify(command)).sort());
}

/** A field that we set, and what stands for it where it is not there. */
type Field = readonly [name: string, usual: unknown];

const FIELDS: readonly Field[] = [
  ['type', null],
  ['name', null],
  ['name_localizations', {}],
  ['description', ''],
  ['description_localizations', {}],
  ['required', false],
  ['autocomplete', false],
  ['choices', []],
  ['min_length', null],
  ['max_length', null],
  ['min_value', null],
  ['max_value', null],
  ['nsfw', false],
  ['default_member_permissions', null],
];
const REACH: readonly Field[] = [
  ['contexts', []],
  ['integration_types', []],
];

function normalise(part: object, fields: readonly Field[]): readonly unknown[] {
  const given = new Map<string, unknown>(Object.entries(part));
  const options = given.get('options');
  return [
    ...fields.map(([name, usual]) => plain(given.get(name) ?? usual)),
    ...(Array.isArray(options) ? options.map((option) => normalise(Object(option), FIELDS)) : []),
  ];
}

/** Lists of ids and tables, whose order does not count; ids that come back as strings. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.every((one) => typeof one === 'number') ? [...value].sort() : value.map(plain);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .filter(([, one]) => one !== null)
      .map(([key, one]) => [key, plain(one)])
      .sort();
  }
  return typeof value === 'number' ? String(value) : value;
}
