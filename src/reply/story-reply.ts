import type { Listing } from '../archive/archive.ts';
import { findFigures } from '../newsroom/figures.ts';
import { type FiveW, findFiveW } from '../newsroom/five-w.ts';
import { findLede } from '../newsroom/lede.ts';
import { type Listed, listSpeakers } from '../newsroom/speakers.ts';
import { drawSpeakers } from '../picture/chart.ts';
import { paragraphsOf } from '../quotes/person.ts';
import { type Citation, cite, excerpt, findWords } from '../story/citation.ts';
import type { HeardStory, Story } from '../story/story.ts';
import { composeStories } from './listings.ts';
import { moreActions } from './passage-actions.ts';
import { type Block, count, makeReply, type Reply, type Row, say } from './reply.ts';

/**
 * The reply to `/speakers`: everyone who speaks, named ones first, unnamed sources apart; with
 * `picture` also who speaks where.
 */
export function composeSpeakers(stories: readonly HeardStory[], picture: boolean): Reply {
  const all = stories.flatMap((story) =>
    listSpeakers(story).map((person) => ({ named: person.named, row: speakerRow(story, person) })),
  );
  const named = all.filter((one) => one.named).map((one) => one.row);
  const unnamed = all.filter((one) => !one.named).map((one) => one.row);
  const [story] = stories;
  const drawn =
    picture && stories.length === 1 && story !== undefined
      ? drawSpeakers(story, listSpeakers(story))
      : null;
  return makeReply('speakers', {
    rows: [...named, ...unnamed],
    blocks: [
      say(all.length === 0 ? 'Nobody speaks in the story.' : `${count(all.length, 'speaker')}.`),
      ...table(named),
      ...(unnamed.length > 0 ? [say('Not named:')] : []),
      ...table(unnamed),
      ...(picture && stories.length > 1
        ? [say('A picture shows one story: choose it with /use.')]
        : []),
    ],
    actions:
      drawn === null && stories.length === 1 && all.length > 0
        ? [{ kind: 'more', label: 'Who speaks where', line: '/speakers picture' }]
        : [],
    picture: drawn,
  });
}

function speakerRow(story: Story, { name, named, statements, role }: Listed): Row {
  const direct = statements.filter((one) => one.kind !== 'indirect').length;
  const places = new Set(statements.flatMap((one) => paragraphsOf(story, one)));
  return {
    speaker: findWords(story.article, name),
    named,
    role: role && excerpt(story.article, role),
    direct,
    reported: statements.length - direct,
    paragraphs: [...places].join(', '),
    story: story.article.id,
  };
}

function table(rows: readonly Row[]): readonly Block[] {
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: ['speaker', 'described as', 'direct', 'reported', '¶'],
      rows: rows.map(({ speaker, role, direct, reported, paragraphs }) =>
        [speaker, role ?? '–', `${direct} direct`, `${reported} reported`, `¶ ${paragraphs}`].map(
          String,
        ),
      ),
    },
  ];
}

/**
 * The reply to `/story`: headline or first line, and the lede; with `more` also who, what, when,
 * where, why and how as passages, and how much is in it.
 */
export function composeStory(story: HeardStory, more: boolean): Reply {
  const { article } = story;
  const lede = ledeOf(story);
  const headline = article.headline === null ? null : findWords(article, article.headline);
  const answers = more ? findFiveW(story) : [];
  const passages = [...lede, ...answers.flatMap(({ citation }) => citation ?? [])];
  return makeReply('story', {
    passages,
    rows: more ? answers.map(fiveWRow) : null,
    blocks: [
      ...(headline === null ? [] : [{ kind: 'answer', words: headline } as const]),
      ...lede.map((citation): Block => ({ kind: 'quote', citation })),
      ...showFiveW(answers),
      say(countStory(story)),
    ],
    actions: more
      ? moreActions('The passages', passagesOf(answers, lede))
      : [{ kind: 'more', label: 'More of the story', line: '/story more' }],
  });
}

const SEVERAL = 3; // stories shown of several, and with `more`
const MANY = 30;

/** The stories that the reply to `/story` shows in a place with several. */
export function storiesAtGlance({ stories }: Listing, more: boolean): readonly Story[] {
  return stories.slice(0, more ? MANY : SEVERAL);
}

/** That reply: how each of those begins, and the list of all. */
export function composeStoriesAtGlance(
  listing: Listing,
  shown: readonly HeardStory[],
  more: boolean,
): Reply {
  const ledes = shown.flatMap((story) => ledeOf(story).slice(0, 1));
  const listed = composeStories(listing, null, 'story');
  const left = listing.all - shown.length;
  return makeReply('story', {
    passages: ledes,
    rows: listed.rows,
    blocks: [
      say(`${count(listing.all, 'story', 'stories')} here; /use chooses one. What they say:`),
      ...ledes.map((citation): Block => ({ kind: 'quote', citation })),
      ...(left > 0
        ? [say(`And ${count(left, 'more story', 'more stories')}: /stories lists them.`)]
        : []),
    ],
    actions:
      more || left === 0
        ? []
        : [{ kind: 'more', label: 'More of the stories', line: '/story more' }],
  });
}

const LEDE = 2; // sentences

/** The sentence that says what happened, and the next. */
function ledeOf(story: HeardStory): readonly Citation[] {
  const first = findLede(story)?.index ?? 0;
  return story.sentences
    .slice(first, first + LEDE)
    .map(({ start, end }) => cite(story, { start, end }));
}

function fiveWRow({ question, words, citation }: FiveW): Row {
  return {
    question,
    words,
    passage: citation?.words ?? null,
    paragraph: citation?.paragraph ?? null,
  };
}

/** `who · Jack Ma · ¶ 1`: one line each; the passages are asked for. */
function showFiveW(answers: readonly FiveW[]): readonly Block[] {
  if (answers.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: ['', '', '¶'],
      rows: answers.map(({ question, words, citation }) => [
        question,
        words,
        citation === null ? 'headline' : `¶ ${citation.paragraph}`,
      ]),
    },
  ];
}

/** The passages of the six answers, in their order, each once: not those that are shown anyway. */
function passagesOf(answers: readonly FiveW[], shown: readonly Citation[]): readonly Citation[] {
  const starts = new Set(shown.map(({ span }) => span.start));
  return answers.flatMap(({ citation }) => {
    if (citation === null || starts.has(citation.span.start)) return [];
    starts.add(citation.span.start);
    return [{ ...citation, mark: null }];
  });
}

function countStory(story: HeardStory): string {
  const said = story.statements.filter((one) => one.speech);
  const direct = said.filter((one) => one.kind !== 'indirect').length;
  const aside = story.paragraphs.filter((one) => one.setAside !== null);
  const kinds = [...new Set(aside.map((one) => one.setAside))].join(', ');
  const parts = [
    count(story.paragraphCount, 'paragraph'),
    count(listSpeakers(story).length, 'speaker'),
    `${count(said.length, 'statement')} (${direct} direct, ${said.length - direct} reported)`,
    count(findFigures(story).length, 'figure'),
    `${count(aside.length, 'line')} set aside${kinds === '' ? '' : ` (${kinds})`}`,
  ];
  return `${parts.join(', ')}.`;
}
