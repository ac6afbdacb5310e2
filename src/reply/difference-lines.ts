import type { Difference } from '../check/difference.ts';

/** A line of a comparison: whose words they are, and which of them are missing in the other line. */
export interface ComparedLine {
  readonly label: string;
  readonly parts: readonly ComparedPart[];
}

export interface ComparedPart {
  readonly text: string;
  readonly differs: boolean;
}

/**
 * A quotation beneath the story's words, so that neither reads as a correction of the other: `Story: a great meeting`,
 * `Quoted: a fantastic meeting`.
 */
export function compareLines(parts: readonly Difference[]): readonly ComparedLine[] {
  return [
    { label: 'Story:', parts: lineOf(parts, ({ story }) => story) },
    { label: 'Quoted:', parts: lineOf(parts, ({ quote }) => quote) },
  ];
}

function lineOf(
  parts: readonly Difference[],
  wordsOf: (part: Difference) => string,
): readonly ComparedPart[] {
  return parts.flatMap((part) => {
    const text = wordsOf(part).replace(/\s+/g, ' ').trim();
    return text === '' ? [] : [{ text, differs: part.kind !== 'same' }];
  });
}
