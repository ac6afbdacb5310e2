import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { Running } from '../chat/running.ts';
import { createMcpServer, type Serving } from './server.ts';

/** The streams a client writes to and reads from: a process's input and output. */
export interface McpStreams {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
}

const LONGEST_END = 5_000; // milliseconds to wait for answers in progress when stopped
const LONGEST_READING = 60_000; // the same when the input has ended: the reader may still be loading

/**
 * Serves one client on the input and output. `ended` resolves when the input has ended and every call that came
 * in before is answered, or when it was stopped.
 */
export async function serveStdio(
  serving: Serving,
  { input, output }: McpStreams,
): Promise<Running & { readonly ended: Promise<void> }> {
  const server = createMcpServer(serving, 'mcp stdio');
  let open = true;
  const closed = new Promise<void>((resolve) => {
    server.onclose = () => {
      open = false;
      resolve();
    };
  });
  const end = async (deadline: number): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve)); // by then, calls that just arrived have begun
    await serving.drain.settle(deadline);
    await server.close();
  };
  input.once('end', () => void end(LONGEST_READING));
  await server.connect(new StdioServerTransport(input, output));
  return { ended: closed, stop: () => end(LONGEST_END), healthy: () => open };
}
