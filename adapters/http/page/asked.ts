import { randomBytes } from 'node:crypto';
import { type Command, type Place, parseCommand, placeOf } from '../../../src/index.ts';

/** What a reader sent from a story's page. */
export type Asked =
  | {
      readonly kind: 'ask';
      readonly words: string;
      /** Whether it was typed rather than sent by a button. */
      readonly typed: boolean;
      readonly talk: string;
    }
  | {
      readonly kind: 'check';
      readonly words: string;
      readonly person: string | null;
      readonly talk: string;
    };

export const LONGEST_QUESTION = 500; // UTF-16 units: a question, not a text
export const LONGEST_CHECK = 20_000; // UTF-16 units: a long paragraph, or a page of it

/**
 * Reads a form: `line` of a button, `ask`, or `check` with `by`. Null if nothing was asked, or too
 * much. `talk` links the questions of one page visit; if missing, one is generated.
 */
export function readForm(form: URLSearchParams): Asked | null {
  const field = (name: string): string => form.get(name)?.trim() ?? '';
  const talk = /^[0-9a-f]{16}$/.test(field('talk')) ? field('talk') : newTalk();
  const question = field('line') || field('ask');
  if (question !== '' && question.length <= LONGEST_QUESTION) {
    return { kind: 'ask', words: question, typed: field('line') === '', talk };
  }
  const words = (form.get('check') ?? '').replace(/\r\n?/g, '\n'); // forms use both to separate lines
  if (words.trim() === '' || words.length > LONGEST_CHECK) return null;
  return { kind: 'check', words, person: field('by').slice(0, LONGEST_QUESTION) || null, talk };
}

/** A name for one reader's questions on one page, so that a question can refer to the previous one. */
export function newTalk(): string {
  return randomBytes(8).toString('hex');
}

/** The scope of a page: its own story and no other. */
export function placeOn(story: string, talk: string): Place {
  return placeOf(story, `page:${talk}`);
}

/**
 * A question as a command; null for commands that a page does not take: commands about other
 * stories, or that change something.
 */
export function readAsk(words: string, place: Place, story: string): Command | null {
  const command = parseCommand(words, place);
  switch (command.kind) {
    case 'ask':
    case 'who-said':
    case 'check':
    case 'quotes':
    case 'speakers':
    case 'story':
    case 'numbers':
    case 'when':
    case 'talk':
    case 'empty':
      return command;
    case 'why':
      return command.about === null || command.about.story === story ? command : null;
    case 'more':
      return command.passages.every((one) => one.story === story) ? command : null;
    default:
      return null;
  }
}
