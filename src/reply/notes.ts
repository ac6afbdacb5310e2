import type { Archive } from '../archive/archive.ts';
import { findCorrection } from '../article/correction.ts';
import type { Keeper } from '../store/keeper.ts';
import { newest } from '../store/record.ts';
import { type Citation, cite } from '../story/citation.ts';
import type { Story } from '../story/story.ts';
import { isEnglish } from '../text/language.ts';
import { overlaps } from '../text/span.ts';
import { type Block, makeReply, type Reply, say } from './reply.ts';

/**
 * Adds to a reply what one has to know of its passages: that a story is not in English, corrects itself, or
 * that a passage reads otherwise since a newer version came in.
 */
export function addNotes(reply: Reply, archive: Archive, keeper: Keeper): Reply {
  const shown = reply.blocks.flatMap((block) => (block.kind === 'quote' ? [block.citation] : []));
  const firsts = shown.filter(
    (one, i) => shown.findIndex(({ story }) => story === one.story) === i,
  );
  const notes = [
    ...firsts.slice(0, 1).flatMap((citation) => noteLanguage(citation, archive)),
    ...firsts.flatMap((citation) => noteCorrection(citation, shown, archive)),
    ...shown.flatMap((citation) => noteChange(citation, keeper)),
  ];
  return notes.length === 0 ? reply : { ...reply, blocks: [...reply.blocks, ...notes] };
}

/** Whether a story is in English: the only language in which questions are understood. */
export function isReadable({ article: { text, body } }: Story): boolean {
  return isEnglish(text.slice(body.start, body.end));
}

const NOT_ENGLISH = 'This story is not in English.';
const STILL_WORKS = 'I can only read English: /check and /who-said still work on its words.';

/** The reply to a question of a story that is not in English: nothing is guessed. */
export function composeUnread(): Reply {
  return makeReply('ask', {
    found: false,
    reason: 'not-in-story',
    blocks: [say(`${NOT_ENGLISH} ${STILL_WORKS}`)],
  });
}

/** The same note on a reply about whole stories, where none of them is in English. */
export function noteUnread(reply: Reply, stories: readonly Story[]): Reply {
  if (stories.length === 0 || stories.some(isReadable)) return reply;
  return { ...reply, blocks: [...reply.blocks, say(`${NOT_ENGLISH} ${STILL_WORKS}`)] };
}

function noteLanguage({ story: id }: Citation, archive: Archive): readonly Block[] {
  const story = archive.find(id);
  return story === null || isReadable(story) ? [] : [say(`${NOT_ENGLISH} ${STILL_WORKS}`)];
}

function noteCorrection(
  { story: id }: Citation,
  shown: readonly Citation[],
  archive: Archive,
): readonly Block[] {
  const story = archive.find(id);
  const found = story && findCorrection(story);
  if (!found || shown.some((one) => one.story === id && overlaps(one.span, found))) return [];
  const span = { start: found.start, end: found.end };
  return [say('The story carries a correction:'), { kind: 'quote', citation: cite(story, span) }];
}

/** Compared without regard to white space, which says nothing. */
function noteChange({ story: id, words }: Citation, keeper: Keeper): readonly Block[] {
  const record = keeper.find(id);
  const before = record?.versions.at(-2);
  if (!record || before === undefined) return [];
  const plain = (text: string): string => text.replace(/\s+/g, ' ');
  if (plain(keeper.readVersion(record, before.number)).includes(plain(words))) return [];
  const { number, added } = newest(record);
  return [
    say(
      `This passage is new, or reads otherwise, since version ${number} (${added.slice(0, 10)}): /changes ${id} shows how.`,
    ),
  ];
}
