import { describe, expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { parseCommand } from '../../src/index.ts';
import { findStatements } from '../../src/statements/statements.ts';
import { hear } from '../../src/story/hear.ts';
import { prepare } from '../../src/story/prepare.ts';
import { CONSOLE, makeBot } from '../stories.ts';

const TEXT = 'The quay is shut.\n\n“It leaks,” said Ann Ode, the harbour master.';
const make = () => prepare(readArticle('quay', TEXT));

describe('hearing a story', () => {
  test('finds its statements once, whoever asks meanwhile, and keeps them with the story', async () => {
    const story = make();
    const [one, other] = await Promise.all([hear(story), hear(story)]);
    expect([one === story, other === story]).toEqual([true, true]);
    expect(one.statements.map(({ speaker }) => speaker.name)).toEqual(['Ann Ode']);
    expect(one.statements).toEqual(findStatements(story, story.names));
    expect((await hear(story)).statements).toBe(one.statements);
  });

  test('takes those that were prepared', async () => {
    const { statements } = await hear(make());
    const heard = await hear({ ...make(), preparedStatements: statements });
    expect(heard.statements).toBe(statements);
  });

  test('is tried again after it failed', async () => {
    let tries = 0;
    const story = Object.defineProperty({ ...make() }, 'preparedStatements', {
      get: () => {
        tries += 1;
        if (tries === 1) throw new Error('out of reach');
        return null;
      },
    });
    await expect(hear(story)).rejects.toThrow('out of reach');
    expect((await hear(story)).statements).toHaveLength(1);
  });
});

const TOWNS = Array.from({ length: 60 }, (_, n) => `Harbourton-${n}`);
const STORIES = TOWNS.map((town, n) => {
  const text = `The ferry to ${town} leaves at noon.\n\n“Our boats are ${n + 20} years old,” said Ann Ode of ${town}. The ferry master sells tickets at the quay.`;
  return { id: `ferry-${n}`, text };
});

test.each([
  'When does the ferry to Harbourton-7 leave?',
  'How old are the opera singers?',
  '/who-said Our boats are 31 years old',
  '/stories ferry',
  '/story',
  '/sources',
  '/stories',
  'thanks',
])('of many stories, “%s” hears those that are shown and no other', async (typed) => {
  const stories = STORIES.map(({ id, text }) => prepare(readArticle(id, text)));
  const { bot, errors } = makeBot(stories);
  const reply = await bot(parseCommand(typed, CONSOLE));
  expect(errors).toEqual([]);
  const more = reply.actions.flatMap(({ line }) => line.match(/ferry-\d+/gu) ?? []);
  const cited = (reply.passages ?? []).map(({ story }) => story);
  const shown = new Set([...cited, ...more]);
  const heard = stories.filter((story) => 'statements' in story).map(({ article }) => article.id);
  expect(new Set(heard)).toEqual(shown);
});
