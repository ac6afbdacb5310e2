import { randomUUID } from 'node:crypto';
import type { Topic } from '../answer/topic.ts';
import type { Holdings } from '../archive/archive.ts';
import { ALONE, type PassageKey } from '../commands/command.ts';
import type { Explained } from '../reply/why.ts';
import type { ConversationTable } from '../store/postgres/conversations.ts';
import { StoreError } from '../store/store-error.ts';
import { type Citation, cite, excerpt } from '../story/citation.ts';
import type { Span } from '../text/span.ts';
import { type Conversation, type Conversations, createConversationMemory } from './conversation.ts';
import { findPassageStory, firstShown } from './passages.ts';

/** The part of a conversation shared with other processes: text from stories, and never what was typed. */
interface Written {
  readonly names: Topic['names'];
  /** Whether there was a question that a follow-up may depend on. */
  readonly wasAsked: boolean;
  /** What was shown first. */
  readonly shown: PassageKey | null;
  /** The story that was viewed as a whole. */
  readonly story: string | null;
  /** Whether the stories did not say. */
  readonly isSilent: boolean;
  readonly more: readonly (PassageKey & { readonly mark: Span | null })[];
}

/**
 * Conversations that any process of a fleet can continue. The one that answered last has all of it; others have what was
 * shown, and read a follow-up after the passage shown instead of the question before.
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
      own.set(key, { value, stamp });
      const kept = { topic: JSON.stringify(write(value)), stamp };
      await table.set(key, kept).catch(absent);
    },
  };
}

function write({ topic, last, more }: Conversation): Written {
  const [shown] = firstShown(last);
  return {
    names: topic?.names ?? [],
    wasAsked: (topic?.question ?? '') !== '',
    shown: shown === undefined ? null : keyOf(shown.story.article.id, shown.span),
    story: last?.kind === 'story' ? last.story.article.id : null,
    isSilent: isSilent(last),
    more: more.map(({ story, span, mark }) => ({ ...keyOf(story, span), mark })),
  };
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
  const { names, wasAsked, shown, story: id } = written;
  const story = shown === null ? null : await findPassageStory(holdings, shown);
  const whole = id === null ? null : await holdings.find(id);
  const more: Citation[] = [];
  for (const { mark, ...key } of written.more) {
    const held = await findPassageStory(holdings, key);
    if (held !== null) more.push(cite(held, key.span, mark && moved(mark, key.span.start)));
  }
  const last: Explained | null =
    story !== null && shown !== null
      ? { kind: 'shown', story, span: shown.span, isSilent: written.isSilent }
      : whole && { kind: 'story', story: whole };
  const isLeaning = wasAsked && story !== null && shown !== null;
  return {
    topic: { names, question: isLeaning ? excerpt(story.article, shown.span) : '' },
    last,
    more,
  };
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function absent(error: unknown): null {
  if (error instanceof StoreError) return null;
  throw error;
}
