import {
  briefLine,
  type Citation,
  type Heading,
  NO_NAME,
  passageLink,
  speakerLine,
  titleLine,
} from '../../src/index.ts';
import { escapeMarkup, wellFormed } from './rich-text.ts';

/** A line in small grey letters: https://docs.slack.dev/reference/block-kit/blocks/context-block */
export interface QuietLine {
  readonly type: 'context';
  readonly elements: readonly object[];
}

const SOURCE_LIMIT = 500; // characters of the line under a passage
const LINK_LIMIT = 800;

/** Any words, then a link: only the link is mrkdwn, with our own words on it. */
export function quietLine(text: string, url: string | null = null): QuietLine {
  const shown = { type: 'plain_text', text: inert(text), emoji: false };
  const link = {
    type: 'mrkdwn',
    text: `<${escapeMarkup(url ?? '')}|in the story>`,
    verbatim: true,
  };
  return { type: 'context', elements: url === null ? [shown] : [shown, link] };
}

/** `Jack Ma, Alibaba's founder · direct · ¶ 6 of 20 · Headline`; of anything too long, the name alone. */
export function sourceOf(citation: Citation): string {
  const bare = { ...citation, headline: citation.story, publisher: null };
  const name = citation.speaker && (citation.speaker.name ?? NO_NAME);
  const lines = [
    [speakerLine(citation), titleLine(citation)],
    [speakerLine(citation), titleLine(bare)],
    [name, titleLine(bare)],
  ].map((parts) => parts.filter((part) => part !== null).join(' · '));
  return lines.find(({ length }) => length <= SOURCE_LIMIT) ?? titleLine(bare);
}

/** The address of the words, or of the page where that is too long (some scripts take nine characters a letter). */
export function linkOf(citation: Citation): string | null {
  const links = [passageLink(citation), citation.url];
  const isShown = (url: string): boolean =>
    /^https?:[^|<>]+$/.test(url) && escapeMarkup(url).length <= LINK_LIMIT;
  return links.find((url) => url !== null && isShown(url)) ?? null;
}

/** What differs from passage to passage beneath a heading; of anything too long, the place alone. */
export function briefSourceOf(citation: Citation, heading: Heading): string {
  const line = briefLine(citation, heading);
  const { paragraph, paragraphs } = citation;
  return line.length <= SOURCE_LIMIT ? line : `¶ ${paragraph} of ${paragraphs}`;
}

/** For plain text, neither rich text nor mrkdwn: nothing in it is read as a mention. */
export function inert(text: string): string {
  return wellFormed(text).replace(/<(?=[@!#])/g, '<\u2060');
}
