import { codeOf, type Log } from '../chat/log.ts';
import { record } from './receive.ts';
import { renderNote, type SlackMessage } from './render.ts';

/** What we need of a Web API client: https://docs.slack.dev/reference/methods */
export interface SlackClient {
  readonly apiCall: (method: string, options: Record<string, unknown>) => Promise<unknown>;
}

/** Where a message goes: the thread of a question, or one person alone. */
export type Recipient =
  | { readonly kind: 'thread'; readonly channel: string; readonly thread: string | null }
  | {
      readonly kind: 'person';
      readonly channel: string;
      readonly thread: string | null;
      readonly user: string;
      /** Works where the bot is no member; null when there is none. */
      readonly responseUrl: string | null;
    }
  /** Everyone where a person clicked, even where the bot is not a member. */
  | {
      readonly kind: 'everyone';
      readonly channel: string;
      readonly thread: string | null;
      readonly responseUrl: string;
    };

/** Sent, refused by Slack, or unknown because the connection broke: then it may have arrived. */
export type Delivery = 'sent' | 'refused' | 'unknown';

/** Sends the messages in order. A failure is logged, and the rest is not sent. */
export type Deliver = (
  client: SlackClient,
  recipient: Recipient,
  messages: readonly SlackMessage[],
) => Promise<Delivery>;

const RESPONSES = 5; // a response_url takes five messages, within 30 minutes

const REVOKED = /^(?:token_revoked|account_inactive|invalid_auth)$/;

/** The way out to Slack. Where blocks are refused, the text alone is sent. `onRevoked`: the token was revoked. */
export function createDeliver(wire: typeof fetch, log: Log, onRevoked: () => void): Deliver {
  return async (client, recipient, messages) => {
    const limited = recipient.kind !== 'thread' && recipient.responseUrl !== null;
    for (const message of limited ? shorten(messages) : messages) {
      const error = await send(wire, client, recipient, message);
      if (error !== null) {
        if (REVOKED.test(codeOf(error))) onRevoked();
        log('slack: answer was refused', { code: codeOf(error), route: recipient.kind });
        return record(error).code === 'slack_webapi_platform_error' ? 'refused' : 'unknown';
      }
    }
    return 'sent';
  };
}

/** At most as many messages as a response_url takes; the last says where the others can be had. */
function shorten(messages: readonly SlackMessage[]): readonly SlackMessage[] {
  if (messages.length <= RESPONSES) return messages;
  const more = renderNote('There is more: ask me in a direct message to see all of it.');
  return [...messages.slice(0, RESPONSES - 1), more];
}

/** Null when it was accepted, else the error. */
async function send(
  wire: typeof fetch,
  client: SlackClient,
  recipient: Recipient,
  message: SlackMessage,
): Promise<unknown> {
  const sendBody = async (body: object): Promise<unknown> => {
    try {
      await sendOnce(wire, client, recipient, { ...body, ...PLAIN });
      return null;
    } catch (error) {
      return error;
    }
  };
  const error = await sendBody({ ...message });
  return error !== null && /blocks|block_mismatch/.test(codeOf(error))
    ? sendBody({ text: message.text })
    : error;
}

/** No unfurling, and nothing in `text` is markup. */
const PLAIN = { unfurl_links: false, unfurl_media: false, mrkdwn: false, parse: 'none' };

async function sendOnce(
  wire: typeof fetch,
  client: SlackClient,
  { channel, thread, ...to }: Recipient,
  body: object,
): Promise<void> {
  const threaded = thread === null ? body : { ...body, thread_ts: thread };
  if (to.kind === 'everyone') {
    await respond(wire, to.responseUrl, { ...threaded, response_type: 'in_channel' });
  } else if (to.kind === 'thread') {
    await client.apiCall('chat.postMessage', { ...threaded, channel });
  } else if (to.responseUrl === null) {
    await client.apiCall('chat.postEphemeral', { ...threaded, channel, user: to.user });
  } else {
    await respond(wire, to.responseUrl, threaded);
  }
}

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
async function respond(wire: typeof fetch, url: string, body: object): Promise<void> {
  const response = await wire(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...body }),
    redirect: 'error',
  });
  const answer = await response.text();
  const refused = /"error"\s*:\s*"(\w+)"|^(\w*blocks\w*)/.exec(answer);
  if (response.ok && !refused) return;
  throw Object.assign(new Error('refused'), {
    code: refused?.[1] ?? refused?.[2] ?? response.status,
  });
}

/**
 * Calls a method whose failure does no harm, such as showing prompts: at most one line in the log. Null when it
 * was accepted, else the code of the refusal.
 */
export async function tryCall(
  client: SlackClient,
  log: Log,
  method: string,
  options: Record<string, unknown>,
): Promise<string | null> {
  try {
    await client.apiCall(method, options);
    return null;
  } catch (error) {
    log('slack: call was refused', { method, code: codeOf(error) });
    return codeOf(error);
  }
}
