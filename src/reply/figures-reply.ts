import type { Sentence } from '../article/sentence.ts';
import { aboutTopic } from '../newsroom/about-topic.ts';
import { type CalendarDate, formatDate } from '../newsroom/calendar.ts';
import { findUnequallySure, type Mention } from '../newsroom/certainty.ts';
import { type Figure, findFigures } from '../newsroom/figures.ts';
import { findTimes, type TimeExpression } from '../newsroom/times.ts';
import type { Statement } from '../statements/statement.ts';
import { type Citation, cite, citeSpeaker, excerpt } from '../story/citation.ts';
import type { HeardStory, Story } from '../story/story.ts';
import type { Span } from '../text/span.ts';
import { type Block, count, makeReply, type Reply, type Row, say } from './reply.ts';

/** The reply to `/numbers`: each figure with what it counts, its sentence, and whose it is. */
export function composeNumbers(stories: readonly HeardStory[], topic: string | null): Reply {
  const all = stories.flatMap((story) =>
    aboutTopic(story, findFigures(story), topic).map((item) => ({ story, item })),
  );
  const unsure = stories.flatMap((story) =>
    findUnequallySure(aboutTopic(story, findFigures(story), topic)).map((mentions) =>
      sideBySide(story, mentions),
    ),
  );
  const { passages, blocks } = showItems(all, topic, 'numbers', (story, figure) => {
    const { span, unit, counts } = figure;
    const all = joined(joined(span, unit), counts); // `£231 a tonne`
    const whole = excerpt(story.article, all);
    const others = [unit, counts].filter((one) => one !== null && one.end > all.end);
    return [[whole, ...others.map((one) => excerpt(story.article, one ?? span))].join(' · ')];
  });
  const none = topic === null ? 'There are no figures in the story.' : 'No figure is about that.';
  return makeReply('numbers', {
    rows: all.map(({ story, item }) => figureRow(story, item)),
    passages,
    blocks: [
      say(all.length === 0 ? none : `${count(all.length, 'figure')}.`),
      ...blocks,
      ...(unsure.length > 0 ? [say('The same figure, not equally sure each time:')] : []),
      ...unsure,
    ],
  });
}

function figureRow(story: Story, figure: Figure): Row {
  const { article } = story;
  return {
    figure: excerpt(article, figure.span),
    unit: figure.unit && excerpt(article, figure.unit),
    counts: figure.counts && excerpt(article, figure.counts),
    ...ownerColumns(story, figure.statement),
    ...placeColumns(story, figure.sentence),
  };
}

/** Whose words contain something: null for the reporter's. */
function ownerColumns(story: Story, statement: Statement | null): Row {
  const speaker = statement && citeSpeaker(story.article, statement);
  return {
    owner: speaker === null ? null : (speaker.name ?? speaker.words),
    via: speaker === null || speaker.via.length === 0 ? null : speaker.via.join(' · '),
  };
}

function placeColumns(story: Story, sentence: Sentence): Row {
  return {
    sentence: excerpt(story.article, sentence),
    paragraph: sentence.paragraph.number,
    story: story.article.id,
  };
}

/** The mentions of one figure: the figure, the words that show how certain it is, whose it is, ¶. */
function sideBySide(story: Story, mentions: readonly Mention[]): Block {
  return {
    kind: 'table',
    columns: ['figure', 'how sure', 'whose', '¶'],
    rows: mentions.map(({ figure, hedges }) => [
      excerpt(story.article, joined(figure.span, figure.unit)),
      hedges.map((one) => `“${excerpt(story.article, one)}”`).join(' […] ') || '–',
      ownerName(story, figure.statement),
      `¶ ${figure.sentence.paragraph.number}`,
    ]),
  };
}

/** From the figure to its unit, if the unit comes after it. */
function joined(figure: Span, unit: Span | null): Span {
  return unit !== null && unit.start >= figure.end && unit.start - figure.end < 3
    ? { start: figure.start, end: unit.end }
    : figure;
}

interface Item {
  readonly span: Span;
  readonly sentence: Sentence;
  readonly statement: Statement | null;
}

const FEW = 3; // up to so many items are always shown with their sentences

/**
 * A line for each item: its cells, whose it is, its paragraph. About a topic, or if there are few, each
 * sentence is shown under its items.
 */
function showItems<T extends Item>(
  all: readonly { readonly story: HeardStory; readonly item: T }[],
  topic: string | null,
  command: string,
  cells: (story: HeardStory, item: T) => readonly string[],
): { readonly passages: readonly Citation[]; readonly blocks: readonly Block[] } {
  const isWhole = topic !== null || all.length <= FEW;
  const passages: Citation[] = [];
  const blocks: Block[] = [];
  const listed: (readonly string[])[] = [];
  for (let from = 0, to = 0; from < all.length; from = to) {
    const first = all[from];
    if (first === undefined) break;
    while (all[to]?.item.sentence === first.item.sentence) to += 1;
    const same = all.slice(from, to);
    const { start, end } = first.item.sentence;
    const said = same.find(({ item }) => item.statement !== null)?.item.statement ?? null;
    const cited = cite(first.story, { start, end }, first.item.span, said);
    const citation = same.length === 1 ? cited : { ...cited, mark: null };
    const rows = same.map(({ story, item }) => lineOf(cells(story, item), story, item));
    passages.push(citation);
    listed.push(...rows);
    if (isWhole) blocks.push(bareTable(rows), { kind: 'quote', citation });
  }
  if (isWhole) return { passages, blocks };
  const hint = say(`/${command} and a word shows the sentences about it.`);
  return { passages, blocks: [bareTable(listed), hint] };
}

/** A table without headings. */
function bareTable(rows: readonly (readonly string[])[]): Block {
  return { kind: 'table', columns: rows[0]?.map(() => '') ?? [], rows };
}

/** `150 people`, and `¶ 3` with whose it is if somebody says it: the same number of cells in each line. */
function lineOf(cells: readonly string[], story: Story, item: Item): readonly string[] {
  const owner = ownerColumns(story, item.statement).owner;
  const whose = owner === null ? [] : [String(owner)];
  const [first = '', ...rest] = cells;
  return [first, [...rest, `¶ ${item.sentence.paragraph.number}`, ...whose].join(' · ')];
}

function ownerName(story: Story, statement: Statement | null): string {
  return String(ownerColumns(story, statement).owner ?? "the reporter's own words");
}

/** The reply to `/when`: time expressions in story order, then the datable ones in order of time. */
export function composeWhen(stories: readonly HeardStory[], topic: string | null): Reply {
  const all = stories.flatMap((story) =>
    aboutTopic(story, findTimes(story), topic).map((item) => ({ story, item })),
  );
  const { passages, blocks } = showItems(all, topic, 'when', (story, { span, date }) => [
    excerpt(story.article, span),
    ...shownDate(story, span, date),
  ]);
  const none = topic === null ? 'The story names no time.' : 'The story names no time for that.';
  return makeReply('when', {
    rows: all.map(({ story, item }) => timeRow(story, item)),
    passages,
    blocks: [
      say(all.length === 0 ? none : `${count(all.length, 'time')}, in story order.`),
      ...blocks,
      ...inOrderOfTime(all),
    ],
  });
}

/** The date, unless the words say exactly that. */
function shownDate(story: Story, span: Span, date: TimeExpression['date']): readonly string[] {
  return date === null || wordsBeside(story, span, date) === '' ? [] : [formatDate(date)];
}

/** The words for a time beside its date; none where they are the date itself: `1972`. */
function wordsBeside(story: Story, span: Span, date: CalendarDate): string {
  const words = String(excerpt(story.article, span));
  return words === formatDate(date) ? '' : words;
}

function timeRow(story: Story, { span, date, sentence, statement }: TimeExpression): Row {
  return {
    time: excerpt(story.article, span),
    date: date && formatDate(date),
    ...ownerColumns(story, statement),
    ...placeColumns(story, sentence),
  };
}

function inOrderOfTime(
  all: readonly { readonly story: Story; readonly item: TimeExpression }[],
): readonly Block[] {
  const dated = all.flatMap(({ story, item }) =>
    item.date === null
      ? []
      : [
          [
            formatDate(item.date),
            wordsBeside(story, item.span, item.date),
            `¶ ${item.sentence.paragraph.number}`,
          ],
        ],
  );
  if (dated.length === 0) {
    return all.length === 0 ? [] : [say('The story gives no calendar date for any of them.')];
  }
  if (dated.length === 1) return []; // one date has no order
  const rows = dated.toSorted(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0));
  return [
    say('In chronological order, those the story dates:'),
    { kind: 'table', columns: ['date', 'in the story', '¶'], rows },
  ];
}
