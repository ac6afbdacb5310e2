/** Everything a line may say. There is no field for message text or secrets. */
export interface LogDetails {
  readonly code?: string | number | undefined;
  readonly status?: number | undefined;
  readonly method?: string | undefined;
  readonly route?: string | undefined;
}

/** Writes one line: what happened, in our own fixed words, and its details. */
export type Log = (event: string, details?: LogDetails) => void;

/** A log of single lines: `12:00:00Z slack: answer refused code=channel_not_found`. */
export function createLog(write: (line: string) => void, now: () => Date): Log {
  return (event, details = {}) => {
    const fields = Object.entries(details)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => ` ${name}=${plain(String(value))}`);
    write(`${now().toISOString()} ${event}${fields.join('')}\n`);
  };
}

/**
 * The short code of an error, for the log: what a platform or Node calls it (`channel_not_found`,
 * `ECONNRESET`, `50035`), else the error's name. Never its message, which may hold a text or a token.
 */
export function codeOf(error: unknown, depth = 0): string {
  if (typeof error !== 'object' || error === null || depth > 5) return 'unknown';
  const { data, code, cause, original, name } = error as Record<string, unknown>;
  const deeper = original ?? cause;
  if (typeof data === 'object' && data !== null && 'error' in data) return wordOf(data.error);
  if (typeof deeper === 'object' && deeper !== null) return codeOf(deeper, depth + 1);
  return plain(String(code ?? name ?? 'unknown'));
}

/** The code for a response that is not the platform's, such as a web page. */
export const UNREADABLE = 'unreadable';

function wordOf(value: unknown): string {
  return typeof value === 'string' && /^\w{1,60}$/.test(value) ? value : UNREADABLE;
}

/** One short word without spaces, control characters or anything that looks like a token. */
function plain(value: string): string {
  return value
    .replace(/xox\w*-\S*|xapp-\S*/g, '…')
    .replace(/[^\w.:/…-]+/g, '_')
    .slice(0, 80);
}
