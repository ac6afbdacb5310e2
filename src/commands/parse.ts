import { withoutUnseen } from '../text/unseen.ts';
import { readCheck } from './check-line.ts';
import type { Ask, Command, FeedbackVerdict, PassageKey, Place } from './command.ts';
import { readCompare } from './compare-line.ts';
import { EVERYWHERE } from './filters.ts';
import { askOrTalk, routeWords } from './route.ts';
import { readWatch } from './watch-line.ts';

const LONGEST_INPUT = 10_000; // UTF-16 units: more than a platform lets anyone type
const LONGEST_RUN = 50; // of marks and spaces, without a letter or figure: more mean no more, and take the rules below long

/**
 * Reads what someone typed: `/who-said …`, or free words that mean the same. Never throws; what is
 * no command is `unknown`, and what holds no word is `empty`.
 */
export function parseCommand(input: string, place: Place): Command {
  const typed = input.slice(0, LONGEST_INPUT);
  const text = withoutUnseen(typed)
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[^\p{L}\p{N}]{51,}/gu, (run) => run.slice(0, LONGEST_RUN))
    .trim();
  return { ...(readAdd(input) ?? parse(text)), place, input };
}

/** What is added keeps its lines: they are the story's. */
function readAdd(input: string): Ask | null {
  const [, what] = /^\s*\/add\s+(\S[\s\S]*)$/i.exec(input) ?? [];
  return what === undefined || !/[\p{L}\p{N}]/u.test(what) ? null : { kind: 'add', what };
}

function parse(text: string): Ask {
  const [, slash, rest = ''] = /^\/(\S*)\s*(.*)$/.exec(text) ?? [];
  if (slash !== undefined) return readSlash(slash.toLowerCase(), rest);
  const address = readAddress(text);
  if (address !== null) return { kind: 'address', address };
  return /[\p{L}\p{N}]/u.test(text) ? routeWords(text) : { kind: 'empty', of: null };
}

/** `https://news.example/vote`, `<https://…|news.example>`, `add this: https://…`, and nothing else in the line. */
function readAddress(text: string): string | null {
  const bare = text
    .replace(
      /^(?:(?:please|can you|could you) )?(?:add|read|load|fetch|open)(?: (?:this|it|the story|this story))?(?: at| from)?:? (?=<?https?:)/i,
      '',
    )
    .replace(/^<([^<>|\s]+)(?:\|[^<>]*)?>$/, '$1');
  const isOne =
    /^https?:\/\/[^\s<>"]+$/i.test(bare) ||
    /^www\.[^\s<>"/]+\.[a-z]{2,}(?:\/[^\s<>"]*)?$/i.test(bare);
  const address = /^www\./i.test(bare) ? `https://${bare}` : bare;
  return isOne && URL.canParse(address) ? address : null;
}

function readSlash(name: string, rest: string): Ask {
  const needed = (make: (words: string) => Ask): Ask =>
    /[\p{L}\p{N}]/u.test(rest) ? make(rest) : { kind: 'empty', of: name };
  switch (name) {
    case 'ask':
      return needed(askOrTalk);
    case 'who-said':
      return needed((words) => ({ kind: 'who-said', words }));
    case 'check':
      return needed(readCheck);
    case 'quotes':
    case 'what-said':
      return needed(readQuotes);
    case 'compare':
      return needed(readCompare);
    case 'use':
      return needed((story) => ({ kind: 'use', story }));
    case 'add':
      return needed((what) => ({ kind: 'add', what }));
    case 'remove':
      return needed((story) => ({ kind: 'remove', story }));
    case 'watch':
      return readWatch(rest);
    case 'changes':
      return { kind: 'changes', story: /[\p{L}\p{N}]/u.test(rest) ? rest : null };
    case 'story':
      return { kind: 'story', more: /^more\b/i.test(rest.replace(EVERYWHERE, '')) };
    case 'speakers':
      return { kind: 'speakers', picture: PICTURE.test(rest.replace(EVERYWHERE, '')) };
    case 'numbers':
    case 'when':
    case 'stories':
      return { kind: name, topic: readTopic(rest) };
    case 'why':
      return { kind: 'why', about: readPassageKeys(rest)[0] ?? null };
    case 'more':
    case 'nearest':
      return { kind: 'more', passages: readPassageKeys(rest), nearest: name === 'nearest' };
    case 'feedback':
      return readFeedback(rest);
    case 'sources':
    case 'help':
    case 'about':
      return { kind: name };
    default:
      return { kind: 'unknown', name };
  }
}

const PICTURE = /^(?:picture|chart|image|png)\b/i;

/** `about trade` and `trade` are the same topic; null for none. */
function readTopic(rest: string): string | null {
  const topic = rest.replace(/^(?:about|on)\s+/i, '').replace(/[?.!\s]+$/, '');
  return /[\p{L}\p{N}]/u.test(topic) ? topic : null;
}

/** `Mei about Alibaba` → person and topic. */
function readQuotes(rest: string): Ask {
  const [, person = rest, topic = null] = /^(.+?)\s+about\s+(.+?)[?.!]*$/i.exec(rest) ?? [];
  return { kind: 'quotes', person, topic };
}

const feedbackVerdicts: readonly FeedbackVerdict[] = [
  'right',
  'wrong-passage',
  'wrong-speaker',
  'should-have-answered',
  'should-have-been-silent',
];

function readFeedback(rest: string): Ask {
  const [word = '', ...others] = rest.toLowerCase().split(' ');
  const verdict = feedbackVerdicts.find((one) => one === word || one.startsWith(`${word}-`));
  if (word === '' || verdict === undefined) return { kind: 'empty', of: 'feedback' };
  return { kind: 'feedback', verdict, about: readPassageKeys(others.join(' '))[0] ?? null };
}

/** `alibaba-ma-trump 10-20 30-40 vote 5-9` → three keys; what is garbled is left out. */
function readPassageKeys(text: string): readonly PassageKey[] {
  const keys: PassageKey[] = [];
  let story = '';
  for (const word of text.split(' ')) {
    const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(word) ?? [];
    if (start === undefined || end === undefined) story = word;
    else if (story !== '') keys.push({ story, span: { start: Number(start), end: Number(end) } });
  }
  return keys;
}
