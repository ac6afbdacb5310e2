import {
  type Citation,
  NO_NAME,
  passageLink,
  type Reply,
  speakerLine,
  titleLine,
} from '../../src/index.ts';
import { escapeText, escapeUrl } from './escape.ts';

/** In small letters: who speaks, the story, ¶ n of m, and the way to the place itself. */
export function renderSource(citation: Citation): string {
  const link = escapeUrl(passageLink(citation));
  const speaker = speakerLine(citation);
  const plain = { ...citation, headline: null, publisher: null };
  const lines = [
    quiet([speaker, titleLine(citation)]) + (link ? ` · [in the story](<${link}>)` : ''),
    quiet([speaker, titleLine(citation)]),
    quiet([speaker, titleLine(plain)]),
    quiet([citation.speaker?.name === null ? NO_NAME : null, titleLine(plain)]),
  ];
  return lines.find(({ length }) => length <= SOURCE_LIMIT) ?? '';
}

const SOURCE_LIMIT = 900; // beyond it, what the story is known without is left out: link, headline, role

/** What many passages have in common, said once above them in each message. */
export interface Heading {
  readonly line: string;
  /** The block in whose place it stands; -1 for none. */
  readonly at: number;
  /** Whose words all of them are: then it is said above. */
  readonly name: string | null;
}

/**
 * Of several passages of one story: the story, and where all are one person's, who they are and how many. Null
 * where there is nothing in common.
 */
export function headingOf({ command, blocks }: Reply): Heading | null {
  const cited = blocks.flatMap((block) => (block.kind === 'quote' ? [block.citation] : []));
  const [first] = cited;
  if (first === undefined || cited.some(({ story }) => story !== first.story)) return null;
  const story = titleLine(first).replace(/^¶ \d+ of \d+ · /, '');
  const name = first.speaker?.name ?? null;
  const isOne = command === 'quotes' && cited.every(({ speaker }) => speaker?.name === name);
  if (name !== null && isOne) {
    const at = blocks.findIndex(({ kind }) => kind === 'text');
    const counted = blocks[at];
    const counts = counted?.kind === 'text' ? counted.text : '';
    const role = cited.find(({ speaker }) => speaker?.role != null)?.speaker?.role ?? null;
    const described = role === null || role === name ? '' : `, ${escapeText(flat(role))}`;
    const who = `**${escapeText(flat(name))}**${described}`;
    return short({ line: `${who}\n${quiet([`${counts} ${story}`])}`, at, name });
  }
  const isTold = blocks.some((block) => block.kind === 'answer' && block.words === first.headline);
  const line = isTold ? '' : quiet([story]);
  return cited.length > 1 && command !== 'check' ? short({ line, at: -1, name: null }) : null;
}

function short(heading: Heading): Heading | null {
  return heading.line.length > SOURCE_LIMIT ? null : heading;
}

/** What differs from passage to passage beneath a heading: `¶ 6 of 20 · direct`. */
export function briefSource(citation: Citation, { name }: Heading): string {
  const { speaker, paragraph, paragraphs } = citation;
  const link = escapeUrl(passageLink(citation));
  const place = `¶ ${paragraph} of ${paragraphs}`;
  const said = speaker && { ...speaker, via: [], role: null };
  const [, ...manner] = speakerLine({ ...citation, speaker: said })?.split(' · ') ?? [];
  const via = speaker?.via.map((one) => `via ${one}`) ?? [];
  const line =
    name === null ? quiet([speakerLine(citation), place]) : quiet([place, ...via, ...manner]);
  const linked = link === null ? line : `${line} · [in the story](<${link}>)`;
  return linked.length > SOURCE_LIMIT ? quiet([place]) : linked;
}

function quiet(parts: readonly (string | null)[]): string {
  const line = parts.filter((part) => part !== null).join(' · ');
  return `-# ${escapeText(flat(line))}`;
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}
