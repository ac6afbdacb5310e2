import { inert } from './quiet.ts';

/** https://docs.slack.dev/reference/block-kit/blocks/table-block: one in a message */
export interface Table {
  readonly type: 'table';
  readonly rows: readonly (readonly object[])[];
  readonly column_settings: readonly object[];
}

const MOST_ROWS = 100;
const MOST_COLUMNS = 20;
const LONGEST = 4000; // characters of all cells: Slack allows 10,000, and the message must hold more than the table

/** A listing as a table if it has a heading and several rows and is not too long; else null. */
export function renderTableBlock(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): Table | null {
  const all = [columns, ...rows];
  const width = columns.length;
  const length = all.flat().reduce((sum, cell) => sum + cell.length, 0);
  const isTable = columns.every((column) => column.trim() !== '') && rows.length > 1 && width > 1;
  if (!isTable || all.length > MOST_ROWS || width > MOST_COLUMNS || length > LONGEST) return null;
  return {
    type: 'table',
    rows: all.map((row) =>
      columns.map((_, i) => ({ type: 'raw_text', text: inert(row[i] ?? '').trim() || '–' })),
    ),
    column_settings: columns.map(() => ({ is_wrapped: true })),
  };
}
