import { z } from './contract/zod.ts';

/** Where settings are read from. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Settings that are wrong or missing: a line for each, naming the setting. */
export class SettingsError extends Error {
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'SettingsError';
  }
}

/** A missing or empty setting counts as unset. Throws a SettingsError with a line for each mistake. */
export function parse<T>(fields: z.ZodType<T>, env: Environment): T {
  const given = Object.entries(env).filter(([, value]) => value?.trim());
  const read = fields.safeParse(
    Object.fromEntries(given.map(([name, value]) => [name, value?.trim()])),
  );
  if (read.success) return read.data;
  throw new SettingsError(
    read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
  );
}

/** A setting that holds a port; 0 for any free one. */
export const port = z.coerce
  .number('must be a port number')
  .int('must be a port number')
  .min(0, 'must be a port number')
  .max(65_535, 'must be a port number');

/** A setting that holds an address, or is left out. */
export const url = z
  .url({ protocol: /^https?$/, error: 'must be a URL that begins with http' })
  .optional();
