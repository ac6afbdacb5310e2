import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  ALONE,
  type OpenBot,
  type Place,
  parseCommand,
  placeOf,
  replyToJson,
} from '../../src/index.ts';
import type { z } from '../contract/zod.ts';
import type { Gate } from './gate.ts';
import { refuseOtherMethods } from './methods.ts';
import { describeApi } from './openapi.ts';
import { type Asked, lineOf, type Operation, operations } from './operations.ts';
import { refuse } from './problem.ts';

/** What the API answers with. */
export interface ApiParts {
  readonly core: Pick<OpenBot, 'bot' | 'stories'>;
  readonly gate: Gate;
  readonly version: string;
}

const EVERYWHERE: Place = { channel: 'http', conversation: ALONE, admin: false };
const MOST_AT_ONCE = 100; // questions in hand: each waits for those before it, and nobody waits longer than that

/** Serves the API under `/api`, and what describes it at `/api/openapi.json`. */
export function registerApi(app: FastifyInstance, { core, gate, version }: ApiParts): void {
  const described = JSON.stringify(describeApi(version, gate.isOpen));
  let inHand = 0;
  const answer = async (operation: Operation, asked: Asked, reply: FastifyReply) => {
    const { story } = asked;
    if (inHand >= MOST_AT_ONCE) {
      return refuse(
        reply.header('retry-after', '1'),
        503,
        'Too many questions at once: ask again in a second.',
      );
    }
    inHand += 1;
    try {
      const line = lineOf(operation, asked);
      const place = story === undefined ? EVERYWHERE : placeOf(story, ALONE);
      const found = await core.bot(parseCommand(line, place));
      // nothing is remembered of a question that stands alone: there is no "more" to type
      return reply.send(replyToJson(line, { ...found, actions: [] }));
    } finally {
      inHand -= 1;
    }
  };

  app.get('/api/openapi.json', (_, reply) => reply.type('application/json').send(described));
  for (const operation of operations) {
    const { method, path, body } = operation;
    app.route<{ Params: { readonly id?: string } }>({
      method,
      url: path,
      onRequest: gate.check,
      handler: async (request, reply) => {
        const { id } = request.params;
        if (id !== undefined && !core.stories.has(id))
          return refuse(reply, 404, 'No story here has that id: /api/stories lists them.');
        const read = body?.safeParse(request.body);
        if (read?.success === false) return refuse(reply, 422, firstMistake(read.error));
        const asked: Asked = { ...read?.data, ...(id === undefined ? {} : { story: id }) };
        if (asked.story !== undefined && !core.stories.has(asked.story))
          return refuse(reply, 422, 'story: no story here has that id; /api/stories lists them.');
        return answer(operation, asked, reply);
      },
    });
  }
  refuseOtherMethods(app, [...operations, { method: 'GET', path: '/api/openapi.json' }]);
}

const SHOWN = 40; // characters of a field's name, where it is repeated

/** The first thing that is wrong with a body, in one line. */
function firstMistake({ issues: [issue] }: z.ZodError): string {
  if (issue?.code === 'unrecognized_keys') {
    const name = (issue.keys[0] ?? '').slice(0, SHOWN).replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ');
    return `${name}: there is no such field.`;
  }
  const field = issue?.path.join('.') ?? '';
  return field === '' ? 'The body must be a JSON object.' : `${field}: ${issue?.message}.`;
}
