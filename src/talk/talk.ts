import { GREETINGS, PRAISE, THANKS } from '../text/lexicon/talk-words.ts';
import { MANNERS } from './manners.ts';
import { NOISE } from './noise.ts';
import { OPINIONS } from './opinions.ts';
import { ORDERS } from './orders.ts';
import { PERSONAL } from './personal.ts';
import type { TalkKind } from './talk-kind.ts';
import { isTalkWord, readTalkWords } from './talk-words.ts';

const TALK = [...MANNERS, ...ORDERS, ...OPINIONS, ...PERSONAL, ...NOISE];

const LONGEST = 400; // characters: longer lines have more than talk

/**
 * The kind of talk that a line is, whatever the story says; null where it may ask something. It is to be
 * read without what a question is wrapped in.
 */
export function readTalk(typed: string): TalkKind | null {
  if (typed.length > LONGEST) return null;
  const text = plain(typed);
  const isAsked = text.includes('?');
  return readClause(text, isAsked) ?? readClauses(text, isAsked);
}

/** `brilliant, just what I needed`: talk where each of its clauses is. */
function readClauses(text: string, isAsked: boolean): TalkKind | null {
  const clauses = text
    .split(/[,.!;:–—]+\s+|\s+[-–—]+\s+/u)
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause));
  if (clauses.length < 2) return null;
  const kinds = clauses.map((clause) => readClause(clause, isAsked));
  return kinds.includes(null) ? null : (WEIGHTIEST.find((kind) => kinds.includes(kind)) ?? 'other');
}

/** Of several kinds in a line the one that is replied to: `hi, summarize this`. */
const WEIGHTIEST: readonly TalkKind[] = ['write', 'judge', 'self', 'thanks', 'greeting'];

function readClause(text: string, isAsked: boolean): TalkKind | null {
  const found = TALK.find(([, pattern, only]) => !(only && isAsked) && pattern.test(text));
  return found?.[0] ?? readWords(text);
}

/** `nice one bot`: all of its words are talk. */
function readWords(line: string): TalkKind | null {
  const words = readTalkWords(line);
  if (!words.every(isTalkWord)) return null;
  const holds = (set: ReadonlySet<string>): boolean =>
    words.some((forms) => forms.some((form) => set.has(form)));
  if (holds(THANKS)) return 'thanks';
  if (holds(GREETINGS)) return 'greeting';
  return holds(PRAISE) ? 'thanks' : 'other';
}

/** Lower case, plain apostrophes, one space, no marks at either end but `?`, `u r` in full. */
function plain(typed: string): string {
  return IN_FULL.reduce((text, [short, full]) => text.replace(short, full), tidy(typed));
}

const IN_FULL: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}\p{N}'.])(?:u|ya)(?![\p{L}\p{N}'.])/gu, 'you'],
  [/(?<![\p{L}\p{N}'.])r(?= you)|(?<=you )r(?![\p{L}\p{N}'.])/gu, 'are'],
  [/(?<![\p{L}\p{N}])ur(?![\p{L}\p{N}])/gu, 'your'],
  [/(?<![\p{L}\p{N}])(gim|lem)me(?![\p{L}\p{N}])/gu, '$1 me'],
  [/(?<![\p{L}\p{N}])gim(?= me)/gu, 'give'],
  [/(?<![\p{L}\p{N}])lem(?= me)/gu, 'let'],
  [/(?<![\p{L}\p{N}])wanna(?![\p{L}\p{N}])/gu, 'want to'],
  [/(?<![\p{L}\p{N}])(?:pls|plz|plese|pleas)(?![\p{L}\p{N}])/gu, 'please'],
  [/(?<![\p{L}\p{N}])(what|who|that|how|where)s(?![\p{L}\p{N}])/gu, "$1's"],
  [/(?<![\p{L}\p{N}])(do|ca|wo|is|did|does|was|could|would|are)nt(?![\p{L}\p{N}])/gu, "$1n't"],
  [/(?<![\p{L}\p{N}])im(?![\p{L}\p{N}])/gu, "i'm"],
];

function tidy(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/[’‘`´]/gu, "'")
    .replace(/\p{Extended_Pictographic}|\u200d|\ufe0f|["“”*_~]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.,!;:…-]+|[\s.,!;:…-]+$/gu, '')
    .replace(/[\s.,!]*\?[\s?!.]*$/u, '?');
}
