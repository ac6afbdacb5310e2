import {
  type APIInteractionResponse,
  DiscordAPIError,
  HTTPError,
  RateLimitError,
  type RawFile,
  type REST,
  type RESTPatchAPIInteractionOriginalResponseJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessagesThreadsJSONBody,
  type RESTPostAPIInteractionFollowupJSONBody,
  RequestMethod,
  type RouteLike,
  Routes,
} from 'discord.js';
import { codeOf, type Log } from '../chat/log.ts';

/**
 * What became of a request. `expired`: an interaction whose 15 minutes are over, or one that is gone.
 * `invalid`: what was sent is not to Discord's liking. `refused`: not allowed, or the place is gone.
 * `no-reply`: the bot may write there, but not reply to messages. `full`: no further messages for this
 * interaction.
 */
export type Delivery = 'sent' | 'expired' | 'invalid' | 'no-reply' | 'refused' | 'full' | 'lost';

/** An interaction, as far as answering it goes. */
export interface Call {
  readonly id: string;
  readonly token: string;
  readonly application: string;
}

/** What is sent, and the files that go with it. */
type Sent<T> = T & { readonly files?: readonly RawFile[] };

/** The requests that answers need. None rejects: what fails is logged, once, without text or token. */
export interface Wire {
  readonly send: (
    channel: string,
    body: Sent<RESTPostAPIChannelMessageJSONBody>,
  ) => Promise<Delivery>;
  /** Opens a thread beneath a message; `sent` also where there is one. */
  readonly openThread: (channel: string, message: string, name: string) => Promise<Delivery>;
  readonly respond: (call: Call, body: APIInteractionResponse) => Promise<Delivery>;
  readonly edit: (
    call: Call,
    body: Sent<RESTPatchAPIInteractionOriginalResponseJSONBody>,
  ) => Promise<Delivery>;
  readonly followUp: (
    call: Call,
    body: Sent<RESTPostAPIInteractionFollowupJSONBody>,
  ) => Promise<Delivery>;
}

/** A request, and its address without numbers and tokens, for the log. */
interface Attempt {
  readonly method: RequestMethod.Post | RequestMethod.Patch;
  readonly route: string;
  readonly fullRoute: RouteLike;
  readonly body: Sent<object>;
  /** False where the token is in the address. */
  readonly auth: boolean;
  /** Milliseconds after which it gives up, all tries and waits together. */
  readonly deadline: number;
  /** Whether Discord would take it twice without harm, so that a dropped line may be tried again. */
  readonly repeatable: boolean;
  /** Milliseconds before each further try. */
  readonly delays: readonly number[];
}

const PATIENT = [250, 1000, 2500]; // a token lives 15 minutes, a person waits less
const HASTY = [100, 400]; // the first answer has to be there within 3 seconds
const FIRST_ANSWER = 2500; // milliseconds, of those 3 seconds
const ANSWER = 30_000; // by then the asker has moved on, and the next question waits

/** Requests over discord.js's REST, which waits out 429s by itself and is told to retry nothing else. */
export function createWire(rest: REST, token: string, log: Log): Wire {
  const deliver = (attempt: Attempt): Promise<Delivery> => tryAgain(attempt, rest, token, log);
  const usual = { auth: false, deadline: ANSWER, repeatable: false, delays: PATIENT };
  return {
    // The nonce makes Discord accept a message once, so it is safe to retry even where an earlier try may
    // have got through.
    send: (channel, body) =>
      deliver({
        ...usual,
        method: RequestMethod.Post,
        route: '/channels/:id/messages',
        fullRoute: Routes.channelMessages(channel),
        body,
        auth: true,
        repeatable: true,
      }),
    openThread: (channel, message, name) => {
      const body: RESTPostAPIChannelMessagesThreadsJSONBody = { name };
      return deliver({
        ...usual,
        method: RequestMethod.Post,
        route: '/channels/:id/messages/:id/threads',
        fullRoute: Routes.threads(channel, message),
        body,
        auth: true,
        repeatable: true,
      });
    },
    respond: ({ id, token: secret }, body) =>
      deliver({
        ...usual,
        method: RequestMethod.Post,
        route: '/interactions/:id/:token/callback',
        fullRoute: Routes.interactionCallback(id, secret),
        body,
        deadline: FIRST_ANSWER,
        repeatable: true,
        delays: HASTY,
      }),
    edit: ({ application, token: secret }, body) =>
      deliver({
        ...usual,
        method: RequestMethod.Patch,
        route: '/webhooks/:id/:token/messages/@original',
        fullRoute: Routes.webhookMessage(application, secret),
        body,
        repeatable: true,
      }),
    followUp: ({ application, token: secret }, body) =>
      deliver({
        ...usual,
        method: RequestMethod.Post,
        route: '/webhooks/:id/:token',
        fullRoute: Routes.webhook(application, secret),
        body,
      }),
  };
}

/** Once the head of the answer is there, Discord has taken it; what stands in it does not matter. */
async function request(
  { method, fullRoute, body, auth }: Attempt,
  rest: REST,
  signal: AbortSignal,
): Promise<void> {
  const { files, ...json } = body;
  const sent = files === undefined ? { body } : { body: json, files: [...files] };
  const response = await rest.queueRequest({ method, fullRoute, ...sent, auth, signal });
  await response.arrayBuffer().catch(() => {}); // read to its end, so that the line is free again
}

async function tryAgain(attempt: Attempt, rest: REST, token: string, log: Log): Promise<Delivery> {
  let dropped = false; // an earlier try may have got through
  const signal = AbortSignal.timeout(attempt.deadline);
  for (const delay of [...attempt.delays, null]) {
    try {
      await request(attempt, rest, signal);
      return 'sent';
    } catch (error) {
      if (dropped && codeOf(error) === ALREADY_ANSWERED) return 'sent';
      if (statusOf(error) === 401) rest.setToken(token); // the REST client forgets it, for good, at a single 401
      const again = isPassing(error) || (attempt.repeatable && isDropped(error));
      if (delay !== null && again && !signal.aborted) {
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
const MAY_NOT_REPLY = '160002'; // for lack of the permission to read message history
const HAS_THREAD = '160004'; // a message can begin at most one thread
const EXPIRED = ['10062', '10015', '50027'];
const TOO_MANY = '40094'; // a user install allows five follow-ups

function outcome(error: unknown): Delivery {
  if (EXPIRED.includes(codeOf(error))) return 'expired';
  if (codeOf(error) === HAS_THREAD) return 'sent';
  if (codeOf(error) === MAY_NOT_REPLY) return 'no-reply';
  if (codeOf(error) === TOO_MANY) return 'full';
  if (statusOf(error) === 400 && codeOf(error) !== ALREADY_ANSWERED) return 'invalid';
  const isRefused = error instanceof DiscordAPIError || error instanceof RateLimitError;
  return isRefused ? 'refused' : 'lost';
}

/** 502 and 503: the request was not taken. A 500 or 504 may have been. */
function isPassing(error: unknown): boolean {
  return error instanceof HTTPError && (error.status === 502 || error.status === 503);
}

/** A line that broke, a time-out, or a server that broke down: nobody knows whether it got through. */
function isDropped(error: unknown): boolean {
  return !(error instanceof DiscordAPIError) && !(error instanceof RateLimitError);
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof RateLimitError) return 429;
  const known = error instanceof DiscordAPIError || error instanceof HTTPError;
  return known ? error.status : undefined;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
