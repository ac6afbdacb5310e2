import type { Span } from '../../src/index.ts';
import { type Action, type Block, type Citation, headingOf, type Reply } from '../../src/index.ts';
import { splitToFit } from '../chat/split.ts';
import type { Button } from './buttons.ts';
import { writeDifference } from './difference.ts';
import { escapeText } from './escape.ts';
import { briefSource, type Headed, renderHeading, renderSource } from './source.ts';
import { type CommandIds, writeCommands } from './typed.ts';

/** UTF-16 units in a message's content: https://discord.com/developers/docs/resources/message */
export const CONTENT_LIMIT = 2000;
/** What goes into a message; the rest is room for a line that says there is more, or asks back. */
const ROOM = CONTENT_LIMIT - 120;
const SHORT_ANSWER = 80; // characters that stand well in large letters on a phone
const SHORT_ASKED = 150; // of what was asked, which is the asker's own

const NOTHING = 'I have nothing to say to that.';

/** A reply as it is sent: the words in one or more messages, the controls, and a picture as text. */
export interface Rendered {
  readonly contents: readonly string[];
  readonly buttons: readonly Button[];
  /** For channels that can't show the picture; null without one. */
  readonly chart: string | null;
}

/** How a reply is shown, beside what it says. */
export interface View {
  /** What was asked, where readers of the answer do not see it. */
  readonly asked: string | null;
  /** Shown beneath it all in small print. */
  readonly closing: string | null;
  readonly ids: CommandIds;
}

/** A piece of a message that is never parted; `leads` keeps it together with the next one. */
interface Part {
  readonly content: string;
  readonly leads: boolean;
}

/** What Discord shows for a reply: nothing of the story is shortened, each passage has its source. */
export function render(reply: Reply, { asked, closing, ids }: View): Rendered {
  const heading = renderHeading(headingOf(reply));
  const parts = reply.blocks.flatMap((block, index) =>
    index === heading?.at
      ? []
      : renderBlock(block, { reply, ids, heading, citation: citationAfter(reply.blocks, index) }),
  );
  const all = [...parts, ...(closing === null ? [] : renderLines(closing, '-# '))];
  const shown = all.length > 0 ? all : renderLines(NOTHING);
  const top = [askedLine(asked), heading?.written ?? ''].filter((line) => line !== '').join('\n');
  return {
    contents: pack(shown, top === '' ? '' : `${top}\n`),
    buttons: renderActions(reply.actions),
    chart:
      reply.picture && `\`\`\`\n${reply.picture.lines.join('\n').replaceAll('`', 'ˋ')}\n\`\`\``,
  };
}

/** What was asked, in small print and quotation marks; if long, how it begins. */
function askedLine(asked: string | null): string {
  const words = asked?.replace(/\s+/g, ' ').trim() ?? '';
  if (words === '') return '';
  const [first] = splitToFit(words, SHORT_ASKED, ({ start, end }) => words.slice(start, end));
  const shown = first === undefined ? words : slice(words, first);
  return `-# ${escapeText(shown.length < words.length ? `${shown} …` : words)}`;
}

/** Words of ours alone: notes, errors. */
export function renderText(text: string): string {
  return pack(renderLines(text), '').join('\n').slice(0, CONTENT_LIMIT);
}

/** The surroundings a block is shown in. */
interface Around {
  readonly reply: Reply;
  readonly ids: CommandIds;
  readonly heading: Headed | null;
  /** The passage that follows. */
  readonly citation: Citation | null;
}

function renderBlock(block: Block, { reply, ids, heading, citation }: Around): readonly Part[] {
  switch (block.kind) {
    case 'text':
      return block.verdict === undefined
        ? ours(block.text, '', ids)
        : renderVerdict(block.text, block.verdict);
    case 'answer':
      return renderAnswer(block.words, citation, isSure(reply));
    case 'quote':
      return renderQuote(block.citation, heading);
    case 'table':
      return renderTable(block.columns, block.rows, ids).map((part) => ({
        ...part,
        leads: part.leads || citation !== null,
      }));
    case 'difference':
      return writeDifference(block.parts, ROOM).map((content) => ({ content, leads: false }));
    case 'examples':
      return block.lines.flatMap((line) => ours(line, '- ', ids));
  }
}

/** Only what is certain is large: a sure answer, words found verbatim, a headline. */
function isSure({ command, grade, confidence }: Reply): boolean {
  return grade === 'sure' || (command === 'who-said' && confidence === 1) || command === 'story';
}

/** Our own words, with commands as they are called here. */
function ours(text: string, lead: string, ids: CommandIds): readonly Part[] {
  return renderLines(text, lead).map((part) => ({
    ...part,
    content: writeCommands(part.content, ids),
  }));
}

/** `Altered in wording. Story: great.`: the verdict in bold. */
function renderVerdict(text: string, verdict: Span): readonly Part[] {
  const before = escapeText(text.slice(0, verdict.start));
  const content = before + writeBold(text, verdict) + escapeText(text.slice(verdict.end));
  return content.length <= ROOM ? [{ content, leads: false }] : renderLines(text);
}

function renderLines(text: string, lead = ''): readonly Part[] {
  const write = (span: Span): string => lead + escapeText(slice(text, span));
  return splitToFit(text, ROOM, write).map((span) => ({ content: write(span), leads: false }));
}

/** The answer first, large where it is sure; one that fills several messages has its source in each. */
function renderAnswer(words: string, citation: Citation | null, sure: boolean): readonly Part[] {
  const short = words.length <= SHORT_ANSWER && !words.includes('\n');
  if (short && sure) return [{ content: `## ${escapeText(words)}`, leads: true }];
  const source = citation ? `\n${renderSource(citation)}` : '';
  const whole = writeBold(words, { start: 0, end: words.length });
  if (whole.length <= CONTENT_LIMIT / 2) return [{ content: whole, leads: true }];
  return splitToFit(words, ROOM - source.length, (span) => writeBold(words, span)).map((span) => ({
    content: writeBold(words, span) + source,
    leads: false,
  }));
}

/** A passage as a quotation with its source beneath, in as many pieces as it needs. */
function renderQuote(citation: Citation, heading: Headed | null): readonly Part[] {
  const source = heading === null ? renderSource(citation) : briefSource(citation, heading);
  const limit = ROOM - source.length - PART_NOTE - (heading?.written.length ?? 0);
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

/** One row per item, its subject in bold; column heads where a cell does not say what it is. */
function renderTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  ids: CommandIds,
): readonly Part[] {
  const isBare =
    columns.every(Boolean) &&
    rows.some(([, ...cells]) => cells.some((cell) => /^-?[\d.]+$/.test(cell)));
  const head = `-# ${escapeText(columns.join(' · '))}`;
  return [
    ...(isBare ? [{ content: head, leads: true }] : []),
    ...rows.flatMap((cells) => renderRow(cells, ids)),
  ];
}

function renderRow([first = '', ...cells]: readonly string[], ids: CommandIds): readonly Part[] {
  const line = [first, ...cells].filter((cell) => cell !== '').join(' · ');
  if (first.startsWith('/')) return ours(line, '- ', ids);
  const bold = { start: 0, end: first.includes('\n') ? 0 : first.length };
  const whole = `- ${writeBold(line, bold)}${escapeText(line.slice(bold.end))}`;
  const fits = whole.length <= ROOM && !line.includes('\n');
  return fits ? [{ content: whole, leads: false }] : renderLines(line, '- ');
}

/** Few controls: the rest, and why; the explanation asks whether it was right. */
function renderActions(actions: readonly Action[]): readonly Button[] {
  return actions.filter(({ kind }) => kind !== 'feedback-right' && kind !== 'feedback-wrong');
}

/** Puts the parts into as few messages as hold them, in order; each begins with `top`. */
function pack(parts: readonly Part[], top: string): readonly string[] {
  const limit = ROOM - top.length;
  const contents: string[] = [];
  for (const [index, part] of parts.entries()) {
    const next = lengthLed(parts, index);
    const last = contents.at(-1);
    const room = limit - (last?.length ?? 0);
    if (last !== undefined && fits(part.content.length + 1, next, room, limit)) {
      contents[contents.length - 1] = `${last}\n${part.content}`;
    } else {
      contents.push(part.content);
    }
  }
  return contents.map((content) => top + content);
}

/** The length of a part together with everything that must follow it. */
function lengthLed(parts: readonly Part[], index: number): number {
  const led = parts[index]?.leads ? parts[index + 1] : undefined;
  return led === undefined ? 0 : led.content.length + 1 + lengthLed(parts, index + 1);
}

/** Whether a part fits in what is left, with the one it leads; two that fit nowhere together are parted. */
function fits(length: number, next: number, room: number, limit: number): boolean {
  return length + next <= room || (length <= room && length + next > limit);
}

/** The passage right after a block: that of its answer, or of its figures. */
function citationAfter(blocks: readonly Block[], index: number): Citation | null {
  const next = blocks[index + 1];
  return next?.kind === 'quote' ? next.citation : null;
}

function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
