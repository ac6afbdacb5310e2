import { createMemory } from '../../src/index.ts';
import type { Button } from './buttons.ts';
import type { AttachedPicture } from './picture.ts';
import type { Rendered } from './render.ts';

/** An answer as messages: some shown at once, the others on request. */
export interface Answer extends Rendered {
  readonly picture: AttachedPicture | null;
  /** The line that gives the same answer again, even after a restart. */
  readonly line: string;
}

/** Answers that were shown in part, by the line that their button carries. */
export interface Unshown {
  /** Keeps an answer for a while; returns the button's line: its own, or a short stand-in if that is too long. */
  readonly keep: (conversation: string, answer: Answer) => string;
  readonly find: (conversation: string, line: string) => Answer | null;
}

const KEPT = 30 * 60_000; // milliseconds, as a conversation is
const MOST = 300; // answers, of some 20 KB each at most
const LONGEST_LINE = 80; // of the 100 characters that a button has

/** Answers in memory, on the given clock in milliseconds; never on disk. */
export function createUnshown(now: () => number): Unshown {
  const kept = createMemory<Answer>(now, KEPT, MOST);
  let count = 0;
  return {
    keep: (conversation, answer) => {
      count += 1; // includes the time, so that after a restart it means nothing
      const line = answer.line.length > LONGEST_LINE ? `/shown ${now()}-${count}` : answer.line;
      kept.set(`${conversation} ${line}`, answer);
      return line;
    },
    find: (conversation, line) => kept.get(`${conversation} ${line}`),
  };
}

/** How many messages are shown at once: few in public; to one person, as many as Discord accepts per question. */
export const IN_PUBLIC = 2;
export const ALONE = 6; // the first answer and five more: https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages

/** Some messages of an answer, with the controls beneath the last one. */
export interface Page {
  readonly contents: readonly string[];
  readonly buttons: readonly Button[];
  readonly picture: AttachedPicture | null;
}

/** At most so many messages of an answer, from one on; a note says if there are more. */
export function pageOf(
  answer: Answer,
  from: number,
  most: number,
  keep: (answer: Answer) => string,
): Page {
  const { contents, buttons } = answer;
  const picture = from === 0 ? answer.picture : null;
  const shown = contents.slice(from, from + most);
  const left = contents.length - from - shown.length;
  if (left <= 0) return { contents: shown, buttons, picture };
  const note = `-# ${left === 1 ? 'One more message' : `${left} more messages`}: “${MORE}” shows ${left === 1 ? 'it' : 'them'} to you alone.`;
  const last = shown.length - 1;
  return {
    contents: shown.map((content, index) => (index === last ? `${content}\n${note}` : content)),
    buttons: [{ label: MORE, line: keep(answer), from: from + shown.length }, ...buttons],
    picture,
  };
}

const MORE = 'More';
