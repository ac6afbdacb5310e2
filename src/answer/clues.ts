import { hashWord, mix } from './hash.ts';
import type { Question } from './question.ts';
import type { Scene } from './scene.ts';
import type { Stretch } from './spans.ts';
import { categoryOf } from './synonyms.ts';

/** How many places the clues are spread over; a weight each. */
export const PLACES = 1 << 16;
/** How many clues a stretch has. */
export const CLUES = 40;

/** What a question brings to every clue: its kind and asking word, and what is asked for, as numbers. */
export interface Key {
  readonly kind: number;
  readonly wide: number;
  readonly focus: number;
  readonly category: number;
  readonly gap: number;
  /** The preposition that ends the question or comes before its asking word: `charged with?`. */
  readonly link: number;
  readonly terms: number;
}

/** The key of a scene's question. */
export function keyOf({ question }: Scene): Key {
  return {
    kind: hashWord(`${question.asking} ${question.kind}`),
    wide: hashWord(question.kind),
    focus: question.focus === null ? 0 : hashWord(question.focus.stem),
    category: question.focus === null ? 0 : categoryOf(question.focus.stem),
    gap: hashWord(question.gap),
    link: linkOf(question),
    terms: question.terms.length,
  };
}

function linkOf({ tokens, at }: Question): number {
  const last = tokens.findLast(({ tag }) => tag !== 'PUNCT');
  const first = tokens[at - 1];
  if (last !== undefined && (last.tag === 'ADP' || last.lower === 'to'))
    return hashWord(last.lower);
  return first !== undefined && first.tag === 'ADP' ? hashWord(first.lower) : 0;
}

/**
 * The clues of a stretch, as places to look weights up at: tags inside and around, words around,
 * what it names or counts, and how it stands to the words of the question. Writes `CLUES` of them.
 */
export function writeClues(
  { tokens, grain, roles, back, ahead, terms, clause, marks, verbs: verbsBefore }: Scene,
  { kind, wide, focus, category, gap, link, terms: count }: Key,
  { from, to }: Stretch,
  out: Uint16Array | Uint32Array,
  at: number,
): void {
  const { tags, words, categories, shapes, chunkStarts, chunkEnds, facts, named } = grain;
  const last = to - 1;
  const n = (array: ArrayLike<number>, i: number): number => array[i] ?? 0;
  const length = to - from;
  const size = length <= 5 ? length : length <= 8 ? 6 : length <= 14 ? 7 : 8;
  const before = from === 0 ? 31 : n(tags, from - 1);
  const after = to >= tokens.length ? 31 : n(tags, to);
  const beforeWord = from === 0 ? 1 : n(words, from - 1);
  const afterWord = to >= tokens.length ? 1 : n(words, to);
  let asked = 0;
  let verbs = 0;
  let head = -1;
  for (let i = from; i < to; i += 1) {
    if (n(roles, i) > 0) asked += 1;
    if (n(tags, i) === 16) verbs += 1;
    if (head < 0 && n(chunkEnds, i) === 1) head = i;
  }
  const headAt = head < 0 ? last : head;
  const wholeFact = isWhole(facts, from, to);
  const factKind = n(facts, from) === 0 ? 0 : 1 + (wholeFact ? 1 : 0);
  const chunk = n(chunkStarts, from) * 2 + n(chunkEnds, last);
  const left = bucket(n(back, from));
  const right = bucket(n(ahead, last));
  const roleBefore = from === 0 ? 0 : n(roles, from - 1);
  const roleAfter = to >= tokens.length ? 0 : n(roles, to);
  const roleBefore2 = from < 2 ? 0 : n(roles, from - 2);
  const tagPair = before * 32 + n(tags, from);
  const endPair = n(tags, last) * 32 + after;
  let shape = 7;
  for (let i = from; i < Math.min(to, from + 3); i += 1) shape = shape * 32 + n(tags, i);
  shape = shape * 32 + n(tags, last);
  const share = asked === 0 ? 0 : asked === length ? 3 : asked * 2 > length ? 2 : 1;
  let k = at;
  const put = (template: number, a: number, b = 0, c = 0): void => {
    out[k] = mix(PLACES, template, a, b, c);
    k += 1;
  };
  put(1, kind, shape, size);
  put(2, wide, tagPair);
  put(3, wide, endPair);
  put(4, kind, tagPair, gap);
  put(5, kind, endPair, size);
  put(6, beforeWord, n(tags, from));
  put(7, afterWord, n(tags, last));
  put(8, kind, beforeWord);
  put(12, kind, n(categories, headAt), n(shapes, headAt));
  put(13, category, n(categories, headAt), n(shapes, headAt));
  put(15, focus, n(categories, headAt), n(named, headAt));
  put(16, kind, factKind * 8 + n(shapes, from), size);
  put(17, kind, n(named, from), wholeFact ? 1 : 0);
  put(18, kind, chunk, verbs > 2 ? 2 : verbs);
  put(19, chunk, size, n(tags, from));
  put(20, kind, size);
  put(21, kind, share, size);
  put(22, share, asked > 3 ? 3 : asked);
  put(23, kind, left, right);
  put(24, gap, left, right);
  put(25, gap * 8 + roleBefore, before, n(tags, from));
  put(26, gap * 8 + roleAfter, after, n(tags, last));
  put(27, kind, roleBefore * 8 + roleBefore2, beforeWord);
  put(28, kind, roleAfter, afterWord);
  put(29, roleBefore * 8 + roleAfter, share, gap);
  put(33, kind, from === 0 ? 1 : from < 4 ? 2 : 3, to >= tokens.length - 2 ? 1 : 0);
  put(34, category * 32 + n(categories, last), n(tags, last), size);
  const leftFar = n(back, from);
  const rightFar = n(ahead, last);
  const leftTerm = leftFar === 99 ? 0 : whichTerm(n(terms, from - leftFar), count);
  const rightTerm = rightFar === 99 ? 0 : whichTerm(n(terms, last + rightFar), count);
  const leftMarks = leftFar === 99 ? 3 : Math.min(2, n(marks, from) - n(marks, from - leftFar));
  const rightMarks = rightFar === 99 ? 3 : Math.min(2, n(marks, last + rightFar) - n(marks, last));
  const leftVerbs =
    leftFar === 99 ? 3 : Math.min(2, n(verbsBefore, from) - n(verbsBefore, from - leftFar + 1));
  const rightVerbs =
    rightFar === 99 ? 3 : Math.min(2, n(verbsBefore, last + rightFar) - n(verbsBefore, last));
  const linked = link === 0 ? 0 : beforeWord === link ? 1 : n(words, from) === link ? 2 : 3;
  put(41, linked, kind);
  put(42, linked, n(tags, from), before);
  put(43, gap, leftTerm, rightTerm);
  put(44, kind, leftTerm * 16 + leftMarks * 4 + leftVerbs, before);
  put(45, kind, rightTerm * 16 + rightMarks * 4 + rightVerbs, after);
  put(46, gap * 4 + leftMarks, leftVerbs * 4 + rightMarks, rightVerbs);
  put(47, n(clause, from), n(clause, last));
  put(48, kind, n(clause, from) >> 1, share);
  put(49, kind, n(roles, last) * 8 + n(roles, from), size);
  put(50, category, n(roles, last) === 1 ? 1 : 0, n(roles, headAt) === 1 ? 1 : 0);
  put(51, leftTerm * 8 + Math.min(7, leftFar), gap, before);
  put(52, rightTerm * 8 + Math.min(7, rightFar), gap, after);
  put(53, kind, Math.min(6, verbsIn(verbsBefore, from, to)), chunk);
}

/** 1 the first term of the question, 2 the last, 3 another, 0 none. */
function whichTerm(term: number, count: number): number {
  if (term === 0) return 0;
  return term === 1 ? 1 : term === count ? 2 : 3;
}

function verbsIn(verbs: Uint8Array, from: number, to: number): number {
  return (verbs[to - 1] ?? 0) - (verbs[from] ?? 0);
}

function isWhole(facts: Uint8Array, from: number, to: number): boolean {
  const fact = facts[from] ?? 0;
  return fact !== 0 && facts[to - 1] === fact && facts[from - 1] !== fact && facts[to] !== fact;
}

function bucket(far: number): number {
  if (far <= 4) return far;
  if (far <= 7) return 5;
  return far <= 12 ? 6 : far < 99 ? 7 : 8;
}
