import { type CommandInfo, commands, writeLine } from '../../src/index.ts';
import { z } from '../contract/zod.ts';

/** Something that the API does: asks a command, with words in a body or of the story in the address. */
export interface Operation {
  readonly method: 'GET' | 'POST';
  /** With `:id` for a story. */
  readonly path: string;
  readonly command: CommandInfo;
  /** What the body must be; null for none. */
  readonly body: z.ZodType<Asked> | null;
}

/** What is asked, by the names of a command's options, and the story that alone is asked. */
export type Asked = Readonly<Record<string, string | undefined>>;

const LONGEST_WORDS = 8_000; // UTF-16 units: with the rest of a line less than the core reads
const LONGEST_NAME = 80; // what can stand behind `by` in a line

const ASKED = ['ask', 'who-said', 'check', 'quotes'];
const OF_STORY = ['speakers', 'numbers', 'when', 'sources', 'story'];

/** All that can be asked: another one is another name. */
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

/** The options of a command by their names, and the story that alone is asked. */
function bodyOf({ name, options }: CommandInfo): z.ZodType<Asked> {
  const fields = options.map((option) => {
    const most = option.name === 'person' ? LONGEST_NAME : LONGEST_WORDS;
    const words = z
      .string({ error: ({ input }) => (input === undefined ? 'is missing' : 'must be a text') })
      .max(most, `must have at most ${most.toLocaleString('en')} characters`)
      .describe(option.description);
    return [option.name, option.required ? words : words.optional()] as const;
  });
  const story = z
    .string('must be the id of a story')
    .max(LONGEST_NAME, 'must be the id of a story')
    .describe('The story to ask, by its id; all of them without it')
    .optional();
  return z.strictObject({ ...Object.fromEntries(fields), story }).meta({ id: `${name}-body` });
}

/** The line that a person would type for it. */
export function lineOf({ command }: Operation, { story: _, ...given }: Asked): string {
  return writeLine(command, given);
}
