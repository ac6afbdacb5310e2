/** Markup that is safe to send: only `html` makes it from words, and `svg` from the core's drawings. */
export interface Html {
  readonly html: string;
}

/** What a template may contain: words are escaped, nothing is omitted, lists are joined. */
export type Part = string | number | Html | null | readonly Part[];

/** Markup from a template: `html\`<p>${words}</p>\`` shows any words as text, in attributes too. */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const text = template.reduce((all, piece, i) => `${all}${render(parts[i - 1] ?? null)}${piece}`);
  return { html: text };
}

/** A drawing by the core, which has escaped its contents. */
export function svg(drawing: string): Html {
  return { html: drawing };
}

function render(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return 'html' in part ? part.html : part.map(render).join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters, which HTML does not allow, become the replacement character. */
function escapeHtml(words: string): string {
  return words
    .replace(/[\0-\x08\x0b\x0e-\x1f\x7f]/g, '\ufffd')
    .replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}
