import { setTimeout as wait } from 'node:timers/promises';
import { type Engine, EngineError, RowRefused } from './opensearch-engine.ts';

/** A row to be written: it overwrites the row with its id. */
export interface Row {
  readonly id: string;
  readonly fields: object;
}

/** Writes rows in bulk. */
export interface Bulk {
  /** Resolves when there is room for more. */
  readonly add: (rows: readonly Row[]) => Promise<void>;
  /** Writes what is left; `refresh` says when it becomes searchable. */
  readonly end: (refresh: 'true' | 'wait_for') => Promise<void>;
}

const MOST = 1_000; // rows in one request: some 200 kilobytes
const TRIES = 6; // for rows that it was too busy for
const PAUSE = 200; // milliseconds, twice as long each time

interface Answer {
  readonly items: readonly { readonly index: { readonly status: number } }[];
}

/**
 * Writes rows into an index, one request at a time: each waits until the engine has accepted the one before.
 * `how`: what else each request says.
 */
export function createBulk(engine: Engine, index: string, within: number, how = ''): Bulk {
  let waiting: Row[] = [];
  const write = async (rows: readonly Row[], refresh: string): Promise<void> => {
    let left = rows;
    for (let tries = 1; left.length > 0; tries += 1) {
      const lines = left.flatMap(({ id, fields }) => [{ index: { _id: id } }, fields]);
      const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
      const path = `/${index}/_bulk?refresh=${refresh}${how}`;
      const { items } = await engine.ask<Answer>('POST', path, body, within);
      const status = items.map((item) => item.index.status);
      const refused = status.find((one) => one >= 400 && one !== BUSY);
      if (refused !== undefined) throw new RowRefused(`SEARCH_URL: a row was refused (${refused})`);
      left = left.filter((_, i) => status[i] === BUSY);
      if (left.length === 0) return;
      if (tries === TRIES) throw new EngineError('SEARCH_URL: the search engine is too busy');
      await wait(PAUSE * 2 ** tries);
    }
  };
  return {
    add: async (rows) => {
      waiting.push(...rows);
      while (waiting.length >= MOST) {
        const full = waiting.slice(0, MOST);
        waiting = waiting.slice(MOST);
        await write(full, 'false');
      }
    },
    end: (refresh) => write(waiting.splice(0), refresh),
  };
}

const BUSY = 429;
