import { allRecords } from '../store.ts';
import type { Transferable } from '../transfer.ts';
import type { PostgresStore } from './store.ts';

/** What is kept in a database, as it is moved. */
export function fleetTransfer(store: PostgresStore): Transferable {
  return { ...store, problems: [], records: () => allRecords(store) };
}
