import { type Heading, headingOf, type Reply } from '../../src/index.ts';
import { type QuietLine, quietLine } from './quiet.ts';
import { escapeMarkup, type RichText, richText, section, words } from './rich-text.ts';

const LONGEST = 500; // characters; with a longer one each passage has its whole source

/** What the passages of a reply have in common, where that is short enough to repeat in each message. */
export function shortHeadingOf(reply: Reply): Heading | null {
  const heading = headingOf(reply);
  return heading !== null && textOf(heading).length <= LONGEST ? heading : null;
}

/** Who it is in bold, and beneath it how many passages of which story. */
export function renderHeading(heading: Heading): {
  readonly text: string;
  readonly blocks: readonly (RichText | QuietLine)[];
} {
  const { name, described, line } = heading;
  const who = [...words(flat(name ?? ''), { bold: true }), ...words(flat(described))];
  return {
    text: escapeMarkup(textOf(heading)),
    blocks: [
      ...(name === null ? [] : [richText(section(who))]),
      ...(line === '' ? [] : [quietLine(flat(line))]),
    ],
  };
}

function textOf({ name, described, line }: Heading): string {
  const lines = [name === null ? '' : name + described, line].map(flat);
  return lines.filter((one) => one !== '').join('\n');
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}
