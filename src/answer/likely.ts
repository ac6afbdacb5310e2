import type { Weighed } from './reading.ts';

const NO_WORD = /^(?:a|an|the|[^\p{L}\p{N}]+)$/u; // what scorers of answers leave out, too

// Trust that was learnt from an encyclopaedia is too sure on news: 1.2 as a temperature brings NewsQA (dev)
// 1.3 points of F1, and SQuAD 2 no F1 but 1.6 points of exact answers.
const COOLED = 1 / 1.2;

/** A phrase, and the token F1 to expect of it, from 0 to 1. */
interface Likely {
  readonly phrase: Weighed;
  readonly expected: number;
}

/**
 * Of the phrases of one sentence the one whose words are likeliest to be the answer's: that with the
 * most token F1 to expect, each other phrase weighing its share of the trust (minimum Bayes risk:
 * Kumar and Byrne, HLT-NAACL 2004). `nets, boats and rope` before `nets` when both are
 * likely, where the likeliest alone would be a piece. Null of none.
 */
export function likeliest(phrases: readonly Weighed[]): Likely | null {
  const [first] = phrases;
  if (first === undefined) return null;
  const words = countWords(first);
  const length = (from: number, to: number): number =>
    to > from ? (words[to] ?? 0) - (words[from] ?? 0) : 0;
  const expect = (one: Weighed, weights: readonly number[]): number =>
    phrases.reduce((sum, other, i) => {
      const shared = length(Math.max(one.from, other.from), Math.min(one.to, other.to));
      const all = length(one.from, one.to) + length(other.from, other.to);
      return sum + (all === 0 ? 0 : ((weights[i] ?? 0) * 2 * shared) / all);
    }, 0);
  const shares = phrases.map(({ share }) => share);
  const cooled = shares.map((share) => share ** COOLED);
  const worth = phrases.map((one) => expect(one, cooled));
  const phrase = phrases[worth.indexOf(Math.max(...worth))] ?? first;
  return { phrase, expected: expect(phrase, shares) };
}

/** How many words stand before each token of the phrases' sentence. */
function countWords({ scene }: Weighed): Int32Array {
  const counts = new Int32Array(scene.tokens.length + 1);
  scene.tokens.forEach(({ lower }, i) => {
    counts[i + 1] = (counts[i] ?? 0) + (NO_WORD.test(lower) ? 0 : 1);
  });
  return counts;
}
