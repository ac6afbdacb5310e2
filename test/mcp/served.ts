import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { createDrain } from '../../adapters/chat/drain.ts';
import { createTurns } from '../../adapters/chat/turns.ts';
import type { Door } from '../../adapters/mcp/guard.ts';
import { serveHttp } from '../../adapters/mcp/index.ts';
import type { Serving } from '../../adapters/mcp/server.ts';
import type { OpenBot } from '../../src/index.ts';

const OPEN_DOOR: Door = { hosts: [], isToken: null };

/** A bot served over HTTP on a free port, with all that was logged. */
export async function serveHere(
  { bot, stories }: Pick<OpenBot, 'bot' | 'stories'>,
  door: Door = OPEN_DOOR,
) {
  const logged: string[] = [];
  const log = (event: string): void => void logged.push(event);
  const serving: Serving = {
    bot,
    stories,
    version: '0.0.0',
    turns: createTurns(),
    drain: createDrain(),
    log,
  };
  const served = await serveHttp(serving, 0, door);
  return { ...served, logged, url: new URL(`http://127.0.0.1:${served.port}/mcp`) };
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
