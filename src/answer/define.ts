import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { Question } from './question.ts';
import type { SentenceView } from './view.ts';

/**
 * How this sentence describes whom or what a definition asks about: for "Who is Ann Ode?" the
 * `chief engineer` of `chief engineer Ann Ode`, for "What is Second Proof?" the `her bakery` of `her
 * bakery, Second Proof`. Null where it asks for none, or gives none.
 */
export function findDescription(question: Question, view: SentenceView): Span | null {
  const { terms, asking, verb, kind } = question;
  if (verb !== null || terms.length === 0) return null;
  if (asking === 'who') {
    const role = findRole(question, view);
    if (role !== null) return role;
  }
  return kind === 'definition' ? findBeside(question, view) : null;
}

/** How the story's table of names describes them, where this sentence is the place of it. */
function findRole({ terms }: Question, { story, sentence }: SentenceView): Span | null {
  for (const name of story.names) {
    const { role } = name.named;
    if (role === null || role.start < sentence.start || role.end > sentence.end) continue;
    if (terms.every(({ stem }) => name.stems.has(stem)))
      return withoutLink(story.story.article.text, role);
  }
  return null;
}

/** `a biologist who` without its `who`. */
function withoutLink(text: string, { start, end }: Span): Span {
  const link = /\s+(?:who|which|that|whose)$/iu.exec(text.slice(start, end));
  return { start, end: end - (link?.[0].length ?? 0) };
}

const OPENERS = /^(?:an?|the|one|his|her|its|their|our|former)$/u;
const CLOSERS = /^(?:[,.;:()“”"–—]|who|which|that|where|when|whose|and|but)$/u;
const BE = /^(?:is|are|was|were)$/u;
const LONGEST = 25; // tokens

/** What stands right beside the words asked about, and says what they are. */
function findBeside({ terms }: Question, { sentence }: SentenceView): Span | null {
  const { tokens } = sentence;
  const isAsked = ({ stem }: Token): boolean => terms.some((term) => term.stem === stem);
  for (let from = 0; from < tokens.length; from += 1) {
    let to = from;
    while (to < tokens.length && isAsked(tokens[to] as Token)) to += 1;
    const here = new Set(tokens.slice(from, to).map(({ stem }) => stem));
    if (!terms.every(({ stem }) => here.has(stem))) continue;
    const found = after(tokens, to) ?? before(tokens, from);
    if (found !== null) return found;
    from = to;
  }
  return null;
}

/** `NAME, a painter, …`, `NAME is the council's engineer`. */
function after(tokens: readonly Token[], at: number): Span | null {
  const closed = /^[”"’]$/u.test(tokens[at]?.text ?? '') ? at + 1 : at;
  const link = tokens[closed];
  if (link === undefined || (link.text !== ',' && !BE.test(link.lower))) return null;
  const from = closed + 1;
  if (!OPENERS.test(tokens[from]?.lower ?? '')) return null;
  let to = from + 1;
  while (to < tokens.length && to - from < LONGEST && !CLOSERS.test(tokens[to]?.lower ?? ''))
    to += 1;
  return spanOf(tokens, from, to);
}

/** `her bakery, NAME`, `fast bowler NAME`. */
function before(tokens: readonly Token[], at: number): Span | null {
  const isApposed = tokens[at - 1]?.text === ',';
  const to = isApposed ? at - 1 : at;
  let from = to;
  while (/^(?:ADJ|NOUN|PROPN|NUM)$/u.test(tokens[from - 1]?.tag ?? '')) from -= 1;
  if (from === to || tokens[to - 1]?.tag !== 'NOUN') return null;
  const opens = OPENERS.test(tokens[from - 1]?.lower ?? '');
  if (isApposed && !opens) return null;
  return spanOf(tokens, opens && isApposed ? from - 1 : from, to);
}

function spanOf(tokens: readonly Token[], from: number, to: number): Span | null {
  const [first, last] = [tokens[from], tokens[to - 1]];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}
