import { createHash, timingSafeEqual } from 'node:crypto';

/** What is kept of a token: its SHA-256. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Who may ask: recognises a valid token in constant time. */
export interface Tokens {
  /** The hash of the valid token in an `authorization` header, as hex; null for none. */
  readonly holder: (authorization: string | undefined) => string | null;
}

/** The valid tokens, by their hashes. */
export function createTokens(hashes: readonly Buffer[]): Tokens {
  return {
    holder: (authorization) => {
      const token = readToken(authorization ?? '');
      if (token === null) return null;
      const given = hashToken(token);
      const good = hashes.filter((one) => timingSafeEqual(one, given)); // compares all of them, so that timing reveals nothing
      return good.length > 0 ? given.toString('hex') : null;
    },
  };
}

/** `Bearer TOKEN`; or, as a browser asks for it, `Basic` with the token as the password. */
function readToken(authorization: string): string | null {
  const [, scheme = '', value = ''] = /^(bearer|basic) +(\S+) *$/i.exec(authorization) ?? [];
  if (scheme === '') return null;
  if (scheme.toLowerCase() === 'bearer') return value;
  const [, password = null] =
    /^[^:]*:(.*)$/s.exec(Buffer.from(value, 'base64').toString('utf8')) ?? [];
  return password;
}
