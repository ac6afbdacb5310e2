import { METHODS } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { refuse } from './problem.ts';

/** All request methods except those that open a tunnel or are served with GET. */
const OTHERS = METHODS.filter((method) => method !== 'CONNECT' && method !== 'HEAD');

/** Answers 405 to methods that a path does not support, naming those it does. */
export function refuseOtherMethods(
  app: FastifyInstance,
  served: readonly { readonly method: 'GET' | 'POST'; readonly path: string }[],
): void {
  for (const method of OTHERS)
    if (!app.supportedMethods.includes(method)) app.addHttpMethod(method, { hasBody: false });
  for (const url of new Set(served.map(({ path }) => path))) {
    const own = served.filter(({ path }) => path === url).map(({ method }) => method);
    const allow = own
      .flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
      .join(', ');
    app.route({
      method: OTHERS.filter((method) => !own.some((one) => one === method)),
      url,
      onRequest: async (_, reply) =>
        refuse(reply.header('allow', allow), 405, `Only ${own.join(' and ')} is served here.`),
      handler: () => undefined,
    });
  }
}
