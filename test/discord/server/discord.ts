import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Changes, createChanges } from './change.ts';
import { createFaults, type Fault } from './faults.ts';
import { type FakeGateway, serveGateway } from './gateway.ts';
import { createRest, type FakeRest } from './rest.ts';

/** A Discord of our own, over real sockets, with faults to order. */
export interface FakeDiscord {
  readonly url: string;
  readonly gateway: FakeGateway;
  readonly rest: FakeRest;
  readonly until: Changes['until'];
  /** Something else has changed that someone may wait for. */
  readonly tell: Changes['tell'];
  readonly fault: (fault: Fault) => void;
  readonly close: () => Promise<void>;
}

export const TOKEN = 'MTIzNDU2Nzg5.very-secret.bot-token';

/** Starts it on a port of the machine's choice, or on the one given. */
export async function startFakeDiscord(wanted = 0): Promise<FakeDiscord> {
  const changes = createChanges();
  const faults = createFaults();
  const rest = createRest(TOKEN, faults, changes);
  const server = createServer(rest.handle);
  const gateway = serveGateway(server, TOKEN, changes);
  await new Promise<void>((resolve) => server.listen(wanted, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api`,
    gateway,
    rest,
    until: changes.until,
    tell: changes.tell,
    fault: faults.order,
    close: async () => {
      gateway.end();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
