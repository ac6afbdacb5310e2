import { z } from './contract/zod.ts';
import type { PageSettings } from './http/links.ts';
import { hashToken } from './http/tokens.ts';
import { port, url } from './setting-fields.ts';

export interface HttpSettings {
  readonly port: number;
  readonly host: string;
  readonly page: PageSettings;
  /** SHA-256 of each token that opens the API; the tokens themselves are not kept. */
  readonly tokens: readonly Buffer[];
  /** Whether the API needs no token: none is set, and only this machine can reach it. */
  readonly open: boolean;
  /** Requests that a client may make within a minute. */
  readonly rate: number;
}

const SHORTEST = 16; // characters of a secret: fewer can be guessed
const secret = `must have at least ${SHORTEST} characters`;

/** Settings of the page, as the environment has them. */
export const pageFields = {
  BASE_URL: url,
  PAGE_ACCESS: z.enum(['link', 'token', 'public'], 'must be link, token or public').default('link'),
  PAGE_KEY: z.string().min(SHORTEST, secret).optional(),
};

/** Settings of the HTTP server. */
export const httpFields = {
  ...pageFields,
  HTTP_PORT: port.optional(),
  HTTP_HOST: z
    .string()
    .regex(/^[\w.:%-]+$/, 'must be an address or a name of this machine')
    .default('127.0.0.1'),
  API_TOKENS: z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .refine((all) => all.every(({ length }) => length >= SHORTEST), `each ${secret}`)
    .default([]),
  API_RATE: z.coerce
    .number('must be a number of requests')
    .int('must be a number of requests')
    .min(1, 'must be a number of requests')
    .default(300),
};

type Read = z.infer<z.ZodObject<typeof httpFields>>;
type ReadPage = z.infer<z.ZodObject<typeof pageFields>>;

/** Turns the page's settings into values. */
export function readPage({ BASE_URL, PAGE_ACCESS, PAGE_KEY }: ReadPage): PageSettings {
  return { baseUrl: BASE_URL ?? null, access: PAGE_ACCESS, key: PAGE_KEY ?? null };
}

/** Turns the HTTP settings into values; null without a port. */
export function readHttp(env: Read): HttpSettings | null {
  const { HTTP_PORT, HTTP_HOST: host, API_TOKENS, API_RATE: rate } = env;
  if (HTTP_PORT === undefined) return null;
  const page = readPage(env);
  const tokens = API_TOKENS.map(hashToken);
  const outside = page.baseUrl === null ? '' : new URL(page.baseUrl).hostname;
  const open = tokens.length === 0 && isLoopback(host) && (outside === '' || isLoopback(outside));
  return { port: HTTP_PORT, host, page, tokens, open, rate };
}

/** Mistakes in how the HTTP settings combine: one line each. */
export function findHttpMistakes({ HTTP_PORT, HTTP_HOST, PAGE_ACCESS, API_TOKENS }: Read) {
  if (HTTP_PORT === undefined || API_TOKENS.length > 0) return [];
  const isSeen = !isLoopback(HTTP_HOST);
  return [
    ...(isSeen ? [`API_TOKENS: must be set where HTTP_HOST is not this machine alone`] : []),
    ...(PAGE_ACCESS === 'token' ? ['API_TOKENS: must be set where PAGE_ACCESS is token'] : []),
  ];
}

/** Whether an address or name is reached from this machine alone. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[?(?:::1|::ffff:127(?:\.\d{1,3}){3})\]?)$/i.test(host);
}
