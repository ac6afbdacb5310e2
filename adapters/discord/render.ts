import {
  type Action,
  type Block,
  type Citation,
  NO_NAME,
  passageLink,
  placeLine,
  type Reply,
  type Span,
  speakerLine,
} from '../../src/index.ts';
import { splitToFit } from '../chat/split.ts';
import { writeDifference } from './difference.ts';
import { escapeText, escapeUrl } from './escape.ts';

/** UTF-16 units in a message's content: https://discord.com/developers/docs/resources/message */
const CONTENT_LIMIT = 2000;
/** A button's label: https://discord.com/developers/docs/components/reference#button */
const LABEL_LIMIT = 80;
const SHORT_ANSWER = 80; // characters that stand well in large letters on a phone

const NOTHING = 'I have nothing to say to that.';

/** A reply as it is sent: the words in one or more messages, the buttons beneath the last. */
export interface Rendered {
  readonly contents: readonly string[];
  readonly buttons: readonly RenderedButton[];
}

export interface RenderedButton {
  readonly label: string;
  readonly line: string;
}

/** A piece of a message that is never parted; `leads` keeps it together with the next one. */
interface Part {
  readonly content: string;
  readonly leads: boolean;
}

/**
 * What Discord shows for a reply: nothing of the story is shortened, each passage has its source.
 * `closing` stands beneath it in small letters.
 */
export function render(reply: Reply, closing: string | null): Rendered {
  const parts = reply.blocks.flatMap((block, index) =>
    renderBlock(block, nextCitation(reply.blocks, index)),
  );
  const all = [
    ...parts,
    ...(reply.picture === null ? [] : renderPicture(reply.picture.lines)),
    ...(closing === null ? [] : renderLines(closing, '-# ')),
  ];
  const shown = all.length > 0 ? all : renderLines(NOTHING);
  return { contents: pack(shown), buttons: reply.actions.map(renderButton) };
}

/** Words of ours alone: notes, errors. */
export function renderText(text: string): string {
  return pack(renderLines(text)).join('\n').slice(0, CONTENT_LIMIT);
}

function renderBlock(block: Block, citation: Citation | null): readonly Part[] {
  switch (block.kind) {
    case 'text':
      return renderLines(block.text);
    case 'answer':
      return renderAnswer(block.words, citation);
    case 'quote':
      return renderQuote(block.citation);
    case 'table':
      return renderTable(block.columns, block.rows);
    case 'difference':
      return writeDifference(block.parts, CONTENT_LIMIT).map((content) => ({
        content,
        leads: false,
      }));
    case 'examples':
      return block.lines.flatMap((line) => renderLines(line, '- '));
  }
}

function renderLines(text: string, lead = ''): readonly Part[] {
  const write = (span: Span): string => lead + escapeText(slice(text, span));
  return splitToFit(text, CONTENT_LIMIT, write).map((span) => ({
    content: write(span),
    leads: false,
  }));
}

/** The answer first and large; one that fills messages of its own has its source in each of them. */
function renderAnswer(words: string, citation: Citation | null): readonly Part[] {
  const short = words.length <= SHORT_ANSWER && !words.includes('\n');
  if (short) return [{ content: `## ${escapeText(words)}`, leads: true }];
  const source = citation ? `\n${renderSource(citation)}` : '';
  const whole = writeBold(words, { start: 0, end: words.length });
  if (whole.length <= CONTENT_LIMIT / 2) return [{ content: whole, leads: true }];
  return splitToFit(words, CONTENT_LIMIT - source.length, (span) => writeBold(words, span)).map(
    (span) => ({ content: writeBold(words, span) + source, leads: false }),
  );
}

/** A passage as a quotation with its source beneath, in as many pieces as it needs. */
function renderQuote(citation: Citation): readonly Part[] {
  const source = renderSource(citation);
  const limit = CONTENT_LIMIT - source.length - PART_NOTE;
  const write = (span: Span): string => writeQuote(citation, span);
  const spans = splitToFit(citation.words, limit, write);
  return spans.map((span, index) => {
    const note = spans.length > 1 ? ` · part ${index + 1} of ${spans.length}` : '';
    return { content: `${write(span)}\n${source}${note}`, leads: false };
  });
}

const PART_NOTE = ' · part 100 of 100'.length;

/** The words between `span`, each line marked as quoted, the answer in them bold. */
function writeQuote({ words, mark }: Citation, span: Span): string {
  const bold = mark && intersection(mark, span);
  const written = bold
    ? escapeText(words.slice(span.start, bold.start)) +
      writeBold(words, bold) +
      escapeText(words.slice(bold.end, span.end))
    : escapeText(slice(words, span));
  return written
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/** Bold line by line: a line of its own each, also behind `> `. */
function writeBold(text: string, span: Span): string {
  return escapeText(slice(text, span)).replace(/^.*\S.*$/gm, (line) => `**${line}**`);
}

function intersection(a: Span, b: Span): Span | null {
  const span = { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
  return span.start < span.end ? span : null;
}

/** In small letters: who speaks, the story, ¶ n of m, and the way to the place itself. */
function renderSource(citation: Citation): string {
  const link = escapeUrl(passageLink(citation));
  const speaker = speakerLine(citation);
  const plain = { ...citation, headline: null, publisher: null };
  const lines = [
    sourceLine([speaker, placeLine(citation)]) + (link ? ` · [in the story](<${link}>)` : ''),
    sourceLine([speaker, placeLine(citation)]),
    sourceLine([speaker, placeLine(plain)]),
    sourceLine([citation.speaker?.name === null ? NO_NAME : null, placeLine(plain)]),
  ];
  return lines.find(({ length }) => length <= SOURCE_LIMIT) ?? '';
}

const SOURCE_LIMIT = 900; // beyond it, what the story is known without is left out: link, headline, role

function sourceLine(parts: readonly (string | null)[]): string {
  const line = parts.filter((part) => part !== null).join(' · ');
  return `-# — ${escapeText(line.replace(/\s+/g, ' '))}`;
}

function renderTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): readonly Part[] {
  const head = writeBold(columns.join(' · '), { start: 0, end: Infinity });
  return [
    ...(columns.some(Boolean) ? [{ content: head, leads: true }] : []),
    ...rows.flatMap((cells) => renderLines(cells.join(' · '), '- ')),
  ];
}

/** The picture for a fixed-width font; names that would break out of it are shown without. */
function renderPicture(lines: readonly string[]): readonly Part[] {
  const content = `\`\`\`\n${lines.join('\n')}\n\`\`\``;
  const fits = content.length <= CONTENT_LIMIT && !lines.some((line) => line.includes('`'));
  return fits ? [{ content, leads: false }] : lines.flatMap((line) => renderLines(line));
}

function renderButton({ label, line }: Action): RenderedButton {
  return { label: label.slice(0, LABEL_LIMIT), line };
}

/** Puts the parts into as few messages as hold them, in order. */
function pack(parts: readonly Part[]): readonly string[] {
  const contents: string[] = [];
  let room = 0;
  for (const [index, part] of parts.entries()) {
    const next = part.leads ? (parts[index + 1]?.content.length ?? 0) + 1 : 0;
    const last = contents.at(-1);
    if (last !== undefined && fits(part.content.length + 1, next, room)) {
      contents[contents.length - 1] = `${last}\n${part.content}`;
    } else {
      contents.push(part.content);
    }
    room = CONTENT_LIMIT - (contents.at(-1)?.length ?? 0);
  }
  return contents;
}

/** Whether a part fits in what is left, with the one it leads; two that fit nowhere together are parted. */
function fits(length: number, next: number, room: number): boolean {
  return length + next <= room || (length <= room && length + next > CONTENT_LIMIT);
}

function nextCitation(blocks: readonly Block[], index: number): Citation | null {
  const quote = blocks.slice(index + 1).find((block) => block.kind === 'quote');
  return quote?.citation ?? null;
}

function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
