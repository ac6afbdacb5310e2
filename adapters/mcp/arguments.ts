/** JSON Schema as it is sent. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** One thing that a tool takes. */
export interface Argument {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  /** What it is: words, or yes or no. */
  readonly kind: 'words' | 'yes-or-no';
  /** Words: at most so many UTF-16 units. */
  readonly most: number;
}

/** The arguments received: words by name, trimmed; absent ones are ''. A yes is the word `yes`. */
export type Given = Readonly<Record<string, string>>;

/** The mistake in a caller's arguments: one line that names the argument. */
export class ArgumentError extends Error {}

/** What a tool takes, as JSON Schema. */
export function argumentSchema(taken: readonly Argument[]): JsonSchema {
  const properties = taken.map(({ name, description, kind, required, most }) => [
    name,
    kind === 'yes-or-no'
      ? { type: 'boolean', description }
      : { type: 'string', description, maxLength: most, ...(required ? { minLength: 1 } : {}) },
  ]);
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: taken.flatMap(({ name, required }) => (required ? [name] : [])),
    additionalProperties: false,
  };
}

/** Reads a caller's arguments for a tool. Throws an `ArgumentError` for the first mistake. */
export function readArguments(sent: unknown, taken: readonly Argument[]): Given {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent))
    throw new ArgumentError('arguments: must be an object');
  const known = new Set(taken.map(({ name }) => name));
  const unknown = Object.keys(sent).find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw new ArgumentError(`${shorten(unknown)}: is not taken; there is ${[...known].join(', ')}`);
  }
  const values = new Map(Object.entries(sent));
  const read = taken.map((one) => [one.name, readOne(values.get(one.name), one)]);
  return Object.fromEntries(read);
}

function readOne(value: unknown, { name, kind, required, most }: Argument): string {
  if (value === undefined || value === null) {
    if (required) throw new ArgumentError(`${name}: is missing`);
    return '';
  }
  if (kind === 'yes-or-no') {
    if (typeof value !== 'boolean') throw new ArgumentError(`${name}: must be true or false`);
    return value ? 'yes' : '';
  }
  if (typeof value !== 'string') throw new ArgumentError(`${name}: must be a text`);
  if (value.length > most) {
    const [has, may] = [value.length, most].map((n) => n.toLocaleString('en'));
    throw new ArgumentError(`${name}: has ${has} characters; ${may} is the most`);
  }
  return value.trim();
}

/** What to say about a story that is not here. */
export function noSuchStory(id: string): ArgumentError {
  return new ArgumentError(
    `story: there is no story "${shorten(id)}" here; search_stories lists them`,
  );
}

const SHOWN = 60; // characters of an argument quoted back

function shorten(words: string): string {
  const line = words.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN)} […]`;
}
