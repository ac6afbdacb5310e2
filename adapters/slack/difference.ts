import { compareLines, type Difference } from '../../src/index.ts';
import { splitToFit } from '../chat/split.ts';
import { type Element, escapeMarkup, words } from './rich-text.ts';

/** A line of a comparison: for `text`, and for a rich text block. */
interface Compared {
  readonly text: string;
  readonly elements: readonly Element[];
}

/**
 * The story's words and the quotation's, a line each, what the other has not in bold; in `text`, which takes no
 * markup, between stars, as the console has it. As few lines as hold them, the `text` of each at most `limit`
 * characters long.
 */
export function compareParts(parts: readonly Difference[], limit: number): readonly Compared[] {
  return compareLines(parts).flatMap(({ label, parts: compared }) => {
    const lines = [{ text: label, elements: [...words(label)] }];
    for (const { text, differs } of compared) {
      for (const piece of pieces(text, limit - 5)) {
        const shown = differs ? `*${escapeMarkup(piece)}*` : escapeMarkup(piece);
        const elements = words(piece, differs ? { bold: true } : undefined);
        const last = lines.at(-1);
        if (last !== undefined && last.text.length + shown.length < limit) {
          last.text += ` ${shown}`;
          last.elements.push(...words(' '), ...elements);
        } else lines.push({ text: shown, elements: [...elements] });
      }
    }
    return lines;
  });
}

function pieces(text: string, limit: number): readonly string[] {
  const write = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  return splitToFit(text, limit, (span) => escapeMarkup(write(span))).map(write);
}
