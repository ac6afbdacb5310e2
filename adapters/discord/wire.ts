import {
  type APIInteractionResponse,
  DiscordAPIError,
  HTTPError,
  type REST,
  type RESTPatchAPIInteractionOriginalResponseJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPostAPIInteractionFollowupJSONBody,
  Routes,
} from 'discord.js';
import { codeOf, type Log } from '../chat/log.ts';

/**
 * What became of a request. `expired`: an interaction whose 15 minutes are over, or one that is gone.
 * `invalid`: what was sent is not to Discord's liking. `refused`: not allowed, or the place is gone.
 */
export type Delivery = 'sent' | 'expired' | 'invalid' | 'refused' | 'lost';

/** An interaction, as far as answering it goes. */
export interface Call {
  readonly id: string;
  readonly token: string;
  readonly application: string;
}

/** The requests that answers need. None rejects: what fails is logged, once, without text or token. */
export interface Wire {
  readonly send: (channel: string, body: RESTPostAPIChannelMessageJSONBody) => Promise<Delivery>;
  readonly respond: (call: Call, body: APIInteractionResponse) => Promise<Delivery>;
  readonly edit: (
    call: Call,
    body: RESTPatchAPIInteractionOriginalResponseJSONBody,
  ) => Promise<Delivery>;
  readonly followUp: (
    call: Call,
    body: RESTPostAPIInteractionFollowupJSONBody,
  ) => Promise<Delivery>;
}

/** A request, named without the numbers and tokens in its address. */
interface Attempt {
  readonly method: 'POST' | 'PATCH';
  readonly route: string;
  /** Whether Discord would take it twice without harm, so that a dropped line may be tried again. */
  readonly repeatable: boolean;
  /** Milliseconds before each further try. */
  readonly delays: readonly number[];
  readonly run: () => Promise<unknown>;
}

const PATIENT = [250, 1000, 2500]; // a token lives 15 minutes, a person waits less
const HASTY = [100, 400]; // the first answer has to be there within 3 seconds

const FIRST_ANSWER = 2500; // milliseconds, of the 3 seconds that Discord waits

/** Requests over discord.js's REST, which waits out 429s by itself and is told to retry nothing else. */
export function createWire(rest: REST, token: string, log: Log): Wire {
  const deliver = (attempt: Attempt): Promise<Delivery> => tryAgain(attempt, rest, token, log);
  return {
    // With its nonce Discord takes a message once, but a dropped line is not tried again: at most one answer.
    send: (channel, body) =>
      deliver({
        method: 'POST',
        route: '/channels/:id/messages',
        repeatable: false,
        delays: PATIENT,
        run: () => rest.post(Routes.channelMessages(channel), { body }),
      }),
    respond: ({ id, token: secret }, body) =>
      deliver({
        method: 'POST',
        route: '/interactions/:id/:token/callback',
        repeatable: true,
        delays: HASTY,
        run: () =>
          rest.post(Routes.interactionCallback(id, secret), {
            body,
            auth: false,
            signal: AbortSignal.timeout(FIRST_ANSWER),
          }),
      }),
    edit: ({ application, token: secret }, body) =>
      deliver({
        method: 'PATCH',
        route: '/webhooks/:id/:token/messages/@original',
        repeatable: true,
        delays: PATIENT,
        run: () => rest.patch(Routes.webhookMessage(application, secret), { body, auth: false }),
      }),
    followUp: ({ application, token: secret }, body) =>
      deliver({
        method: 'POST',
        route: '/webhooks/:id/:token',
        repeatable: false,
        delays: PATIENT,
        run: () => rest.post(Routes.webhook(application, secret), { body, auth: false }),
      }),
  };
}

async function tryAgain(attempt: Attempt, rest: REST, token: string, log: Log): Promise<Delivery> {
  let dropped = false; // an earlier try may have got through
  for (const delay of [...attempt.delays, null]) {
    try {
      await attempt.run();
      return 'sent';
    } catch (error) {
      if (dropped && codeOf(error) === ALREADY_ANSWERED) return 'sent';
      if (statusOf(error) === 401) rest.setToken(token); // the REST client forgets it, for good, at a single 401
      const again = isPassing(error) || (attempt.repeatable && isDropped(error));
      if (delay !== null && again) {
        dropped ||= isDropped(error);
        await wait(delay);
        continue;
      }
      const { method, route } = attempt;
      log('discord: refused', { code: codeOf(error), status: statusOf(error), method, route });
      return outcome(error);
    }
  }
  return 'lost';
}

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const ALREADY_ANSWERED = '40060';
const EXPIRED = ['10062', '10015', '50027'];

function outcome(error: unknown): Delivery {
  if (EXPIRED.includes(codeOf(error))) return 'expired';
  if (statusOf(error) === 400 && codeOf(error) !== ALREADY_ANSWERED) return 'invalid';
  return error instanceof DiscordAPIError ? 'refused' : 'lost';
}

/** 502 and 503: the request was not taken. A 500 or 504 may have been. */
function isPassing(error: unknown): boolean {
  return error instanceof HTTPError && (error.status === 502 || error.status === 503);
}

/** A line that broke, a time-out, or a server that broke down: nobody knows whether it got through. */
function isDropped(error: unknown): boolean {
  return !(error instanceof DiscordAPIError);
}

function statusOf(error: unknown): number | undefined {
  const known = error instanceof DiscordAPIError || error instanceof HTTPError;
  return known ? error.status : undefined;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
