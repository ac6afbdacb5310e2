import { type Person, paragraphsOf } from '../quotes/person.ts';
import type { Story } from '../story/story.ts';

/** What someone says in a paragraph: in quotation marks, reported, both, or nothing. */
export type Mark = 'direct' | 'reported' | 'both' | null;

/** Who speaks where in a story: speakers as rows, paragraphs as columns. */
export interface SpeechChart {
  readonly title: string;
  readonly speakers: readonly { readonly name: string; readonly marks: readonly Mark[] }[];
  /** How many paragraphs one column stands for: more than 1 in very long stories. */
  readonly step: number;
  readonly paragraphs: number;
}

/** Something to look at, and the same in words and as text. */
export interface Picture {
  /** At most 1,000 characters. */
  readonly alt: string;
  /** The chart for a fixed-width font: a line for the scale, one a speaker, one that explains. */
  readonly lines: readonly string[];
  readonly chart: SpeechChart;
}

const MOST_COLUMNS = 60; // more would be narrower than a mark that can be told from another
const MOST_ALT = 1000; // characters: Discord takes 1,024

/** The picture of where those who speak in a story do; null where there are none. */
export function drawSpeakers(story: Story, people: readonly Person[]): Picture | null {
  if (people.length === 0) return null;
  const step = Math.max(1, Math.ceil(story.paragraphCount / MOST_COLUMNS));
  const columns = Math.ceil(story.paragraphCount / step);
  const chart: SpeechChart = {
    title: story.article.headline ?? story.article.id,
    speakers: people.map((person) => ({
      name: person.name,
      marks: marksOf(story, person, step, columns),
    })),
    step,
    paragraphs: story.paragraphCount,
  };
  return { alt: altOf(story, people), lines: linesOf(chart), chart };
}

function marksOf(story: Story, person: Person, step: number, columns: number): readonly Mark[] {
  const direct = placesOf(story, person, true).map((n) => Math.floor((n - 1) / step));
  const reported = placesOf(story, person, false).map((n) => Math.floor((n - 1) / step));
  return Array.from({ length: columns }, (_, i): Mark => {
    if (direct.includes(i)) return reported.includes(i) ? 'both' : 'direct';
    return reported.includes(i) ? 'reported' : null;
  });
}

/** The paragraphs in which someone is quoted (also in part), or only reported. */
function placesOf(story: Story, { statements }: Person, direct: boolean): readonly number[] {
  const own = statements.filter((one) => (one.kind !== 'indirect') === direct);
  return [...new Set(own.flatMap((one) => paragraphsOf(story, one)))].sort((a, b) => a - b);
}

/** The picture in words: as much for each speaker as there is room for. */
function altOf(story: Story, people: readonly Person[]): string {
  const head = `Who speaks where, ${story.paragraphCount} paragraphs.`;
  const full = people.map((person) => `${person.name}: ${inWords(story, person)}.`);
  const short = people.map(({ name, statements }) => `${name}: ${statements.length}.`);
  for (const parts of [full, short]) {
    const text = [head, ...parts].join(' ');
    if (text.length <= MOST_ALT) return text;
  }
  return `${head} ${people.length} speakers, listed in the message.`;
}

function inWords(story: Story, person: Person): string {
  const places = (direct: boolean, how: string): readonly string[] => {
    const numbers = placesOf(story, person, direct);
    return numbers.length === 0 ? [] : [`${how} in ¶ ${numbers.join(', ')}`];
  };
  return [...places(true, 'direct'), ...places(false, 'reported')].join('; ');
}

const SIGNS: Readonly<Record<'direct' | 'reported' | 'both', string>> = {
  direct: '●',
  reported: '□',
  both: '◉',
};

/** What the signs of the text chart and the shapes of the picture mean. */
const LEGEND = '● direct  □ reported  ◉ both';

function linesOf({ speakers, step, paragraphs }: SpeechChart): readonly string[] {
  const width = Math.max(...speakers.map(({ name }) => name.length));
  const columns = speakers[0]?.marks.length ?? 0;
  const scale = Array.from({ length: columns }, (_, i) => i)
    .filter((i) => i === 0 || (i + 1) % 5 === 0)
    .reduce((line, i) => line.padEnd(i) + String(i * step + 1), '');
  return [
    `${'¶'.padEnd(width)}  ${scale}`,
    ...speakers.map(
      ({ name, marks }) =>
        `${name.padEnd(width)}  ${marks.map((mark) => (mark === null ? '·' : SIGNS[mark])).join('')}`,
    ),
    `${LEGEND}  ${step === 1 ? `a column a paragraph, of ${paragraphs}` : `a column ${step} paragraphs, of ${paragraphs}`}`,
  ];
}
