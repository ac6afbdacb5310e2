/** A half-open stretch of a text, in UTF-16 units: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether two spans share at least one UTF-16 unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** From the first start to the last end of some spans; of none, what holds nothing. */
export function reachOf(spans: readonly Span[]): Span {
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const span of spans) {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return { start, end };
}

/** Whether `outer` holds all of `inner`. */
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Those of some spans that overlap one: they are in order and do not overlap each other. */
export function among<One extends Span>(
  spans: readonly One[],
  { start, end }: Span,
): readonly One[] {
  const first = firstWhere(spans, (one) => one.end > start);
  let last = first;
  while (last < spans.length && (spans[last]?.start ?? end) < end) last += 1;
  return spans.slice(first, last);
}

/** Those of some spans in order that lie inside one. */
export function within<One extends Span>(
  spans: readonly One[],
  { start, end }: Span,
): readonly One[] {
  const first = startingAt(spans, start);
  return spans.slice(first, Math.max(first, endingBy(spans, end) + 1));
}

/** The index of the first of spans in order that starts at a position or later; their number if none does. */
export function startingAt(spans: readonly Span[], at: number): number {
  return firstWhere(spans, ({ start }) => start >= at);
}

/** The index of the last of spans in order that ends at a position or earlier; -1 if none does. */
export function endingBy(spans: readonly Span[], at: number): number {
  return firstWhere(spans, ({ end }) => end > at) - 1;
}

/** The index of the first of spans in order that overlaps one; -1 if none does. */
export function indexAt(spans: readonly Span[], { start, end }: Span): number {
  const at = firstWhere(spans, (one) => one.end > start);
  return (spans[at]?.start ?? end) < end ? at : -1;
}

/** The index of the last of spans in order that overlaps one; -1 if none does. */
export function lastIndexAt(spans: readonly Span[], { start, end }: Span): number {
  const at = firstWhere(spans, (one) => one.start >= end) - 1;
  return (spans[at]?.end ?? start) > start ? at : -1;
}

/** The index of the first that holds, by binary search: none before it holds, all after it do. */
export function firstWhere<One>(all: readonly One[], holds: (one: One) => boolean): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = all[middle];
    if (one !== undefined && holds(one)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The span without the white space (of every kind) at its ends. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpace(text, start)) start += 1;
  while (end > start && isSpace(text, end - 1)) end -= 1;
  return { start, end };
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code > 32 && code < 127) return false; // most that are asked for
  return /\s/.test(text.charAt(at));
}
