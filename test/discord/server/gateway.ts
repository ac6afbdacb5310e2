import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import type { Changes } from './change.ts';
import { GUILD } from './payloads.ts';

/** An event of a session, numbered, so that it can be sent again to who resumes. */
interface Dispatched {
  readonly s: number;
  readonly t: string;
  readonly d: unknown;
}

interface Identify {
  readonly intents: number;
  readonly token: string;
  readonly shard: readonly number[];
}

/** Discord's gateway, as far as a bot meets it. */
export interface FakeGateway {
  readonly identifies: readonly Identify[];
  /** Shards that were connected while they were connected already. */
  readonly overlaps: readonly number[];
  /** The shards that are connected now. */
  readonly shards: () => readonly number[];
  readonly resumes: number;
  /** The codes with which the bot closed. */
  readonly closes: readonly number[];
  readonly connected: boolean;
  /** To those whose shard it is of: by the number of its server, else the first. */
  readonly send: (event: string, data: unknown) => void;
  /** From now on whoever identifies is sent away with this code; null to take them again. */
  readonly refuse: (code: number | null) => void;
  /** Cuts the line without a word. */
  readonly drop: () => void;
  /** Closes with a code of Discord's. */
  readonly closeWith: (code: number) => void;
  /** Op 7: please connect anew. */
  readonly askToReconnect: () => void;
  /** Op 9: the session is over; whether it may be resumed. */
  readonly invalidate: (resumable: boolean) => void;
  /** Forgets all sessions, as after a restart. */
  readonly forget: () => void;
  readonly end: () => void;
}

/** What is sent to who identified, and again to who resumes. */
interface Session {
  readonly id: string;
  readonly shard: number;
  readonly total: number;
  readonly events: Dispatched[];
  sequence: number;
}

const APPLICATION = '900000000000000001';
const HEARTBEAT = 41_250;
const KEPT = 500; // events that are sent again to who resumes

/** Speaks the gateway's protocol on a server: hello, identify, resume with replay, heartbeats. */
export function serveGateway(server: Server, token: string, changes: Changes): FakeGateway {
  const sockets = new Map<WebSocket, Session>();
  const sessions = new Map<string, Session>();
  const identifies: Identify[] = [];
  const overlaps: number[] = [];
  const closes: number[] = [];
  let resumes = 0;
  let refused: number | null = null;
  const listening = new WebSocketServer({ server });

  const write = (socket: WebSocket, payload: object): void => {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(payload));
  };
  const sendTo = (session: Session, t: string, d: unknown): void => {
    session.sequence += 1;
    const event = { s: session.sequence, t, d };
    session.events.push(event);
    if (session.events.length > KEPT) session.events.shift();
    for (const [socket, one] of sockets) if (one === session) write(socket, { op: 0, ...event });
  };
  const send = (t: string, d: unknown): void => {
    const { guild_id = 0 } = Object(d) as { readonly guild_id?: string };
    const server = BigInt(guild_id);
    for (const session of sessions.values())
      if (Number((server >> 22n) % BigInt(session.total)) === session.shard) sendTo(session, t, d);
  };
  const join = (socket: WebSocket, session: Session): void => {
    const { shard, total } = session;
    for (const one of sockets.values())
      if (one.shard === shard && one.total === total) overlaps.push(shard);
    sockets.set(socket, session);
  };
  const identify = (socket: WebSocket, data: Identify): void => {
    identifies.push(data);
    if (refused !== null || data.token !== token) {
      socket.close(refused ?? 4004);
      return;
    }
    const { port } = server.address() as AddressInfo;
    const [shard = 0, total = 1] = data.shard;
    for (const [id, one] of sessions)
      if (one.shard === shard && ![...sockets.values()].includes(one)) sessions.delete(id);
    const id = `session-${identifies.length}`;
    const session: Session = { id, shard, total, events: [], sequence: 0 };
    sessions.set(id, session);
    join(socket, session);
    sendTo(session, 'READY', {
      v: 10,
      user: { id: APPLICATION, username: 'verbatim', discriminator: '0', avatar: null, bot: true },
      guilds: [{ id: GUILD, unavailable: true }], // it is never told more of it
      session_id: session.id,
      resume_gateway_url: `ws://127.0.0.1:${port}`,
      shard: [shard, total],
      application: { id: APPLICATION, flags: 0 },
    });
  };
  const resume = (socket: WebSocket, data: { session_id: string; seq: number }): void => {
    resumes += 1;
    const session = sessions.get(data.session_id);
    if (session === undefined) {
      write(socket, { op: 9, d: false });
      return;
    }
    join(socket, session);
    const missed = session.events.filter(({ s }) => s > data.seq);
    for (const event of missed) write(socket, { op: 0, ...event });
    sendTo(session, 'RESUMED', {});
  };

  listening.on('connection', (socket) => {
    write(socket, { op: 10, d: { heartbeat_interval: HEARTBEAT } });
    socket.on('message', (raw) => {
      const { op, d } = JSON.parse(String(raw));
      if (op === 1) write(socket, { op: 11 });
      if (op === 2) identify(socket, d);
      if (op === 6) resume(socket, d);
      changes.tell();
    });
    socket.on('close', (code) => {
      sockets.delete(socket);
      closes.push(code);
      changes.tell();
    });
    socket.on('error', () => {});
  });
  const each = (act: (socket: WebSocket) => void): void => {
    for (const socket of [...sockets.keys()]) {
      sockets.delete(socket);
      act(socket);
    }
  };
  return {
    identifies,
    overlaps,
    shards: () => [...sockets.values()].map(({ shard }) => shard).toSorted(),
    closes,
    get resumes() {
      return resumes;
    },
    get connected() {
      return sockets.size > 0;
    },
    send,
    refuse: (code) => {
      refused = code;
    },
    drop: () => each((socket) => socket.terminate()),
    closeWith: (code) => each((socket) => socket.close(code)),
    askToReconnect: () => each((socket) => write(socket, { op: 7, d: null })),
    invalidate: (resumable) => {
      if (!resumable) sessions.clear();
      each((socket) => write(socket, { op: 9, d: resumable }));
    },
    forget: () => sessions.clear(),
    end: () => {
      for (const socket of listening.clients) socket.terminate();
      listening.close();
    },
  };
}
