import { type CommandInfo, commands } from '../../src/index.ts';

/** Where a command stands in Discord's picker: `/ask`, `/story numbers`, `/stories use`. */
export interface Slash {
  readonly command: string;
  readonly verb: string | null;
}

/** The ids of the registered commands, which make a mention of one clickable; empty until known. */
export type CommandIds = ReadonlyMap<string, string>;

/** Commands with their own name; all others are verbs of `/story`, or of `/stories` where it needs a permission. */
const ALONE = ['ask', 'who-said', 'check', 'quotes'];
const VERBS: Readonly<Record<string, string>> = { story: 'show', stories: 'list' };

/** Where a command of the core is found in the picker. */
export function slashOf({ name, admin }: CommandInfo): Slash {
  if (ALONE.includes(name)) return { command: name, verb: null };
  return { command: admin ? 'stories' : 'story', verb: VERBS[name] ?? name };
}

/** The core's command that is meant; null for none. */
export function commandOf(command: string, verb: string | null): CommandInfo | null {
  return commands.find((one) => isAt(slashOf(one), { command, verb })) ?? null;
}

function isAt(a: Slash, b: Slash): boolean {
  return a.command === b.command && a.verb === b.verb;
}

/** `/story numbers jobs` typed in a message is `/numbers jobs`; anything else is as it was. */
export function readTyped(text: string): string {
  const [, command = '', verb = '', rest = ''] = /^\/(\S+)\s+(\S+)(.*)$/s.exec(text) ?? [];
  const meant = commandOf(command.toLowerCase(), verb.toLowerCase());
  return meant === null ? text : `/${meant.name}${rest}`;
}

const NAMES = commands.map(({ name }) => name).join('|');
/** A command of the core in our own words; not inside quotation marks, where the words are someone else's. */
const NAMED = new RegExp(
  `"[^"]*"|“[^”]*”|(?<![\\p{L}\\p{N}/.:<])/(?<name>${NAMES})(?![\\p{L}\\p{N}-])`,
  'gu',
);

/** Our own words, escaped, with commands as they are called here, clickable where their ids are known. */
export function writeCommands(escaped: string, ids: CommandIds): string {
  return escaped.replace(NAMED, (whole: string, name: string | undefined) => {
    const info = commands.find((one) => one.name === name);
    return info === undefined ? whole : mention(slashOf(info), ids);
  });
}

function mention({ command, verb }: Slash, ids: CommandIds): string {
  const called = verb === null ? command : `${command} ${verb}`;
  const id = ids.get(command);
  return id === undefined ? `/${called}` : `</${called}:${id}>`;
}
