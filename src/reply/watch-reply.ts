import { formatPassageLine } from '../commands/command.ts';
import { listSpeakers } from '../newsroom/speakers.ts';
import { type Citation, cite, titleOf } from '../story/citation.ts';
import type { HeardStory, Story } from '../story/story.ts';
import { among } from '../text/span.ts';
import { type Action, type Block, count, makeReply, type Reply, say } from './reply.ts';

/** What a channel watches. */
interface List {
  readonly watches: readonly string[];
  readonly digestSince: number | null;
}

const DONE = {
  list: '',
  added: 'I will tell you here when a new or changed story has it. ',
  there: 'That is watched here already. ',
  stopped: 'Stopped. ',
  'none-such': 'There is no watch with that number. ',
  'digest-on': 'Once a day I will tell you here who said what in the stories that came in. ',
  'digest-off': 'No more digests here. ',
} as const;

/** What was done to the list of watches. */
export type Done = keyof typeof DONE;

/** The reply to `/watch`: what was done, and what is watched in this place. */
export function composeWatching({ watches, digestSince }: List, done: Done): Reply {
  const digest = digestSince === null ? '' : ' A digest comes once a day.';
  const listed = watches.length === 0 ? 'Nothing is watched here.' : 'Watched here:';
  const found = done !== 'none-such';
  return makeReply('watch', {
    found,
    rows: watches.map((watch, i) => ({ number: i + 1, watch })),
    blocks: [
      say(`${DONE[done]}${listed}${digest}`),
      ...(watches.length === 0
        ? []
        : [
            {
              kind: 'table',
              columns: ['', ''],
              rows: watches.map((watch, i) => [`${i + 1}`, watch]),
            } as const,
          ]),
      ...(done === 'list' && watches.length === 0
        ? [{ kind: 'examples', lines: EXAMPLES } as const]
        : []),
    ],
  });
}

const EXAMPLES = [
  '/watch by Jack Ma',
  '/watch about trade',
  '/watch "a great meeting"',
  '/watch digest on',
];

/** The reply to one watch too many. */
export function composeTooManyWatches(most: number): Reply {
  return makeReply('watch', {
    found: false,
    blocks: [say(`There can be at most ${most} watches in one place: /watch stop N ends one.`)],
  });
}

/** The reply to `/watch` where no message can be sent. */
export function composeNowhere(): Reply {
  return makeReply('watch', {
    found: false,
    blocks: [say('Watching needs a channel: type /watch to me on Slack or Discord.')],
  });
}

const SHOWN = 5; // passages in a message: more are behind a button

/** A story in which watches found something. */
export interface WatchedStory {
  readonly story: Story;
  readonly isNew: boolean;
  readonly found: readonly { readonly watch: string; readonly passages: readonly Citation[] }[];
}

/** The message to a channel when stories that match its watches come in or change. */
export function composeWatched(stories: readonly WatchedStory[]): Reply {
  const passages = stories.flatMap(({ found }) => found.flatMap((one) => one.passages));
  const shown = new Set(passages.slice(0, SHOWN));
  return makeReply('watch', {
    passages,
    blocks: [
      ...stories.flatMap(({ story, isNew, found }): readonly Block[] => {
        const parts = found.flatMap((one): readonly Block[] => {
          const here = one.passages.filter((passage) => shown.has(passage));
          return here.length === 0 ? [] : [say(`Watched: ${one.watch}`), ...here.map(quote)];
        });
        return parts.length === 0
          ? []
          : [say(`${isNew ? 'New' : 'Changed'}: ${titleOf(story)}`), ...parts];
      }),
      ...leftLine(passages.length - shown.size),
    ],
    actions: moreOf(passages.slice(SHOWN)),
  });
}

/** The digest of a day: the speakers in the stories that came in, and what each says first. */
export function composeDigest(stories: readonly HeardStory[]): Reply {
  const listed = stories.map((story) => {
    const people = listSpeakers(story);
    const firsts = people.flatMap((person): readonly Citation[] => {
      const [statement] = person.named ? person.statements : [];
      const [piece] = statement?.content ?? [];
      const [sentence] = piece === undefined ? [] : among(story.sentences, piece);
      if (statement === undefined || sentence === undefined) return [];
      return [cite(story, { start: sentence.start, end: sentence.end }, null, statement)];
    });
    return { story, people, firsts };
  });
  const passages = listed.flatMap(({ firsts }) => firsts);
  const shown = new Set(passages.slice(0, SHOWN));
  return makeReply('watch', {
    passages,
    rows: listed.flatMap(({ story, people }) =>
      people.map(({ name, statements }) => ({
        story: story.article.id,
        speaker: name,
        statements: statements.length,
      })),
    ),
    blocks: [
      say(`Who said what, in ${count(stories.length, 'story', 'stories')} that came in:`),
      ...listed.flatMap(({ story, people, firsts }): readonly Block[] => [
        say(`${titleOf(story)}: ${count(people.length, 'speaker')}`),
        ...firsts.filter((passage) => shown.has(passage)).map(quote),
      ]),
      ...leftLine(passages.length - shown.size),
    ],
    actions: moreOf(passages.slice(SHOWN)),
  });
}

function quote(citation: Citation): Block {
  return { kind: 'quote', citation };
}

function leftLine(left: number): readonly Block[] {
  return left > 0 ? [say(`And ${count(left, 'more passage')}.`)] : [];
}

function moreOf(left: readonly Citation[]): readonly Action[] {
  if (left.length === 0) return [];
  const line = formatPassageLine('/more', left);
  return line === '/more' ? [] : [{ kind: 'more', label: 'More passages', line }];
}
