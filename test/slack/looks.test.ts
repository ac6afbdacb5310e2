import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { render } from '../../adapters/slack/render.ts';
import { asTyped } from '../../adapters/slack/typed.ts';
import { inPrivate, inPublic } from '../../adapters/slack/view.ts';
import { memoryArchive } from '../../src/archive/memory.ts';
import { createBot } from '../../src/bot/bot.ts';
import { parseCommand } from '../../src/index.ts';
import { readStoryFiles } from '../../src/ingest/story-files.ts';
import { prepare } from '../../src/story/prepare.ts';
import { refuseMessage } from './server/limits.ts';
import { pageOf } from './server/page.ts';

vi.setConfig({ testTimeout: 600_000 }); // the reader runs in this thread here

/** What is asked of any story, beside the examples that its help gives. */
const LINES = [
  'hello',
  'thanks!',
  'summarize the story',
  'Who is the king of Ruritania?',
  '/ask',
  '/check "Nobody ever said this at all, on no account"',
  '/quotes Napoleon',
  '/speakers picture',
  '/story',
  '/story more',
  '/numbers',
  '/when',
  '/sources',
  '/stories',
  '/help',
  '/about',
  '/changes',
];

/** Stories, and what is asked of each alone. */
const STORIES: readonly (readonly [name: string, file: string, lines: readonly string[]])[] = [
  [
    'alibaba',
    'seeds/alibaba-ma-trump/000_3ef6d507355009ea.txt',
    [
      'Who is Mei Xinyu?',
      '/why',
      'what did the experts think of the meeting?',
      '/check "We had a fantastic meeting" by Trump',
      '/check "We had a great meeting"',
      'what did Ma say?',
    ],
  ],
  [
    'reef',
    'test/stories/reef-study.md',
    [
      'How many reef sites did the team follow?',
      '/check "The reefs surprised me" by Sorensen',
      'who said "the reefs surprised us"?',
    ],
  ],
  [
    'bins',
    'test/stories/council-bins.txt',
    ['When does the new round begin?', '/check "Nobody will pay a penny more"'],
  ],
  [
    'ferry',
    'test/stories/court-ferry.txt',
    ['What did the judge say?', 'What colour was the ferry?'],
  ],
];

test.each(STORIES)('how replies look: %s', async (name, file, own) => {
  const archive = memoryArchive();
  for (const article of readStoryFiles([file])) archive.add(prepare(article));
  const onError = (error: unknown): never => {
    throw error;
  };
  const { bot } = createBot({ archive, now: () => 0, onError });
  const place = { channel: 'c', conversation: 'c', admin: true };
  const help = await bot(parseCommand('/help', place));
  const examples = help.blocks.flatMap((one) => (one.kind === 'examples' ? one.lines : []));
  const pages: string[] = [];
  const blocks: string[] = [];
  for (const line of [...own, ...examples, ...LINES]) {
    const reply = await bot(parseCommand(line, place));
    const typed = asTyped(line);
    const view = line.startsWith('/') ? inPrivate(line, typed, true) : inPublic(line);
    const messages = render(reply, null, view);
    for (const message of messages) expect(refuseMessage({ ...message })).toBeNull();
    const show = line === '/why' ? steady : (text: string): string => text;
    pages.push(`━━ ${typed}`, ...messages.map((one) => show(pageOf(one.blocks))), '');
    blocks.push(...messages.map((one) => show(JSON.stringify({ line: typed, ...one }))));
  }
  await expect(`${pages.join('\n')}\n`).toMatchFileSnapshot(`looks/${name}.txt`);
  await expect(`${blocks.join('\n')}\n`).toMatchFileSnapshot(`looks/${name}.jsonl`);
});

test('the pictures in the README are of these replies', () => {
  const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
  const flow = (text: string): string => text.replace(/│/g, ' ').replace(/\s+/g, ' ').trim();
  const looks = STORIES.map(([name]) => flow(read(`looks/${name}.txt`))).join(' ');
  const blocks = read('../../adapters/slack/README.md').matchAll(/^```\n([\s\S]*?)^```/gm);
  const pictures = [...blocks].map(([, picture = '']) => flow(picture));
  expect(pictures.length).toBe(2);
  for (const picture of pictures) expect(looks).toContain(picture);
});

/** Without the digits that differ from processor to processor. */
function steady(text: string): string {
  return text.replace(/-?\b\d+\.\d+\b/g, (n) => (Number(n) <= 1 ? '0.…' : n));
}
