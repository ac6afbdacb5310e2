import type { IncomingHttpHeaders } from 'node:http';

/** Who is let in. */
export interface Door {
  /** Host names, beside this machine's own, that a request may be sent to. */
  readonly hosts: readonly string[];
  /** Whether a token is one of those given out; null where none is asked for. */
  readonly isToken: ((token: string) => boolean) | null;
}

/** Why a request is turned away: an HTTP status, and a line. */
export interface Refusal {
  readonly status: 401 | 403;
  readonly line: string;
}

const THIS_MACHINE: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Whether a request is turned away; null lets it in. A page in a browser that has its own name point to this
 * machine (DNS rebinding) sends that name as the host, and every page sends where it comes from.
 */
export function refuse(headers: IncomingHttpHeaders, { hosts, isToken }: Door): Refusal | null {
  const known = [...THIS_MACHINE, ...hosts];
  const { host, origin, authorization = '' } = headers;
  if (!known.includes(hostOf(`http://${host ?? ''}`)))
    return { status: 403, line: 'Host: is not this machine' };
  if (origin !== undefined && !known.includes(hostOf(origin)))
    return { status: 403, line: 'Origin: pages from elsewhere may not ask here' };
  const [, token = ''] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
  if (isToken !== null && !isToken(token))
    return { status: 401, line: 'Authorization: a bearer token of API_TOKENS is needed' };
  return null;
}

/** The name in an address, without its port; '' where there is none. */
function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : '';
}
