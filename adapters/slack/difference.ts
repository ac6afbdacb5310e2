import type { Difference } from '../../src/index.ts';
import { splitToFit } from '../chat/split.ts';
import { type Element, escapeMarkup, words } from './rich-text.ts';

/** A stretch of a comparison: as `text` has it, and as a rich text block has it. */
interface Compared {
  readonly text: string;
  readonly elements: readonly Element[];
}

/**
 * A quotation beside the story: words left out struck through, words put in bold; in `text`, which takes
 * no markup, as the console has it: `[-us-] {+me+}`. As few stretches as hold it, the `text` of each at most `limit` characters long.
 */
export function compareParts(parts: readonly Difference[], limit: number): readonly Compared[] {
  const lines: { text: string; elements: Element[] }[] = [];
  for (const { text, elements } of parts.flatMap((part) => comparePart(part, limit - 5))) {
    const last = lines.at(-1);
    if (last !== undefined && last.text.length + text.length < limit) {
      last.text += ` ${text}`;
      last.elements.push(...words(' '), ...elements);
    } else lines.push({ text, elements: [...elements] });
  }
  return lines;
}

function comparePart({ kind, story, quote }: Difference, limit: number): readonly Compared[] {
  if (kind === 'same') {
    return pieces(story, limit).map((text) => ({
      text: escapeMarkup(text),
      elements: words(text),
    }));
  }
  return [
    ...pieces(story, limit).map((text) => ({
      text: `[-${escapeMarkup(text)}-]`,
      elements: words(text, { strike: true }),
    })),
    ...pieces(quote, limit).map((text) => ({
      text: `{+${escapeMarkup(text)}+}`,
      elements: words(text, { bold: true }),
    })),
  ];
}

function pieces(text: string, limit: number): readonly string[] {
  const flat = text.replace(/\s+/g, ' ').trim();
  const write = ({ start, end }: { start: number; end: number }): string => flat.slice(start, end);
  return splitToFit(flat, limit, (span) => escapeMarkup(write(span))).map(write);
}
