import { record } from './outside.ts';

/** What the eye sees of blocks: words as they stand, a line for each part, cells parted by " · ". */
export function seen(value: unknown): string {
  if (Array.isArray(value)) return value.map(seen).join('');
  const { type, text, elements, rows } = record(value);
  if (type === 'section') {
    const isBold = record(text).type === 'mrkdwn';
    return isBold ? seen(text).replace(/\*([^*]+)\*/g, '$1') : seen(text);
  }
  switch (type) {
    case 'text':
    case 'link':
      return String(text);
    case 'plain_text':
    case 'raw_text':
      return `${withoutUnseen(text)}\n`;
    case 'mrkdwn':
      return `${String(text)
        .replace(/<[^|>]*\|([^>]*)>/g, '$1')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&amp;/g, '&')}\n`;
    case 'table':
      return Array.isArray(rows) ? rows.map((row) => `${cells(row)}\n`).join('') : '';
    case 'actions':
    case 'context_actions':
      return '';
    default:
      return elements === undefined ? '' : `${seen(elements)}\n`;
  }
}

function cells(row: unknown): string {
  return Array.isArray(row) ? row.map((cell) => withoutUnseen(record(cell).text)).join(' · ') : '';
}

/** A mark of no width keeps `<!here>` from being read as a mention. */
function withoutUnseen(text: unknown): string {
  return String(text).replaceAll('\u2060', '');
}
