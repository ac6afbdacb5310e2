import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { type CommandInfo, commands } from '../../src/index.ts';
import { german } from './localisation.ts';

/** Discord's own OpenAPI document wants permissions as a number here; what comes back is a string. */
type AsDocumented<T> = T extends unknown
  ? Omit<T, 'default_member_permissions'> & { readonly default_member_permissions?: number }
  : never;
type Definition = AsDocumented<RESTPutAPIApplicationCommandsJSONBody[number]>;
type Option = NonNullable<Extract<Definition, { readonly description: string }>['options']>[number];

/** Every slash command can be answered to the person alone. */
export const PRIVATE_OPTION = 'private';

/** What stands in the menu of a message, and the command that it means. */
export const messageMenus: readonly { readonly name: string; readonly command: string }[] = [
  { name: 'Who said this?', command: 'who-said' },
  { name: 'Check this quote', command: 'check' },
];

/** Whether commands are for one server, or for everywhere: only there contexts and installations count. */
export type Scope = 'server' | 'everywhere';

/** All that is registered: the commands that the core lists, and the menus of those among them. */
export function defineCommands(scope: Scope): readonly Definition[] {
  const names = commands.map(({ name }) => name);
  const menus = messageMenus.filter(({ command }) => names.includes(command));
  return [
    ...commands.map((command) => ({ ...defineSlash(command), ...reach(scope) })),
    ...menus.map(({ name }) => ({
      type: ApplicationCommandType.Message as const,
      name,
      name_localizations: { de: german(name).name },
      ...reach(scope),
    })),
  ];
}

function defineSlash(command: CommandInfo): Definition {
  const { name, description } = german(command.name);
  return {
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    name_localizations: { de: name },
    description: command.description,
    description_localizations: { de: description },
    options: defineOptions(command),
    ...(command.admin
      ? { default_member_permissions: Number(PermissionFlagsBits.ManageGuild) }
      : {}),
  };
}

/** The options, those required first as Discord wants them, and `private` last. */
function defineOptions(command: CommandInfo): Option[] {
  const inOrder = [...command.options].sort((a, b) => Number(b.required) - Number(a.required));
  return [
    ...inOrder.map((option) => ({
      type: ApplicationCommandOptionType.String as const,
      ...localised(`${command.name} ${option.name}`, option.name, option.description),
      required: option.required,
      ...(option.completes === null ? {} : { autocomplete: true as const }),
    })),
    {
      type: ApplicationCommandOptionType.Boolean,
      ...localised(PRIVATE_OPTION, PRIVATE_OPTION, 'Show the answer to you alone'),
      required: false,
    },
  ];
}

function localised(key: string, name: string, description: string) {
  const de = german(key);
  return {
    name,
    name_localizations: { de: de.name },
    description,
    description_localizations: { de: de.description },
  };
}

/** In servers, in DMs with the bot, and wherever someone has added it to their own account. */
function reach(scope: Scope): Pick<Definition, 'contexts' | 'integration_types'> {
  if (scope === 'server') return {};
  return {
    contexts: [
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    ],
    integration_types: [
      ApplicationIntegrationType.GuildInstall,
      ApplicationIntegrationType.UserInstall,
    ],
  };
}
