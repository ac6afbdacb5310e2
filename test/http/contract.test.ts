import { replySchema } from '../../adapters/contract/reply.ts';
import { ALONE, type Place, parseCommand, placeOf } from '../../src/index.ts';
import { describeAdapter } from '../contract/adapter.ts';
import { openCore, openHttpDesk } from './desk.ts';

/** The request that asks what a line asks; null where the API has none for it. */
function requestOf(line: string, place: Place) {
  const command = parseCommand(line, place);
  switch (command.kind) {
    case 'ask':
      return { path: '/api/ask', body: { question: command.question } };
    case 'who-said':
      return { path: '/api/who-said', body: { words: command.words } };
    case 'check':
      return {
        path: '/api/check',
        body: { words: command.quote, person: command.person ?? undefined },
      };
    case 'quotes':
      return {
        path: '/api/quotes',
        body: { person: command.person, topic: command.topic ?? undefined },
      };
    case 'compare': {
      const [one, other] = command.sides;
      return { path: '/api/compare', body: { one, other, topic: command.topic ?? undefined } };
    }
    case 'empty':
      return command.of === 'ask' ? { path: '/api/ask', body: { question: '' } } : null;
    case 'speakers':
    case 'story':
    case 'numbers':
    case 'when':
    case 'sources':
      return { path: command.kind, body: null };
    default:
      return null;
  }
}

for (const story of ['reef-study', 'inert']) {
  const place = placeOf(story, ALONE);
  describeAdapter(
    `the API, of ${story}`,
    async (core) => {
      const stories = {
        has: async () => true,
        count: async () => 2,
        list: async () => [],
        read: async () => null,
      };
      const { running, get, post } = await openHttpDesk({
        core: { ...openCore([]), ...core, stories },
      });
      return {
        ask: async (line) => {
          const asked = requestOf(line, place);
          if (asked === null) throw new Error(`nothing asks ${line}`);
          const answered = await (asked.body === null
            ? get(`/api/stories/${story}/${asked.path}`)
            : post(asked.path, { ...asked.body, story }));
          return replySchema.parse(await answered.json()).text;
        },
        close: running.stop,
      };
    },
    { place, offers: (line) => requestOf(line, place) !== null },
  );
}
