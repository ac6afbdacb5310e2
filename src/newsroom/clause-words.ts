import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';

/** A word of a passage; words joined by a hyphen are one: `ice-blocked`. */
export interface Word extends Span {
  readonly text: string;
  readonly lower: string;
  readonly tag: string;
  readonly lemma: string;
  readonly stem: string;
  /** Whether a comma, a colon, a bracket or a dash stands before it. */
  readonly parted: boolean;
  /** Whether it stands between quotation marks. */
  readonly quoted: boolean;
}

/** The words of a passage without its marks. */
export function readClauseWords(tokens: readonly Token[]): readonly Word[] {
  const words: Word[] = [];
  let parted = true;
  let quoted = false;
  let joins = false;
  for (const token of tokens) {
    const last = words.at(-1);
    if (/^["“”]$/.test(token.text)) {
      quoted = token.text === '“' || (token.text === '"' && !quoted);
    } else if (token.text === '-' && last?.end === token.start && !parted) {
      joins = true;
      continue;
    } else if (/[\p{L}\p{N}$£€%]/u.test(token.text)) {
      if (joins && last !== undefined && token.start - last.end === 1) {
        words[words.length - 1] = joined(last, token);
      } else {
        const { start, end, text, lower, tag, lemma, stem } = token;
        words.push({ start, end, text, lower, tag, lemma, stem, parted, quoted });
      }
      parted = false;
    } else if (!/^[*_'’.]+$/.test(token.text)) parted = true;
    joins = false;
  }
  return words;
}

/** `Norway-based`: describes as an adjective does, unless a name or noun ends it. */
function joined(word: Word, token: Token): Word {
  const named = /^(?:PROPN|NOUN)$/.test(token.tag) ? token.tag : 'ADJ';
  return {
    ...word,
    end: token.end,
    text: `${word.text}-${token.text}`,
    lower: `${word.lower}-${token.lower}`,
    lemma: `${word.lower}-${token.lemma}`,
    tag: named,
  };
}

/** A noun with what stands before it: `the former manager`; `to` is behind its last word. */
export interface Noun {
  readonly from: number;
  /** Position of the word that it is about. */
  readonly head: number;
  readonly to: number;
  /** Behind what `of` and other prepositions add: `manager of a seaside care home`. */
  readonly wide: number;
}

const BEFORE_NOUN = /^(?:DET|ADJ|NUM|NOUN|PROPN|SYM)$/;
const OWNERS = /^(?:his|her|its|their|my|our|your)$/;
const ALONE =
  /^(?:he|she|it|they|we|i|you|who|this|that|these|those|there|what|which|everyone|everybody|anyone|someone|nobody|him|them|us|me)$/;

/** The nouns of a passage in order. */
export function readNouns(words: readonly Word[]): readonly Noun[] {
  const bases: { from: number; head: number; to: number }[] = [];
  for (let at = 0; at < words.length; ) {
    const to = baseEnd(words, at);
    const head = headIn(words, at, to);
    if (head >= 0) bases.push({ from: at, head, to: head + 1 });
    at = Math.max(at + 1, head >= 0 ? head + 1 : to);
  }
  return bases.map((base, i) => ({ ...base, wide: widened(words, bases, i) }));
}

function baseEnd(words: readonly Word[], from: number): number {
  let to = from;
  for (; to < words.length; to += 1) {
    const word = words[to];
    if (word === undefined || (to > from && word.parted && word.tag !== 'ADJ')) break;
    if (ALONE.test(word.lower) && word.tag !== 'DET') return to === from ? to + 1 : to;
    const begins = to > from && (word.tag === 'DET' || OWNERS.test(word.lower));
    if (begins && !/^(?:all|both|half)$/.test(words[to - 1]?.lower ?? '')) break;
    const fits =
      BEFORE_NOUN.test(word.tag) ||
      OWNERS.test(word.lower) ||
      (/^['’]s$/.test(word.lower) && to > from) ||
      (/^(?:at|more|fewer|less|than|up|least|about|nearly|almost|some|around)$/.test(word.lower) &&
        isCountAhead(words, to));
    if (!fits) break;
  }
  return to;
}

/** `at least 41 people`, `more than 1,400 bus drivers`. */
function isCountAhead(words: readonly Word[], at: number): boolean {
  const ahead = words.slice(at, at + 3).map((one) => one.tag);
  const count = ahead.indexOf('NUM');
  return count > 0 && !words.slice(at + 1, at + count + 1).some((one) => one.parted);
}

function headIn(words: readonly Word[], from: number, to: number): number {
  for (let at = to - 1; at >= from; at -= 1) {
    const word = words[at];
    if (word === undefined) continue;
    if (/^(?:NOUN|PROPN)$/.test(word.tag) || ALONE.test(word.lower)) return at;
  }
  const last = words[to - 1];
  return last !== undefined && /^(?:NUM|ADJ)$/.test(last.tag) && to > from ? to - 1 : -1;
}

const MOST_WIDE = 12; // words

/** `dozens of rescuers in China`, `Negotiators from the Union and the Bloc`. */
function widened(
  words: readonly Word[],
  bases: readonly { readonly from: number; readonly to: number }[],
  at: number,
): number {
  const first = bases[at];
  if (first === undefined) return 0;
  let to = first.to;
  for (let i = at + 1; i < bases.length; i += 1) {
    const next = bases[i];
    const joint = words[to];
    if (next === undefined || joint === undefined || next.from !== to + 1) break;
    const joins =
      /^(?:of|in|at|from|for|with|on|and|between|behind|against)$/.test(joint.lower) &&
      !joint.parted &&
      words[next.from]?.parted !== true;
    if (!joins || next.to - first.from > MOST_WIDE) break;
    to = next.to;
  }
  return to;
}

/** A verb with its helpers: `has been found`; from its first word to behind its last. */
export interface Verb {
  readonly from: number;
  readonly main: number;
  readonly to: number;
  /** `-ing` or `to do` without a helper. */
  readonly bare: boolean;
}

/** The verbs of a passage in order. */
export function readVerbs(words: readonly Word[]): readonly Verb[] {
  const found: Verb[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at];
    if (first === undefined || !/^(?:VERB|AUX)$/.test(first.tag)) continue;
    let to = at + 1;
    let main = at;
    for (; to < words.length; to += 1) {
      const next = words[to];
      if (next === undefined || next.parted) break;
      if (/^(?:VERB|AUX)$/.test(next.tag) && words[main]?.tag === 'AUX') main = to;
      else if (!/^(?:ADV|PART)$/.test(next.tag) || /^['’]s$/.test(next.lower)) break;
    }
    const before = words[at - 1]?.lower ?? '';
    found.push({
      from: at,
      main,
      to: main + 1,
      bare: before === 'to' || /.ing$/.test(first.lower),
    });
    at = main;
  }
  return found;
}
