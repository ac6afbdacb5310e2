import type { Command, Reply } from '../../src/index.ts';

/** How something reaches the bot. */
export type Way =
  | 'mention'
  /** A reply to one of the bot's messages. */
  | 'reply'
  /** A direct message, with nobody else there. */
  | 'direct'
  | 'command'
  /** A click, or an entry in a message's menu. */
  | 'button'
  /** In a thread that began with a question to the bot, without mentioning anyone. */
  | 'own-thread'
  /** Other messages among people. */
  | 'overheard';

/** What decides whether a message or an action addresses the bot. */
export interface Heard {
  readonly way: Way;
  /** What an edit did: `first-mention` if the previous text did not mention the bot. */
  readonly edit: 'none' | 'first-mention' | 'other';
}

/**
 * Whether the bot is addressed: by a mention, a reply, a direct message, a command or a button; in its
 * own threads a question or a command also counts, and only there is the message read. An edit
 * counts only if it adds the first mention.
 */
export function isAsked({ way, edit }: Heard, read: () => Command): boolean {
  if (edit !== 'none') return edit === 'first-mention' && way === 'mention';
  switch (way) {
    case 'mention':
    case 'reply':
    case 'direct':
    case 'command':
    case 'button':
      return true;
    case 'own-thread':
      return isQuestionOrCommand(read());
    case 'overheard':
      return false;
  }
}

/**
 * Whether to send a reply. If nobody addressed the bot, it speaks only when it has something from the
 * story; it never volunteers that the story does not say.
 */
export function isWorthSaying({ way }: Heard, reply: Reply): boolean {
  return way !== 'own-thread' || (reply.found && reply.command !== 'talk');
}

/** What people say to each other is neither question nor command: `thanks!`, `Let us run it at five`, `Shall we lead with it?` */
function isQuestionOrCommand(command: Command): boolean {
  switch (command.kind) {
    case 'ask':
      return asks(command.input) && !isOfPeople(command.question);
    case 'quotes':
    case 'check':
    case 'who-said':
      return /^\s*\//.test(command.input) || !isOfPeople(command.input);
    case 'talk':
    case 'empty':
    case 'unknown':
      return false;
    default:
      return true;
  }
}

const WH = "(?:who|whom|whose|what|when|where|why|how|which)(?:['’]?(?:s|d|re|ll|ve))?";

/** What makes a line a question; without a question mark the whole line must match: `who paid for it`, `did she resign`. */
const ASKING: readonly RegExp[] = [
  /[?？؟]/u,
  /^\s*\/ask\s/i,
  new RegExp(`^(?:(?:and|but|so|ok|then|also)[ ,]+)*(?!which (?:is|was)\\b)${WH}\\b[^.!;]*$`, 'iu'),
  /^(?:(?:and|but|so)[ ,]+)*(?:is|are|was|were|did|does|has|had)(?:n['’]?t)? \S[^.!;]*$/iu,
  /^(?:please )?(?:tell me|show me|give me|list|explain|describe|find) \S/iu,
];

function asks(line: string): boolean {
  return ASKING.some((pattern) => pattern.test(line.trim()));
}

/** Words about the people talking, outside quotation marks: in a story `we` and `you` occur only in someone's speech. */
function isOfPeople(line: string): boolean {
  const own = NOT_OF_PEOPLE.reduce((text, pattern) => text.replace(pattern, ' '), line);
  return /(?<![\p{L}\p{N}.])(?:i|me|my|we|us|our|you|your|u|let['’]?s)(?![\p{L}\p{N}.])/iu.test(
    own,
  );
}

const NOT_OF_PEOPLE: readonly RegExp[] = [
  /["“”„«»][^"“”„«»]*["“”„«»]/gu,
  /^(?:please )?(?:tell|show|give) (?:me|us) /iu,
  /\bU\.?S\.?(?!\p{L})/gu,
];
