import type { Span } from '../text/span.ts';

const FEWEST = 3; // tokens: shorter stretches are in any text

/**
 * The stretches of a text that an earlier one has too, word for word, each as long as it can be: in order, in UTF-16
 * units, and none inside another. White space is not compared. A passage in none of them was added or changed.
 *
 * By the suffix automaton of the earlier text (Blumer et al., 1985): as long as both texts together take it.
 */
export function findUnchanged(before: string, after: string): readonly Span[] {
  const states = makeAutomaton(readTokens(before).map(({ text }) => text));
  const tokens = readTokens(after);
  const found: Span[] = [];
  let [at, length] = [0, 0]; // the longest stretch that ends here
  const keep = (last: number): void => {
    const [from, to] = [tokens[last - length + 1], tokens[last]];
    if (length >= FEWEST && from && to) found.push({ start: from.start, end: to.end });
  };
  for (const [n, { text }] of tokens.entries()) {
    if (states[at]?.next.has(text) === false) keep(n - 1); // goes on in no place
    while (at !== 0 && states[at]?.next.has(text) === false) {
      at = states[at]?.link ?? 0;
      length = states[at]?.length ?? 0;
    }
    const next = states[at]?.next.get(text);
    if (next === undefined) continue;
    at = next;
    length += 1;
  }
  keep(tokens.length - 1);
  return found;
}

/** Spans as they are kept: `0-812 840-2210`. */
export function formatSpans(spans: readonly Span[]): string {
  return spans.map(({ start, end }) => `${start}-${end}`).join(' ');
}

/** Reads what `formatSpans` wrote; what is garbled is left out. */
export function readSpans(kept: string): readonly Span[] {
  return [...kept.matchAll(/(\d+)-(\d+)/g)].map(([, start, end]) => ({
    start: Number(start),
    end: Number(end),
  }));
}

interface Token extends Span {
  readonly text: string;
}

function readTokens(text: string): readonly Token[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+|\S/gu)].map((found) => ({
    text: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** Stands for all stretches of a text that end at the same places. */
interface State {
  /** Of the longest of them. */
  readonly length: number;
  /** The state of the longest stretch at their end that ends elsewhere too. */
  link: number;
  readonly next: Map<string, number>;
}

function makeAutomaton(tokens: readonly string[]): readonly State[] {
  const states: State[] = [{ length: 0, link: -1, next: new Map() }];
  let last = 0;
  for (const token of tokens) {
    const made = states.length;
    const state: State = { length: (states[last]?.length ?? 0) + 1, link: 0, next: new Map() };
    states.push(state);
    let at = last;
    for (; states[at]?.next.has(token) === false; at = states[at]?.link ?? -1)
      states[at]?.next.set(token, made);
    const to = states[at]?.next.get(token);
    const [from, next] = [states[at], states[to ?? -1]];
    if (to !== undefined && from && next) {
      if (from.length + 1 === next.length) state.link = to;
      else {
        const copy = states.length;
        states.push({ length: from.length + 1, link: next.link, next: new Map(next.next) });
        for (; states[at]?.next.get(token) === to; at = states[at]?.link ?? -1)
          states[at]?.next.set(token, copy);
        next.link = copy;
        state.link = copy;
      }
    }
    last = made;
  }
  return states;
}
