import type { FastifyReply, FastifyRequest } from 'fastify';
import { type HttpSettings, isLoopback } from '../settings.ts';
import { refuse } from './problem.ts';
import { createTokens } from './tokens.ts';

/** Who gets in: holders of a token or, if the API is open, anyone on this machine. */
export interface Gate {
  /** Whether no token is needed. */
  readonly isOpen: boolean;
  /** The hash, in hex, of a request's valid token; null without one. */
  readonly holder: (request: FastifyRequest) => string | null;
  /** Whether a request may access what tokens protect. */
  readonly trusts: (request: FastifyRequest) => boolean;
  /** Refuses untrusted requests: 401 without a token, 403 for another site's page asking through a local browser. */
  readonly check: (
    request: FastifyRequest,
    reply: FastifyReply,
  ) => Promise<FastifyReply | undefined>;
}

/** Makes a gate from the settings. */
export function createGate({ open, tokens: hashes }: HttpSettings): Gate {
  const tokens = createTokens(hashes);
  const holder = ({ headers }: FastifyRequest): string | null =>
    tokens.holder(headers.authorization);
  const trusts = (request: FastifyRequest): boolean =>
    open ? isNamedLocally(request.headers.host) : holder(request) !== null;
  return {
    isOpen: open,
    holder,
    trusts,
    check: async (request, reply) => {
      if (trusts(request)) return undefined;
      if (open) return refuse(reply, 403, 'Without API_TOKENS only localhost may ask.');
      const isGiven = request.headers.authorization !== undefined;
      const detail =
        hashes.length === 0
          ? 'The API is closed here: it has no tokens (API_TOKENS).'
          : isGiven
            ? 'That token is not valid here.'
            : 'A token is needed: Authorization: Bearer TOKEN.';
      return refuse(reply.header('www-authenticate', 'Bearer realm="Verbatim"'), 401, detail);
    },
  };
}

/** A foreign name that resolves to this machine (DNS rebinding) is not one of its names. */
function isNamedLocally(host: string | undefined): boolean {
  return host !== undefined && isLoopback(host.replace(/:\d+$/, ''));
}
