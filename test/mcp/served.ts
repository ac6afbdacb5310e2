import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { openServer } from '../../adapters/chat/http.ts';
import type { Door } from '../../adapters/mcp/guard.ts';
import { type McpParts, mountMcp } from '../../adapters/mcp/mount.ts';
import type { MemoryArchive } from '../../src/archive/memory.ts';
import { createStories } from '../../src/bot/stories.ts';
import type { Stories } from '../../src/index.ts';
import { memoryStore } from '../../src/store/memory-store.ts';

/** The stories of an archive, as they are served. */
export function storiesIn(archive: MemoryArchive): Stories {
  return createStories(
    archive,
    memoryStore(archive, () => 0),
  );
}

const OPEN_DOOR: Door = { hosts: [], isHolder: null };

/** A bot served over HTTP on a free port, with all that was logged. */
export async function serveHere(
  { bot, stories }: Pick<McpParts, 'bot' | 'stories'>,
  door: Door = OPEN_DOOR,
) {
  const logged: string[] = [];
  const log = (event: string): void => void logged.push(event);
  const mount = mountMcp({ bot, stories, version: '0.0.0', log }, door);
  const server = await openServer(
    0,
    'test',
    (request, response) => {
      const handle = mount.find(request.url);
      if (handle === null) response.writeHead(404).end();
      else handle(request, response);
    },
    '127.0.0.1',
  );
  const stop = async () => void (await Promise.all([server.close(), mount.stop()]));
  const url = new URL(`http://127.0.0.1:${server.port}/mcp`);
  return { port: server.port, healthy: server.open, stop, logged, url };
}

/** The SDK's own client, connected. It checks what tools give against their schemas. */
export async function connect(transport: Transport) {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  await client.listTools(); // from here on it knows their schemas
  return client;
}

export function connectHttp(url: URL, headers: Readonly<Record<string, string>> = {}) {
  return connect(new StreamableHTTPClientTransport(url, { requestInit: { headers } }));
}

/** Calls a tool: what it says as text, what it gives as JSON, and whether it says that it could not. */
export async function call(client: Client, name: string, given: Record<string, unknown> = {}) {
  const { content, structuredContent, isError } = await client.callTool({ name, arguments: given });
  const [first] = content as readonly { readonly text: string }[];
  const json = (structuredContent ?? null) as Readonly<Record<string, unknown>> | null;
  return { text: first?.text ?? '', json, isError: isError === true };
}
