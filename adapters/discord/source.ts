import {
  type Citation,
  NO_NAME,
  passageLink,
  placeLine,
  type Reply,
  speakerLine,
} from '../../src/index.ts';
import { escapeText, escapeUrl } from './escape.ts';

/** In small letters: who speaks, the story, ¶ n of m, and the way to the place itself. */
export function renderSource(citation: Citation): string {
  const link = escapeUrl(passageLink(citation));
  const speaker = speakerLine(citation);
  const plain = { ...citation, headline: null, publisher: null };
  const lines = [
    quiet([speaker, placeLine(citation)]) + (link ? ` · [in the story](<${link}>)` : ''),
    quiet([speaker, placeLine(citation)]),
    quiet([speaker, placeLine(plain)]),
    quiet([citation.speaker?.name === null ? NO_NAME : null, placeLine(plain)]),
  ];
  return lines.find(({ length }) => length <= SOURCE_LIMIT) ?? '';
}

const SOURCE_LIMIT = 900; // beyond it, what the story is known without is left out: link, headline, role

/** What stands above all passages of one person, and the block in whose place it stands. */
export interface Heading {
  readonly line: string;
  readonly at: number;
}

/**
 * Of somebody's quotations in one story: who they are, how many there are, and the story, said once. Null where
 * the passages have not all of it in common.
 */
export function headingOf({ command, blocks }: Reply): Heading | null {
  const at = blocks.findIndex(({ kind }) => kind === 'text');
  const counted = blocks[at];
  const cited = blocks.flatMap((block) => (block.kind === 'quote' ? [block.citation] : []));
  const [first] = cited;
  const name = first?.speaker?.name ?? null;
  const isOne = cited.every(
    ({ story, speaker }) => story === first?.story && speaker?.name === name,
  );
  if (command !== 'quotes' || first === undefined || name === null || !isOne) return null;
  const role = cited.find(({ speaker }) => speaker?.role != null)?.speaker?.role ?? null;
  const described = role === null || role === name ? '' : `, ${escapeText(flat(role))}`;
  const story = placeLine(first).replace(/, ¶ \d+ of (\d+)$/, ', $1 paragraphs');
  const counts = counted?.kind === 'text' ? counted.text : '';
  const line = `**${escapeText(flat(name))}**${described}\n${quiet([`${counts} ${story}`])}`;
  return line.length > SOURCE_LIMIT ? null : { line, at };
}

/** What differs from passage to passage beneath a heading: `¶ 6 of 20 · direct`. */
export function briefSource(citation: Citation): string {
  const { speaker, paragraph, paragraphs } = citation;
  const link = escapeUrl(passageLink(citation));
  const via = speaker?.via.map((one) => `via ${one}`) ?? [];
  const manner = speakerLine({
    ...citation,
    speaker: speaker && { ...speaker, via: [], role: null },
  });
  const [, ...how] = manner?.split(' · ') ?? [];
  const line = quiet([`¶ ${paragraph} of ${paragraphs}`, ...via, ...how]);
  const linked = link === null ? line : `${line} · [in the story](<${link}>)`;
  return linked.length > SOURCE_LIMIT ? line : linked;
}

function quiet(parts: readonly (string | null)[]): string {
  const line = parts.filter((part) => part !== null).join(' · ');
  return `-# ${escapeText(flat(line))}`;
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}
