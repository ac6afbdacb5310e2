import type { FastifyInstance, FastifyReply } from 'fastify';
import { ALONE, type OpenBot, type Place, placeOf, replyToJson } from '../../src/index.ts';
import type { z } from '../contract/zod.ts';
import type { Gate } from './gate.ts';
import { refuseOtherMethods } from './methods.ts';
import { describeApi } from './openapi.ts';
import { type Asked, commandOf, type Operation, operations } from './operations.ts';
import { refuse } from './problem.ts';
import type { AskInTurn } from './waiting.ts';

/** What the API answers with. */
export interface ApiParts {
  readonly core: Pick<OpenBot, 'stories'>;
  readonly ask: AskInTurn;
  readonly gate: Gate;
  readonly version: string;
}

const EVERYWHERE: Place = { channel: 'http', conversation: ALONE, admin: false };

/** Serves the API under `/api`, and its description at `/api/openapi.json`. */
export function registerApi(app: FastifyInstance, { core, ask, gate, version }: ApiParts): void {
  const described = JSON.stringify(describeApi(version, gate.isOpen));
  const answer = async (operation: Operation, asked: Asked, reply: FastifyReply) => {
    const { story } = asked;
    const place = story === undefined ? EVERYWHERE : placeOf(story, ALONE);
    const command = commandOf(operation, asked, place);
    const found = await ask(command);
    if (found === null) {
      return refuse(
        reply.header('retry-after', '1'),
        503,
        'Too many questions at once: ask again in a second.',
      );
    }
    // a standalone question leaves no memory: there is no "more" to type
    return reply.send(replyToJson(command.input, { ...found, actions: [] }));
  };

  app.get('/api/openapi.json', (_, reply) => reply.type('application/json').send(described));
  for (const operation of operations) {
    const { method, path, body } = operation;
    app.route<{ Params: { readonly id?: string } }>({
      method,
      url: path,
      onRequest: gate.check,
      handler: async (request, reply) => {
        const read = body?.safeParse(request.body);
        if (read?.success === false) return refuse(reply, 422, firstMistake(read.error));
        const asked: Asked = { story: request.params.id, ...read?.data };
        if (asked.story !== undefined && !(await core.stories.has(asked.story)))
          return refuse(reply, 404, 'No story here has that id: /api/stories lists them.');
        return answer(operation, asked, reply);
      },
    });
  }
  refuseOtherMethods(app, [...operations, { method: 'GET', path: '/api/openapi.json' }]);
}

const SHOWN = 40; // characters of a field's name in a message

/** The first mistake in a body, in one line. */
function firstMistake({ issues: [issue] }: z.ZodError): string {
  if (issue?.code === 'unrecognized_keys') {
    const name = (issue.keys[0] ?? '').slice(0, SHOWN).replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ');
    return `${name}: there is no such field.`;
  }
  const field = issue?.path.join('.') ?? '';
  return field === '' ? 'The body must be a JSON object.' : `${field}: ${issue?.message}.`;
}
