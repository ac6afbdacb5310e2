import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { runConsole } from '../../adapters/console/index.ts';
import { describeAdapter } from '../contract/adapter.ts';

// A reply may hold blank lines, so a pipe of text has no end of a reply to wait for: JSON has.
describeAdapter(
  'the console',
  async (core) => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const ended = runConsole(core, { input, output }, true);
    const lines = createInterface({ input: output })[Symbol.asyncIterator]();
    return {
      ask: async (line) => {
        input.write(`${line}\n`);
        const { value } = await lines.next();
        return (JSON.parse(value) as { readonly text: string }).text;
      },
      close: async () => {
        input.end();
        await ended;
      },
    };
  },
  { admin: true },
);
