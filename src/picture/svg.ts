import type { Mark, SpeechChart } from './chart.ts';

/** Colours of a picture; direct and reported differ in shape as well. */
export type Theme = 'light' | 'dark';

interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly faint: string;
  readonly direct: string;
  readonly reported: string;
}

// Okabe and Ito's blue and orange, told apart by the colour-blind; 4.5 : 1 and more on their paper.
const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    paper: '#ffffff',
    ink: '#1a1a1a',
    faint: '#c9c9c9',
    direct: '#0060a0',
    reported: '#b34700',
  },
  dark: {
    paper: '#1e1f22',
    ink: '#f2f3f5',
    faint: '#4a4c52',
    direct: '#5cb8ff',
    reported: '#ffa657',
  },
};

/** Pixels before the picture is drawn twice as large; 640 across is legible on a phone's 360. */
const WIDTH = 640;
const MARGIN = 24;
const TITLE = 28;
const NAME = 25;
const SMALL = 21;
const ROW = 74;
const LETTER = 0.6; // of the font's size: the mean width of a letter of DejaVu Sans

/** The chart as SVG: each speaker's name, and beneath it a strip with a place for each paragraph. */
export function chartSvg(chart: SpeechChart, theme: Theme): string {
  const palette = PALETTES[theme];
  const columns = chart.speakers[0]?.marks.length ?? 1;
  const step = (WIDTH - 2 * MARGIN) / columns;
  const titles = wrapWords(chart.title, TITLE);
  const head = MARGIN + titles.length * TITLE * 1.25 + 68;
  const height = head + chart.speakers.length * ROW + 64;
  const parts = [
    ...titles.map((line, i) =>
      text(line, MARGIN, MARGIN + TITLE * (1 + i * 1.25), TITLE, palette.ink, 'bold'),
    ),
    legend(head - 40, palette),
    ...chart.speakers.map(({ name, marks }, i) =>
      drawRow(name, marks, head + i * ROW, step, palette),
    ),
    scale(chart, head + chart.speakers.length * ROW, step, palette),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="DejaVu Sans"><rect width="${WIDTH}" height="${height}" fill="${palette.paper}"/>${parts.join('')}</svg>`;
}

/** The page's own colours: `--voice` is that of the speaker. */
const PAGE: Palette = {
  paper: 'var(--paper)',
  ink: 'var(--ink)',
  faint: 'var(--faint)',
  direct: 'var(--voice)',
  reported: 'var(--voice)',
};

const STRIP = { width: 340, height: 24 }; // pixels: beside a story as on a phone, tall enough for a finger

/**
 * The strip of one speaker alone, for a page: in the page's colours, each mark a link to its paragraph
 * (of a column that stands for more, the first) at the address that `link` gives.
 */
export function stripSvg(
  { speakers, step: paragraphs, paragraphs: all }: SpeechChart,
  at: number,
  link: (paragraph: number) => string,
): string {
  const { name = '', marks = [] } = speakers[at] ?? {};
  const { width, height } = STRIP;
  const step = width / Math.max(1, marks.length);
  const size = Math.min(16, 0.8 * step); // so that marks side by side do not touch
  const linked = marks.map((mark, i) => {
    if (mark === null) return '';
    const paragraph = i * paragraphs + 1;
    const last = Math.min(paragraph + paragraphs - 1, all);
    const where = last > paragraph ? `${paragraph} to ${last}` : paragraph;
    const label = escapeXml(`${name}, ${SAID[mark]}, ¶ ${where}`);
    const area = `<rect x="${round(i * step)}" y="0" width="${round(step)}" height="${height}" fill="transparent"/>`;
    return `<a href="${escapeXml(link(paragraph))}" aria-label="${label}">${area}${drawMark(mark, round((i + 0.5) * step), height / 2, size, PAGE)}</a>`;
  });
  const line = `<line x1="0" x2="${width}" y1="${height / 2}" y2="${height / 2}" stroke="${PAGE.faint}"/>`;
  return `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" class="strip">${line}${linked.join('')}</svg>`;
}

/** Two decimals: finer steps are invisible. */
function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}

const SAID: Readonly<Record<Exclude<Mark, null>, string>> = {
  direct: 'direct',
  reported: 'reported',
  both: 'direct and reported',
};

function drawRow(
  name: string,
  marks: readonly Mark[],
  top: number,
  step: number,
  palette: Palette,
): string {
  const middle = top + 52;
  const size = fontFor(name);
  const line = `<line x1="${MARGIN}" x2="${WIDTH - MARGIN}" y1="${middle}" y2="${middle}" stroke="${palette.faint}" stroke-width="2"/>`;
  const shapes = marks.map((mark, i) =>
    drawMark(mark, MARGIN + (i + 0.5) * step, middle, step, palette),
  );
  return text(name, MARGIN, top + NAME, size, palette.ink) + line + shapes.join('');
}

/** A long name in smaller letters rather than cut. */
function fontFor(name: string): number {
  return Math.min(NAME, (WIDTH - 2 * MARGIN) / (name.length * LETTER));
}

/** Direct: a filled disc. Reported: an open square. Both: the disc inside the square. */
function drawMark(mark: Mark, x: number, y: number, step: number, palette: Palette): string {
  const r = round(Math.min(11, step * 0.45));
  const disc = (radius: number): string =>
    `<circle cx="${x}" cy="${y}" r="${round(radius)}" fill="${palette.direct}"/>`;
  const square = `<rect x="${round(x - r)}" y="${round(y - r)}" width="${2 * r}" height="${2 * r}" fill="${palette.paper}" stroke="${palette.reported}" stroke-width="${Math.min(4, r / 2)}"/>`;
  switch (mark) {
    case 'direct':
      return disc(r);
    case 'reported':
      return square;
    case 'both':
      return square + disc(r * 0.55);
    case null:
      return '';
  }
}

function legend(y: number, palette: Palette): string {
  const entries: readonly (readonly [Mark, string, number])[] = [
    ['direct', 'direct', MARGIN + 12],
    ['reported', 'reported', MARGIN + 142],
    ['both', 'both', MARGIN + 302],
  ];
  return entries
    .map(
      ([mark, label, x]) =>
        drawMark(mark, x, y, 30, palette) + text(label, x + 20, y + 7, SMALL, palette.ink),
    )
    .join('');
}

/** The paragraph numbers beneath: the first, every fifth, the last. */
function scale(chart: SpeechChart, y: number, step: number, palette: Palette): string {
  const columns = chart.speakers[0]?.marks.length ?? 1;
  const every = Math.max(5, Math.ceil(columns / 10));
  const shown = Array.from({ length: columns }, (_, i) => i).filter(
    (i) => i === 0 || ((i + 1) % every === 0 && columns - 1 - i >= 2) || i === columns - 1,
  );
  return shown
    .map((i) => {
      const number = i === columns - 1 && chart.step > 1 ? chart.paragraphs : i * chart.step + 1;
      const label = i === 0 ? `¶ ${number}` : String(number);
      const anchor = i === 0 ? 'start' : i === columns - 1 ? 'end' : 'middle';
      const x = i === 0 ? MARGIN : i === columns - 1 ? WIDTH - MARGIN : MARGIN + (i + 0.5) * step;
      return `<text x="${x}" y="${y + 30}" font-size="${SMALL}" fill="${palette.ink}" text-anchor="${anchor}">${escapeXml(label)}</text>`;
    })
    .join('');
}

function text(
  words: string,
  x: number,
  y: number,
  size: number,
  colour: string,
  weight = 'normal',
): string {
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colour}">${escapeXml(words)}</text>`;
}

/** A title over as many lines as it needs. */
function wrapWords(words: string, size: number): readonly string[] {
  const room = Math.floor((WIDTH - 2 * MARGIN) / (size * LETTER * 1.05));
  const lines: string[] = [];
  for (const word of words.split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > room) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** Text as XML holds it; control characters, which XML cannot hold, are left out. */
function escapeXml(words: string): string {
  return words
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
