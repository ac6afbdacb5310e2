import assert from 'node:assert/strict';
import { readQuestion } from '../../src/answer/question.ts';
import { memoryArchive } from '../../src/archive/memory.ts';
import { ArticleError, readArticle } from '../../src/article/article.ts';
import { createBot } from '../../src/bot/bot.ts';
import { readQuotations } from '../../src/check/quotation.ts';
import { readCheck } from '../../src/commands/check-line.ts';
import { readFilters } from '../../src/commands/filters.ts';
import { parseCommand } from '../../src/commands/parse.ts';
import { tellKind } from '../../src/ingest/content-kind.ts';
import type { Kind } from '../../src/ingest/endings.ts';
import { readKind } from '../../src/ingest/kinds.ts';
import { IngestError } from '../../src/ingest/typed.ts';
import { readStoryPieces } from '../../src/statements/marking/windows.ts';
import { hear } from '../../src/story/hear.ts';
import { prepare } from '../../src/story/prepare.ts';
import type { HeardStory, Story } from '../../src/story/story.ts';
import { findQuotations } from '../../src/text/quotations.ts';
import type { Span } from '../../src/text/span.ts';
import { readTokens } from '../../src/text/tokens.ts';
import { withoutEncoder } from '../bench/shapes.ts';
import { FILES, SEEDS } from './seeds.ts';

/** Something that reads what others wrote. */
export interface Target {
  readonly name: string;
  /** Good input, to begin with. */
  readonly seeds: readonly Uint8Array[];
  /** Reads some bytes. Throws where that breaks what always holds. */
  readonly run: (bytes: Uint8Array) => Promise<void>;
  /** The windows that the marker reads of them: there is a bound to their number. */
  readonly windows: (bytes: Uint8Array) => readonly Int32Array[];
}

const PLACE = { channel: 'c', conversation: 'c', admin: false };
const NOW = Date.UTC(2026, 10, 30);

/** What is asked of a story that is heard, without a further model. */
const ASKED = ['/speakers', '/speakers picture', '/numbers', '/when', '/sources', '/story more'];

const KINDS = Object.keys(FILES) as readonly Kind[]; // the record has each kind

/** All that reads what others wrote. */
export const TARGETS: readonly Target[] = [
  ofText('commands', SEEDS.line, async (text) => {
    assert.equal(typeof parseCommand(text, PLACE).kind, 'string');
    assert.equal(readCheck(text).kind, 'check');
    await readFilters({ words: text }, NOW, async () => ['AFP', 'Ann Ode']);
    readQuestion(text);
    for (const { span } of readQuotations(text)) assertInside(text, [span]);
  }),
  ofText('quotations', SEEDS.text, (text) =>
    assertInOrder(text, findQuotations(text, { start: 0, end: text.length })),
  ),
  ofText('tokens', SEEDS.text, (text) => assertInOrder(text, readTokens(text))),
  ofStory('story', async () => undefined),
  ofStory('replies', async (story) => {
    const archive = memoryArchive();
    archive.add(withoutEncoder(story));
    const onError = (error: unknown): never => {
      throw error;
    };
    const { bot } = createBot({ archive, now: () => NOW, onError });
    for (const line of ASKED) await bot(parseCommand(line, PLACE));
  }),
  ...KINDS.map((kind) => ofFile(kind, FILES[kind])),
];

function ofText(
  name: string,
  seeds: readonly Uint8Array[],
  run: (text: string) => unknown,
): Target {
  return {
    name,
    seeds,
    run: async (bytes) => {
      await run(Buffer.from(bytes).toString('utf8'));
    },
    windows: () => [],
  };
}

/** A text read as a story and heard, as it ships; a text that is none is let go. */
function ofStory(name: string, run: (story: HeardStory) => Promise<void>): Target {
  return {
    ...ofText(name, SEEDS.text, async (text) => {
      const story = prepareText(text);
      if (story === null) return;
      const heard = await hear(story);
      assertInside(
        text,
        heard.statements
          .flatMap(({ content, cue, source }) => [...content, cue, source])
          .filter((span) => span !== null),
      );
      await run(heard);
    }),
    windows: (bytes) => {
      const story = prepareText(Buffer.from(bytes).toString('utf8'));
      if (story === null) return [];
      const { ids, windows } = readStoryPieces(story);
      return windows.map(({ from, to }) => ids.subarray(from, to));
    },
  };
}

function ofFile(kind: Kind, seeds: readonly Uint8Array[]): Target {
  return {
    name: kind,
    seeds,
    run: async (bytes) => {
      try {
        tellKind(bytes, '', null);
        const { incoming } = await readKind({ kind, bytes, origin: 'file', type: null });
        for (const { text } of incoming) assert.equal(typeof text, 'string');
      } catch (error) {
        if (!(error instanceof IngestError)) throw error;
      }
    },
    windows: () => [],
  };
}

/** A story with its parts, each inside its text; null where the text is none. */
function prepareText(text: string): Story | null {
  try {
    const story = prepare(readArticle('story', text));
    assertInOrder(text, story.paragraphs);
    assertInOrder(text, story.sentences);
    for (const { mentions } of story.names) assertInside(text, mentions);
    return story;
  } catch (error) {
    if (error instanceof ArticleError) return null;
    throw error;
  }
}

function assertInside(text: string, spans: readonly Span[]): void {
  for (const { start, end } of spans)
    assert.ok(0 <= start && start <= end && end <= text.length, `${start}-${end} is outside`);
}

function assertInOrder(text: string, spans: readonly Span[]): void {
  assertInside(text, spans);
  spans.forEach(({ start }, i) => {
    assert.ok((spans[i - 1]?.end ?? 0) <= start, `${start} is before the end of the one before`);
  });
}
