import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { type CommandInfo, commands } from '../../src/index.ts';
import { THREADS } from './threads.ts';
import { slashOf } from './typed.ts';

/** Discord's own OpenAPI document wants permissions as a number here; what comes back is a string. */
type AsDocumented<T> = T extends unknown
  ? Omit<T, 'default_member_permissions'> & { readonly default_member_permissions?: number }
  : never;
type Definition = AsDocumented<RESTPutAPIApplicationCommandsJSONBody[number]>;
type Option = NonNullable<Extract<Definition, { readonly description: string }>['options']>[number];

/** Every slash command can be answered to the person alone. */
export const PRIVATE_OPTION = 'private';

/** The permission that `/stories` needs. A server's own settings may give the command to others. */
export const MANAGE = PermissionFlagsBits.ManageGuild;

/** What stands in the menu of a message, and the command that it means. */
export const messageMenus: readonly { readonly name: string; readonly command: string }[] = [
  { name: 'Who said this?', command: 'who-said' },
  { name: 'Check this quote', command: 'check' },
];

/** Whether commands are for one server, or for everywhere: only there contexts and installations count. */
export type Scope = 'server' | 'everywhere';

/** All that is registered: the commands that the core lists, grouped into few in the picker, and the menus. */
export function defineCommands(scope: Scope): readonly Definition[] {
  const names = commands.map(({ name }) => name);
  const tops = [...new Set(commands.map((one) => slashOf(one).command))];
  return [
    ...tops.map((top) => defineSlash(top, scope)),
    ...messageMenus
      .filter(({ command }) => names.includes(command))
      .map(({ name }) => ({
        type: ApplicationCommandType.Message as const,
        name,
        ...reach(scope, false),
      })),
  ];
}

/** What commands with verbs are for, as Discord shows it in a server's settings. */
const GROUPS: Readonly<Record<string, string>> = {
  story: 'The story at a glance, its figures, times, speakers and sources; help',
  stories: 'Choose, add, remove and watch the stories that are asked here',
};

function defineSlash(top: string, scope: Scope): Definition {
  const inside = commands.filter((one) => slashOf(one).command === top);
  const [only] = inside;
  const isAdmin = inside.some(({ admin }) => admin);
  const isAlone = only !== undefined && slashOf(only).verb === null;
  return {
    type: ApplicationCommandType.ChatInput,
    name: top,
    description: isAlone ? only.description : (GROUPS[top] ?? top),
    options: isAlone
      ? defineOptions(only)
      : [...inside.map(defineVerb), ...(top === THREADS.command ? [THREADS.definition] : [])],
    ...(isAdmin ? { default_member_permissions: Number(MANAGE) } : {}),
    ...reach(scope, isAdmin),
  };
}

function defineVerb(command: CommandInfo): Option {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: slashOf(command).verb ?? command.name,
    description: command.description,
    options: defineOptions(command),
  };
}

type Value = Extract<
  Option,
  { readonly type: ApplicationCommandOptionType.String | ApplicationCommandOptionType.Boolean }
>;

/** The options, those required first as Discord wants them, and `private` last. */
function defineOptions(command: CommandInfo): Value[] {
  const inOrder = [...command.options].sort((a, b) => Number(b.required) - Number(a.required));
  return [
    ...inOrder.map(({ name, description, required, completes, word }): Value => {
      const known = { name, description, required };
      if (word !== null) return { type: ApplicationCommandOptionType.Boolean, ...known };
      const completed = completes === null ? {} : { autocomplete: true as const };
      return { type: ApplicationCommandOptionType.String, ...known, ...completed };
    }),
    {
      type: ApplicationCommandOptionType.Boolean,
      name: PRIVATE_OPTION,
      description: 'Show the answer to you alone',
      required: false,
    },
  ];
}

/**
 * In servers, in DMs with the bot, and wherever someone has added it to their account; what needs a
 * permission, only in servers that have added it. Contexts and permissions apply to whole commands.
 */
function reach(scope: Scope, isAdmin: boolean): Pick<Definition, 'contexts' | 'integration_types'> {
  if (scope === 'server') return {};
  if (isAdmin) {
    return {
      contexts: [InteractionContextType.Guild],
      integration_types: [ApplicationIntegrationType.GuildInstall],
    };
  }
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
