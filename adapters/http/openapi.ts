import { replySchema } from '../contract/reply.ts';
import { z } from '../contract/zod.ts';
import { type Operation, operations } from './operations.ts';
import { PROBLEM_TYPE, problemSchema, TITLES } from './problem.ts';

/** JSON as it is sent. */
type Json = Readonly<Record<string, unknown>>;

/** The API as an OpenAPI 3.1 document, made from the schemas that requests are validated with. */
export function describeApi(version: string, isOpen: boolean): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Verbatim',
      version,
      description:
        'Answers questions about news stories with passages cut from them, word for word. Quote them so, and keep the speaker.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: isOpen ? [] : [{ token: [] }],
    paths: pathsOf(),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: schemas(),
    },
  };
}

function pathsOf(): Json {
  const paths = new Map<string, Json>();
  for (const one of operations) {
    const path = one.path.replace(/:(\w+)/g, '{$1}');
    paths.set(path, { ...paths.get(path), [one.method.toLowerCase()]: operationOf(one) });
  }
  return Object.fromEntries(paths);
}

function operationOf({ method, path, command, body }: Operation): Json {
  const ofStory = path.includes(':id');
  const named = ofStory || body !== null; // a story
  const refused = [
    400,
    401,
    403,
    ...(named ? [404] : []),
    ...(body ? [413, 415, 422] : []),
    429,
    503,
  ];
  return {
    operationId: command.name,
    summary: command.description,
    ...(ofStory ? { parameters: [STORY] } : {}),
    ...(body === null
      ? {}
      : {
          requestBody: { required: true, content: { 'application/json': { schema: refTo(body) } } },
        }),
    responses: {
      200: {
        description: method === 'POST' ? 'The answer, or why there is none' : 'The listing',
        content: { 'application/json': { schema: refTo(replySchema) } },
      },
      ...Object.fromEntries(refused.map((status) => [status, refusalOf(status)])),
    },
  };
}

const STORY = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'The id of a story, as /api/stories lists them',
  schema: { type: 'string', minLength: 1 },
};

function refusalOf(status: number): Json {
  const content = { [PROBLEM_TYPE]: { schema: refTo(problemSchema) } };
  const headers =
    status === 429 || status === 503
      ? { headers: { 'Retry-After': { schema: { type: 'string' }, description: 'Seconds' } } }
      : {};
  return { description: TITLES[status] ?? 'Refused', ...headers, content };
}

function refTo(schema: z.ZodType): Json {
  return { $ref: `#/components/schemas/${schema.meta()?.id}` };
}

/** Named schemas, without the parts only a standalone schema needs. */
function schemas(): Json {
  const uri = (id: string): string => `#/components/schemas/${id}`;
  const made = z.toJSONSchema(z.globalRegistry, { uri, io: 'input' });
  return Object.fromEntries(
    Object.entries(made.schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  );
}
