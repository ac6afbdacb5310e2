import { createHmac } from 'node:crypto';

export const SIGNING_SECRET = 'a signing secret';

/** How a request from Slack is signed: https://docs.slack.dev/authentication/verifying-requests-from-slack */
export interface Signing {
  readonly secret?: string;
  /** Unix seconds. */
  readonly timestamp?: number;
  readonly unsigned?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Posts a payload to the bot as Slack does over HTTP: events as JSON, all else as a form. */
export async function postSigned(
  port: number,
  type: string,
  payload: unknown,
  signing: Signing = {},
): Promise<Response> {
  const { body, headers } = signedBody(type, payload, signing);
  return fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', headers, body });
}

/** The body of such a post, and its headers with the signature. */
export function signedBody(
  type: string,
  payload: unknown,
  signing: Signing = {},
): { readonly body: string; readonly headers: Readonly<Record<string, string>> } {
  const { secret = SIGNING_SECRET, timestamp = Math.floor(Date.now() / 1000) } = signing;
  const body = type === 'events_api' ? JSON.stringify(payload) : formOf(type, payload);
  const hash = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  const form = 'application/x-www-form-urlencoded';
  const headers = {
    'content-type': type === 'events_api' ? 'application/json' : form,
    ...(!signing.unsigned && {
      'x-slack-signature': `v0=${hash}`,
      'x-slack-request-timestamp': String(timestamp),
    }),
    ...signing.headers,
  };
  return { body, headers };
}

function formOf(type: string, payload: unknown): string {
  return type === 'slash_commands'
    ? new URLSearchParams(Object.entries(payload as object)).toString()
    : new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
}
