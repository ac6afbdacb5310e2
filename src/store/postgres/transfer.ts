import { allRecords } from '../store.ts';
import type { Transferable } from '../transfer.ts';
import type { PostgresStore } from './store.ts';

/** The contents of a database, for export and import. */
export function fleetTransfer(store: PostgresStore): Transferable {
  return { ...store, problems: [], records: () => allRecords(store) };
}
