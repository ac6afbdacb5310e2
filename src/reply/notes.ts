import { findCorrection } from '../article/correction.ts';
import type { LastChange } from '../store/last-change.ts';
import { type Citation, cite } from '../story/citation.ts';
import type { HeardStory, Story } from '../story/story.ts';
import { isEnglish } from '../text/language.ts';
import { covers, overlaps } from '../text/span.ts';
import { type Block, makeReply, type Reply, say } from './reply.ts';

/**
 * Adds notes on a reply's passages: that a story is not in English, corrects itself, or
 * that a passage has changed in a newer version. `stories`: those it cites, by id; `changes`: how they changed last.
 */
export function addNotes(
  reply: Reply,
  stories: ReadonlyMap<string, HeardStory>,
  changes: ReadonlyMap<string, LastChange>,
): Reply {
  const shown = citationsIn(reply);
  const firsts = shown.filter(
    (one, i) => shown.findIndex(({ story }) => story === one.story) === i,
  );
  const notes = [
    ...firsts.slice(0, 1).flatMap((citation) => noteLanguage(citation, stories)),
    ...firsts.flatMap((citation) => noteCorrection(citation, shown, stories)),
    ...shown.flatMap((citation) => noteChange(citation, changes)),
  ];
  return notes.length === 0 ? reply : { ...reply, blocks: [...reply.blocks, ...notes] };
}

/** The citations that a reply shows, in order. */
export function citationsIn({ blocks }: Reply): readonly Citation[] {
  return blocks.flatMap((block) => (block.kind === 'quote' ? [block.citation] : []));
}

/** Whether a story is in English: the only language in which questions are understood. */
export function isReadable({ article }: Story): boolean {
  const known = readable.get(article);
  if (known !== undefined) return known;
  const { text, body } = article;
  const found = isEnglish(text.slice(body.start, body.end));
  readable.set(article, found);
  return found;
}

const readable = new WeakMap<Story['article'], boolean>(); // asked by every reply, and it scans the whole story

const NOT_ENGLISH = 'This story is not in English.';
const STILL_WORKS = 'I can only read English: /check and /who-said still work on its words.';

/** The reply to a question about a story that is not in English: nothing is guessed. */
export function composeUnread(): Reply {
  return makeReply('ask', {
    found: false,
    reason: 'not-in-story',
    blocks: [say(`${NOT_ENGLISH} ${STILL_WORKS}`)],
  });
}

/** The same note on a reply about whole stories, if none of them is in English. */
export function noteUnread(reply: Reply, stories: readonly Story[]): Reply {
  if (stories.length === 0 || stories.some(isReadable)) return reply;
  return { ...reply, blocks: [...reply.blocks, say(`${NOT_ENGLISH} ${STILL_WORKS}`)] };
}

function noteLanguage(
  { story: id }: Citation,
  stories: ReadonlyMap<string, Story>,
): readonly Block[] {
  const story = stories.get(id);
  return story === undefined || isReadable(story) ? [] : [say(`${NOT_ENGLISH} ${STILL_WORKS}`)];
}

function noteCorrection(
  { story: id }: Citation,
  shown: readonly Citation[],
  stories: ReadonlyMap<string, HeardStory>,
): readonly Block[] {
  const story = stories.get(id);
  const found = story && findCorrection(story);
  if (!found || shown.some((one) => one.story === id && overlaps(one.span, found))) return [];
  const span = { start: found.start, end: found.end };
  return [say('The story carries a correction:'), { kind: 'quote', citation: cite(story, span) }];
}

function noteChange(
  { story: id, span }: Citation,
  changes: ReadonlyMap<string, LastChange>,
): readonly Block[] {
  const change = changes.get(id);
  if (change === undefined) return [];
  const { number, day, unchanged } = change;
  const since = `version ${number} (${day})`;
  if (unchanged === null) {
    return [
      say(
        `Whether this passage was changed in ${since} can't be told: the version before it can't be read.`,
      ),
    ];
  }
  if (unchanged.some((one) => covers(one, span))) return [];
  return [say(`This passage was added or changed in ${since}: /changes ${id} shows how.`)];
}
