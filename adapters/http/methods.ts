import type { FastifyInstance } from 'fastify';
import { refuse } from './problem.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'] as const;

/** Answers 405 to every method but those that paths have, saying which those are. */
export function refuseOtherMethods(
  app: FastifyInstance,
  served: readonly { readonly method: 'GET' | 'POST'; readonly path: string }[],
): void {
  for (const url of new Set(served.map(({ path }) => path))) {
    const own = served.filter(({ path }) => path === url).map(({ method }) => method);
    const allow = own
      .flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
      .join(', ');
    app.route({
      method: METHODS.filter((method) => !own.some((one) => one === method)),
      url,
      onRequest: async (request, reply) =>
        refuse(
          reply.header('allow', allow),
          405,
          `${request.method} is not served here, ${allow} is.`,
        ),
      handler: () => undefined,
    });
  }
}
