import type { Token } from '../text/tokens.ts';
import type { QuestionWord } from './answer-kind.ts';

/** Where the answer would be in a plain sentence: before or after the verb. */
export type Gap = 'subject' | 'object' | 'complement';

const LIGHT_VERBS = new Set(['be', 'do', 'have', 'get', 'go', 'take', 'make', 'name', 'happen']);
const ANY = /^any(?:one|body|thing)?$/u; // `any rain on the way?`

/** The asking word and its place: `how many` counts as one. It may come late: "Five are accused of what?" */
export function findQuestionWord(tokens: readonly Token[]): {
  readonly asking: QuestionWord;
  readonly at: number;
} {
  const wh = /^(?:who|whom|whose|who's|what|what's|whats|which|when|where|why|how)$/u;
  const all = tokens.flatMap((token, i) => (wh.test(token.lower) ? [i] : []));
  const first = tokens.find((token) => token.tag !== 'PUNCT');
  const isAsked = first?.tag === 'AUX' || ANY.test(first?.lower ?? '');
  const isYesNo = isAsked && !tokens.slice(-3).some((t) => wh.test(t.lower));
  const at = all[0] ?? -1;
  if (isYesNo) return { asking: 'yes-no', at: -1 };
  if (at < 0) return { asking: 'none', at };
  const word = (tokens[at]?.lower ?? '').replace(/'?s$/u, '');
  const next = tokens[at + 1];
  if (word === 'how' && next?.lower === 'come') return { asking: 'why', at };
  if (word === 'how') return { asking: howAsks(next), at };
  if (/^who(?:se|m)?$/u.test(word)) return { asking: 'who', at };
  if (word === 'what' && next?.lower === 'time') return { asking: 'when', at };
  return { asking: word as QuestionWord, at };
}

function howAsks(next: Token | undefined): QuestionWord {
  if (next?.lower === 'many') return 'how-many';
  if (next?.lower === 'much') return 'how-much';
  return next?.tag === 'ADJ' || /^(?:long|far|often|soon|old|fast)$/u.test(next?.lower ?? '')
    ? 'how-adjective'
    : 'how';
}

/** The noun asked for: right after which/what/how many, or after "what is the". */
export function findFocus(
  tokens: readonly Token[],
  asking: QuestionWord,
  at: number,
): Token | null {
  const from = asking === 'how-many' || asking === 'how-much' ? at + 2 : at + 1;
  if (asking === 'none') return headNoun(tokens, /^names?$/u.test(tokens[0]?.lower ?? '') ? 2 : 0);
  if (!['what', 'which', 'how-many', 'how-much', 'when'].includes(asking)) return null;
  const near = headNoun(tokens, from, asking === 'which'); // "which Beatle"
  if (near !== null || !/^(?:what|which)$/u.test(asking)) return near;
  const be = /^(?:is|are|was|were|'s|be)$/u.test(tokens[from]?.lower ?? '');
  return be ? headNoun(tokens, from + 1) : null;
}

/** The last noun of the noun phrase starting at `from`: `newspaper` in "the biggest newspaper in". */
function headNoun(tokens: readonly Token[], from: number, named = false): Token | null {
  let head: Token | null = null;
  for (const token of tokens.slice(from)) {
    if (head !== null && /^(?:last|next|this|per|each|every)$/u.test(token.lower)) break; // `profit last year`
    if (token.tag === 'NOUN' || (named && token.tag === 'PROPN' && token === tokens[from]))
      head = token;
    else if (!['DET', 'ADJ', 'NUM', 'ADV', 'PROPN', 'PART'].includes(token.tag)) {
      const of =
        token.lower === 'of' && /^(?:kind|type|sort|name|number)s?$/u.test(head?.lower ?? '');
      if (!of) break;
    }
  }
  return head;
}

export function findVerb(tokens: readonly Token[], at: number): Token | null {
  // a capital inside a question marks a name: `the captain of the Northern Resolve`
  const isVerb = (token: Token, i: number): boolean =>
    token.tag === 'VERB' && i !== at && (i === 0 || !/^\p{Lu}/u.test(token.text));
  const verbs = tokens.filter(isVerb);
  const after = verbs.filter((verb) => tokens.indexOf(verb) > at);
  const heavy = (verb: Token): boolean => !LIGHT_VERBS.has(verb.lemma);
  return after.find(heavy) ?? verbs.find(heavy) ?? findMistaggedVerb(tokens, at);
}

/** "What does he advocate?", "Which city hosts the games?": verbs that the tagger takes for nouns. */
function findMistaggedVerb(tokens: readonly Token[], at: number): Token | null {
  const helper = tokens.findIndex(({ lower }, i) => i > at && /^(?:do|does|did)$/u.test(lower));
  for (let i = Math.max(at, helper) + 2; i < tokens.length; i += 1) {
    const [before, token, next] = [tokens[i - 1], tokens[i], tokens[i + 1]];
    if (token?.tag !== 'NOUN' || !isNominal(before)) continue;
    if (helper >= 0 && !isNominal(next)) return token;
    if (helper < 0 && at >= 0 && /s$/u.test(token.lower) && next?.tag === 'DET') return token;
  }
  return null;
}

function isNominal(token: Token | undefined): boolean {
  return token !== undefined && /^(?:NOUN|PROPN|PRON|NUM)$/u.test(token.tag);
}

/** "Who threw it": subject. "What did Ma pledge": object. "What is the price": complement. */
export function findGap(
  tokens: readonly Token[],
  at: number,
  focus: Token | null,
  verb: Token | null,
): Gap {
  if (verb === null) return 'complement';
  const from = focus === null ? at + 1 : tokens.indexOf(focus) + 1;
  const between = tokens.slice(Math.min(from, tokens.indexOf(verb)), tokens.indexOf(verb));
  return between.some((token) => ['NOUN', 'PROPN', 'PRON', 'NUM'].includes(token.tag))
    ? 'object'
    : 'subject';
}
