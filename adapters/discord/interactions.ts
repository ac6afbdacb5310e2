import {
  type APIMessage,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type GatewayInteractionCreateDispatchData,
  InteractionContextType,
  InteractionType,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import { type CommandInfo, type Place, writeLine } from '../../src/index.ts';
import { type ButtonState, readCustomId } from './buttons.ts';
import { MANAGE, messageMenus, PRIVATE_OPTION } from './definitions.ts';
import { quotedWords } from './quoted.ts';
import { readPlace, type Surroundings } from './receive.ts';
import { THREADS } from './threads.ts';
import { commandOf } from './typed.ts';
import type { Call } from './wire.ts';

/** What someone did: a slash command, an entry of a message's menu, a button, or typing in an option. */
export type Interaction = {
  readonly call: Call;
  readonly channel: string;
  readonly person: string;
  readonly place: Place;
  /** In a DM with the bot, where nobody else reads. */
  readonly direct: boolean;
  /** Whether others see the answer. */
  readonly isPrivate: boolean;
  /** Whether the bot is a member here, and not only on someone's own account. */
  readonly isMember: boolean;
} & (
  | {
      readonly kind: 'command';
      readonly command: CommandInfo;
      readonly line: string;
      /** The typed question, which others do not see; null where the answer repeats it. */
      readonly words: string | null;
    }
  | { readonly kind: 'menu'; readonly command: string; readonly words: string }
  | { readonly kind: 'button'; readonly state: ButtonState | null }
  /** The switch for threads in a server; null if it is neither on nor off. */
  | { readonly kind: 'threads'; readonly server: string; readonly open: boolean | null }
  /** What the bot no longer offers, or never did: it still needs an answer. */
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'typing';
      readonly command: CommandInfo | null;
      readonly option: string;
      readonly typed: string;
    }
);

/** Interactions of four kinds with their fields as they may come: not all of these fields are in each. */
type InteractionEvent = Partial<Omit<GatewayInteractionCreateDispatchData, 'data' | 'message'>> & {
  readonly data?: {
    readonly type?: ApplicationCommandType;
    readonly name?: string;
    readonly options?: readonly OptionValue[];
    readonly target_id?: string;
    readonly resolved?: { readonly messages?: Readonly<Record<string, Partial<APIMessage>>> };
    readonly custom_id?: string;
  };
  readonly message?: Partial<APIMessage>;
};

interface OptionValue {
  readonly name?: string;
  readonly type?: ApplicationCommandOptionType;
  readonly value?: string | number | boolean;
  readonly focused?: boolean;
  /** Of a verb. */
  readonly options?: readonly OptionValue[];
}

/** Reads an interaction; null for anything else, and for kinds that Discord may add. */
export function readInteraction(raw: unknown, around: Surroundings): Interaction | null {
  const event = raw as InteractionEvent; // outside data: each field is looked at before it is used
  const { id, token, application_id: application = around.me, data } = event;
  const channel = event.channel_id ?? event.channel?.id;
  const person = event.member?.user.id ?? event.user?.id;
  if (!id || !token || !application || !channel || !person || !data) return null;
  const guild = event.guild_id ?? null;
  const isMember = isMemberThere(event);
  const asked = {
    call: { id, token, application },
    channel,
    person,
    direct: guild === null && (event.context ?? InteractionContextType.BotDM) === IN_DM,
    isMember,
    isPrivate: !isMember,
    place: readPlace(guild, channel, person, {
      ...around,
      parentOf: (key) => parentIn(event) ?? around.parentOf(key),
      isManager: isMember && mayManage(event.member?.permissions),
    }),
  };
  switch (event.type) {
    case InteractionType.ApplicationCommand: {
      if (data.type === ApplicationCommandType.Message) {
        const menu = messageMenus.find((one) => one.name === data.name);
        const message = data.resolved?.messages?.[data.target_id ?? ''];
        const words = quotedWords(message, around.me);
        return menu === undefined
          ? { ...asked, kind: 'gone' }
          : { ...asked, kind: 'menu', command: menu.command, words, isPrivate: true };
      }
      const { command, verb, options } = readCommand(data);
      if (data.name === THREADS.command && verb === THREADS.verb && guild !== null) {
        return {
          ...asked,
          kind: 'threads',
          server: guild,
          open: readSwitch(options, THREADS.option),
        };
      }
      const isPrivate = readSwitch(options, PRIVATE_OPTION) ?? asked.isPrivate;
      if (command === null) return { ...asked, kind: 'gone' };
      const line = writeLine(command, valuesOf(options));
      return {
        ...asked,
        kind: 'command',
        command,
        line,
        words: wordsOf(command, options),
        isPrivate,
      };
    }
    case InteractionType.MessageComponent: {
      const state = readState(event);
      const isEphemeral = ((event.message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
      return { ...asked, kind: 'button', state, isPrivate: asked.isPrivate || isEphemeral };
    }
    case InteractionType.ApplicationCommandAutocomplete: {
      const { command, options } = readCommand(data);
      const { name: option = '', value: typed = '' } = options.find((one) => one.focused) ?? {};
      return { ...asked, kind: 'typing', command, option, typed: String(typed) };
    }
    case InteractionType.ModalSubmit:
      return { ...asked, kind: 'gone' };
    default:
      return null;
  }
}

const IN_DM = InteractionContextType.BotDM;

/**
 * Whether the server, or the DM, has the bot: where only someone's own account has it, its answers are for
 * that person alone unless they say otherwise.
 */
function isMemberThere({ authorizing_integration_owners: owners, context }: InteractionEvent) {
  return owners === undefined || '0' in owners || context === IN_DM;
}

function mayManage(permissions: string | undefined): boolean {
  if (permissions === undefined || !/^\d+$/.test(permissions)) return false;
  return (BigInt(permissions) & (MANAGE | PermissionFlagsBits.Administrator)) !== 0n;
}

function parentIn({ channel }: InteractionEvent): string | null {
  const isThread = channel !== undefined && 'thread_metadata' in channel;
  return (isThread && 'parent_id' in channel && channel.parent_id) || null;
}

/** A button without its owner in it is the one's who gave the command it stands under. */
function readState({ data, message }: InteractionEvent): ButtonState | null {
  const state = readCustomId(data?.custom_id ?? '');
  return (
    state && { ...state, person: state.person ?? message?.interaction_metadata?.user.id ?? null }
  );
}

type CommandData = NonNullable<InteractionEvent['data']>;

interface Read {
  /** Null for what the bot has never offered. */
  readonly command: CommandInfo | null;
  readonly verb: string | null;
  readonly options: readonly OptionValue[];
}

/** `/ask` with its options, `/story numbers` with those of the verb. */
function readCommand({ name = '', options = [] }: CommandData): Read {
  const verb = options.find(({ type }) => type === ApplicationCommandOptionType.Subcommand);
  return {
    command: commandOf(name, verb?.name ?? null),
    verb: verb?.name ?? null,
    options: verb === undefined ? options : (verb.options ?? []),
  };
}

function readSwitch(options: readonly OptionValue[], name: string): boolean | null {
  const value = options.find((one) => one.name === name)?.value;
  return typeof value === 'boolean' ? value : null;
}

/** What was given, by the names of the options. */
function valuesOf(given: readonly OptionValue[]): Readonly<Record<string, OptionValue['value']>> {
  return Object.fromEntries(given.map(({ name = '', value }) => [name, value]));
}

/** Those of a question, a fragment, a quotation. */
function wordsOf({ name, options }: CommandInfo, given: readonly OptionValue[]): string | null {
  const [first] = options;
  const isInWords = ['ask', 'who-said', 'check'].includes(name);
  const value = given.find((one) => one.name === first?.name)?.value;
  return isInWords && value !== undefined ? String(value) : null;
}
