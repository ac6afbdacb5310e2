import type { Body } from '../../../adapters/discord/bodies.ts';

/**
 * A message as it is seen, in plain text: large letters between ═, small ones behind `·`, quotations behind │,
 * bold between *, buttons in brackets. Escaped marks are shown as they are.
 */
export function eye({ content = '', components = [], files = [], attachments = [] }: Body): string {
  const lines = (content ?? '').split('\n').map(seeLine);
  const shown = attachments ?? [];
  const pictures = files.map(({ name }, n) => `[picture ${name}: ${shown[n]?.description ?? ''}]`);
  const buttons = (components ?? []).flatMap((row) =>
    'components' in row
      ? row.components.flatMap((one) => ('label' in one && one.label ? [`[ ${one.label} ]`] : []))
      : [],
  );
  return ['┌', ...lines, ...pictures, buttons.join(' '), '└']
    .filter((line) => line !== '')
    .join('\n');
}

function seeLine(line: string): string {
  const [, mark = '', rest = ''] = /^(## |-# |> |- )?(.*)$/s.exec(line) ?? [];
  const text = seeWords(rest);
  switch (mark) {
    case '## ':
      return `═ ${text.toUpperCase()} ═`;
    case '-# ':
      return `  · ${text}`;
    case '> ':
      return `│ ${text}`;
    case '- ':
      return `  • ${text}`;
    default:
      return text;
  }
}

function seeWords(text: string): string {
  return text
    .replace(/(?<!\\)<(\/[^:>]+):\d+>/g, '‹$1›')
    .replace(/(?<!\\)\[([^\]]*)\]\(<[^>]*>\)/g, '$1↗')
    .replace(/(?<!\\)\*\*/g, '*')
    .replace(/\\([^0-9A-Za-z\s])/gu, '$1');
}
