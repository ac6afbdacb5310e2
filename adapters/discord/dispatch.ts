import { GatewayDispatchEvents, type WebSocketOptions } from 'discord.js';
import { codeOf, type Log } from '../chat/log.ts';

/** Told of events as they come over the wire. Must not throw. */
export interface Listeners {
  readonly onMessage: (event: unknown) => void;
  readonly onInteraction: (event: unknown) => void;
}

const DISPATCH = 'dispatch'; // as @discordjs/ws names it; discord.js hides that name behind one of its own

/** discord.js's connection to the gateway, beneath its client. */
type Connection = Parameters<NonNullable<WebSocketOptions['buildStrategy']>>[0];

/**
 * Takes messages and interactions from the gateway before discord.js makes objects of them: those need
 * caches, and an event of which none can be made would end the process, out of reach of any listener.
 * Any other event that discord.js cannot read is logged and passed over.
 */
export function divert(connection: Connection, listeners: () => Listeners | null, log: Log): void {
  const emit = connection.emit.bind(connection);
  Object.assign(connection, {
    emit: (event: string, payload: unknown): boolean => {
      const dispatch = event === DISPATCH ? readDispatch(payload) : null;
      switch (dispatch?.t) {
        case GatewayDispatchEvents.MessageCreate:
          listeners()?.onMessage(dispatch.d);
          return true;
        case GatewayDispatchEvents.InteractionCreate:
          listeners()?.onInteraction(dispatch.d);
          return true;
        default:
          try {
            return Reflect.apply(emit, null, [event, payload]);
          } catch (error) {
            log('discord: event not understood', { code: codeOf(error) });
            return true;
          }
      }
    },
  });
}

interface Dispatch {
  readonly t?: unknown;
  readonly d?: unknown;
}

function readDispatch(payload: unknown): Dispatch | null {
  const { data } = Object(payload) as { data?: Dispatch };
  return data ?? null;
}
