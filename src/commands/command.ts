import type { TalkKind } from '../talk/talk-kind.ts';
import type { Span } from '../text/span.ts';

/** Where something was asked. Keys are opaque; equal keys mean the same place. */
export interface Place {
  /** The channel, DM or console: what `/use` is remembered for. */
  readonly channel: string;
  /** The thread, DM or console: what follow-ups and `/why` are remembered for. */
  readonly conversation: string;
  /** Whether the person may change what others see: `/use` in a shared channel. */
  readonly admin: boolean;
}

const OF_STORY = 'story:'; // no platform's channel begins so

/** A place about one story only, whatever is chosen elsewhere: that of its page. */
export function placeOf(story: string, conversation: string): Place {
  return { channel: `${OF_STORY}${story}`, conversation, admin: false };
}

/** The one story that a place is about; null for a place that chooses with `/use`. */
export function storyOf({ channel }: Place): string | null {
  return channel.startsWith(OF_STORY) ? channel.slice(OF_STORY.length) : null;
}

/** The conversation of a standalone question: nothing of it is remembered. */
export const ALONE = '';

/** What can be asked. `more` and `feedback` are what buttons carry. */
export type Ask =
  | { readonly kind: 'ask'; readonly question: string }
  | { readonly kind: 'who-said'; readonly words: string }
  /** `quote` holds the words with their marks; a whole message may hold several quotations. */
  | { readonly kind: 'check'; readonly quote: string; readonly person: string | null }
  | { readonly kind: 'quotes'; readonly person: string; readonly topic: string | null }
  /** Two people, or two stories; the second is empty where nothing separates them. */
  | {
      readonly kind: 'compare';
      readonly sides: readonly [string, string];
      readonly topic: string | null;
    }
  | { readonly kind: 'speakers'; readonly picture: boolean }
  | { readonly kind: 'story'; readonly more: boolean }
  | { readonly kind: 'numbers'; readonly topic: string | null }
  | { readonly kind: 'when'; readonly topic: string | null }
  | { readonly kind: 'sources' }
  /** Without a topic all that are kept here. */
  | { readonly kind: 'stories'; readonly topic: string | null }
  | { readonly kind: 'use'; readonly story: string }
  /** A file, an address, or the text of a story; `#tag` words before it are its tags. */
  | { readonly kind: 'add'; readonly what: string }
  /** An address alone: no question, but perhaps a story to add. */
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'remove'; readonly story: string }
  | { readonly kind: 'watch'; readonly watching: Watching }
  /** Null: the story that the place is about. */
  | { readonly kind: 'changes'; readonly story: string | null }
  /** Without a passage: the last answer of the conversation. With one: what a button asks about. */
  | { readonly kind: 'why'; readonly about: PassageKey | null }
  /** Without passages: what the last answer of the conversation left. `nearest`: where the story does not say. */
  | {
      readonly kind: 'more';
      readonly passages: readonly PassageKey[];
      readonly nearest: boolean;
    }
  | {
      readonly kind: 'feedback';
      readonly verdict: FeedbackVerdict;
      readonly about: PassageKey | null;
    }
  | { readonly kind: 'help' }
  /** What asks nothing of a story: `thanks!`, `summarize`. */
  | { readonly kind: 'talk'; readonly talk: TalkKind }
  | { readonly kind: 'about' }
  /** An empty request: `of` is the command that needs words, or null. */
  | { readonly kind: 'empty'; readonly of: string | null }
  | { readonly kind: 'unknown'; readonly name: string };

/** What to do with a channel's watches. */
export type Watching =
  | { readonly act: 'list' }
  /** A speaker, a topic or a quotation, as it was typed. */
  | { readonly act: 'add'; readonly what: string }
  /** By its number in the list, from 1. */
  | { readonly act: 'stop'; readonly which: number | 'all' }
  | { readonly act: 'digest'; readonly on: boolean };

export type FeedbackVerdict =
  | 'right'
  | 'wrong-passage'
  | 'wrong-speaker'
  | 'should-have-answered'
  | 'should-have-been-silent';

/** A passage by where it stands: enough to show it again after a restart. */
export interface PassageKey {
  readonly story: string;
  readonly span: Span;
}

/** What an adapter hands in: what is asked, where, and the words as they were typed. */
export type Command = Ask & { readonly place: Place; readonly input: string };

const LONGEST_LINE = 100; // characters: Discord's custom_id, the smallest of the platforms

/**
 * The line that a button carries for some passages: `/more alibaba-ma-trump 10-20 30-40`. Passages
 * that do not fit in 100 characters are left out, the last ones first.
 */
export function formatPassageLine(command: string, keys: readonly PassageKey[]): string {
  let line = command;
  let story = '';
  for (const { story: of, span } of keys) {
    const next = `${line}${of === story ? '' : ` ${of}`} ${span.start}-${span.end}`;
    if (next.length > LONGEST_LINE) break;
    line = next;
    story = of;
  }
  return line;
}
