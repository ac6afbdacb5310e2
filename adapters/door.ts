import { createTokens } from './http/tokens.ts';
import type { Door } from './mcp/guard.ts';
import type { HttpSettings } from './settings.ts';

/** Whom the HTTP settings let in: holders of a token, or, where it is open, this machine. */
export function doorOf({ host, page, tokens, open }: HttpSettings): Door {
  const { holder } = createTokens(tokens);
  return {
    hosts: [host, ...(page.baseUrl === null ? [] : [new URL(page.baseUrl).hostname])],
    isHolder: open ? null : (authorization) => holder(authorization) !== null,
  };
}
