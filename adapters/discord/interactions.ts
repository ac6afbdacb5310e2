import {
  type APIMessage,
  ApplicationCommandType,
  type GatewayInteractionCreateDispatchData,
  InteractionType,
  MessageFlags,
} from 'discord.js';
import { commands, type Place } from '../../src/index.ts';
import { type ButtonState, readCustomId } from './buttons.ts';
import { messageMenus, PRIVATE_OPTION } from './definitions.ts';
import { quotedWords } from './quoted.ts';
import { readPlace, type Surroundings } from './receive.ts';
import type { Call } from './wire.ts';

/** What someone did: a slash command, an entry of a message's menu, a button, or typing in an option. */
export type Interaction = {
  readonly call: Call;
  readonly channel: string;
  readonly person: string;
  readonly place: Place;
  /** In a DM, where all is between the two. */
  readonly direct: boolean;
} & (
  | { readonly kind: 'command'; readonly line: string; readonly isPrivate: boolean }
  | { readonly kind: 'menu'; readonly command: string; readonly words: string }
  | { readonly kind: 'button'; readonly state: ButtonState | null; readonly isPrivate: boolean }
  | {
      readonly kind: 'typing';
      readonly command: string;
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
  readonly value?: string | number | boolean;
  readonly focused?: boolean;
}

/** Reads an interaction; null for what the bot has never offered: forms, menus of people. */
export function readInteraction(raw: unknown, around: Surroundings): Interaction | null {
  const event = raw as InteractionEvent; // outside data: each field is looked at before it is used
  const { id, token, application_id: application = around.me, data } = event;
  const channel = event.channel_id ?? event.channel?.id;
  const person = event.member?.user.id ?? event.user?.id;
  if (!id || !token || !application || !channel || !person || !data) return null;
  const asked = {
    call: { id, token, application },
    channel,
    person,
    direct: !event.guild_id,
    place: readPlace(event.guild_id ?? null, channel, person, {
      ...around,
      parentOf: (key) => parentIn(event) ?? around.parentOf(key),
    }),
  };
  switch (event.type) {
    case InteractionType.ApplicationCommand: {
      const menu = messageMenus.find((one) => one.name === data.name);
      if (data.type !== ApplicationCommandType.Message) {
        return { ...asked, kind: 'command', line: readLine(data), isPrivate: wantsPrivacy(data) };
      }
      const message = data.resolved?.messages?.[data.target_id ?? ''];
      const words = quotedWords(message, around.me);
      return menu ? { ...asked, kind: 'menu', command: menu.command, words } : null;
    }
    case InteractionType.MessageComponent: {
      const state = readState(event);
      const isPrivate = ((event.message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
      return { ...asked, kind: 'button', state, isPrivate };
    }
    case InteractionType.ApplicationCommandAutocomplete: {
      const focused = data.options?.find((option) => option.focused);
      const { name: option = '', value: typed = '' } = focused ?? {};
      return { ...asked, kind: 'typing', command: data.name ?? '', option, typed: String(typed) };
    }
    default:
      return null;
  }
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

function wantsPrivacy({ options }: CommandData): boolean {
  return options?.some(({ name, value }) => name === PRIVATE_OPTION && value === true) ?? false;
}

/** What stands between the first thing typed and the others: `/quotes Mei about Alibaba`. */
const JOINTS: Readonly<Record<string, string>> = { topic: 'about', person: 'by' };

/** The options, in the order of the command, as a line that means the same typed anywhere. */
function readLine({ name = '', options = [] }: CommandData): string {
  const command = commands.find((one) => one.name === name);
  const values = (command?.options ?? []).flatMap((option) => {
    const given = options.find((one) => one.name === option.name)?.value;
    return given === undefined ? [] : [{ joint: JOINTS[option.name], value: String(given) }];
  });
  const words = values.map(({ joint, value }, index) => {
    if (index > 0) return joint === undefined ? value : `${joint} ${value}`;
    return name === 'check' ? inQuotationMarks(value) : value;
  });
  return [`/${name}`, ...words].join(' ');
}

/** A quotation to be checked: in marks a "by" in it is its own, and names no person. */
export function inQuotationMarks(words: string): string {
  return /["“”„«»]/.test(words) ? words : `"${words}"`;
}
