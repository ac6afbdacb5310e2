import { createServer as createNodeServer } from 'node:http';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import type { Condition, Limits, OpenBot } from '../../src/index.ts';
import { healthOf } from '../chat/health.ts';
import { IDLE, type Mount } from '../chat/http.ts';
import { codeOf, type Log } from '../chat/log.ts';
import type { HttpSettings } from '../settings.ts';
import { registerApi } from './api.ts';
import { createGate } from './gate.ts';
import type { Links } from './links.ts';
import type { Metrics } from './metrics.ts';
import { registerPage } from './page/index.ts';
import { PROBLEM_TYPE, problemOf, refuse } from './problem.ts';
import { countIn } from './rate.ts';
import { createWaiting } from './waiting.ts';

/** What the server needs besides its settings. */
export interface ServerParts {
  readonly core: Pick<OpenBot, 'bot' | 'stories'>;
  readonly links: Links;
  readonly metrics: Pick<Metrics, 'read' | 'contentType'>;
  readonly health: Health;
  /** Where requests are counted. */
  readonly limits: Limits;
  /** What others serve on this port. */
  readonly mounts: readonly Pick<Mount, 'find'>[];
  readonly log: Log;
  readonly version: string;
}

/** The state of the process. */
export interface Health {
  /** Whether all that was started is connected. */
  readonly connected: () => boolean;
  /** How what the processes of a fleet share is doing. */
  readonly condition: () => Condition;
  /** Whether the models are there. */
  readonly models: () => boolean;
  /** Platforms by name, and whether each is connected. */
  readonly platforms: () => ReadonlyMap<string, boolean>;
}

const MOST_BYTES = 64 * 1024; // of a body: the longest text accepted, however it is encoded
const SLOWEST = 30_000; // milliseconds that a request may take to arrive

/** One server for the page, the API, health, metrics, and what else shares its port. It writes no access log. */
export async function createServer(
  settings: HttpSettings,
  parts: ServerParts,
): Promise<FastifyInstance> {
  const { core, metrics, health, mounts, version } = parts;
  const gate = createGate(settings);
  const app = fastify({
    bodyLimit: MOST_BYTES,
    trustProxy: 'loopback',
    return503OnClosing: false, // requests in hand are answered
    routerOptions: { ignoreTrailingSlash: true },
    frameworkErrors: (error, _, reply) =>
      void refuse(reply, error.statusCode ?? 400, explain(error)),
    serverFactory: (handle) => {
      const listener: typeof handle = (request, response) => {
        const [mounted = handle] = mounts.flatMap((one) => one.find(request.url) ?? []);
        mounted(request, response);
      };
      const server = createNodeServer(
        { requestTimeout: SLOWEST, keepAliveTimeout: IDLE },
        listener,
      );
      server.headersTimeout = SLOWEST;
      return server;
    },
    clientErrorHandler: (error, socket) => {
      const status = CLIENT_STATUS[error.code] ?? 400;
      const body = JSON.stringify(problemOf(status, 'That is no HTTP request that can be read.'));
      const head = `HTTP/1.1 ${status} Refused\r\nContent-Type: ${PROBLEM_TYPE}\r\nContent-Length: ${body.length}`;
      if (socket.writable) socket.end(`${head}\r\nConnection: close\r\n\r\n${body}`);
    },
  });
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(GUARDS);
    const encoding = request.headers['content-encoding'] ?? 'identity';
    return encoding === 'identity'
      ? undefined
      : refuse(reply, 415, 'A body must not be compressed.');
  });
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return refuse(reply, status, explain(error));
    parts.log('serve: failed', { code: codeOf(error), route: request.routeOptions.url });
    return refuse(reply, 500, 'Something went wrong here.');
  });
  await app.register(rateLimit, {
    max: settings.rate,
    timeWindow: '1 minute',
    store: countIn(parts.limits),
    enableDraftSpec: true,
    keyGenerator: (request) => gate.holder(request) ?? request.ip,
    errorResponseBuilder: (_, { after }) =>
      Object.assign(
        new Error(`More than ${settings.rate} requests in a minute: go on in ${after}.`),
        {
          statusCode: 429,
        },
      ),
  });
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (_, reply) =>
    refuse(reply, 404, 'There is nothing at that address.'),
  );

  const free = { config: { rateLimit: false } } as const;
  app.get('/healthz', free, (_, reply) => {
    const { status, body } = healthOf(health.connected(), health.condition());
    return reply.code(status).type('application/json').send(body);
  });
  app.get('/readyz', free, (_, reply) => {
    const [models, platforms] = [health.models(), health.platforms()];
    const ready = models && [...platforms.values()].every(Boolean);
    const told = { ready, models, platforms: Object.fromEntries(platforms) };
    return reply.code(ready ? 200 : 503).send(told);
  });
  app.get('/metrics', { ...free, onRequest: gate.check }, async (_, reply) =>
    reply.type(metrics.contentType).send(await metrics.read()),
  );
  const ask = createWaiting(core.bot);
  registerApi(app, { core, ask, gate, version });
  registerPage(app, {
    ask,
    stories: core.stories,
    links: parts.links,
    access: settings.page.access,
    base: pathOf(settings.page.baseUrl),
    trusts: gate.trusts,
  });
  return app;
}

/** The path at which a proxy serves this server: none for `https://news.example/`. */
function pathOf(baseUrl: string | null): string {
  return baseUrl === null ? '' : new URL(baseUrl).pathname.replace(/\/+$/, '');
}

const GUARDS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const CLIENT_STATUS: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

/** Why a request could not be read, in our own words. */
function explain({ code, statusCode, message }: FastifyError): string {
  switch (statusCode) {
    case 413:
      return `A body has at most ${MOST_BYTES.toLocaleString('en')} bytes.`;
    case 415:
      return 'A body must be JSON: Content-Type: application/json.';
    case 414:
      return 'That address is too long.';
    case 429:
      return message;
    default:
      return code === 'FST_ERR_CTP_EMPTY_JSON_BODY' || code === 'FST_ERR_CTP_INVALID_JSON_BODY'
        ? 'The body is not JSON.'
        : 'That request can not be read.';
  }
}
