import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readQuestion } from '../../src/answer/question.ts';
import type { Holdings } from '../../src/archive/archive.ts';
import { memoryArchive } from '../../src/archive/memory.ts';
import { openSearchArchive } from '../../src/archive/opensearch.ts';
import { openEngine } from '../../src/archive/opensearch-engine.ts';
import { createBot } from '../../src/bot/bot.ts';
import { parseCommand } from '../../src/commands/parse.ts';
import { fleetHoldings } from '../../src/store/postgres/holdings.ts';
import { rulesVersion } from '../../src/store/prepared/rules.ts';
import type { Story } from '../../src/story/story.ts';
import { withoutEncoder } from '../bench/shapes.ts';
import { DATABASE, describeWith, freshName, openFresh, SEARCH } from '../fleet/engines.ts';
import { CONSOLE, readGold, readStory, STORY_IDS } from '../stories.ts';

const FIFTY = 50;
const IDS = readdirSync('test/stories').map((file) => file.replace(/\.\w+$/, ''));
const QUESTIONS = STORY_IDS.flatMap((id) =>
  readGold<{ readonly input: string }>('questions', id).map(({ input }) => input),
).filter((input) => !input.startsWith('/'));

const engines = { TEST_DATABASE_URL: DATABASE, TEST_SEARCH_URL: SEARCH };
describeWith(engines, 'many stories, of which some came again and some went', () => {
  let fresh: Awaited<ReturnType<typeof openFresh>>;
  const name = freshName();
  const memory = memoryArchive();
  let database: Holdings;
  let engine: Holdings;

  beforeAll(async () => {
    fresh = await openFresh();
    const tell = (line: string): never => {
      throw new Error(line);
    };
    const parts = { db: fresh.db, now: Date.now, tell };
    database = fleetHoldings({ ...parts, search: null });
    engine = fleetHoldings({
      ...parts,
      search: (countStems) =>
        openSearchArchive({
          url: SEARCH ?? '',
          name,
          rules: rulesVersion(),
          countStems,
          isHasty: true,
        }),
    });
    const stories = IDS.map((id) => withoutEncoder(readStory(id)));
    const put = async (story: Story) => {
      const known = { tags: [`tag${story.article.id.length % 3}`], byline: null };
      await memory.put(story, known);
      await engine.put(story, known);
    };
    for (const story of stories) await put(story);
    for (const [i, story] of stories.entries()) if (i % 3 === 0) await put({ ...story });
    for (const [i, { article }] of stories.entries()) {
      if (i % 10 !== 5) continue;
      await memory.remove(article.id);
      await engine.remove(article.id);
    }
  }, 300_000);
  afterAll(() => fresh.drop());

  test.each(['all', 'some by a tag'])('all engines offer the same fifty of %s', async (which) => {
    const scope =
      which === 'all' ? null : { ids: null, tag: 'tag1', since: null, until: null, by: [] };
    expect(QUESTIONS.length).toBeGreaterThan(200);
    for (const question of QUESTIONS) {
      const stems = readQuestion(question).terms.map(({ stem }) => stem);
      const expected = await memory.findPassages(stems, scope, FIFTY);
      expect(await database.findPassages(stems, scope, FIFTY), question).toEqual(expected);
      expect(await engine.findPassages(stems, scope, FIFTY), question).toEqual(expected);
    }
  });

  test('which its own scoring would not: weights and ties are what makes them the same', async () => {
    const { ask, close } = openEngine(SEARCH ?? '');
    let same = 0;
    for (const question of QUESTIONS.slice(0, 60)) {
      const stems = readQuestion(question).terms.map(({ stem }) => stem);
      const expected = await memory.findPassages(stems, null, FIFTY);
      const body = {
        size: FIFTY,
        docvalue_fields: ['story', 'n'],
        query: { bool: { should: stems.map((stem) => ({ term: { stems: stem } })) } },
      };
      const found = await ask<{
        readonly hits: {
          readonly hits: readonly {
            readonly fields: { readonly story: string[]; readonly n: number[] };
          }[];
        };
      }>('POST', `/${name}-${rulesVersion()}/_search`, body, 10_000);
      const offered = found.hits.hits.map(({ fields }) => `${fields.story[0]} ${fields.n[0]}`);
      const wanted = expected.map(({ story, sentence }) => `${story} ${sentence}`);
      if (offered.join() === wanted.join()) same += 1;
    }
    await close();
    expect(same).toBeLessThan(30);
  });

  test('whole replies are the same, byte for byte', async () => {
    const bots = [memory, database, engine].map(
      (archive) =>
        createBot({
          archive,
          now: () => Date.UTC(2026, 10, 22),
          onError: (error) => {
            throw error;
          },
        }).bot,
    );
    const lines = [
      ...QUESTIONS.filter((_, i) => i % 25 === 0),
      ...['/who-said the bridge is closed', '/check “we will pay” by Jack Ma', '/quotes Ma'],
      ...['/sources', '/about', 'who wants coffee?', '/use tag:tag1', 'Who paid?', '/use all'],
    ];
    for (const line of lines) {
      const [expected, ...replies] = await Promise.all(
        bots.map(async (bot) => JSON.stringify(await bot(parseCommand(line, CONSOLE)))),
      );
      for (const reply of replies) expect(reply, line).toBe(expected);
    }
  }, 300_000);
});
