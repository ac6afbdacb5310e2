import type { Span } from './text/span.ts';

/** Where something was asked. Keys are opaque; equal keys mean the same place. */
export interface Place {
  /** The channel, DM or console: what `/use` is remembered for. */
  readonly channel: string;
  /** The thread, DM or console: what follow-ups and `/why` are remembered for. */
  readonly conversation: string;
  /** Whether the person may change what others see: `/use` in a shared channel, `/add`, `/remove`. */
  readonly admin: boolean;
}

/** What can be asked. `/more` and `/feedback` are what buttons carry. */
export type Ask =
  | { readonly kind: 'ask'; readonly question: string }
  | { readonly kind: 'who-said'; readonly words: string }
  | { readonly kind: 'quotes'; readonly person: string; readonly topic: string | null }
  | { readonly kind: 'speakers' }
  | { readonly kind: 'story'; readonly more: boolean }
  | { readonly kind: 'stories' }
  | { readonly kind: 'use'; readonly story: string }
  /** Without an answer: the last one of the conversation. With one: what a button asks about. */
  | { readonly kind: 'why'; readonly about: PassageKey | null }
  | { readonly kind: 'more'; readonly passages: readonly PassageKey[] }
  | {
      readonly kind: 'feedback';
      readonly right: boolean;
      readonly about: PassageKey | null;
      readonly reason: string;
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'about' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unknown'; readonly name: string };

/** A passage by where it stands: enough to show it again after a restart. */
export interface PassageKey {
  readonly story: string;
  readonly span: Span;
}

/** What an adapter hands in. */
export type Command = Ask & { readonly place: Place; readonly input: string };
