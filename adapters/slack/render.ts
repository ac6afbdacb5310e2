import {
  type Block,
  type Citation,
  type Difference,
  NO_NAME,
  passageLink,
  placeLine,
  type Reply,
  type Span,
  speakerLine,
} from '../../src/index.ts';
import { splitToFit } from '../chat/split.ts';
import { type ButtonRow, renderActions } from './buttons.ts';
import { compareParts } from './difference.ts';
import {
  escapeMarkup,
  fixedWidth,
  link,
  quotation,
  type RichText,
  richText,
  type Style,
  section,
  words,
} from './rich-text.ts';
import { asTyped } from './typed.ts';

/** A message as Slack takes it: `text` holds all of it, for notifications and for old clients. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
}

export type SlackBlock = RichText | ButtonRow;

// https://docs.slack.dev/reference/block-kit/blocks and /reference/methods/chat.postMessage
const TEXT_LIMIT = 4000; // characters of `text` in one message
const BLOCK_LIMIT = 49; // of 50: one is kept for the greeting or the buttons
const SIZE_LIMIT = 11_000; // characters of all blocks together; Slack refuses about 13,200
const PIECE_LIMIT = 2400; // characters of `text` in one block, so that it stays under 3,000 escaped

const SOURCE_LIMIT = 500; // characters of the line under a passage
const LINK_LIMIT = 800;

/** A block and what it says, never parted between messages. */
interface Piece {
  readonly text: string;
  readonly block: RichText;
}

/**
 * What Slack shows for a reply, in one message or, when it is long, in several. Nothing of the story
 * is shortened; each part of a passage has its source. `greeting`, if any, comes last.
 */
export function render(reply: Reply, greeting: string | null): readonly SlackMessage[] {
  const pieces = [
    ...reply.blocks.flatMap(renderBlock),
    ...renderPicture(reply.picture),
    ...(greeting === null ? [] : renderLines(greeting)),
  ];
  const messages = pack(pieces.length > 0 ? pieces : renderLines('I have nothing to say to that.'));
  const buttons = renderActions(reply.actions);
  return messages.map((message, i) =>
    i < messages.length - 1 ? message : { ...message, blocks: [...message.blocks, ...buttons] },
  );
}

/** Words of ours alone: notes and apologies. */
export function renderNote(text: string): SlackMessage {
  return { text: escapeMarkup(text), blocks: [richText(section(words(text)))] };
}

function renderBlock(block: Block): readonly Piece[] {
  switch (block.kind) {
    case 'text':
      return renderLines(asTyped(block.text));
    case 'answer':
      return renderLines(block.words, { bold: true });
    case 'quote':
      return split(block.citation.words).map((span) => renderPassage(block.citation, span));
    case 'table':
      return renderTable(block.columns, block.rows);
    case 'difference':
      return renderDifference(block.parts);
    case 'examples':
      return block.lines.flatMap((line) => renderLines(asTyped(line), { code: true }));
  }
}

function renderDifference(parts: readonly Difference[]): readonly Piece[] {
  return compareParts(parts, PIECE_LIMIT).map(({ text, elements }) => ({
    text,
    block: richText(section(elements)),
  }));
}

function renderLines(text: string, style?: Style): readonly Piece[] {
  return split(text).map(({ start, end }) => {
    const part = text.slice(start, end);
    return { text: escapeMarkup(part), block: richText(section(words(part, style))) };
  });
}

/** A passage, or the part of it in `span`: the answer bold, and beneath it who speaks and where. */
function renderPassage(citation: Citation, span: Span): Piece {
  const { start, end } = span;
  const mark = citation.mark ?? { start, end: start };
  const from = Math.min(Math.max(mark.start, start), end);
  const to = Math.min(Math.max(mark.end, from), end);
  const slice = (a: number, b: number): string => citation.words.slice(a, b);
  const source = sourceLine(citation);
  const url = linkTo(citation);
  return {
    text: [slice(start, end), `— ${source}`, url ?? '']
      .filter(Boolean)
      .map(escapeMarkup)
      .join('\n'),
    block: richText(
      quotation(
        words(slice(start, from)),
        words(slice(from, to), { bold: true }),
        words(slice(to, end)),
      ),
      section(words(`— ${source}${url === null ? '' : ' · '}`), link(url, 'in the story')),
    ),
  };
}

/** `Jack Ma, Alibaba's founder · alibaba-ma-trump, ¶ 6 of 20`; of what is endless, the name alone. */
function sourceLine(citation: Citation): string {
  const bare = { ...citation, headline: null, publisher: null };
  const name = citation.speaker && (citation.speaker.name ?? NO_NAME);
  const lines = [
    [speakerLine(citation), placeLine(citation)],
    [speakerLine(citation), placeLine(bare)],
    [name, placeLine(bare)],
  ].map((parts) => parts.filter((part) => part !== null).join(' · '));
  return lines.find(({ length }) => length <= SOURCE_LIMIT) ?? placeLine(bare);
}

/** The address of the words, or of the page where that one is endless (each letter of some scripts is nine). */
function linkTo(citation: Citation): string | null {
  const links = [passageLink(citation), citation.url];
  return links.find((url) => url !== null && escapeMarkup(url).length <= LINK_LIMIT) ?? null;
}

/** A line for each row, cells parted by " · ". */
function renderTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): readonly Piece[] {
  const head = columns.some((column) => column !== '') ? columns.join(' · ') : '';
  const lines = rows.map((cells) => cells.map(renderCell).join(' · ')).join('\n');
  return [...renderLines(head, { bold: true }), ...renderLines(lines)];
}

/** Words of the story stay as they are; of ours, the commands of a help begin so. */
function renderCell(cell: string): string {
  return cell.startsWith('/') ? asTyped(cell) : cell;
}

/** The picture as lines of text: posting an image would take one more scope. */
function renderPicture(picture: Reply['picture']): readonly Piece[] {
  const lines = picture?.lines.join('\n') ?? '';
  return split(lines).map(({ start, end }, i) => ({
    text: i === 0 ? escapeMarkup(picture?.alt ?? '') : '',
    block: richText(fixedWidth(words(lines.slice(start, end)))),
  }));
}

function split(text: string): readonly Span[] {
  return splitToFit(text, PIECE_LIMIT, ({ start, end }) => escapeMarkup(text.slice(start, end)));
}

/** As many pieces in a message as it holds. */
function pack(pieces: readonly Piece[]): readonly SlackMessage[] {
  const messages: SlackMessage[] = [];
  for (const { text, block } of pieces) {
    const last = messages.at(-1);
    const next = last && { text: `${last.text}\n${text}`, blocks: [...last.blocks, block] };
    if (next !== undefined && fits(next)) messages.splice(-1, 1, next);
    else messages.push({ text, blocks: [block] });
  }
  return messages;
}

function fits({ text, blocks }: SlackMessage): boolean {
  return (
    text.length <= TEXT_LIMIT &&
    blocks.length < BLOCK_LIMIT &&
    JSON.stringify(blocks).length <= SIZE_LIMIT
  );
}
