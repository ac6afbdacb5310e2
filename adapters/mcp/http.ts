import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { codeOf } from '../chat/log.ts';
import { type Door, refuse } from './guard.ts';
import { createMcpServer, type Serving } from './server.ts';

/** Answers requests of the protocol, whichever server receives them. */
export interface McpHttp {
  /** Answers one request. Never rejects. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Ends all sessions and their open streams. */
  readonly close: () => Promise<void>;
}

const MOST_SESSIONS = 200; // the longest idle one makes room for a new one
const QUIET = 30 * 60_000; // milliseconds until a session ends: as long as a conversation is remembered
const LARGEST = 256 * 1024; // bytes of a request: several times what the longest words take

interface Session {
  readonly transport: StreamableHTTPServerTransport;
  readonly at: number;
}

/** The protocol over streamable HTTP: a session is a conversation. `now` is in milliseconds. */
export function createMcpHttp(serving: Serving, door: Door, now: () => number): McpHttp {
  const sessions = new Map<string, Session>(); // in the order of their last request

  const keep = (id: string, transport: StreamableHTTPServerTransport): void => {
    sessions.delete(id);
    sessions.set(id, { transport, at: now() });
    for (const [oldest, { transport: its, at }] of sessions) {
      if (sessions.size <= MOST_SESSIONS && now() - at <= QUIET) return;
      sessions.delete(oldest);
      void its.close();
    }
  };

  const begin = async (): Promise<StreamableHTTPServerTransport> => {
    const id = randomUUID();
    const transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: () => id,
      onsessioninitialized: () => keep(id, transport),
      onsessionclosed: () => void sessions.delete(id),
      enableJsonResponse: true, // a call has one answer and no progress messages
      maxRequestBodySize: LARGEST,
    });
    await createMcpServer(serving, `mcp ${id}`).connect(transport);
    return transport;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refusal = refuse(request.headers, door);
    if (refusal !== null) return turnAway(response, refusal.status, refusal.line);
    const id = request.headers['mcp-session-id'];
    if (id === undefined) {
      const transport = await begin();
      await transport.handleRequest(request, response);
      if (transport.sessionId === undefined) await transport.close(); // it did not begin a session
      return;
    }
    const session = sessions.get(String(id));
    if (session === undefined) return turnAway(response, 404, 'Session not found');
    keep(String(id), session.transport);
    await session.transport.handleRequest(request, response);
  };

  return {
    handle: async (request, response) => {
      try {
        await answer(request, response);
      } catch (error) {
        serving.log('mcp: request failed', { code: codeOf(error) });
        if (!response.headersSent) turnAway(response, 500, 'Something went wrong on our side');
        else response.destroy();
      }
    },
    close: async () => {
      const open = [...sessions.values()];
      sessions.clear();
      await Promise.allSettled(open.map(({ transport }) => transport.close()));
    },
  };
}

/** An error in the protocol's form, outside any call. */
function turnAway(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
  });
  response.end(
    `${JSON.stringify({ jsonrpc: '2.0', error: { code: -32_000, message }, id: null })}\n`,
  );
}
