import { styleText } from 'node:util';
import {
  type Block,
  briefLine,
  type Citation,
  compareLines,
  type Difference,
  type Heading,
  headingOf,
  passageLink,
  placeLine,
  type Reply,
  speakerLine,
  storyName,
} from '../../src/index.ts';
import { wrap } from './wrap.ts';

/** How a reply is laid out: columns to wrap at (null for none), and whether marks are coloured. */
export interface Layout {
  readonly width: number | null;
  readonly colour: boolean;
}

/** Plain text without wrapping: what a pipe gets, and the JSON's `text`. */
export const PLAIN: Layout = { width: null, colour: false };

/** A reply as text for a console: the answer first, the passages, where they stand, what can follow. */
export function render(reply: Reply, layout: Layout): string {
  const heading = headingOf(reply, storyName);
  const parts = reply.blocks.map((block, i) => {
    if (heading !== null && i === heading.at) return renderHeading(heading, layout);
    const follows = block.kind === 'quote' && reply.blocks[i - 1]?.kind === 'quote';
    return `${follows ? '\n' : ''}${renderBlock(block, heading, layout)}`;
  });
  const top = heading?.at === -1 ? renderHeading(heading, layout) : '';
  const more = reply.actions.find((action) => action.kind === 'more');
  const hint =
    more === undefined ? [] : [dim(`${more.label}: type "${hintOf(more.line)}"`, layout)];
  const chart = reply.picture?.lines.map(inert).join('\n') ?? '';
  return [top, ...parts, chart, ...hint].filter((part) => part !== '').join('\n');
}

/** What the passages have in common, once. */
function renderHeading({ name, described, line }: Heading, layout: Layout): string {
  const who = name === null ? '' : bold(oneLine(inert(name)), layout) + oneLine(inert(described));
  return [who, dim(oneLine(inert(line)), layout)]
    .filter((part) => part !== '')
    .map((part) => wrap(part, layout.width, ''))
    .join('\n');
}

/** In the console a conversation remembers what is left, so the line need not be typed. */
function hintOf(line: string): string {
  return line.startsWith('/more') ? 'more' : line;
}

function renderBlock(block: Block, heading: Heading | null, layout: Layout): string {
  switch (block.kind) {
    case 'text':
      return wrap(inert(block.text), layout.width, '');
    case 'answer':
      return wrap(bold(inert(block.words), layout), layout.width, '');
    case 'quote':
      return renderQuote(block.citation, heading, layout);
    case 'table':
      return renderTable(block.rows, layout);
    case 'difference':
      return renderDifference(block.parts, layout);
    case 'examples':
      return block.lines.map((line) => wrap(inert(line), layout.width, '    ', '  ')).join('\n');
  }
}

/** The passage with the answer set off, and beneath it who speaks and where it stands. */
function renderQuote(citation: Citation, heading: Heading | null, layout: Layout): string {
  const { words, mark } = citation;
  const passage =
    mark === null
      ? inert(words)
      : inert(words.slice(0, mark.start)) +
        bold(inert(words.slice(mark.start, mark.end)), layout) +
        inert(words.slice(mark.end));
  const whole = [speakerLine(citation), placeLine(citation)].filter((part) => part !== null);
  const source = heading === null ? whole.join(' · ') : briefLine(citation, heading);
  const link = passageLink(citation);
  return [
    wrap(oneLine(passage), layout.width, '  '),
    dim(wrap(oneLine(inert(`— ${source}`)), layout.width, '      ', '    '), layout),
    ...(link === null ? [] : [dim(`    ${inert(link)}`, layout)]),
  ].join('\n');
}

/** `Story: a *great* meeting`, and beneath it `Quoted: a *fantastic* meeting`. */
function renderDifference(parts: readonly Difference[], layout: Layout): string {
  const mark = (words: string): string => (layout.colour ? bold(words, layout) : `*${words}*`);
  return compareLines(parts)
    .map(({ label, parts: compared }) => {
      const shown = compared.map(({ text, differs }) =>
        differs ? mark(inert(text)) : inert(text),
      );
      return wrap([label, ...shown].join(' '), layout.width, '      ', '  ');
    })
    .join('\n');
}

/** A row a line, the cells parted by " · ": it reads well at any width, and aloud. */
function renderTable(rows: readonly (readonly string[])[], layout: Layout): string {
  return rows
    .map((cells) => wrap(oneLine(inert(cells.join(' · '))), layout.width, '    ', '  '))
    .join('\n');
}

/** Lines of a story that were broken at a width flow on. */
function oneLine(text: string): string {
  return text.replace(/\r\n?|\n/g, ' ');
}

/** Control characters shown as the pictures Unicode has for them: a story moves no cursor. */
function inert(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, (mark) => {
    const code = mark.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\u2421';
  });
}

function bold(text: string, { colour }: Layout): string {
  return colour ? styleText(['bold', 'underline'], text, { validateStream: false }) : text;
}

function dim(text: string, { colour }: Layout): string {
  return colour ? styleText('dim', text, { validateStream: false }) : text;
}
