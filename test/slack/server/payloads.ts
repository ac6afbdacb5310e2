/** Payloads as Slack sends them: https://docs.slack.dev/apis/events-api and /interactivity */

let clock = 1_700_000_000;

/** A message's `ts`: another one each time. */
export function newTs(): string {
  clock += 1;
  return `${clock}.000100`;
}

/** Who writes what, where; the rest is as in most messages. */
export interface Written {
  readonly text: string;
  readonly channel?: string;
  readonly user?: string;
  readonly ts?: string;
  readonly thread_ts?: string;
  readonly team?: string;
  readonly [more: string]: unknown;
}

/** The envelope of the Events API around an event. */
export function eventBody(
  event: Readonly<Record<string, unknown>>,
  team = 'T1',
  more: object = {},
): object {
  return {
    token: 'legacy',
    team_id: team,
    api_app_id: 'A1',
    event,
    type: 'event_callback',
    event_id: `Ev${newTs()}`,
    event_time: clock,
    authorizations: [
      {
        enterprise_id: null,
        team_id: team,
        user_id: 'UBOT',
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    ...more,
  };
}

/** A `message` event in a channel, unless `channel_type` says otherwise. */
export function message(written: Written): Readonly<Record<string, unknown>> {
  const { ts = newTs(), team = 'T1', channel = 'C1', user = 'U1', ...rest } = written;
  return {
    type: 'message',
    user,
    ts,
    team,
    channel,
    channel_type: 'channel',
    event_ts: ts,
    blocks: [],
    ...rest,
  };
}

/** The `app_mention` that comes beside the `message`. */
export function appMention(
  of: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { channel_type: _, ...rest } = of;
  return { ...rest, type: 'app_mention' };
}

/** What comes when someone edits a message: https://docs.slack.dev/reference/events/message/message_changed */
export function edited(
  before: Readonly<Record<string, unknown>>,
  text: string,
): Readonly<Record<string, unknown>> {
  const { channel, channel_type, user, ...said } = before;
  const ts = newTs();
  return {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    channel,
    channel_type,
    ts,
    event_ts: ts,
    message: { ...said, user, text, edited: { user, ts } },
    previous_message: { ...said, user },
  };
}

/** A slash command. */
export function slashCommand(
  command: string,
  text: string,
  responseUrl: string,
  more: object = {},
): object {
  return {
    token: 'legacy',
    team_id: 'T1',
    team_domain: 'home',
    channel_id: 'C9',
    channel_name: 'elsewhere',
    user_id: 'U1',
    user_name: 'ode',
    command,
    text,
    api_app_id: 'A1',
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: `trigger.${newTs()}`,
    ...more,
  };
}

/** A message shortcut on a message. */
export function shortcut(callbackId: string, of: object, responseUrl: string): object {
  return {
    type: 'message_action',
    callback_id: callbackId,
    trigger_id: `trigger.${newTs()}`,
    message_ts: '1700000000.000002',
    response_url: responseUrl,
    team: { id: 'T1', domain: 'home' },
    user: { id: 'U1', username: 'ode', team_id: 'T1', name: 'ode' },
    channel: { id: 'C9', name: 'elsewhere' },
    message: { type: 'message', user: 'U2', ts: '1700000000.000002', ...of },
    is_enterprise_install: false,
    enterprise: null,
  };
}

/** A click on a button under a message of the bot. */
export function click(action: object, responseUrl: string, more: object = {}): object {
  return {
    type: 'block_actions',
    user: { id: 'U1', username: 'ode', name: 'ode', team_id: 'T1' },
    api_app_id: 'A1',
    container: {
      type: 'message',
      message_ts: '2.0',
      channel_id: 'C1',
      is_ephemeral: false,
      thread_ts: '1.0',
    },
    trigger_id: `trigger.${newTs()}`,
    team: { id: 'T1', domain: 'home' },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: 'C1', name: 'news' },
    message: { type: 'message', user: 'UBOT', ts: '2.0', thread_ts: '1.0', text: 'an answer' },
    response_url: responseUrl,
    actions: [{ block_id: 'b1', action_ts: newTs(), ...action }],
    ...more,
  };
}
