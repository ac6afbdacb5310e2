import { describe, expect, test } from 'vitest';
import { memoryArchive } from '../../src/archive/memory.ts';
import { createStories } from '../../src/bot/stories.ts';
import { parseCommand, placeOf } from '../../src/index.ts';
import { memoryStore } from '../../src/store/memory-store.ts';
import { makeBot, plainStory, readStory } from '../stories.ts';

const seed = readStory('alibaba-ma-trump');
const race = readStory('harbour-regatta');

function openStories() {
  const archive = memoryArchive();
  archive.add(seed);
  return {
    archive,
    stories: createStories(
      archive,
      memoryStore(archive, () => 0),
    ),
  };
}

describe('a story read whole', () => {
  const read = openStories().stories.read('alibaba-ma-trump');

  test('has every word of it, its paragraphs, and lines aside with their reason', async () => {
    const reading = await read;
    expect(reading?.text).toBe(seed.article.text);
    const aside = reading?.paragraphs.filter(({ setAside }) => setAside !== null);
    expect(aside?.map(({ number, setAside }) => [number, setAside])).toEqual([
      [null, 'related link'],
      [null, 'agency slug'],
    ]);
  });

  test('lists its speakers as /speakers does, with what each says', async () => {
    const reading = await read;
    const { bot } = makeBot([seed]);
    const { rows } = await bot(parseCommand('/speakers', placeOf('alibaba-ma-trump', '')));
    const rowOf = (name: string) => rows?.find(({ speaker }) => speaker === name);
    expect(reading?.voices).toHaveLength(rows?.length ?? 0);
    for (const { name, direct, reported, paragraphs, role } of reading?.voices ?? []) {
      expect({ direct, reported, role, paragraphs: paragraphs.join(', ') }).toEqual({
        direct: rowOf(name)?.direct,
        reported: rowOf(name)?.reported,
        role: rowOf(name)?.role,
        paragraphs: rowOf(name)?.paragraphs,
      });
    }
  });

  test('ties each statement to its speaker, with the reason', async () => {
    const reading = await read;
    const said = reading?.statements.find(({ content: [piece] }) =>
      reading.text.slice(piece?.start, piece?.end).startsWith('that in the US mid-west'),
    );
    expect(reading?.voices[said?.voice ?? -1]?.name).toBe('Jack Ma');
    expect(said).toMatchObject({
      kind: 'indirect',
      who: 'Jack Ma',
      described: "Jack Ma (“He”), Alibaba's founder",
      stance: null,
    });
    expect(said?.why).toMatch(
      /^How the speaker is known: “He”, the likeliest of those named before/,
    );
  });

  test('says what it does with words that it does not have said', async () => {
    const { archive, stories } = openStories();
    archive.add(plainStory('Ann Ode denied that she had taken the money.\n\nIt rained.', 'denied'));
    const [heard] = (await stories.read('denied'))?.statements ?? [];
    expect(heard?.stance).toBe('Ann Ode denies it.');
  });

  test('is not there where the story is not', async () => {
    const { archive, stories } = openStories();
    expect([await stories.has('nothing'), await stories.read('nothing')]).toEqual([false, null]);
    archive.add(race);
    expect(await stories.count()).toBe(2);
    const listed = async (from: number, most: number) =>
      (await stories.list(from, most)).map(({ story }) => story);
    expect(await listed(0, 9)).toEqual(['harbour-regatta', 'alibaba-ma-trump']);
    expect(await listed(1, 1)).toEqual(['alibaba-ma-trump']);
    expect(await listed(2, 1)).toEqual([]);
  });
});

describe('a place of one story', () => {
  test('is asked about that story alone, whatever is chosen elsewhere', async () => {
    const { bot } = makeBot([seed, race]);
    const place = placeOf('harbour-regatta', 'reader');
    const { rows } = await bot(parseCommand('/speakers', place));
    expect(new Set(rows?.map(({ story }) => story))).toEqual(new Set(['harbour-regatta']));
    const asked = await bot(parseCommand('everywhere: who founded Alibaba?', place));
    expect(asked.found).toBe(false);
  });

  test('is about nothing once the story is gone', async () => {
    const { bot, archive } = makeBot([seed, race]);
    archive.remove('harbour-regatta');
    const reply = await bot(parseCommand('Who founded Alibaba?', placeOf('harbour-regatta', '')));
    expect(reply.found).toBe(false);
    expect(reply.passages).toEqual([]);
  });
});

test('a check tells where each quotation stands in what was typed, and what is said of it', async () => {
  const { bot } = makeBot([seed]);
  const text = 'He said "ideas about how we can improve trade" and "we like cheese".';
  const reply = await bot(parseCommand(`/check ${text}`, placeOf('alibaba-ma-trump', '')));
  const read = reply.quotations?.map(({ span, verdict }) => [
    text.slice(span.start, span.end),
    verdict,
  ]);
  expect(read).toEqual([
    ['ideas about how we can improve trade', 'exact'],
    ['we like cheese', 'absent'],
  ]);
  for (const { blocks } of reply.quotations ?? []) {
    expect(blocks.length).toBeGreaterThan(0);
    for (const block of blocks) expect(reply.blocks).toContain(block);
  }
});
