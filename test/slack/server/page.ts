import { record } from './outside.ts';

/**
 * A message as it would be seen, in plain letters: `*bold*`, `~gone~`, `│ quoted`, quiet lines in brackets of
 * `·`, tables in columns, controls as `[More] [⋯ Why this answer?]` (at the end of a line: a menu
 * beside it), thumbs as `[👍] [👎]`.
 */
export function pageOf(blocks: readonly unknown[]): string {
  return blocks.map((block) => blockOf(record(block))).join('\n');
}

type Outside = Readonly<Record<string, unknown>>;

function blockOf(block: Outside): string {
  const elements = list(block.elements);
  switch (block.type) {
    case 'rich_text':
      return elements.map(partOf).join('\n');
    case 'context':
      return `  ·${elements.map((one) => String(one.text).replace(/<[^|>]*\|([^>]*)>/, '($1)')).join(' ')}·`;
    case 'section':
      return `${String(record(block.text).text)}  ${controlOf(record(block.accessory))}`;
    case 'table':
      return tableOf(list(block.rows));
    case 'actions':
      return elements.map(controlOf).join(' ');
    default:
      return '[👍] [👎]';
  }
}

function partOf(part: Outside): string {
  const text = list(part.elements).map(wordsOf).join('');
  switch (part.type) {
    case 'rich_text_quote':
      return text.replace(/^/gm, '│ ');
    case 'rich_text_preformatted':
      return text.replace(/^/gm, '    ');
    default:
      return text;
  }
}

function wordsOf({ text, style }: Outside): string {
  const { bold, strike, code } = record(style);
  const mark = bold ? '*' : strike ? '~' : code ? '`' : '';
  return `${mark}${String(text)}${mark}`;
}

function tableOf(rows: readonly Outside[]): string {
  const cells = rows.map((row) => list(row).map(({ text }) => String(text).replace(/\s+/g, ' ')));
  const widths = (cells[0] ?? []).map((_, i) =>
    Math.min(40, Math.max(...cells.map((row) => row[i]?.length ?? 0))),
  );
  return cells
    .map((row) => `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`)
    .join('\n');
}

function controlOf({ type, text, options }: Outside): string {
  if (type !== 'overflow') return `[${String(record(text).text)}]`;
  return `[⋯ ${list(options)
    .map((one) => String(record(one.text).text))
    .join(' / ')}]`;
}

function list(value: unknown): readonly Outside[] {
  return Array.isArray(value) ? value.map(record) : [];
}
