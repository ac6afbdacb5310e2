import type { Block, Citation, Difference, Heading, Reply, Span } from '../../src/index.ts';
import { splitToFit } from '../chat/split.ts';
import { type ButtonRow, renderControls } from './buttons.ts';
import { compareParts } from './difference.ts';
import { type HeadLine, lineOf, withMenu } from './head-line.ts';
import { renderHeading, shortHeadingOf } from './heading.ts';
import { briefSourceOf, linkOf, type QuietLine, quietLine, sourceOf } from './quiet.ts';
import {
  escapeMarkup,
  fixedWidth,
  quotation,
  type RichText,
  richText,
  type Style,
  section,
  words,
} from './rich-text.ts';
import { renderTableBlock, type Table } from './table.ts';
import { asTyped } from './typed.ts';
import { controlsOf, type View, WHOLE } from './view.ts';

/** A message as Slack takes it: `text` holds all of it, for notifications and for old clients. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
}

export type SlackBlock = RichText | QuietLine | HeadLine | Table | ButtonRow;

// https://docs.slack.dev/reference/block-kit/blocks and /reference/methods/chat.postMessage
const MESSAGE_LIMIT = 4000; // characters of `text` in one message
const TEXT_LIMIT = 3500; // of them, those of a reply: a heading, a greeting and what was asked join it
const BLOCK_LIMIT = 45; // of 50: what was asked, a heading, a greeting and a row of controls join them
const SIZE_LIMIT = 9500; // characters of all blocks together; Slack refuses about 13,200
const PIECE_LIMIT = 2400; // characters of `text` in one block, so that it stays under 3,000 escaped
const ASKED_LIMIT = 150; // characters of the question: enough to recognize it

/** Blocks and their text, never split between messages. */
interface Piece {
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
}

/**
 * What Slack shows for a reply, in one message or, when it is long, in as many as the view allows.
 * Nothing from the story is shortened; each part of a passage has its source. `greeting`, if any, comes last.
 */
export function render(
  reply: Reply,
  greeting: string | null,
  view: View = WHOLE,
): readonly SlackMessage[] {
  const heading = shortHeadingOf(reply);
  const pieces = [...renderBlocks(reply, heading, view), ...renderPicture(reply.picture)];
  const all = pack(pieces.length > 0 ? pieces : renderLines('I have nothing to say to that.'));
  const messages = all.slice(view.from, view.from + view.most);
  const isCut = view.from + view.most < all.length;
  const shown = [...reply.actions, ...controlsOf(reply, view, isCut)];
  const [first, ...others] = messages[0]?.blocks ?? [];
  const line = messages.length === 1 && heading === null ? lineOf(first) : null;
  const { row, menu } = renderControls(shown, line !== null);
  const headed = line && menu ? [withMenu(line, menu), ...others] : null;
  const last = messages.length - 1;
  return messages.map((message, i) => {
    const asked = i === 0 && view.asked !== null ? `You asked: ${shorten(view.asked)}` : null;
    const hello = i === last ? greeting : null;
    const top = heading === null ? [] : [renderHeading(heading)];
    const told = [...top.map(({ text }) => text), message.text, hello && escapeMarkup(hello)];
    return {
      text: joinLines(told, asked && escapeMarkup(asked)),
      blocks: [
        ...(asked === null ? [] : [quietLine(asked)]),
        ...top.flatMap(({ blocks }) => blocks),
        ...(headed ?? message.blocks),
        ...(hello === null ? [] : [quietLine(hello)]),
        ...(i === last ? row : []),
      ],
    };
  });
}

/** What is said, and behind it what was asked, which the blocks show too: left out where it has no room. */
function joinLines(told: readonly (string | null)[], asked: string | null): string {
  const text = told.filter((part) => part !== null && part !== '').join('\n');
  const isLong = asked === null || text.length + 1 + asked.length > MESSAGE_LIMIT;
  return isLong ? text : [text, asked].filter((part) => part !== '').join('\n');
}

/** Words of ours alone: notes and apologies. */
export function renderNote(text: string): SlackMessage {
  return { text: escapeMarkup(text), blocks: [richText(section(words(text)))] };
}

/** The question is the asker's own words, and may be shortened. */
function shorten(asked: string): string {
  const letters = [...asked.replace(/\s+/g, ' ').trim()];
  return letters.length <= ASKED_LIMIT
    ? letters.join('')
    : `${letters.slice(0, ASKED_LIMIT - 1).join('')}…`;
}

/** Only the first of several listings is a table: Slack allows one per message. */
function renderBlocks(reply: Reply, heading: Heading | null, view: View): readonly Piece[] {
  let tables = view.tables ? 1 : 0;
  return reply.blocks.flatMap((block, i) => {
    if (i === heading?.at) return [];
    if (block.kind !== 'table') return renderBlock(block, heading);
    const table = tables > 0 ? renderTable(block) : null;
    if (table === null) return renderRows(block);
    tables -= 1;
    return [table];
  });
}

function renderBlock(block: Block, heading: Heading | null): readonly Piece[] {
  switch (block.kind) {
    case 'text':
      return block.verdict === undefined
        ? renderLines(asTyped(block.text))
        : renderVerdict(block.text, block.verdict);
    case 'answer':
      return renderLines(block.words, { bold: true });
    case 'quote':
      return split(block.citation.words).map((span) =>
        renderPassage(block.citation, span, heading),
      );
    case 'table':
      return renderRows(block);
    case 'difference':
      return renderDifference(block.parts);
    case 'examples':
      return block.lines.flatMap((line) => renderLines(asTyped(line), { code: true }));
  }
}

/** The verdict in bold, and what comes with it. */
function renderVerdict(text: string, { start, end }: Span): readonly Piece[] {
  if (text.length > PIECE_LIMIT) return renderLines(text);
  const line = section(
    words(text.slice(0, start)),
    words(text.slice(start, end), { bold: true }),
    words(text.slice(end)),
  );
  return [{ text: escapeMarkup(text), blocks: [richText(line)] }];
}

function renderDifference(parts: readonly Difference[]): readonly Piece[] {
  return compareParts(parts, PIECE_LIMIT).map(({ text, elements }) => ({
    text,
    blocks: [richText(section(elements))],
  }));
}

function renderLines(text: string, style?: Style): readonly Piece[] {
  return split(text).map(({ start, end }) => {
    const part = text.slice(start, end);
    return { text: escapeMarkup(part), blocks: [richText(section(words(part, style)))] };
  });
}

/** A passage, or the part of it in `span`: the answer bold, and a quiet line beneath: who speaks, and where. */
function renderPassage(citation: Citation, span: Span, heading: Heading | null): Piece {
  const { start, end } = span;
  const mark = citation.mark ?? { start, end: start };
  const from = Math.min(Math.max(mark.start, start), end);
  const to = Math.min(Math.max(mark.end, from), end);
  const slice = (a: number, b: number): string => citation.words.slice(a, b);
  const source = heading === null ? sourceOf(citation) : briefSourceOf(citation, heading);
  const url = linkOf(citation);
  const lines = [slice(start, end), `— ${source}`, ...(url === null ? [] : [url])];
  return {
    text: lines.map(escapeMarkup).join('\n'),
    blocks: [
      richText(
        quotation(
          words(slice(start, from)),
          words(slice(from, to), { bold: true }),
          words(slice(to, end)),
        ),
      ),
      quietLine(source, url),
    ],
  };
}

type TableBlock = Extract<Block, { readonly kind: 'table' }>;

function renderTable({ columns, rows }: TableBlock): Piece | null {
  const cells = rows.map((row) => row.map(renderCell));
  const table = renderTableBlock(columns, cells);
  const lines = [columns, ...cells]
    .map((row) => row.filter((cell) => cell !== '').join(' · '))
    .join('\n');
  return table && { text: escapeMarkup(lines), blocks: [table] };
}

/** A line for each row, cells parted by " · ". */
function renderRows({ columns, rows }: TableBlock): readonly Piece[] {
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
    blocks: [richText(fixedWidth(words(lines.slice(start, end))))],
  }));
}

function split(text: string): readonly Span[] {
  return splitToFit(text, PIECE_LIMIT, ({ start, end }) => escapeMarkup(text.slice(start, end)));
}

/** As many pieces in a message as it holds. */
function pack(pieces: readonly Piece[]): readonly SlackMessage[] {
  const messages: SlackMessage[] = [];
  for (const { text, blocks } of pieces) {
    const last = messages.at(-1);
    const next = last && { text: `${last.text}\n${text}`, blocks: [...last.blocks, ...blocks] };
    if (next !== undefined && fits(next)) messages.splice(-1, 1, next);
    else messages.push({ text, blocks });
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
