import type { Reply } from '../../src/index.ts';

/**
 * A listing as CSV (RFC 4180): a line of the columns' names, a line a row. Null where the reply has
 * no rows. Cells that a spreadsheet would take for a formula get a `'` in front.
 */
export function renderCsv({ rows }: Reply): string | null {
  const columns = [...new Set(rows?.flatMap((row) => Object.keys(row)))];
  if (rows === null || columns.length === 0) return null;
  const lines = rows.map((row) => columns.map((column) => cell(row[column] ?? null)).join(','));
  return [columns.map(cell).join(','), ...lines].join('\r\n');
}

function cell(value: string | number | boolean | null): string {
  if (typeof value === 'number') return String(value);
  const text = value === null ? '' : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
