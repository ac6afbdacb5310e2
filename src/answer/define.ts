import { isKin } from '../story/name-roles.ts';
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
  if (asking === 'who' || kind === 'definition') {
    const role = findRole(question, view);
    if (role !== null) return role;
  }
  return kind === 'definition' ? findBeside(question, view) : null;
}

// Whose relative somebody is answers "Who is she?", not "What is her job?".
const CLOSE = /^(?:child|partner|parent|sibling|cousin|friend|neighbou?r|grand\p{Ll}+)$/u;

/** How the story's table of names describes them, where this sentence is the place of it. */
function findRole({ terms, asking }: Question, { story, sentence }: SentenceView): Span | null {
  const { text } = story.story.article;
  for (const name of story.names) {
    const { role } = name.named;
    if (role === null || role.start < sentence.start || role.end > sentence.end) continue;
    if (asking !== 'who' && isRelative(text, role)) continue;
    if (terms.every(({ stem }) => name.stems.has(stem))) return withoutLink(text, role);
  }
  return null;
}

function isRelative(text: string, { start, end }: Span): boolean {
  const [noun = ''] = /\p{L}+(?:-in-law)?$/u.exec(text.slice(start, end)) ?? [];
  return isKin(noun) || CLOSE.test(noun);
}

/** `a biologist who lives there` without what the `who` opens. */
function withoutLink(text: string, { start, end }: Span): Span {
  const link = /\s+(?:who|which|that|whose)(?!\p{L})/iu.exec(text.slice(start, end));
  return { start, end: link === null ? end : start + link.index };
}

const OPENERS = /^(?:an?|the|one|his|her|its|their|our|former)$/u;
const CLOSERS = /^(?:[,.;:()“”"–—]|who|which|that|where|when|whose|and|but)$/u;
const BE = /^(?:is|are|was|were)$/u;
const USED = /^(?:used|made|known|designed|meant|found|caused)$/u;
const LONGEST = 25; // tokens

/** What stands right beside the words asked about, and says what they are. */
function findBeside({ terms, asking }: Question, { sentence, story }: SentenceView): Span | null {
  const { text } = story.story.article;
  const { tokens } = sentence;
  const isAsked = ({ stem }: Token): boolean => terms.some((term) => term.stem === stem);
  for (let from = 0; from < tokens.length; from += 1) {
    let to = from;
    while (to < tokens.length && isAsked(tokens[to] as Token)) to += 1;
    const here = new Set(tokens.slice(from, to).map(({ stem }) => stem));
    if (!terms.every(({ stem }) => here.has(stem))) continue;
    const described = [after(tokens, to), before(tokens, from), clause(tokens, to)];
    if (asking === 'what') described.push(use(tokens, to));
    const found = described.find(
      (span) => span !== null && (asking === 'who' || !isRelative(text, span)),
    );
    if (found) return found;
    from = to;
  }
  return null;
}

/** `NAME, a painter, …`, `NAME, 52, is the council's engineer`. */
function after(tokens: readonly Token[], at: number): Span | null {
  const closed = afterAge(tokens, /^[”"’]$/u.test(tokens[at]?.text ?? '') ? at + 1 : at);
  const link = tokens[closed];
  if (link === undefined || (link.text !== ',' && !BE.test(link.lower))) return null;
  const from =
    link.text === ',' && BE.test(tokens[closed + 1]?.lower ?? '') ? closed + 2 : closed + 1;
  if (!OPENERS.test(tokens[from]?.lower ?? '')) return null;
  let to = from + 1;
  while (to < tokens.length && to - from < LONGEST && !CLOSERS.test(tokens[to]?.lower ?? ''))
    to += 1;
  return spanOf(tokens, from, to);
}

/** Where it goes on behind an age: `, 52,`. */
function afterAge(tokens: readonly Token[], at: number): number {
  const [open, age, close] = tokens.slice(at, at + 3).map(({ text }) => text);
  return open === ',' && close === ',' && /^\d{1,3}$/u.test(age ?? '') ? at + 2 : at;
}

/** `NAME is used to treat coughing`, `NAME, used by bakers`: what it is for or made of. */
function use(tokens: readonly Token[], at: number): Span | null {
  const link = tokens[at];
  if (link === undefined || (link.text !== ',' && !BE.test(link.lower))) return null;
  const from = at + 1;
  if (!USED.test(tokens[from]?.lower ?? '') || !/^(?:ADP|PART)$/u.test(tokens[from + 1]?.tag ?? ''))
    return null;
  const end = tokens.findIndex(({ text }, i) => i > from && /^[,.;:!?“”"]$/u.test(text));
  return end < 0 || end - from > LONGEST ? null : spanOf(tokens, from, end);
}

/** `NAME, which handles the billing,`, `NAME, 34, who works as a vet`. */
function clause(tokens: readonly Token[], at: number): Span | null {
  const link = afterAge(tokens, at);
  const isLinked =
    tokens[link]?.text === ',' && /^(?:who|which)$/u.test(tokens[link + 1]?.lower ?? '');
  if (!isLinked || !/^(?:VERB|NOUN)$/u.test(tokens[link + 2]?.tag ?? '')) return null;
  const end = tokens.findIndex(({ text }, i) => i > link + 2 && /^[,.;:!?“”"]$/u.test(text));
  return end - link > LONGEST || end < 0 ? null : spanOf(tokens, link + 2, end);
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
