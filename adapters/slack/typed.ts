import { commands, type Place, parseCommand } from '../../src/index.ts';
import manifest from './manifest.json' with { type: 'json' };

const own = new Set(manifest.features.slash_commands.map(({ command }) => command));
const verbs = commands.map(({ name }) => name).filter((name) => !own.has(`/${name}`));
const VERB = new RegExp(
  `(?<![\\p{L}\\p{N}/.:])/(?=(?:${verbs.join('|')})(?![\\p{L}\\p{N}-]))`,
  'gu',
);

/**
 * Commands in words of ours as one types them in Slack, where apps share one name space: `/help` is
 * `/story help`; `/ask` has a name of its own.
 */
export function asTyped(text: string): string {
  return text.replace(VERB, '/story ');
}

const NOWHERE: Place = { channel: '', conversation: '', admin: false };

const IN_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^\/ask (.+)$/, '$1'],
  [/^\/who-said (.+)$/, 'Who said “$1”?'],
  [/^\/quotes (.+?)( about .+)?$/, 'What did $1 say$2?'],
  [/^\/speakers$/, 'Who speaks in the story?'],
];

/** A line in the words of a person, for prompts: `/quotes Ada` is `What did Ada say?`. */
export function inWords(line: string): string {
  const rule = IN_WORDS.find(([pattern]) => pattern.test(line));
  const words = rule === undefined ? line : line.replace(...rule);
  const means = (typed: string): string => parseCommand(typed, NOWHERE).kind;
  return means(words) === means(line) ? words : line;
}
