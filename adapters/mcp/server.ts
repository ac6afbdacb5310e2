import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/ajv';
import type { Bot, Stories } from '../../src/index.ts';
import type { Drain } from '../chat/drain.ts';
import { codeOf, type Log } from '../chat/log.ts';
import type { Turns } from '../chat/turns.ts';
import { ArgumentError } from './arguments.ts';
import { INSTRUCTIONS } from './instructions.ts';
import { ADDRESS, listTexts, PLAIN_TEXT, readText } from './texts.ts';
import { callTool, listedTools } from './tools.ts';

/** What every server of a process has in common. */
export interface Serving {
  readonly bot: Bot;
  readonly stories: Stories;
  readonly version: string;
  readonly turns: Turns;
  readonly drain: Drain;
  readonly log: Log;
}

const IN_TURN = 0; // in the order they come
const MOST_WAITING = 64; // calls: a client that floods the server is told so, and others are served
const BUSY = 'Too many questions at once. Please ask again in a moment.';
const CAPABILITIES = { tools: {}, resources: {} };
const validator = new AjvJsonSchemaValidator(); // one for all sessions: it takes milliseconds to make

/** A server for one connection, which is one conversation. To be connected to a transport. */
export function createMcpServer(
  { bot, stories, version, turns, drain, log }: Serving,
  conversation: string,
): Server {
  const server = new Server(
    { name: 'verbatim', title: 'Verbatim', version },
    { capabilities: CAPABILITIES, instructions: INSTRUCTIONS, jsonSchemaValidator: validator },
  );
  server.onerror = (error) => log('mcp: message refused', { code: codeOf(error) });
  let waiting = 0;

  /** A call cancelled meanwhile is not answered. */
  const call = async (
    name: string,
    sent: unknown,
    signal: AbortSignal,
  ): Promise<CallToolResult> => {
    if (waiting >= MOST_WAITING) return failed(BUSY);
    waiting += 1;
    try {
      const reply = await drain.run(() =>
        turns(IN_TURN, async () =>
          signal.aborted
            ? failed(BUSY)
            : callTool(name, sent, conversation, { bot, hasStory: stories.has }),
        ),
      );
      if (reply === null) throw new McpError(ErrorCode.InvalidParams, 'there is no such tool');
      if ('content' in reply) return reply;
      return { content: [{ type: 'text', text: reply.text }], structuredContent: reply };
    } catch (error) {
      if (error instanceof ArgumentError) return failed(error.message);
      throw error;
    } finally {
      waiting -= 1;
    }
  };

  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: [...listedTools] }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }, { signal }) =>
    call(params.name, params.arguments, signal),
  );
  server.setRequestHandler(ListResourcesRequestSchema, async ({ params }) => {
    const page = await listTexts(stories, params?.cursor);
    if (page === null) throw new McpError(ErrorCode.InvalidParams, 'cursor: is none of ours');
    const { resources, next } = page;
    return { resources, ...(next === null ? {} : { nextCursor: next }) };
  });
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({
    resourceTemplates: [
      {
        uriTemplate: `${ADDRESS}{id}`,
        name: 'story',
        title: 'A story',
        description: 'The whole text of a story, its paragraphs numbered',
        mimeType: PLAIN_TEXT,
      },
    ],
  }));
  server.setRequestHandler(ReadResourceRequestSchema, async ({ params: { uri } }) => {
    const text = await readText(stories, uri);
    if (text === null) throw new McpError(NO_RESOURCE, 'uri: there is no story at that address');
    return { contents: [{ uri, mimeType: PLAIN_TEXT, text }] };
  });
  return server;
}

const NO_RESOURCE = -32_002; // the protocol's way to say it

/** Mistakes a model can correct: it reads the line and asks differently. */
function failed(line: string): CallToolResult {
  return { content: [{ type: 'text', text: line }], isError: true };
}
