import { expect, test, vi } from 'vitest';
import { memoryArchive } from '../../src/archive/memory.ts';
import { checkQuotations } from '../../src/check/check.ts';
import { attribute } from '../../src/quotes/attribute.ts';
import { findQuotes } from '../../src/quotes/quotes.ts';
import { storyOf } from '../stories.ts';

vi.mock('../../src/reader/session.ts', async (load) => {
  const session = await load<typeof import('../../src/reader/session.ts')>();
  return { ...session, runModel: () => Promise.reject(new session.ModelError('none here')) };
});

const story = storyOf(
  'Freya Lindgren said no captain had ever been disciplined for staying in harbour.',
);
const archive = memoryArchive();
archive.add(story);

test('where there is no encoder, all goes on by words', async () => {
  const [found] = await attribute(archive, 'a captain has never been disciplined', null);
  expect(found).toMatchObject({ byMeaning: false, statement: { speaker: {} } });
  expect(await findQuotes([story], 'Lindgren', 'the captain')).toMatchObject({ kind: 'some' });
});

test('and what only meaning would find is not found', async () => {
  const words = 'skippers were not punished when they did not sail';
  expect(await attribute(archive, words, null)).toEqual([]);
  expect(await findQuotes([story], 'Lindgren', 'sailors')).toMatchObject({ kind: 'said-nothing' });
  expect(await checkQuotations(archive, words, null, null)).toMatchObject([{ finding: null }]);
});
