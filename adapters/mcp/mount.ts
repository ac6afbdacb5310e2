import type { RequestListener } from 'node:http';
import { createDrain } from '../chat/drain.ts';
import type { Mount } from '../chat/http.ts';
import { codeOf } from '../chat/log.ts';
import { createTurns } from '../chat/turns.ts';
import type { Door } from './guard.ts';
import type { McpHttp } from './http.ts';
import type { Serving } from './server.ts';

/** What serving assistants needs from outside. */
export type McpParts = Omit<Serving, 'turns' | 'drain'>;

/** A place in a server for assistants. */
export interface McpMount extends Pick<Mount, 'find'> {
  /** Finishes the answers in progress, and ends all sessions. */
  readonly stop: () => Promise<void>;
}

const PATH = '/mcp';
const LONGEST_END = 4_500; // milliseconds to wait for answers in progress: less than the server itself waits

/** Serves assistants at `/mcp` of a server. The SDK is loaded when the first of them comes. */
export function mountMcp(parts: McpParts, door: Door): McpMount {
  const serving = completeServing(parts);
  let loading: Promise<McpHttp> | null = null;
  const load = async (): Promise<McpHttp> =>
    (await import('./http.ts')).createMcpHttp(serving, door, Date.now);
  const handle: RequestListener = async (request, response) => {
    loading ??= load();
    try {
      await (await loading).handle(request, response);
    } catch (error) {
      parts.log('mcp: could not be loaded', { code: codeOf(error) });
      response.writeHead(503).end();
    }
  };
  return {
    find: (url) => (url?.split('?')[0] === PATH ? handle : null),
    stop: async () => {
      await serving.drain.settle(LONGEST_END);
      await (await loading)?.close();
    },
  };
}

/** With turns for all questions, and a wait for the answers in progress. */
export function completeServing(parts: McpParts): Serving {
  return { ...parts, turns: createTurns(), drain: createDrain() };
}
