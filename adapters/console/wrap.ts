const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Breaks text at spaces so that no line is wider than `width` columns (a longer word stands alone);
 * null breaks nothing. Every line is indented, the first one by `first`. Colour codes take no room.
 */
export function wrap(text: string, width: number | null, indent: string, first = indent): string {
  if (width === null) return `${first}${text}`;
  return text
    .split('\n')
    .map((line, i) => wrapLine(line, width, indent, i === 0 ? first : indent))
    .join('\n');
}

function wrapLine(line: string, width: number, indent: string, first: string): string {
  const lines: string[] = [];
  let current = first;
  let room = width - widthOf(first);
  for (const word of line.split(/ +/)) {
    const needed = widthOf(word);
    const starts = current === indent || current === first;
    if (!starts && needed + 1 > room) {
      lines.push(current);
      current = indent;
      room = width - widthOf(indent);
    }
    const opens = current === indent || current === first;
    current += opens ? word : ` ${word}`;
    room -= needed + (opens ? 0 : 1);
  }
  return [...lines, current].join('\n');
}

/** How many columns a terminal gives to some text: wide letters and emoji take two. */
function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(stripColour(text))) {
    if (/^[\p{M}\p{Cf}]+$/u.test(segment)) continue;
    width += WIDE.test(segment) ? 2 : 1;
  }
  return width;
}

// East Asian wide and full-width letters (Unicode UAX #11, the large blocks), and emoji.
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|\ufe0f/u;

function stripColour(text: string): string {
  return text.replace(/\u001b\[[\d;]*m/g, '');
}
