import type { Difference, Span } from '../../src/index.ts';
import { splitToFit } from '../chat/split.ts';
import { escapeText } from './escape.ts';

/**
 * A quotation beside the story: words left out struck through, words put in bold. As few contents as
 * hold it, each at most `limit` UTF-16 units long. What differs is said in words as well, by the core.
 */
export function writeDifference(parts: readonly Difference[], limit: number): readonly string[] {
  const contents: string[] = [];
  for (const piece of parts.flatMap((part) => writePart(part, limit))) {
    const last = contents.at(-1);
    const joined = last === undefined ? piece : `${last} ${piece}`;
    if (last === undefined || joined.length > limit) contents.push(piece);
    else contents[contents.length - 1] = joined;
  }
  return contents;
}

function writePart({ kind, story, quote }: Difference, limit: number): readonly string[] {
  if (kind === 'same') return write(story, '', limit);
  return [...write(story, '~~', limit), ...write(quote, '**', limit)];
}

/** Escaped words between marks, in pieces that fit. */
function write(words: string, mark: string, limit: number): readonly string[] {
  const flat = words.replace(/\s+/g, ' ').trim();
  const piece = ({ start, end }: Span): string => mark + escapeText(flat.slice(start, end)) + mark;
  return splitToFit(flat, limit, piece).map(piece);
}
