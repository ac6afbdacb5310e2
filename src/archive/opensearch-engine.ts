import { createRequire } from 'node:module';
import type * as opensearch from '@opensearch-project/opensearch';
import { once } from '../text/lazy.ts';

/** The client is loaded where there is a search engine, and not before. */
const loadClient = once(
  () => createRequire(import.meta.url)('@opensearch-project/opensearch') as typeof opensearch,
);

/** An OpenSearch, asked through its REST interface. */
export interface Engine {
  /**
   * Resolves to its answer if the status is no error or is listed in `fine`. Rejects with an
   * `EngineError` where it does not answer in `within` milliseconds, or refuses.
   */
  readonly ask: <Answer>(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body: object | string | null,
    within: number,
    fine?: readonly number[],
  ) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

/** OpenSearch is down, overloaded, or refuses; the message never has what was asked. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}

/** It is there, and refuses a row for what it is. */
export class RowRefused extends EngineError {}

/** Opens an OpenSearch at an address. It connects on the first request. */
export function openEngine(url: string): Engine {
  const { Client } = loadClient();
  const client = new Client({ node: url, maxRetries: 0 });
  return {
    ask: async <Answer>(
      method: 'GET' | 'POST' | 'PUT',
      path: string,
      body: object | string | null,
      within: number,
      fine: readonly number[] = [],
    ) => {
      const [plain = '', querystring = ''] = path.split('?');
      const sent = typeof body === 'string' ? { bulkBody: body } : body === null ? {} : { body };
      try {
        const answer = await client.transport.request(
          { method, path: plain, querystring, ...sent },
          { requestTimeout: within, ignore: [...fine] },
        );
        return answer.body as Answer;
      } catch (cause) {
        const why = cause instanceof Error ? cause.name : 'unknown';
        throw new EngineError(`SEARCH_URL: the search engine can't be asked (${why})`, { cause });
      }
    },
    close: () => client.close(),
  };
}
