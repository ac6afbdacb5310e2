import type { Told } from './told.ts';
/** The address that a story has in the forms that carry one. */
export function addressOf({ slug }: Told): string {
  return `https://news.example/2026/${slug}`;
}

/** How an XML file begins. */
export const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Words as they stand in markup. */
export function inert(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** The paragraphs of a story, marked up. */
export function marked(story: Told, tag = 'p'): string {
  return story.paragraphs.map((one) => `<${tag}>${inert(one)}</${tag}>`).join('\n');
}

/** A text in lines of at most so many characters. */
export function wrap(text: string, width: number): string {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last.length + word.length + 1 > width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join('\n');
}
