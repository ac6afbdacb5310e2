import type { Difference } from '../check/difference.ts';
import type { Citation } from '../story/citation.ts';
import { compareLines } from './difference-lines.ts';
import { briefLine, type Heading, headingOf } from './heading.ts';
import { type Block, passageLink, placeLine, type Reply, speakerLine, storyName } from './reply.ts';

/** How text is laid out where it is shown. */
export interface TextLayout {
  /** Breaks lines that are too wide; every line is indented, the first one by `first`. */
  readonly wrap: (text: string, indent: string, first?: string) => string;
  /** Highlights the words that matter most. */
  readonly strong: (text: string) => string;
  /** Highlights words that differ, even where nothing can be bold. */
  readonly marked: (text: string) => string;
  /** Dims the words around them. */
  readonly faint: (text: string) => string;
}

/** Plain text without wrapping: the JSON's `text`. */
const PLAIN: TextLayout = {
  wrap: (text, indent, first = indent) => `${first}${text}`,
  strong: (text) => text,
  marked: (text) => `*${text}*`,
  faint: (text) => text,
};

/** A reply as text: the answer first, then the passages, their places and what can follow. */
export function replyToText(reply: Reply, layout: TextLayout = PLAIN): string {
  const heading = headingOf(reply, storyName);
  const parts = reply.blocks.map((block, i) => {
    if (heading !== null && i === heading.at) return renderHeading(heading, layout);
    const follows = block.kind === 'quote' && reply.blocks[i - 1]?.kind === 'quote';
    return `${follows ? '\n' : ''}${renderBlock(block, heading, layout)}`;
  });
  const top = heading?.at === -1 ? renderHeading(heading, layout) : '';
  const more = reply.actions.find((action) => action.kind === 'more');
  const hint =
    more === undefined ? [] : [layout.faint(`${more.label}: type "${hintOf(more.line)}"`)];
  const chart = reply.picture?.lines.map(inert).join('\n') ?? '';
  return [top, ...parts, chart, ...hint].filter((part) => part !== '').join('\n');
}

/** What the passages have in common, once. */
function renderHeading({ name, described, line }: Heading, layout: TextLayout): string {
  const who = name === null ? '' : layout.strong(oneLine(inert(name))) + oneLine(inert(described));
  return [who, line === '' ? '' : layout.faint(oneLine(inert(line)))]
    .filter((part) => part !== '')
    .map((part) => layout.wrap(part, ''))
    .join('\n');
}

/** In the console the conversation remembers what is left, so the line need not be typed. */
function hintOf(line: string): string {
  return /^\/(?:more|nearest)\b/.test(line) ? 'more' : line;
}

function renderBlock(block: Block, heading: Heading | null, layout: TextLayout): string {
  switch (block.kind) {
    case 'text':
      return layout.wrap(inert(block.text), '');
    case 'answer':
      return layout.wrap(layout.strong(inert(block.words)), '');
    case 'quote':
      return renderQuote(block.citation, heading, layout);
    case 'table':
      return renderTable(block.rows, layout);
    case 'difference':
      return renderDifference(block.parts, layout);
    case 'examples':
      return block.lines.map((line) => layout.wrap(inert(line), '    ', '  ')).join('\n');
  }
}

/** The passage with the answer highlighted, and beneath it the speaker and the place. */
function renderQuote(citation: Citation, heading: Heading | null, layout: TextLayout): string {
  const { words, mark } = citation;
  const passage =
    mark === null
      ? inert(words)
      : inert(words.slice(0, mark.start)) +
        layout.strong(inert(words.slice(mark.start, mark.end))) +
        inert(words.slice(mark.end));
  const whole = [speakerLine(citation), placeLine(citation)].filter((part) => part !== null);
  const source = heading === null ? whole.join(' · ') : briefLine(citation, heading);
  const link = passageLink(citation);
  return [
    layout.wrap(oneLine(passage), '  '),
    layout.faint(layout.wrap(oneLine(inert(`— ${source}`)), '      ', '    ')),
    ...(link === null ? [] : [layout.faint(`    ${inert(link)}`)]),
  ].join('\n');
}

/** `Story: a *great* meeting`, and beneath it `Quoted: a *fantastic* meeting`. */
function renderDifference(parts: readonly Difference[], layout: TextLayout): string {
  return compareLines(parts)
    .map(({ label, parts: compared }) => {
      const shown = compared.map(({ text, differs }) =>
        differs ? layout.marked(inert(text)) : inert(text),
      );
      return layout.wrap([label, ...shown].join(' '), '      ', '  ');
    })
    .join('\n');
}

/** One line per row, cells separated by " · ": this reads well at any width, and aloud. */
function renderTable(rows: readonly (readonly string[])[], layout: TextLayout): string {
  return rows
    .map((cells) =>
      layout.wrap(oneLine(inert(cells.filter((cell) => cell !== '').join(' · '))), '    ', '  '),
    )
    .join('\n');
}

/** Reflows lines of a story that were broken at a fixed width. */
function oneLine(text: string): string {
  return text.replace(/\r\n?|\n/g, ' ');
}

/** Control characters shown as the pictures Unicode has for them: a story can't move the cursor. */
function inert(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, (mark) => {
    const code = mark.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\u2421';
  });
}
