import {
  briefLine,
  type Citation,
  type Heading,
  NO_NAME,
  passageLink,
  speakerLine,
  titleLine,
} from '../../src/index.ts';
import { escapeText, escapeUrl } from './escape.ts';

/** In small print: who speaks, the story, ¶ n of m, and a link to the place itself. */
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

const SOURCE_LIMIT = 900; // above it, the dispensable is left out: link, headline, role

/** A heading above passages, repeated in each message. */
export interface Headed extends Heading {
  readonly written: string;
}

/** Null where there is none, or it is too long: then each passage has its whole source. */
export function renderHeading(heading: Heading | null): Headed | null {
  if (heading === null) return null;
  const { name, described, line } = heading;
  const who = name === null ? [] : [`**${escapeText(flat(name))}**${escapeText(flat(described))}`];
  const written = [...who, ...(line === '' ? [] : [quiet([line])])].join('\n');
  return written.length > SOURCE_LIMIT ? null : { ...heading, written };
}

/** What differs from passage to passage beneath a heading: `¶ 6 of 20 · direct`. */
export function briefSource(citation: Citation, heading: Heading): string {
  const link = escapeUrl(passageLink(citation));
  const line = quiet([briefLine(citation, heading)]);
  const linked = link === null ? line : `${line} · [in the story](<${link}>)`;
  return linked.length > SOURCE_LIMIT
    ? quiet([`¶ ${citation.paragraph} of ${citation.paragraphs}`])
    : linked;
}

function quiet(parts: readonly (string | null)[]): string {
  const line = parts.filter((part) => part !== null).join(' · ');
  return `-# ${escapeText(flat(line))}`;
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}
