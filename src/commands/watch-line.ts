import type { Ask, Watching } from './command.ts';

/** What a channel watches: what a speaker says, a topic, a quotation; or whichever of the first two a name means. */
export interface Watched {
  readonly kind: 'speaker' | 'topic' | 'quotation' | 'either';
  readonly words: string;
}

const LONGEST = 200; // characters: what is watched is a name, a topic or a quotation

/** What follows `/watch`: what to watch, `list`, `stop 2`, `stop all`, `digest on`. */
export function readWatch(rest: string): Ask {
  return { kind: 'watch', watching: readWatching(rest.trim()) };
}

function readWatching(rest: string): Watching {
  if (rest === '' || /^list[.!?]?$/i.test(rest)) return { act: 'list' };
  const [, which] = /^stop\b\s*(all|\d{1,4})?[.!?]?$/i.exec(rest) ?? [];
  if (which !== undefined)
    return { act: 'stop', which: /^all$/i.test(which) ? 'all' : Number(which) };
  if (/^stop$/i.test(rest)) return { act: 'list' };
  const [, digest] = /^digest\s+(on|off)[.!?]?$/i.exec(rest) ?? [];
  if (digest !== undefined) return { act: 'digest', on: /^on$/i.test(digest) };
  return { act: 'add', what: rest.slice(0, LONGEST) };
}

const MARKED = /^["“”„«]([^"“”„«»]*[\p{L}\p{N}][^"“”„«»]*)["“”»]?[.!?]?$/u;

/** `"we had a great meeting"` is a quotation, `by Ma` a speaker, `about trade` a topic; `Ma` is what fits. */
export function readWatched(what: string): Watched {
  const [, quotation] = MARKED.exec(what) ?? [];
  if (quotation !== undefined) return { kind: 'quotation', words: quotation.trim() };
  const [, preposition, words] = /^(by|about)\s+(.*[\p{L}\p{N}].*)$/iu.exec(what) ?? [];
  if (preposition === undefined || words === undefined) return { kind: 'either', words: what };
  return { kind: /^by$/i.test(preposition) ? 'speaker' : 'topic', words };
}
