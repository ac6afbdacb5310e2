import { expect, test, vi } from 'vitest';
import { createDrain } from '../../adapters/chat/drain.ts';
import { ALONE, type Answer, IN_PUBLIC, pageOf } from '../../adapters/discord/answers.ts';
import { makeAnswer } from '../../adapters/discord/asking.ts';
import { replyBodies } from '../../adapters/discord/bodies.ts';
import { readTyped, writeCommands } from '../../adapters/discord/typed.ts';
import { parseCommand } from '../../src/index.ts';
import { makeBot, readStory } from '../stories.ts';
import { eye } from './server/eye.ts';
import { judgeMessage } from './server/judge.ts';

vi.setConfig({ testTimeout: 600_000 }); // the reader runs in this thread here

/** What is asked of any story, beside the examples that its help gives. */
const LINES = [
  'hello',
  'summarize the story',
  'Who is the king of Ruritania?',
  '/ask',
  '/check "Nobody ever said this at all, on no account"',
  '/quotes Napoleon',
  '/story speakers',
  '/story speakers picture',
  '/story show',
  '/story show more',
  '/story numbers',
  '/story when',
  '/story sources',
  '/story list',
  '/story help',
  '/story about',
  '/story changes',
];

/** Stories, and what is asked of each alone. */
const STORIES: readonly (readonly [id: string, lines: readonly string[]])[] = [
  [
    'alibaba-ma-trump',
    [
      'Who is Mei Xinyu?',
      '/story why',
      'what did the experts think of the meeting?',
      'who said they have to stress how many jobs?',
      '/check "We had a fantastic meeting" by Trump',
      '/check "We had a great meeting"',
      'what did Ma say?',
    ],
  ],
  [
    'reef-study',
    ['How many reef sites did the team follow?', '/check "The reefs surprised me" by Sorensen'],
  ],
  ['council-bins', ['When does the new round begin?', '/check "Nobody will pay a penny more"']],
  ['court-ferry', ['What did the judge say?', 'Why did the ferry stop?']],
];

const NAMES = ['ask', 'who-said', 'check', 'quotes', 'story', 'stories'];
const IDS = new Map(NAMES.map((name, n) => [name, `70000000000000000${n}`]));

test.each(STORIES)('how replies look: %s', async (id, own) => {
  const { bot, complete } = makeBot([readStory(id)]);
  const core = { bot, complete };
  const place = { channel: 'c', conversation: 'c', admin: true };
  const help = await bot(parseCommand('/help', place));
  const examples = help.blocks.flatMap((one) => (one.kind === 'examples' ? one.lines : []));
  const pages: string[] = [];
  for (const typed of [...own, ...examples, ...LINES]) {
    const line = readTyped(typed);
    const greeting = { take: () => null, given: () => false, giveBack: () => {} };
    const { answer } = await makeAnswer(
      {
        line,
        place,
        person: '1',
        alone: false,
        words: /^\/(?:ask|check|who-said) (.+)/.exec(line)?.[1] ?? null,
      },
      {
        core,
        greeting,
        greetingAlone: greeting,
        turns: (_, look) => look(),
        firsts: createDrain(),
        ids: () => IDS,
      },
    );
    const keep = (one: Answer): string => one.line;
    const first = pageOf(answer, 0, IN_PUBLIC, keep);
    const rest = pageOf(answer, IN_PUBLIC, ALONE, keep);
    const show = (page: typeof first): readonly string[] =>
      replyBodies(page, '1').map((body) => {
        const { files, ...json } = body;
        expect(judgeMessage({ ...json, ...(files ? { files: true } : {}) }, 'message')).toEqual([]);
        return eye(body);
      });
    pages.push(
      `━━━ ${examples.includes(typed) ? writeCommands(typed, new Map()) : typed}`,
      ...show(first),
    );
    if (rest.contents.length > 0) pages.push('─── after “More”', ...show(rest));
    pages.push('');
  }
  await expect(`${steady(pages.join('\n'))}\n`).toMatchFileSnapshot(`looks/${id}.txt`);
});

/** Without the digits that differ from processor to processor. */
function steady(text: string): string {
  return text.replace(/-?\b\d+\.\d+\b/g, (n) => (Number(n) <= 1 ? '0.…' : n));
}
