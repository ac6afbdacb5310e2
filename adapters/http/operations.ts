import {
  type Command,
  type CommandInfo,
  commands,
  type Place,
  parseCommand,
  writeLine,
} from '../../src/index.ts';
import { z } from '../contract/zod.ts';

/** An operation of the API: a command, with words from the body or about the story in the address. */
export interface Operation {
  readonly method: 'GET' | 'POST';
  /** With `:id` for a story. */
  readonly path: string;
  readonly command: CommandInfo;
  /** The schema of the body; null for none. */
  readonly body: z.ZodType<Asked> | null;
}

/** The options by name, and the one story to ask, if any. */
export type Asked = Readonly<Record<string, string | undefined>>;

const LONGEST_WORDS = 4_000; // characters, as JSON Schema counts them: with the rest of the line, less than the core reads
const LONGEST_NAME = 80; // what can follow `by` in a line

const ASKED = ['ask', 'who-said', 'check', 'quotes', 'compare'];
const NAMES = ['person', 'one', 'other'];
const OF_STORY = ['speakers', 'numbers', 'when', 'sources', 'story'];

/** All operations: to add one, add its name. */
export const operations: readonly Operation[] = [
  ...ASKED.map(named).map((command): Operation => {
    return { method: 'POST', path: `/api/${command.name}`, command, body: bodyOf(command) };
  }),
  { method: 'GET', path: '/api/stories', command: named('stories'), body: null },
  ...OF_STORY.map(named).map((command): Operation => {
    return { method: 'GET', path: `/api/stories/:id/${command.name}`, command, body: null };
  }),
];

function named(name: string): CommandInfo {
  const found = commands.find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no command ${name}`);
  return found;
}

/** The options of a command by name, and the one story to ask, if any. */
function bodyOf({ name, options }: CommandInfo): z.ZodType<Asked> {
  const fields = options.map((option) => {
    const most = NAMES.includes(option.name) ? LONGEST_NAME : LONGEST_WORDS;
    const words = text(most).describe(option.description);
    return [option.name, option.required ? words : words.optional()] as const;
  });
  const story = text(LONGEST_NAME)
    .describe('The story to ask, by its id; all of them without it')
    .optional();
  return z.strictObject({ ...Object.fromEntries(fields), story }).meta({ id: `${name}-body` });
}

/** A text with a maximum number of characters: code points, which are up to two UTF-16 units each. */
function text(most: number): z.ZodString {
  return z
    .string({ error: ({ input }) => (input === undefined ? 'is missing' : 'must be a text') })
    .max(most, `must have at most ${most.toLocaleString('en')} characters`);
}

/** The question as a person would type it; the line is in `input`. */
export function commandOf({ command }: Operation, asked: Asked, place: Place): Command {
  const { story: _, ...given } = asked;
  const needed = command.options.filter(({ required }) => required).map(({ name }) => name);
  const filled = Object.fromEntries(
    Object.entries(given).filter(
      ([name, value]) => needed.includes(name) || /[\p{L}\p{N}]/u.test(value ?? ''),
    ),
  );
  const typed = parseCommand(writeLine(command, filled), place);
  const { words, person } = filled;
  if (typed.kind !== 'check' || person === undefined || typed.person !== null) return typed;
  // marks inside the quotation hide the person named after it
  const bare = parseCommand(writeLine(command, { words }), place);
  return bare.kind === 'check' ? { ...bare, person, input: typed.input } : typed;
}
