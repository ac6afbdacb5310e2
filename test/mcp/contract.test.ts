import { memoryArchive } from '../../src/archive/memory.ts';
import { describeAdapter } from '../contract/adapter.ts';
import { call, connectHttp, serveHere, storiesIn } from './served.ts';

describeAdapter('an assistant', async ({ bot }) => {
  const served = await serveHere({ bot, stories: storiesIn(memoryArchive()) });
  const client = await connectHttp(served.url);
  return {
    ask: async (line) => (await call(client, 'ask', { question: line })).text,
    close: async () => {
      await client.close();
      await served.stop();
    },
  };
});
