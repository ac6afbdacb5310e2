import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { record } from './outside.ts';

/** Socket Mode from Slack's side: https://docs.slack.dev/apis/events-api/using-socket-mode */
export interface SocketSide {
  /** Sends an envelope to the bot and waits for its acknowledgement. Waits for a connection first. */
  readonly send: (type: string, payload: object, envelopeId?: string) => Promise<void>;
  /** Sends any text. */
  readonly sendRaw: (text: string) => void;
  /** How many connections there have been. */
  readonly connections: () => number;
  /** Says `disconnect`; a polite server then closes, a rude one waits for ever. */
  readonly disconnect: (reason: string, manners: 'polite' | 'rude') => void;
  /** Cuts the connection without a word. */
  readonly cut: () => void;
  readonly close: () => void;
}

export function createSocketSide(server: Server): SocketSide {
  const wss = new WebSocketServer({ server, path: '/socket' });
  const acknowledged = new Map<string, () => void>();
  const arrivals: (() => void)[] = [];
  let live: WebSocket | null = null;
  let count = 0;
  wss.on('connection', (socket) => {
    live = socket;
    count += 1;
    socket.on('message', (data) => {
      const { envelope_id: id } = record(JSON.parse(String(data)));
      acknowledged.get(String(id))?.();
      acknowledged.delete(String(id));
    });
    socket.on('close', () => {
      if (live === socket) live = null;
    });
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
    for (const arrive of arrivals.splice(0)) arrive();
  });

  async function connected(): Promise<WebSocket> {
    while (live === null) await new Promise<void>((resolve) => arrivals.push(resolve));
    return live;
  }

  return {
    send: async (type, payload, envelopeId = randomUUID()) => {
      const socket = await connected();
      const acknowledgement = new Promise<void>((resolve) => acknowledged.set(envelopeId, resolve));
      socket.send(
        JSON.stringify({ envelope_id: envelopeId, type, payload, accepts_response_payload: false }),
      );
      await acknowledgement;
    },
    sendRaw: (text) => live?.send(text),
    connections: () => count,
    disconnect: (reason, manners) => {
      const socket = live;
      live = null;
      if (manners === 'rude') socket?.removeAllListeners('close').pause();
      socket?.send(JSON.stringify({ type: 'disconnect', reason }));
      if (manners === 'polite') socket?.close();
    },
    cut: () => {
      live?.terminate();
      live = null;
    },
    close: () => {
      for (const socket of wss.clients) socket.terminate();
      wss.close();
    },
  };
}
