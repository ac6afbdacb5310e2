import { isTitle } from '../text/lexicon/titles.ts';
import type { Token } from '../text/tokens.ts';
import type { SentenceView } from './view.ts';

/** A stretch of a sentence's tokens: `from` to `to` (exclusive). */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const LONGEST = 10; // tokens of a phrase; longer answers are clauses
const LONGEST_CLAUSE = 28;
const MOST_TOKENS = 90; // of a sentence: what lies further back is left out

const QUOTE = /^["“”]$/u;

const NO_START = new Set(['PUNCT', 'CCONJ', 'PART', 'SPACE', 'INTJ']);
const NO_END = new Set(['PUNCT', 'CCONJ', 'DET', 'ADP', 'AUX', 'SCONJ', 'PART', 'SPACE']);
const CLAUSE_START = new Set([
  'SCONJ',
  'VERB',
  'PART',
  'ADP',
  'DET',
  'PRON',
  'NOUN',
  'PROPN',
  'ADJ',
]);

/** Every stretch of a sentence that could be an answer: phrases, and longer ones up to a clause's end. */
export function findStretches({ sentence, facts }: SentenceView): readonly Stretch[] {
  const { tokens } = sentence;
  const found: Stretch[] = [];
  const count = Math.min(tokens.length, MOST_TOKENS);
  const ends = new Set(facts.map(({ to }) => to)); // names, times and amounts end here
  const inside = new Set(facts.flatMap(({ from, to }) => range(from + 1, to)));
  const isBreak = (at: number): boolean =>
    isInsideName(tokens, at, ends) || isAroundOf(tokens, at, inside);
  const mayOpen = tokens.map((_, at) => mayStart(tokens, at) && !isBreak(at));
  const mayClose = tokens.map(
    (_, at) =>
      mayEnd(tokens, at + 1) &&
      !isCutShort(tokens, at + 1, ends) &&
      !isAroundOf(tokens, at + 1, inside),
  );
  let isQuoted = false; // whether `from` stands between quotation marks
  for (let from = 0; from < count; from += 1) {
    if (QUOTE.test(tokens[from]?.text ?? '')) isQuoted = !isQuoted;
    if (mayOpen[from] !== true) continue;
    const opensClause = CLAUSE_START.has(tokens[from]?.tag ?? '');
    const open = { quotes: 0, brackets: 0 };
    for (let to = from + 1; to <= Math.min(count, from + LONGEST_CLAUSE); to += 1) {
      const { text = '' } = tokens[to - 1] ?? {};
      if (/^[;:]$/u.test(text) || (text === ')' && open.brackets === 0)) break;
      if (QUOTE.test(text)) {
        if (isQuoted) break; // `Tides” and “Sand`
        open.quotes += 1;
      }
      open.brackets += text === '(' ? 1 : text === ')' ? -1 : 0;
      if (to === from + 1 && tokens[from]?.tag === 'PRON') continue; // "he" answers nobody
      if (mayClose[to - 1] !== true || open.brackets > 0 || open.quotes % 2 === 1) continue;
      if (to - from <= LONGEST || (opensClause && endsClause(tokens, to))) found.push({ from, to });
    }
  }
  return found;
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

/** `Secretary of | State Ann Ode`, `Ministry | of Commerce`: inside a name, beside its `of`. */
function isAroundOf(tokens: readonly Token[], at: number, inside: ReadonlySet<number>): boolean {
  return inside.has(at) && (tokens[at - 1]?.lower === 'of' || tokens[at]?.lower === 'of');
}

/** `New | York`, but not `on Monday | President Bush`: a name is not begun in its middle. */
function isInsideName(tokens: readonly Token[], at: number, ends: ReadonlySet<number>): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (before?.tag !== 'PROPN' || token?.tag !== 'PROPN' || ends.has(at)) return false;
  return !isTitle(before.lower);
}

/** `an assistant U.S. | attorney`: words that belong to the noun after them. */
function isCutShort(tokens: readonly Token[], to: number, ends: ReadonlySet<number>): boolean {
  const [token, next] = [tokens[to - 1], tokens[to]];
  if (token === undefined || next === undefined || next.start > token.end + 1) return false;
  if (token.tag === 'PROPN' && next.tag === 'PROPN') return !ends.has(to) && !isTitle(token.lower);
  return /^(?:ADJ|PROPN|NOUN)$/u.test(token.tag) && next.tag === 'NOUN' && !ends.has(to);
}

/** No mark, no `and`, not inside `New | York` or `3 | .5`; `to` opens a clause. */
function mayStart(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined) return false;
  if (token.lower === 'to' || /^[$£€¥#]$/u.test(token.text)) return true;
  if (NO_START.has(token.tag) || !/[\p{L}\p{N}]/u.test(token.text)) return false;
  return !(before !== undefined && /^[$£€¥]$/u.test(before.text));
}

function mayEnd(tokens: readonly Token[], to: number): boolean {
  const token = tokens[to - 1];
  if (token === undefined) return false;
  if (token.text === '%' || token.text === ')') return true;
  if (NO_END.has(token.tag) || !/[\p{L}\p{N}]/u.test(token.text)) return false;
  const next = tokens[to];
  return !(next !== undefined && next.text === '%' && next.start === token.end);
}

function endsClause(tokens: readonly Token[], to: number): boolean {
  const next = tokens[to];
  if (next === undefined || next.tag === 'PUNCT' || next.tag === 'SCONJ') return true;
  return /^(?:and|but|or|which|who|that|when|while|after|before|because)$/u.test(next.lower);
}
