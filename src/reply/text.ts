import type { Difference } from '../check/difference.ts';
import type { Citation } from '../story/citation.ts';
import { type Block, passageLink, placeLine, type Reply, speakerLine } from './reply.ts';

/** How text is laid out where it is shown. */
export interface TextLayout {
  /** Breaks lines where they are too wide; every line is indented, the first one by `first`. */
  readonly wrap: (text: string, indent: string, first?: string) => string;
  /** Sets off the words that matter most. */
  readonly strong: (text: string) => string;
  /** Holds back what stands beside them. */
  readonly faint: (text: string) => string;
}

/** Plain text without wrapping: the JSON's `text`. */
const PLAIN: TextLayout = {
  wrap: (text, indent, first = indent) => `${first}${text}`,
  strong: (text) => text,
  faint: (text) => text,
};

/** A reply as text: the answer first, the passages, where they stand, what can follow. */
export function replyToText(reply: Reply, layout: TextLayout = PLAIN): string {
  const parts = reply.blocks.map((block, i) => {
    const follows = block.kind === 'quote' && reply.blocks[i - 1]?.kind === 'quote';
    return `${follows ? '\n' : ''}${renderBlock(block, layout)}`;
  });
  const more = reply.actions.find((action) => action.kind === 'more');
  const hint =
    more === undefined ? [] : [layout.faint(`${more.label}: type "${hintOf(more.line)}"`)];
  const chart = reply.picture?.lines.map(inert).join('\n') ?? '';
  return [...parts, chart, ...hint].filter((part) => part !== '').join('\n');
}

/** In the console a conversation remembers what is left, so the line need not be typed. */
function hintOf(line: string): string {
  return line.startsWith('/more') ? 'more' : line;
}

function renderBlock(block: Block, layout: TextLayout): string {
  switch (block.kind) {
    case 'text':
      return layout.wrap(inert(block.text), '');
    case 'answer':
      return layout.wrap(layout.strong(inert(block.words)), '');
    case 'quote':
      return renderQuote(block.citation, layout);
    case 'table':
      return renderTable(block.rows, layout);
    case 'difference':
      return layout.wrap(oneLine(writeDifference(block.parts, layout)), '  ');
    case 'examples':
      return block.lines.map((line) => layout.wrap(inert(line), '    ', '  ')).join('\n');
  }
}

/** The passage with the answer set off, and beneath it who speaks and where it stands. */
function renderQuote(citation: Citation, layout: TextLayout): string {
  const { words, mark } = citation;
  const passage =
    mark === null
      ? inert(words)
      : inert(words.slice(0, mark.start)) +
        layout.strong(inert(words.slice(mark.start, mark.end))) +
        inert(words.slice(mark.end));
  const speaker = speakerLine(citation);
  const source = [speaker, placeLine(citation)].filter((part) => part !== null).join(' · ');
  const link = passageLink(citation);
  return [
    layout.wrap(oneLine(passage), '  '),
    layout.faint(layout.wrap(oneLine(inert(`— ${source}`)), '      ', '    ')),
    ...(link === null ? [] : [layout.faint(`    ${inert(link)}`)]),
  ].join('\n');
}

/** The story's words beside the quotation's: `supporting [-one-] {+two+} million`. */
function writeDifference(parts: readonly Difference[], layout: TextLayout): string {
  return parts
    .flatMap(({ kind, story, quote }) =>
      kind === 'same'
        ? [inert(story)]
        : [
            story && layout.faint(`[-${inert(story)}-]`),
            quote && layout.strong(`{+${inert(quote)}+}`),
          ],
    )
    .filter((part) => part !== '')
    .join(' ');
}

/** A row a line, the cells parted by " · ": it reads well at any width, and aloud. */
function renderTable(rows: readonly (readonly string[])[], layout: TextLayout): string {
  return rows
    .map((cells) => layout.wrap(oneLine(inert(cells.join(' · '))), '    ', '  '))
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
