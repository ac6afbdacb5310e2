import { styleText } from 'node:util';
import { type Reply, replyToText } from '../../src/index.ts';
import { wrap } from './wrap.ts';

/** How a reply is laid out: columns to wrap at (null for none), and whether marks are coloured. */
export interface Layout {
  readonly width: number | null;
  readonly colour: boolean;
}

/** Plain text without wrapping: what a pipe gets. */
export const PLAIN: Layout = { width: null, colour: false };

/** A reply as text for a terminal. */
export function render(reply: Reply, { width, colour }: Layout): string {
  const styled = (style: Parameters<typeof styleText>[0], text: string): string =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  return replyToText(reply, {
    wrap: (text, indent, first = indent) => wrap(text, width, indent, first),
    strong: (text) => styled(['bold', 'underline'], text),
    marked: (text) => (colour ? styled(['bold', 'underline'], text) : `*${text}*`),
    faint: (text) => styled('dim', text),
  });
}
