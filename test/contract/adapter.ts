import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { memoryArchive } from '../../src/archive/memory.ts';
import { createBot } from '../../src/bot/bot.ts';
import {
  type Block,
  type BotCore,
  type Citation,
  type Place,
  parseCommand,
  type Reply,
  speakerLine,
} from '../../src/index.ts';
import { readStoryFiles } from '../../src/ingest/story-files.ts';
import { placeLine } from '../../src/reply/reply.ts';
import { prepare } from '../../src/story/prepare.ts';

/** A surface of the bot, with someone who asks on it, always in the same conversation. */
export interface AdapterHarness {
  /** Types a line; what the eye then sees, all messages of the answer as one text, without markup. */
  readonly ask: (text: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

const STORY = 'test/stories/reef-study.md';

/** A story that is all markup somewhere: it must come out as it stands. */
const INERT = [
  'The @everyone vote on <!channel> **bold** and __under__ cost $4 & more, said <@U123> Ada Ode.',
  '"It was `code` and ~~gone~~ > quoted || hidden ||, [a link](https://evil.example)," Ode said.',
  'The *mayor* of A_b_C town, Ben Pell, said #1 was -# small and 5 < 6 > 4.',
].join('\n');

/** What is asked, in this order, in one conversation. */
const LINES: readonly string[] = [
  'How many reef sites did the team follow?',
  'Why?',
  '/why',
  '/who-said “The reefs surprised us”',
  'who said "the reefs surprised us"?',
  'Who said ‘regrowth’?',
  '/check "The reefs surprised us" by Sorensen',
  '/check “The reefs surprised me”',
  'What did Lindqvist say?',
  '/quotes Lindqvist about the choice of sites',
  '/quotes Napoleon',
  '/speakers',
  '/compare Ma and Trump',
  '/story',
  '/numbers',
  '/when',
  '/sources',
  'Where was the king of Ruritania born?',
  'What does the vote cost?',
  'Who said "It was code"?',
  '/quotes Ben Pell',
  '/use inert',
  '/stories',
  '/help',
  '/about',
  '/ask',
  '/no-such-command at all',
  '???',
];

/** In what an adapter differs from the others. */
export interface AdapterManners {
  /** How commands are written there. */
  readonly asTyped?: (words: string) => string;
  /** How the place of a passage is written there. */
  readonly placed?: (citation: Citation) => string;
  /** Whether whoever asks there may change what others see. */
  readonly admin?: boolean;
  /** Where it is asked there, if not in a conversation of its own. */
  readonly place?: Place;
  /** What can be asked there, if not everything. */
  readonly offers?: (line: string) => boolean;
}

/**
 * What every adapter keeps to: each line gets all the words that the core has for it, each passage
 * with its source, and the same line in the same state the same words. `open` starts the adapter;
 * `asTyped` is how commands are written there: Slack has `/story help` for `/help`.
 */
export function describeAdapter(
  name: string,
  open: (core: BotCore) => Promise<AdapterHarness>,
  {
    asTyped = (words: string) => words,
    placed = placeOf,
    admin = false,
    place = { channel: 'reference', conversation: 'reference', admin },
    offers = () => true,
  }: AdapterManners = {},
): void {
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
  describe(`${name}, as every adapter`, () => {
    const core = makeCore();
    let harness: AdapterHarness;
    beforeAll(async () => {
      harness = await open(makeCore());
    });
    afterAll(() => harness.close());

    test.each(LINES.filter(offers))('shows all words of the answer to: %s', async (line) => {
      const reply = await core.bot(parseCommand(line, place));
      const shown = tidy(await harness.ask(line));
      for (const words of wordsOf(reply, asTyped, placed)) expect(shown).toContain(tidy(words));
    });

    test('gives the same answer to the same question', async () => {
      const [first, second] = [await harness.ask('/speakers'), await harness.ask('/speakers')];
      expect(second).toBe(first);
    });
  });
}

function makeCore(): BotCore {
  const archive = memoryArchive();
  for (const article of readStoryFiles([STORY])) archive.add(prepare(article));
  archive.add(
    prepare({ ...plainArticle('inert'), text: INERT, body: { start: 0, end: INERT.length } }),
  );
  const onError = (error: unknown): never => {
    throw error;
  };
  return createBot({ archive, now: () => 0, onError });
}

function plainArticle(id: string) {
  return { id, headline: null, publisher: null, published: null, url: null };
}

/** Where a passage stands; of several passages the story stands once above them. */
function placeOf(citation: Citation): string {
  return placeLine(citation).replace(/, (?=¶)/, ' · ');
}

/** Everything that a reply says, as far as an adapter must show it. */
function wordsOf(
  reply: Reply,
  asTyped: (words: string) => string,
  placed: (citation: Citation) => string,
): readonly string[] {
  const words = reply.blocks.flatMap((block) => blockWords(block, asTyped, placed));
  return [...words, ...(reply.picture?.lines ?? [])];
}

function blockWords(
  block: Block,
  asTyped: (words: string) => string,
  placed: (citation: Citation) => string,
): readonly string[] {
  switch (block.kind) {
    case 'text':
      return [asTyped(block.text)];
    case 'answer':
      return [block.words];
    case 'quote': {
      const { citation } = block;
      return [citation.words, ...speakerWords(citation), ...placed(citation).split(' · ')];
    }
    case 'table':
      return block.rows.flat().map((cell) => (cell.startsWith('/') ? asTyped(cell) : cell));
    case 'difference':
      return block.parts.flatMap(({ story, quote }) => [story, quote]);
    case 'examples':
      return block.lines.map(asTyped);
  }
}

/** Whose words, and how they were said: what many passages have in common may be said once for all. */
function speakerWords(citation: Citation): readonly string[] {
  const line = speakerLine(citation);
  if (line === null) return [];
  return [citation.speaker?.name ?? line, line.split(' · ').at(-1) ?? ''];
}

/** White space is the surface's: lines are broken where it likes. */
function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
