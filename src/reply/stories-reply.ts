import type { StoryAbout } from '../answer/stories-about.ts';
import type { Narrowed } from '../commands/filters.ts';
import { newest, type StoryRecord } from '../store/record.ts';
import type { Added } from '../store/store.ts';
import { findDifferences } from '../store/version-differences.ts';
import { type Citation, titleOf } from '../story/citation.ts';
import type { Uncited } from '../story/hear.ts';
import { type Block, count, makeReply, type Reply, say } from './reply.ts';

const LONGEST_LINE = 100; // characters a button can carry

/**
 * The reply to an address typed by itself: an offer to add what is there, or why that is impossible. `kept` is the
 * story that came from there.
 */
export function composeOffer(
  address: string,
  fetches: boolean,
  admin: boolean,
  kept: string | null,
): Reply {
  const tell = (text: string, parts: Partial<Omit<Reply, 'command'>> = {}): Reply =>
    makeReply('add', { found: false, reason: 'not-a-question', blocks: [say(text)], ...parts });
  const here = kept === null ? '' : ` It is here already, as ${kept}.`;
  if (!fetches) {
    return tell(
      `That is an address, and addresses are not fetched here: FETCH=on allows it.${here}`,
    );
  }
  if (!admin) {
    return tell(
      `That is an address: those named in ADMIN_IDS may add the story that is there.${here}`,
    );
  }
  const line = `/add ${address}`;
  const label = kept === null ? 'Add this story' : 'Look for a newer version';
  const offer = kept === null ? ' Add the story that is there?' : ' Look for a newer version?';
  return tell(`That is an address.${here}${offer}`, {
    blocks: [say(`That is an address.${here}${offer}`), { kind: 'examples', lines: [line] }],
    actions: line.length > LONGEST_LINE ? [] : [{ kind: 'add', label, line }],
  });
}

/**
 * The reply to `/add`: what came in, what was already there, a line for each failure, and what was skipped as an
 * unreadable kind.
 */
export function composeAdded(
  added: readonly Added[],
  problems: readonly string[],
  leftOut: readonly string[],
): Reply {
  const rows = added.map(({ kind, record }) => ({
    story: record.id,
    headline: record.known?.headline ?? null,
    outcome: OUTCOMES[kind],
    version: newest(record).number,
    note: record.note,
  }));
  const lines = added.map(({ kind, record }) => {
    const version = newest(record).number;
    const what = kind === 'changed' ? `${OUTCOMES.changed} (version ${version})` : OUTCOMES[kind];
    return `${record.id}: ${what}.${record.note === null ? '' : ` ${record.note}`}`;
  });
  return makeReply('add', {
    found: added.length > 0,
    rows,
    blocks: [...lines, ...problems, ...leftOut].map(say),
  });
}

const OUTCOMES = {
  added: 'added',
  changed: 'changed',
  same: 'here already, nothing has changed',
} as const;

/**
 * Says which stories were asked when the typed words chose them, and offers to ask all:
 * `command` with the remaining words.
 */
export function addFilters(
  reply: Reply,
  { filters, stories, all }: Pick<Narrowed, 'filters' | 'stories' | 'all'>,
  command: string,
  words: string,
): Reply {
  if (filters.length === 0) return reply;
  const line = `/${command} everywhere: ${words}`;
  const shown = filters.map((one) => `“${one}”`).join(' and ');
  const text = `Searched only stories published ${shown}: ${stories.toLocaleString('en')} of ${all.toLocaleString('en')}. Put “everywhere:” in front to search all.`;
  const action = { kind: 'everywhere', label: 'Ask all stories', line } as const;
  return {
    ...reply,
    blocks: [...reply.blocks, say(text)],
    actions: [...reply.actions, ...(line.length > LONGEST_LINE ? [] : [action])],
  };
}

/** The passages that the reply to `/stories TOPIC` has. */
export function passagesAbout(found: readonly StoryAbout[]): readonly Uncited[] {
  return found.slice(0, MOST_FOUND).flatMap(({ story, sentence }) => {
    if (sentence === null) return [];
    return [{ story, span: { start: sentence.start, end: sentence.end }, answer: null }];
  });
}

/**
 * The reply to `/stories TOPIC`: the stories about it, those with most of its words first, with a passage from each:
 * what `passagesAbout` names, cited.
 */
export function composeStoriesAbout(
  found: readonly StoryAbout[],
  passages: readonly Citation[],
  topic: string,
): Reply {
  const shown = found.slice(0, MOST_FOUND);
  const more = found.length - shown.length;
  return makeReply('stories', {
    passages,
    rows: found.map(({ story: { article } }) => ({
      story: article.id,
      headline: article.headline,
      publisher: article.publisher,
      published: article.published,
    })),
    blocks: [
      say(
        found.length === 0
          ? `No story here has anything about “${topic.slice(0, 60)}”.`
          : `${count(found.length, 'story', 'stories')} with something about “${topic.slice(0, 60)}”:`,
      ),
      {
        kind: 'table',
        columns: ['story', 'headline', 'published'],
        rows: shown.map(({ story }) => [
          story.article.id,
          titleOf(story),
          [story.article.publisher, story.article.published].filter(Boolean).join(', ') || '–',
        ]),
      },
      ...passages.map((citation): Block => ({ kind: 'quote', citation })),
      ...(more > 0 ? [say(`And ${count(more, 'more story', 'more stories')}.`)] : []),
    ],
  });
}

const MOST_FOUND = 10; // stories with a passage each: more can't be read in a chat; `rows` has all of them

/** The reply to a listing of everything if there are too many stories for one. */
export function composeTooMany(command: string, stories: number): Reply {
  return makeReply(command, {
    rows: [],
    blocks: [
      say(`There are ${count(stories, 'story', 'stories')} here: choose one first, with /use.`),
    ],
  });
}

/** The reply to `/remove`. */
export function composeRemoved(id: string): Reply {
  return makeReply('remove', { blocks: [say(`${id} was removed, with all its versions.`)] });
}

/** The reply to what would be kept, as `/add`, `/remove` or `/use`, if it can't be: the reason, in one line. */
export function composeNotKept(command: string, why: string): Reply {
  return makeReply(command, { found: false, blocks: [say(`That can't be done: ${why}`)] });
}

const MOST_SHOWN = 40; // places: with more differences, it is another text

/**
 * The reply to `/changes`: the versions, and the word-by-word differences between the last two; null for one
 * that can't be read.
 */
export function composeChanges(
  record: StoryRecord,
  textBefore: string | null,
  textNow: string | null,
): Reply {
  const versions = record.versions.map(({ number, added }) => ({ version: number, added }));
  const [last, before] = [record.versions.at(-1), record.versions.at(-2)];
  const listed = say(`${record.id}: ${count(versions.length, 'version')}.`);
  const table = {
    kind: 'table',
    columns: ['version', 'came in'],
    rows: versions.map(({ version, added }) => [`version ${version}`, added]),
  } as const;
  if (last === undefined || before === undefined) {
    return makeReply('changes', { rows: versions, blocks: [listed, table] });
  }
  if (textBefore === null || textNow === null) {
    const lost = (textBefore === null ? before : last).number;
    const note = say(`Version ${lost} can't be read, so there is nothing to compare.`);
    return makeReply('changes', { rows: versions, blocks: [listed, table, note] });
  }
  const changes = findDifferences(textBefore, textNow);
  const more = changes.length - MOST_SHOWN;
  return makeReply('changes', {
    rows: [...versions, ...changes.map((one) => ({ version: last.number, ...one }))],
    blocks: [
      listed,
      table,
      say(
        `Changed from version ${before.number} to ${last.number}: ${count(changes.length, 'place')}.`,
      ),
      {
        kind: 'table',
        columns: ['before', 'now'],
        rows: changes
          .slice(0, MOST_SHOWN)
          .map((one) => [`before: ${one.before ?? '–'}`, `now: ${one.after ?? '–'}`]),
      },
      ...(more > 0 ? [say(`${count(more, 'more place')} not shown.`)] : []),
    ],
  });
}

/** The reply to `/changes` for a story that was there from the start and has no versions. */
export function composeNoVersions(id: string): Reply {
  return makeReply('changes', {
    rows: [],
    blocks: [say(`${id} has not changed since it was added.`)],
  });
}
