/**
 * What Discord reads as markup wherever it stands: `*x*`, `_x_`, `~~x~~`, `||x||`, backticks, quotes,
 * `[x](url)`, and all of `<@1>`, `<@&1>`, `<#1>`, `</x:1>`, `<:x:1>`, `<t:0:R>`, `<https://x>`.
 * Of `[x](url)` the opening bracket has to go: the rule for links overlooks a backslash inside.
 */
const MARKUP = /[\\`*_~|<>[\]]/g;

/** What is markup only at the start of a line, also behind marks without width: `# x`, `-# x`, `- x`, `1. x`. */
const LINE_START = /^([\s\u200b-\u200f\u202a-\u202e\u2060-\u2069]*)(#|[-+](?=[#\s]|$))/gm;
const LIST_NUMBER = /^([\s\u200b-\u200f\u202a-\u202e\u2060-\u2069]*\d+)([.)])(?=\s|$)/gm;

const EVERYONE = /@(?=everyone|here)/g;
/** https://x would become a link, with every _ and * in it; :smile: a picture. */
const COLON = /:(?=\/\/|[^\s:]*:)/g;
const INVITE = /(?<=discord(?:app)?)\.(?=gg|com)/gi; // an invitation grows a card even without https://

const ALONE = /\p{Surrogate}/gu; // half a character: Discord refuses the whole message

const BIDI = /[\u202a-\u202e\u2066-\u2069]/;
const ISOLATE = '\u2068';
const POP = '\u2069';

/**
 * Text of a story or a person as Discord shows it letter for letter: every mark that would take effect
 * is behind a backslash, which Discord hides. Marks that turn the direction of writing stay, closed in
 * on their line so that they turn nothing else. Half surrogates become U+FFFD.
 */
export function escapeText(text: string): string {
  return text
    .replace(ALONE, '\ufffd')
    .replace(MARKUP, '\\$&')
    .replace(LINE_START, '$1\\$2')
    .replace(LIST_NUMBER, '$1\\$2')
    .replace(EVERYONE, '\\$&')
    .replace(COLON, '\\$&')
    .replace(INVITE, '\\$&')
    .split('\n')
    .map((line) => (BIDI.test(line) ? ISOLATE + line + POP : line))
    .join('\n');
}

/** The text as the eye sees it: `escapeText` undone. For messages of our own that someone asks about. */
export function unescapeText(content: string): string {
  return content
    .split('\n')
    .map((line) => (isIsolated(line) ? line.slice(1, -1) : line))
    .join('\n')
    .replace(/\\([^0-9A-Za-z\s])/gu, '$1');
}

function isIsolated(line: string): boolean {
  return line.startsWith(ISOLATE) && line.endsWith(POP) && BIDI.test(line.slice(1, -1));
}

/** The address of a link, safe between `(<` and `>)`; null where there is no web address. */
export function escapeUrl(url: string | null): string | null {
  if (url === null || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  return new URL(url).href.replace(/[<>()\s\\`*|]/g, percentEncode);
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
