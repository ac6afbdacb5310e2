import type { Heard, Reading, Span } from '../../../src/index.ts';
import { type Html, html } from './html.ts';
import { type Segment, type Segmented, segmentStory } from './segments.ts';
import { badgeOf, drawBadge } from './voices.ts';

/**
 * The paragraphs of a story with their numbers, who speaks in the margin, and the passage marked.
 * `passage` is a span of the story's text, UTF-16, or null.
 */
export function renderArticle(reading: Reading, passage: Span | null): Html {
  const pieces = segmentStory(reading, passage);
  const noted = new Set<number>();
  let isMarked = false;
  const parts: Html[] = [];
  let aside: number[] = [];
  const closeAside = (): void => {
    if (aside.length > 0) parts.push(renderAside(reading, aside));
    aside = [];
  };
  reading.paragraphs.forEach(({ number }, i) => {
    const piece = pieces[i];
    if (number === null) {
      const isAbove = [reading.headline, reading.byline].includes(textOf(reading, i));
      if (!isAbove) aside.push(i);
    } else if (piece !== undefined) {
      closeAside();
      const fresh = piece.heard.filter((at) => !noted.has(at));
      for (const at of fresh) noted.add(at);
      const isFirst = !isMarked && piece.passage.length > 0;
      isMarked ||= isFirst;
      parts.push(renderParagraph(reading, number, piece, isFirst, fresh));
    }
  });
  closeAside();
  return html`${parts}`;
}

function textOf({ text, paragraphs }: Reading, at: number): string {
  const { start = 0, end = 0 } = paragraphs[at] ?? {};
  return text.slice(start, end);
}

function renderParagraph(
  reading: Reading,
  number: number,
  { before, passage, after, heard }: Segmented,
  isFirst: boolean,
  fresh: readonly number[],
): Html {
  const words = (segments: readonly Segment[]): readonly Html[] =>
    segments.map((segment) => renderSegment(reading, segment));
  const marked =
    passage.length === 0
      ? null
      : isFirst
        ? html`<mark id="passage" class="passage">${words(passage)}</mark>`
        : html`<mark class="passage">${words(passage)}</mark>`;
  return html`<div class="para" id="p${number}"><div class="margin"><a class="number" href="#p${number}" aria-label="Paragraph ${number}">${number}</a>${heard.map((at) => renderMarker(reading, at))}</div><p dir="auto">${words(before)}${marked}${words(after)}</p>${fresh.map((at) => renderNote(reading, at))}</div>
`;
}

/** Spoken words are linked to the notes about them by `data-said`, innermost first. */
function renderSegment({ text, statements }: Reading, { start, end, heard }: Segment): Html {
  const words = text.slice(start, end);
  const inner = statements[heard[0] ?? -1];
  if (inner === undefined) return html`${words}`;
  return html`<span class="said ${howOf(inner)} ${badgeOf(inner.voice).colour}" data-said="${heard.join(' ')}">${words}</span>`;
}

function howOf({ kind }: Heard): string {
  return kind === 'indirect' ? 'reported' : 'direct';
}

function renderMarker({ statements }: Reading, at: number): Html | null {
  const heard = statements[at];
  if (heard === undefined) return null;
  const badge = badgeOf(heard.voice);
  return html`<button type="button" class="marker ${howOf(heard)} ${badge.colour}" popovertarget="note-${at}" popovertargetaction="show" aria-describedby="note-${at}" aria-label="Who says it: ${heard.who}">${drawBadge(badge)}</button>`;
}

/** Who, how, what the story does with the words, and why we think so. */
function renderNote({ statements }: Reading, at: number): Html | null {
  const heard = statements[at];
  if (heard === undefined) return null;
  const badge = badgeOf(heard.voice);
  return html`<div popover id="note-${at}" class="note ${howOf(heard)} ${badge.colour}"><p class="who">${drawBadge(badge)}<span>${heard.described}</span></p><p>${HOW[heard.kind]}</p>${heard.stance === null ? null : html`<p class="stance">${heard.stance}</p>`}<p class="quiet">${heard.why}</p></div>`;
}

const HOW: Readonly<Record<Heard['kind'], string>> = {
  direct: 'Quoted: all of it is in quotation marks.',
  mixed: 'Partly quoted: some of the words are in quotation marks.',
  indirect: 'Reported: the words are the reporter’s.',
};

/** Lines that are not paragraphs of the story, in their place, shown on request. */
function renderAside(reading: Reading, lines: readonly number[]): Html {
  const reasons = lines.map((at) => reading.paragraphs[at]?.setAside ?? '');
  const count = lines.length === 1 ? '1 line' : `${lines.length} lines`;
  return html`<details class="aside"><summary>${count} set aside: ${[...new Set(reasons)].join(', ')}</summary>${lines.map((at) => html`<p dir="auto">${textOf(reading, at)}</p>`)}</details>
`;
}
