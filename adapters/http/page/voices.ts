import { type Reading, stripSvg, type Voice } from '../../../src/index.ts';
import { type Html, html, svg } from './html.ts';

/** How a speaker is marked: a shape and a colour, each distinguishable without the other. */
export interface Badge {
  /** The id of its drawing on the page. */
  readonly shape: string;
  /** The class that sets the colour. */
  readonly colour: string;
}

// Drawn in a square of 16. None is a disc or a square: those distinguish direct from reported.
const SHAPES: readonly string[] = [
  'M8 1.5 15 14H1z', // a triangle
  'M8 .8 15.2 8 8 15.2.8 8z', // a diamond
  'M8 1l2 4.9 5.2.3-4 3.4 1.3 5.1L8 11.9l-4.5 2.8 1.3-5.1-4-3.4L6 5.9z', // a star
  'M1 2h14L8 14.5z', // a triangle on its point
  'M5.8 1h4.4v4.8H15v4.4h-4.8V15H5.8v-4.8H1V5.8h4.8z', // a cross
  'M4.3 1.5h7.4L15.4 8l-3.7 6.5H4.3L.6 8z', // a hexagon
  'M2 1.5 14.5 8 2 14.5z', // an arrow
  'M1 4.5a7 7 0 0 0 14 0z', // a bowl
];
const NOBODY = 'M8 3.5a4.5 4.5 0 1 0 .01 0z'; // a ring: the story does not say
const COLOURS = 7; // no common divisor with the shapes: 56 speakers before two look alike

/** The mark of a speaker by place in the list, or of an unknown speaker. */
export function badgeOf(voice: number | null): Badge {
  if (voice === null) return { shape: 'nobody', colour: 'voice-none' };
  return { shape: `shape-${voice % SHAPES.length}`, colour: `voice-${voice % COLOURS}` };
}

/** The drawings that `drawBadge` points to: once a page. */
export function drawShapes(): Html {
  const symbol = (id: string, path: string): Html =>
    html`<symbol id="${id}" viewBox="0 0 16 16"><path d="${path}"/></symbol>`;
  return html`<svg hidden width="0" height="0">${SHAPES.map((path, i) => symbol(`shape-${i}`, path))}${symbol('nobody', NOBODY)}</svg>`;
}

/** A speaker's shape: filled where they are quoted, open where they are only reported. */
export function drawBadge({ shape }: Badge): Html {
  return html`<svg class="badge" aria-hidden="true"><use href="#${shape}"/></svg>`;
}

/** Everyone who speaks, each with their mark and a strip that shows where. */
export function renderVoices({ voices, picture, paragraphs }: Reading): Html {
  if (picture === null) return html`<p class="quiet">Nobody speaks in the story.</p>`;
  const last = paragraphs.reduce((most, { number }) => Math.max(most, number ?? 0), 0);
  const strips = voices.map((_, i) => svg(stripSvg(picture.chart, i, (n) => `#p${n}`)));
  return html`<ul class="voices">${voices.map((voice, i) => renderVoice(voice, i, strips[i] ?? null))}</ul>
<p class="scale" aria-hidden="true"><span>¶ 1</span><span>${last}</span></p>
<p class="signs"><span class="sign direct"></span> direct <span class="sign reported"></span> reported <span class="sign both"></span> both. Each mark leads to its paragraph.</p>`;
}

function renderVoice(
  { name, role, direct, reported }: Voice,
  at: number,
  strip: Html | null,
): Html {
  const badge = badgeOf(at);
  const described = role === null || role === name ? null : html`<p class="role">${role}</p>`;
  return html`<li class="${badge.colour}"><p class="who">${drawBadge(badge)}<bdi class="name">${name}</bdi><span class="counts">${counted(direct, reported)}</span></p>${described}${strip}</li>`;
}

function counted(direct: number, reported: number): string {
  const parts = [direct > 0 ? `${direct} direct` : '', reported > 0 ? `${reported} reported` : ''];
  return parts.filter((part) => part !== '').join(', ');
}
