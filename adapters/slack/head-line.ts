import { type Element, escapeMarkup, type RichText } from './rich-text.ts';

/** A line with a menu beside it: https://docs.slack.dev/reference/block-kit/blocks/section-block */
export interface HeadLine {
  readonly type: 'section';
  readonly text: object;
  readonly accessory: object;
}

const LONGEST = 2900; // characters of 3,000

/** The elements of a block that is a single line; null for any other block. */
export function lineOf(block: { readonly type: string } | undefined): readonly Element[] | null {
  if (block?.type !== 'rich_text') return null;
  const [only, ...others] = (block as RichText).elements;
  if (only?.type !== 'rich_text_section' || others.length > 0) return null;
  if (write(only.elements).length > LONGEST || isTaken(only.elements)) return null;
  return only.elements;
}

/** A line, with a menu at its end. Only rich text takes every word as it is, and it has no room for a menu. */
export function withMenu(line: readonly Element[], menu: object): HeadLine {
  const text = isPlain(line)
    ? { type: 'mrkdwn', text: write(line), verbatim: true }
    : { type: 'plain_text', text: line.map((one) => one.text).join(''), emoji: false };
  return { type: 'section', text, accessory: menu };
}

/** Whether plain text would take something in the words for a mention: only rich text never does. */
function isTaken(line: readonly Element[]): boolean {
  return !isPlain(line) && /<[@!#]/.test(line.map(({ text }) => text).join(''));
}

/** Whether nothing in the words would be markup, and what is bold stands apart. */
function isPlain(line: readonly Element[]): boolean {
  return line.every(({ text, style }, i) => {
    if (/[*_~`]|:[a-z0-9_'+-]+:|^>/im.test(text)) return false;
    const around = [line[i - 1]?.text.at(-1), line[i + 1]?.text.at(0)];
    const isApart = around.every((mark) => mark === undefined || /\s/.test(mark));
    return style === undefined || (isApart && text === text.trim());
  });
}

function write(line: readonly Element[]): string {
  return line
    .map(({ text, style }) => (style?.bold ? `*${escapeMarkup(text)}*` : escapeMarkup(text)))
    .join('');
}
