import type { IncomingHttpHeaders } from 'node:http';
import { isLoopback } from '../settings.ts';

/** Who is let in. */
export interface Door {
  /** Host names, beside this machine's own, whose pages may ask. */
  readonly hosts: readonly string[];
  /** Whether an `authorization` header has one of the tokens issued; null if none is required. */
  readonly isHolder: ((authorization: string | undefined) => boolean) | null;
}

/** Why a request is turned away: an HTTP status, and a line. */
export interface Refusal {
  readonly status: 401 | 403;
  readonly line: string;
}

/**
 * Decides whether to turn a request away; null lets it in. A page in a browser that has its own name point to this
 * machine (DNS rebinding) sends that name as the host, unless a token is needed anyway; every page sends where
 * it comes from.
 */
export function refuse(headers: IncomingHttpHeaders, { hosts, isHolder }: Door): Refusal | null {
  const { host = '', origin, authorization } = headers;
  if (isHolder === null && !isLoopback(hostOf(`http://${host}`)))
    return { status: 403, line: 'Host: without API_TOKENS only localhost may ask' };
  if (origin !== undefined && !isLoopback(hostOf(origin)) && !hosts.includes(hostOf(origin)))
    return { status: 403, line: 'Origin: pages from elsewhere may not ask here' };
  if (isHolder !== null && !isHolder(authorization))
    return { status: 401, line: 'Authorization: a token of API_TOKENS is needed: Bearer TOKEN' };
  return null;
}

/** The name in an address, without its port; '' if there is none. */
function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : '';
}
