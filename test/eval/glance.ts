import { readFileSync } from 'node:fs';
import { readArticle } from '../../src/article/article.ts';
import { findFigures } from '../../src/newsroom/figures.ts';
import { findFiveW } from '../../src/newsroom/five-w.ts';
import { findSources } from '../../src/newsroom/sources.ts';
import { findTimes } from '../../src/newsroom/times.ts';
import { composeStory } from '../../src/reply/story-reply.ts';
import { hear } from '../../src/story/hear.ts';
import { prepare } from '../../src/story/prepare.ts';
import type { HeardStory } from '../../src/story/story.ts';
import type { Span } from '../../src/text/span.ts';
import { plain, tells } from '../../src/train/five-w-gold.ts';
import { readStory, root } from '../stories.ts';

/** What a story has at a glance, as marked: every text is cut from it. */
interface GoldGlance {
  readonly lede: string;
  readonly aside: readonly string[];
  readonly figures: readonly {
    readonly figure: string;
    readonly unit: string | null;
    readonly of: string | null;
    readonly in: string;
  }[];
  readonly not_figures: readonly Marked[];
  readonly times: readonly Marked[];
  readonly not_times: readonly Marked[];
  readonly sources: readonly { readonly text: string; readonly kind: string }[];
  readonly six: Readonly<Record<string, readonly string[]>>;
}

interface Marked {
  readonly text: string;
  readonly in: string;
  readonly why?: string;
}

/** How many of how many. */
export type Share = [right: number, all: number];

const MEASURES = [
  'figures found and whole',
  'figures with their unit',
  'figures with their owner',
  'listed figures that are some',
  'times found and whole',
  'listed times that are some',
  'sources found',
  'listed sources that are some',
  'lede',
  'lines set aside',
  'lines set aside that are to be',
  'who, what, when, where',
  'six questions',
  'silent on what is not told',
] as const;
export type GlanceFigures = Record<(typeof MEASURES)[number], Share>;

/** Scores the listings of some stories against their marks; tells `onMiss` of what went wrong. */
export async function measureGlance(
  ids: readonly string[],
  onMiss: (line: string) => void = () => undefined,
): Promise<GlanceFigures> {
  const total = noFigures();
  for (const id of ids) {
    const story = await hear(readStory(id));
    const gold = JSON.parse(
      readFileSync(new URL(`test/eval/glance/${id}.json`, root), 'utf8'),
    ) as GoldGlance;
    const note = noteIn(total, id, onMiss);
    scoreFigures(story, gold, note);
    scoreTimes(story, gold, note);
    scoreSources(story, gold, note);
    scoreStory(story, gold, note);
  }
  return total;
}

/** A line of a file of marked stories: the text, and the marks of the listings that it has marks for. */
type MarkedLine = { readonly id: string; readonly text: string } & Partial<GoldGlance>;

/** The same for the lines of a file of stories with their marks: only the listings that are marked in it. */
export async function measureMarked(
  lines: readonly string[],
  onMiss: (line: string) => void = () => undefined,
): Promise<GlanceFigures> {
  const total = noFigures();
  for (const line of lines.filter((one) => one.trim() !== '')) {
    const { id, text, ...gold } = JSON.parse(line) as MarkedLine;
    const story = await hear(prepare(readArticle(id, text, null)));
    const note = noteIn(total, id, onMiss);
    const { figures, not_figures = [], times, sources, lede, aside = [], six } = gold;
    if (figures !== undefined) scoreFigures(story, { figures, not_figures }, note);
    if (times !== undefined) scoreTimes(story, { times }, note);
    if (sources !== undefined) scoreSources(story, { sources }, note);
    if (lede !== undefined) scoreStory(story, { lede, aside, six: six ?? {} }, note);
  }
  return total;
}

function noFigures(): GlanceFigures {
  return Object.fromEntries(MEASURES.map((one) => [one, [0, 0]])) as GlanceFigures;
}

function noteIn(total: GlanceFigures, id: string, onMiss: (line: string) => void): Note {
  return (measure, right, what) => {
    const share = total[measure];
    share[0] += right ? 1 : 0;
    share[1] += 1;
    if (!right) onMiss(`${id} | ${measure} | ${what}`);
  };
}

/** The figures as a table. */
export function printGlance(figures: GlanceFigures): string {
  return MEASURES.filter((one) => figures[one][1] > 0)
    .map((one) => {
      const [right, all] = figures[one];
      const share = `${((100 * right) / all).toFixed(1)} %`;
      return `${one.padEnd(32)} ${right} of ${all}  ${share}`;
    })
    .join('\n');
}

type Note = (measure: keyof GlanceFigures, right: boolean, what: string) => void;

function scoreFigures(
  story: HeardStory,
  gold: Pick<GoldGlance, 'figures' | 'not_figures'>,
  note: Note,
): void {
  const { text } = story.article;
  const slice = (span: Span | null): string | null =>
    span === null ? null : text.slice(span.start, span.end);
  const listed = findFigures(story).map((one) => ({ ...one, used: false }));
  const isTold = (at: number): boolean =>
    story.paragraphs.some(({ number, start, end }) => number !== null && start <= at && at < end);
  for (const { figure, unit, of, in: around } of gold.figures) {
    const at = placeOf(text, figure, around);
    if (!isTold(at)) continue; // a headline is no passage
    const whole = unit === null ? figure : `${figure} ${unit}`;
    const bare = (some: string): string => some.replace(/[\s-]/g, '');
    const found = listed.find((one) => {
      const own = slice(one.span) ?? '';
      const joined = slice(joinedSpan(one.span, one.unit)) ?? '';
      const near = one.span.start < at + whole.length && at < one.span.end;
      return (
        near &&
        !one.used &&
        [own, joined].some((some) => [figure, whole].map(bare).includes(bare(some)))
      );
    });
    note('figures found and whole', found !== undefined, `${figure} (${unit}) in ${around}`);
    if (found === undefined) continue;
    found.used = true;
    const own = slice(found.unit);
    const joined = slice(joinedSpan(found.span, found.unit));
    const isUnit =
      own === unit || joined === whole || joined === figure || slice(found.counts) === unit;
    note('figures with their unit', isUnit, `${figure}: ${unit}, got ${own}`);
    const { name = null, words = null } = found.statement?.speaker ?? {};
    const owners = [name, slice(words)].filter((one) => one !== null);
    const isOwner =
      of === null
        ? owners.length === 0
        : (/^(?:I|we|he|she|it|they)$/i.test(of) && owners.length > 0) ||
          owners.some((one) => plain(one).includes(plain(of)) || plain(of).includes(plain(one)));
    note('figures with their owner', isOwner, `${figure}: ${of}, got ${owners.join(' / ')}`);
  }
  for (const one of listed) {
    const own = slice(one.span) ?? '';
    const age = gold.not_figures.some(
      ({ text: no, in: around, why }) => why === 'age' && near(text, no, around, one.span),
    );
    if (!age) note('listed figures that are some', one.used, `${own} in ${slice(one.sentence)}`);
  }
}

function scoreTimes(story: HeardStory, gold: Pick<GoldGlance, 'times'>, note: Note): void {
  const { text } = story.article;
  const listed = findTimes(story).map((one) => ({ ...one, used: false }));
  for (const { text: time, in: around } of gold.times) {
    const at = placeOf(text, time, around);
    const found = listed.find(
      ({ span, used }) =>
        (!used &&
          plain(text.slice(span.start, span.end)) === plain(time) &&
          near(text, time, around, span)) ||
        (span.start <= at && at + time.length <= span.end), // `6.15am on 3 March`, marked as two
    );
    note('times found and whole', found !== undefined, `${time} in ${around}`);
    if (found !== undefined) found.used = true;
  }
  for (const { span, used } of listed) {
    const part = gold.times.some((one) => near(text, one.text, one.in, span));
    note('listed times that are some', used || part, text.slice(span.start - 20, span.end + 20));
  }
}

function scoreSources(story: HeardStory, gold: Pick<GoldGlance, 'sources'>, note: Note): void {
  const listed = findSources(story).map(({ words }) => String(words));
  const isSame = (a: string, b: string): boolean =>
    plain(a) === plain(b) ||
    plain(a).endsWith(` ${plain(b)}`) ||
    plain(b).endsWith(` ${plain(a)}`) ||
    plain(a).startsWith(`${plain(b)} `) ||
    plain(b).startsWith(`${plain(a)} `);
  for (const { text } of gold.sources)
    note(
      'sources found',
      listed.some((one) => isSame(one, text)),
      text,
    );
  for (const one of listed)
    note(
      'listed sources that are some',
      gold.sources.some(({ text }) => isSame(one, text)),
      one,
    );
}

function scoreStory(
  story: HeardStory,
  gold: Pick<GoldGlance, 'lede' | 'aside' | 'six'>,
  note: Note,
): void {
  const { text } = story.article;
  const [lede] = composeStory(story, false).passages;
  const shown = lede?.words ?? '';
  const isLede = shown.includes(gold.lede) || isBehindDateline(gold.lede, shown);
  note('lede', isLede, `${shown} for ${gold.lede}`);
  for (const line of gold.aside) {
    const at = text.indexOf(line);
    const paragraph = story.paragraphs.find(({ start, end }) => start <= at && at < end);
    note('lines set aside', paragraph === undefined || paragraph.number === null, line);
  }
  for (const { setAside, start, end } of story.paragraphs) {
    if (setAside === null || setAside === 'headline') continue;
    const line = text.slice(start, end);
    const marked = gold.aside.some((one) => line.includes(one) || one.includes(line.trim()));
    note('lines set aside that are to be', marked, line);
  }
  const answers = new Map(findFiveW(story).map((one) => [String(one.question), one]));
  for (const [question, right] of Object.entries(gold.six)) {
    const words = answers.get(question)?.words;
    if (right.length === 0) {
      note('silent on what is not told', words === undefined, `${question}: ${words}`);
      continue;
    }
    const holds = words !== undefined && tells(right, words);
    const told = `${question}: ${right[0]}, got ${words}`;
    note('six questions', holds, told);
    if (/^(?:who|what|when|where)$/.test(question)) note('who, what, when, where', holds, told);
  }
}

const LONGEST_DATELINE = 60; // characters

/** A sentence marked with the dateline before it, which is shown without. */
function isBehindDateline(marked: string, shown: string): boolean {
  const before = marked.length - shown.length;
  return shown !== '' && before > 0 && before < LONGEST_DATELINE && marked.endsWith(shown);
}

/** From a figure to the end of its unit, where that stands right behind it. */
function joinedSpan(figure: Span, unit: Span | null): Span {
  const behind = unit !== null && unit.start >= figure.end && unit.start - figure.end < 3;
  return behind ? { start: figure.start, end: unit.end } : figure;
}

function placeOf(text: string, words: string, around: string): number {
  const at = text.indexOf(around);
  return at < 0 ? text.indexOf(words) : at + Math.max(0, around.indexOf(words));
}

function near(text: string, words: string, around: string, span: Span): boolean {
  const at = placeOf(text, words, around);
  return span.start < at + words.length && at < span.end;
}
