import { beforeEach, describe, expect, test, vi } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { parseCommand } from '../../src/index.ts';
import type { Input, Output } from '../../src/reader/session.ts';
import { CLS, SEP } from '../../src/reader/word-pieces.ts';
import type { Marks } from '../../src/statements/marking/marker.ts';
import { readStoryPieces } from '../../src/statements/marking/windows.ts';
import { findStatements } from '../../src/statements/statements.ts';
import { hear } from '../../src/story/hear.ts';
import { prepare } from '../../src/story/prepare.ts';
import { makeMarks } from '../statements/marking/marks.ts';
import { CONSOLE, makeBot } from '../stories.ts';

type Run = (input: Input) => Promise<Output>;

/** What the marker was asked to read, and what answers in its place. */
const marker = vi.hoisted(() => ({ asked: [] as Input[], run: null as Run | null }));

vi.mock('../../src/reader/session.ts', async (load) => {
  const session = await load<typeof import('../../src/reader/session.ts')>();
  const run: typeof session.runModel = (name, input) => {
    if (name !== 'marker' || marker.run === null) return session.runModel(name, input);
    marker.asked.push(input);
    return marker.run(input);
  };
  return { ...session, runModel: run };
});

const NOTHING: Run = async ({ ids }) => ({
  values: new Float32Array(ids.length * 400),
  width: 400,
});

beforeEach(() => {
  marker.asked = [];
  marker.run = NOTHING;
});

const TEXT = 'The quay is shut.\n\n“It leaks,” said Ann Ode, the harbour master.';
const make = () => prepare(readArticle('quay', TEXT));

describe('hearing a story', () => {
  test('finds its statements once, whoever asks meanwhile, and keeps them with the story', async () => {
    const story = make();
    const [one, other] = await Promise.all([hear(story), hear(story)]);
    expect([one === story, other === story]).toEqual([true, true]);
    expect(one.statements.map(({ speaker }) => speaker.name)).toEqual(['Ann Ode']);
    const asked = marker.asked.length;
    expect(asked).toBe(1);
    expect((await hear(story)).statements).toBe(one.statements);
    expect(marker.asked).toHaveLength(asked);
  });

  test('takes those that were prepared', async () => {
    const { statements } = await hear(make());
    marker.asked = [];
    const heardBefore = { statements, isMarked: false };
    expect(await hear({ ...make(), heardBefore })).toMatchObject(heardBefore);
    expect(marker.asked).toEqual([]);
  });

  test('is tried again after it failed', async () => {
    let tries = 0;
    const story = Object.defineProperty({ ...make() }, 'heardBefore', {
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

const PIER = 'The pier is a ruin. Ann Ode said.\n\nIt rained all day.';

/** What a marker gives for a window: a row for each piece, and for the marks at both ends. */
function answering({ pieces, rows }: Marks): Run {
  return async ({ ids }) => {
    const window = pieces.windows[marker.asked.length - 1] ?? { from: 0, to: 0 };
    const width = rows[0]?.length ?? 0;
    const values = new Float32Array(ids.length * width).fill(99, 0, width);
    rows.slice(window.from, window.to).forEach((row, i) => {
      values.set(row, (i + 1) * width);
    });
    return { values, width };
  };
}

describe('the marker', () => {
  test('reads every window of the story, each once', async () => {
    const text = `${TEXT}\n\n${Array(200).fill('“We go,” said Ann Ode.').join('\n\n')}`;
    const story = prepare(readArticle('quay', text));
    await hear(story);
    const { ids, windows } = readStoryPieces(story);
    expect(windows.length).toBeGreaterThan(2);
    expect(marker.asked.map((input) => [...input.ids])).toEqual(
      windows.map(({ from, to }) => [CLS, ...ids.subarray(from, to), SEP]),
    );
  });

  test.each([
    ['in the first window', PIER],
    ['in a later one', `${Array(200).fill('It rained all night long.').join('\n\n')}\n\n${PIER}`],
  ])('finds what the rules do not, %s', async (_, text) => {
    const story = prepare(readArticle('pier', text));
    const has = { cue: 'said', source: 'Ann Ode', content: ['The pier is a ruin'] };
    marker.run = answering(makeMarks(story, { cues: [has] }));
    const { statements, isMarked } = await hear(story);
    expect(isMarked).toBe(true);
    expect(statements.map(({ speaker }) => speaker.name)).toEqual(['Ann Ode']);
    expect(statements.flatMap(({ content }) => content)).toEqual([
      { start: text.indexOf('The pier'), end: text.indexOf('. Ann') },
    ]);
  });

  test('is done without where it can’t be loaded', async () => {
    const { ModelError } = await import('../../src/reader/session.ts');
    marker.run = () => Promise.reject(new ModelError('none here'));
    const story = make();
    const { statements, isMarked } = await hear(story);
    expect(isMarked).toBe(false);
    expect(marker.asked).toHaveLength(1);
    expect(statements).toHaveLength(1);
    expect(statements).toEqual(findStatements(story, story.names, null));
  });

  test('is asked again where it failed in another way', async () => {
    marker.run = () => Promise.reject(new Error('out of memory'));
    const story = make();
    await expect(hear(story)).rejects.toThrow('out of memory');
    marker.run = NOTHING;
    expect((await hear(story)).statements).toHaveLength(1);
    expect(marker.asked).toHaveLength(2);
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
