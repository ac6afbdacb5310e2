import { createServer, type RequestListener, type Server } from 'node:http';
import { SettingsError } from '../settings.ts';

/** An open server, and the port it listens on. */
export interface OpenServer {
  readonly port: number;
  readonly open: () => boolean;
  /** Takes no more requests and waits for those in progress. */
  readonly close: () => Promise<void>;
}

/** Opens a server, or joins one that is already open. Throws a SettingsError that names `setting`. */
export type OpenHttp = (
  port: number,
  setting: string,
  handle: RequestListener,
) => Promise<OpenServer>;

/** A mount in another server for something that would otherwise need its own port: the paths with its prefix. */
export interface Mount {
  readonly open: OpenHttp;
  /** The handler of an address; null if there is none. */
  readonly find: (url: string | undefined) => RequestListener | null;
}

/** A mount for the paths that begin with `prefix`. */
export function createMount(prefix: string): Mount {
  let mounted: RequestListener | null = null;
  return {
    open: async (port, _, handle) => {
      mounted = handle;
      const close = async (): Promise<void> => {
        mounted = null;
      };
      return { port, open: () => mounted !== null, close };
    },
    find: (url) => (url?.startsWith(prefix) ? mounted : null),
  };
}

const SOON = 20; // milliseconds
export const IDLE = 65_000; // milliseconds: longer than a proxy's 60 s, or it sends into a connection that closes

/**
 * Listens on a port (0 for any free one), on every interface or on that of `host`. Throws a
 * SettingsError naming `setting` if the port is unavailable.
 */
export async function openServer(
  port: number,
  setting: string,
  handle: RequestListener,
  host?: string,
): Promise<OpenServer> {
  const server = createServer(handle);
  server.keepAliveTimeout = IDLE;
  server.headersTimeout = IDLE + 1000; // Node requires more than the above
  await new Promise<void>((resolve, reject) => {
    server.once('error', () => reject(new SettingsError([`${setting}: cannot open port ${port}`])));
    server.listen(port, host, resolve);
  });
  return { port: portOf(server), open: () => server.listening, close: () => close(server) };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function close(server: Server): Promise<void> {
  return endConnections(server, new Promise((resolve) => server.close(resolve)));
}

/** Closes idle connections of a server that no longer accepts any, until the server is closed. */
export async function endConnections(server: Server, closed: Promise<unknown>): Promise<void> {
  const timer = setInterval(() => server.closeIdleConnections(), SOON);
  await closed.finally(() => clearInterval(timer));
}
