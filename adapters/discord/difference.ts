import { compareLines, type Difference, type Span } from '../../src/index.ts';
import { splitToFit } from '../chat/split.ts';
import { escapeText } from './escape.ts';

/**
 * The story's words and the quotation's, one line each, differences in bold; in as few contents as hold them,
 * each at most `limit` UTF-16 units long.
 */
export function writeDifference(parts: readonly Difference[], limit: number): readonly string[] {
  const contents: string[] = [];
  for (const line of compareLines(parts)) {
    let written = line.label;
    for (const { text, differs } of line.parts) {
      for (const piece of write(text, differs ? '**' : '', limit)) {
        const joined = `${written} ${piece}`;
        if (joined.length > limit) contents.push(written);
        written = joined.length > limit ? piece : joined;
      }
    }
    contents.push(written);
  }
  const whole = contents.join('\n');
  return whole.length <= limit ? [whole] : contents;
}

/** Escaped words between marks, in pieces that fit. */
function write(words: string, mark: string, limit: number): readonly string[] {
  const piece = ({ start, end }: Span): string => mark + escapeText(words.slice(start, end)) + mark;
  return splitToFit(words, limit, piece).map(piece);
}
