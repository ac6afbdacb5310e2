import { describe, expect, test } from 'vitest';
import { memoryArchive } from '../../src/archive/memory.ts';
import { createBot } from '../../src/bot/bot.ts';
import { sharedConversations } from '../../src/bot/conversation-shared.ts';
import { parseCommand, type Reply } from '../../src/index.ts';
import type { KeptTopic } from '../../src/store/postgres/conversations.ts';
import { StoreError } from '../../src/store/store-error.ts';
import type { Story } from '../../src/story/story.ts';
import { CONSOLE, readStory } from '../stories.ts';

const seed = readStory('alibaba-ma-trump');
const race = readStory('harbour-regatta');

/** Two processes over the same stories that share what conversations are about. */
function openTwo(stories: readonly Story[] = [seed]) {
  const kept = new Map<string, KeptTopic>();
  const state = { isAway: false };
  const reach = <T>(value: T): Promise<T> =>
    state.isAway ? Promise.reject(new StoreError('away')) : Promise.resolve(value);
  const table = {
    get: (key: string) => reach(kept.get(key) ?? null),
    set: async (key: string, topic: KeptTopic) => {
      await reach(null);
      kept.set(key, topic);
    },
  };
  const open = () => {
    const archive = memoryArchive();
    for (const story of stories) archive.add(story);
    const now = () => 0;
    const conversations = sharedConversations(table, archive, now);
    const onError = (error: unknown): never => {
      throw error;
    };
    const { bot } = createBot({ archive, now, onError, conversations });
    const say = (line: string): Promise<Reply> => bot(parseCommand(line, CONSOLE));
    return { say, archive };
  };
  return { one: open(), other: open(), kept, state };
}

const shown = (reply: Reply): string => JSON.stringify(reply.blocks);

describe('a conversation that another process takes up', () => {
  test('"and when?" leans on what was shown, and goes on from there', async () => {
    const { one, other } = openTwo();
    await one.say('Where did Ma meet Trump?');
    expect((await other.say('and when?')).answer).toMatch(/^yesterday/);
  });

  test.each([
    ['Where did Ma meet Trump?', 'and when?'],
    ['What did Trump do?', 'and why?'],
    ['Who is Bai Ming?', 'and where was that?'],
    ['/quotes Mei', 'and about jobs?'],
  ])('after %j it is told the same to %j as by who was asked', async (line, next) => {
    const [here, there] = [openTwo(), openTwo()];
    await here.one.say(line);
    await there.one.say(line);
    expect(shown(await there.other.say(next))).toBe(shown(await here.one.say(next)));
  });

  test('a pronoun means who was spoken of', async () => {
    const { one, other } = openTwo();
    await one.say('Who is Bai Ming?');
    const said = await other.say('what did he say about jobs?');
    expect(said.passages[0]?.speaker?.name).toBe('Bai Ming');
    await other.say('/quotes Mei');
    expect((await one.say('/quotes her')).found).toBe(true);
  });

  test('/more shows the same passages, and /why the passage', async () => {
    const { one, other } = openTwo();
    const answer = await one.say('What did Trump do?');
    expect(shown(await other.say('/more'))).toBe(shown(await one.say('/more')));
    const why = await other.say('/why');
    expect(shown(why)).toContain('no longer kept');
    expect(shown(why)).toContain(JSON.stringify(answer.passages[0]?.words).slice(1, -1));
    await one.say('/story');
    expect(shown(await other.say('/why'))).toBe(shown(await one.say('/why')));
  });

  test('what the stories do not say is said to be so by /more', async () => {
    const { one, other } = openTwo([race]);
    const answer = await one.say('Who sold the harbour boats to the king?');
    expect(answer.found).toBe(false);
    expect(shown(await other.say('/more'))).toBe(shown(await one.say('/more')));
  });

  test('nothing that was typed is shared', async () => {
    const { one, kept } = openTwo();
    const lines = [
      'Where did zanzibar Ma meet zanzibar Trump?',
      'and the zanzibar jobs?',
      '/quotes Mei about zanzibar',
      '/who-said zanzibar jobs in America',
      '/check "zanzibar jobs"',
      '/compare Ma and Trump about zanzibar',
      'zanzibar?',
    ];
    for (const line of lines) {
      await one.say(line);
      expect([line, JSON.stringify([...kept])]).toEqual([
        line,
        expect.not.stringMatching(/zanzibar/i),
      ]);
    }
    expect(kept.size).toBe(1);
  });

  test('is known to who had it while the database is away, and a story that went is no failure', async () => {
    const { one, other, state } = openTwo();
    await one.say('Where did Ma meet Trump?');
    state.isAway = true;
    expect((await one.say('and when?')).answer).toMatch(/^yesterday/);
    expect(shown(await other.say('/why'))).toContain('no answer yet');
    state.isAway = false;
    await one.say('What did Trump do?');
    await other.archive.remove('alibaba-ma-trump');
    await other.archive.add(race);
    expect(shown(await other.say('/why'))).toContain('no answer yet');
    expect((await other.say('/more')).passages).toEqual([]);
  });
});
