import { randomUUID } from 'node:crypto';
import { type Retold, retell, wordsOf } from '../answer/retold.ts';
import type { Topic } from '../answer/topic.ts';
import type { Holdings } from '../archive/archive.ts';
import { ALONE, type PassageKey } from '../commands/command.ts';
import type { Explained } from '../reply/why.ts';
import type { ConversationTable } from '../store/postgres/conversations.ts';
import { StoreError } from '../store/store-error.ts';
import { citeAll, type Uncited } from '../story/hear.ts';
import type { Span } from '../text/span.ts';
import { type Conversation, type Conversations, createConversationMemory } from './conversation.ts';
import { findPassageStory, firstShown } from './passages.ts';

/** The part of a conversation shared with other processes: text from stories, and never what was typed. */
interface Written {
  readonly names: Topic['names'];
  /** The question that a follow-up may depend on, in the words of the story shown. */
  readonly asked: Retold;
  /** What was shown first. */
  readonly shown: PassageKey | null;
  /** The story that was viewed as a whole. */
  readonly story: string | null;
  /** Whether the stories did not say. */
  readonly isSilent: boolean;
  readonly more: readonly (PassageKey & { readonly mark: Span | null })[];
}

/**
 * Conversations that any process of a fleet can continue. All read a follow-up after the question before it in the words of
 * the story, so that it is answered the same by each; only the one that answered last has the numbers behind its answer.
 */
export function sharedConversations(
  table: Pick<ConversationTable, 'get' | 'set'>,
  holdings: Holdings,
  now: () => number,
): Conversations {
  const own = createConversationMemory<{ readonly value: Conversation; readonly stamp: string }>(
    now,
  );
  return {
    get: async (key) => {
      if (key === ALONE) return null;
      const mine = own.get(key);
      const kept = await table.get(key).catch(absent);
      if (kept === null || kept.stamp === mine?.stamp) return mine?.value ?? null;
      return read(holdings, JSON.parse(kept.topic) as Written);
    },
    set: async (key, value) => {
      if (key === ALONE) return;
      const stamp = randomUUID();
      const written = write(value);
      own.set(key, { value: { ...value, topic: retoldIn(value, written) }, stamp });
      const kept = { topic: JSON.stringify(written), stamp };
      await table.set(key, kept).catch(absent);
    },
  };
}

function write({ topic, last, more }: Conversation): Written {
  const [shown] = firstShown(last);
  const { names = [], question = '' } = topic ?? {};
  return {
    names,
    asked: retell(question, names, shown ?? null),
    shown: shown === undefined ? null : keyOf(shown.story.article.id, shown.span),
    story: last?.kind === 'story' ? last.story.article.id : null,
    isSilent: isSilent(last),
    more: more.map(({ story, span, mark }) => ({ ...keyOf(story, span), mark })),
  };
}

/** What it is about, as another process will have it. */
function retoldIn({ topic, last }: Conversation, { names, asked }: Written): Topic | null {
  const [shown] = firstShown(last);
  return topic && { names, question: wordsOf(asked, names, shown?.story ?? null) };
}

function keyOf(story: string, { start, end }: Span): PassageKey {
  return { story, span: { start, end } };
}

/** Whether the last answer was that the stories do not say. */
export function isSilent(last: Explained | null): boolean {
  if (last?.kind === 'answer') return last.answered.grade === null;
  return last?.kind === 'shown' && last.isSilent;
}

/** Stories may be gone or changed by now: then less is known. */
async function read(holdings: Holdings, written: Written): Promise<Conversation> {
  const { names, asked, shown, story: id } = written;
  const story = shown === null ? null : await findPassageStory(holdings, shown);
  const whole = id === null ? null : await holdings.find(id);
  const left: Uncited[] = [];
  for (const { mark, ...key } of written.more) {
    const held = await findPassageStory(holdings, key);
    if (held === null) continue;
    left.push({ story: held, span: key.span, answer: mark && moved(mark, key.span.start) });
  }
  const last: Explained | null =
    story !== null && shown !== null
      ? { kind: 'shown', story, span: shown.span, isSilent: written.isSilent }
      : whole && { kind: 'story', story: whole };
  return {
    topic: { names, question: wordsOf(asked, names, story) },
    last,
    more: await citeAll(left),
  };
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function absent(error: unknown): null {
  if (error instanceof StoreError) return null;
  throw error;
}
