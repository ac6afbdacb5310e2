/** Numbers as Discord gives them: 18 digits, each one new. */
let last = 500_000_000_000_000_000n;
export function snowflake(): string {
  last += 4_194_304n;
  return String(last);
}

export const BOT = '900000000000000001';
export const GUILD = '100000000000000001';
export const CHANNEL = '200000000000000001';
export const PERSON = '300000000000000001';

export function user(id: string, more: object = {}) {
  return {
    id,
    username: `user${id.slice(-4)}`,
    discriminator: '0',
    avatar: null,
    global_name: null,
    ...more,
  };
}

/** What a message differs in from an ordinary one in a channel of a server. */
export interface MessageParts {
  readonly id?: string;
  readonly channel?: string;
  /** Null for a DM. */
  readonly guild?: string | null;
  readonly person?: string;
  /** Whether the bot is among those mentioned; otherwise by whether the content names it. */
  readonly mentioned?: boolean;
  readonly more?: object;
}

/** MESSAGE_CREATE, as the gateway sends it. */
export function message(content: string, parts: MessageParts = {}) {
  const { id = snowflake(), channel = CHANNEL, guild = GUILD, person = PERSON } = parts;
  const mentioned = parts.mentioned ?? /<@!?900000000000000001>/.test(content);
  return {
    id,
    channel_id: channel,
    ...(guild === null
      ? {}
      : { guild_id: guild, member: { roles: [], joined_at: '2024-01-01T00:00:00Z' } }),
    channel_type: guild === null ? 1 : 0,
    author: user(person),
    content,
    timestamp: '2025-05-01T12:00:00.000000+00:00',
    edited_timestamp: null,
    tts: false,
    mention_everyone: /@everyone/.test(content),
    mentions: mentioned ? [user(BOT, { bot: true })] : [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type: 0,
    flags: 0,
    components: [],
    ...parts.more,
  };
}

/** What interactions have alike. */
export interface InteractionParts {
  readonly id?: string;
  readonly token?: string;
  readonly channel?: string;
  readonly guild?: string | null;
  readonly person?: string;
  /** What they may do in the server; else nothing but write. */
  readonly permissions?: string;
  readonly more?: object;
}

/** The permission *Manage Server*. */
export const MANAGER = String(1 << 5);

/** As Discord says it where the bot is on someone's own account alone. */
export const USER_INSTALL = {
  authorizing_integration_owners: { '1': '300000000000000001' },
  context: 0,
};

function interaction(type: number, data: object, parts: InteractionParts) {
  const { id = snowflake(), channel = CHANNEL, guild = GUILD, person = PERSON } = parts;
  return {
    id,
    application_id: BOT,
    type,
    data,
    token: parts.token ?? `token-${id}`,
    version: 1,
    channel_id: channel,
    channel: { id: channel, type: guild === null ? 1 : 0 },
    ...(guild === null
      ? { user: user(person) }
      : {
          guild_id: guild,
          member: {
            user: user(person),
            roles: [],
            permissions: parts.permissions ?? '2048',
            joined_at: '2024-01-01T00:00:00Z',
          },
        }),
    locale: 'en-US',
    entitlements: [],
    app_permissions: '2147483647',
    authorizing_integration_owners: { '0': guild ?? '0' },
    context: guild === null ? 1 : 0,
    attachment_size_limit: 10_485_760,
    ...parts.more,
  };
}

/** A slash command, `story numbers` with a verb, with its options by name. */
export function slash(
  name: string,
  options: Readonly<Record<string, string | boolean>> = {},
  parts: InteractionParts = {},
) {
  const list = Object.entries(options).map(([key, value]) => ({
    name: key,
    type: typeof value === 'boolean' ? 5 : 3,
    value,
  }));
  return interaction(2, command(name, list), parts);
}

/** Typing in an option of a slash command. */
export function typing(name: string, option: string, value: string, parts: InteractionParts = {}) {
  return interaction(4, command(name, [{ name: option, type: 3, value, focused: true }]), parts);
}

function command(name: string, options: readonly object[]): object {
  const [top, verb] = name.split(' ');
  const inside = verb === undefined ? options : [{ name: verb, type: 1, options }];
  return { id: '1', name: top, type: 1, options: inside };
}

/** An entry of a message's menu. */
export function menu(name: string, target: object, parts: InteractionParts = {}) {
  const { id, ...about } = message('', {});
  const resolved = { messages: { [id]: { id, ...about, ...target } } };
  return interaction(2, { id: '1', name, type: 3, target_id: id, resolved }, parts);
}

/** An entry of a person's menu, which the bot does not offer. */
export function menuOfPerson(name: string, parts: InteractionParts = {}) {
  return interaction(2, { id: '1', name, type: 2, target_id: PERSON }, parts);
}

/** A form that is sent, though the bot has shown none. */
export function form(customId: string, parts: InteractionParts = {}) {
  return interaction(5, { custom_id: customId, components: [] }, parts);
}

/** A click on a button of a message of the bot's. */
export function click(
  customId: string,
  parts: InteractionParts & { readonly flags?: number } = {},
) {
  const { flags = 0, more = {}, ...rest } = parts;
  const under = message('', { more: { author: user(BOT, { bot: true }), flags } });
  return interaction(
    3,
    { component_type: 2, custom_id: customId },
    { ...rest, more: { message: under, ...more } },
  );
}
