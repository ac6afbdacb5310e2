import type { CueRange } from './cue.ts';
import type { Unit } from './unit.ts';
import type { Word } from './word.ts';
import { SHAPE } from './word.ts';
import { wordAt } from './word-features.ts';

/** The noun phrases of a unit, each without its modifiers: `a research fellow` `at` `the academy`. */
export interface Chunks {
  /** Number of the phrase each word is in, from 1; 0 outside. */
  readonly of: Int32Array;
  /** First and last position of each phrase, and the word before it if that is a preposition. */
  readonly phrases: readonly Phrase[];
}

/** A noun phrase by positions, half-open. */
export interface Phrase extends CueRange {
  readonly head: Word;
  /** The preposition that governs it, as a hash; 0 for none. */
  readonly preposition: number;
}

const read = new WeakMap<Unit, Chunks>(); // shared by all cues of a unit

/** The noun phrases of a unit. */
export function readChunks(unit: Unit): Chunks {
  const known = read.get(unit);
  if (known !== undefined) return known;
  const of = new Int32Array(unit.words.length);
  const phrases: Phrase[] = [];
  for (let i = 0; i < of.length; i += 1) {
    if (!isNominal(wordAt(unit, i))) continue;
    let to = i + 1;
    while (to < of.length && goesOn(unit, to)) to += 1;
    const before = wordAt(unit, i - 1);
    const preposition = before.token.tag === 'ADP' ? before.form : 0;
    of.fill(phrases.length + 1, i, to);
    phrases.push({ from: i, to, head: wordAt(unit, to - 1), preposition });
    i = to - 1;
  }
  const chunks = { of, phrases };
  read.set(unit, chunks);
  return chunks;
}

const NOMINAL = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON', 'SYM']);

function isNominal({ token, mark }: Word): boolean {
  return mark === 0 && NOMINAL.has(token.tag);
}

function goesOn(unit: Unit, at: number): boolean {
  const word = wordAt(unit, at);
  const { tag, text } = word.token;
  if (tag === 'PART' && /^['’]s?$/.test(text)) return true;
  if (text === '-' && word.shape === SHAPE.other) return true;
  return isNominal(word) && tag !== 'DET' && tag !== 'PRON';
}

/** The phrase with a number; undefined for 0, which means none. */
export function phraseOf(phrases: readonly Phrase[], number: number): Phrase | undefined {
  return number > 0 ? phrases[number - 1] : undefined; // reading before an array's start is slow
}

/**
 * The phrase that may be the subject of a cue, by number from 1; 0 for none: the nearest before it that
 * is not governed by a preposition, looking past an apposition (`Hugh Hill, a doctor, said`).
 */
export function findSubject(unit: Unit, { of, phrases }: Chunks, cue: CueRange): number {
  let i = cue.from - 1;
  while (i >= 0 && /^(?:AUX|ADV|PART)$/.test(wordAt(unit, i).token.tag)) i -= 1;
  if (wordAt(unit, i).shape === SHAPE.comma) i = beforeApposition(unit, i);
  const { sentence } = wordAt(unit, cue.from);
  for (let steps = 0; i >= 0 && steps < 25; steps += 1) {
    const word = wordAt(unit, i);
    if (word.sentence !== sentence || word.mark > 0 || word.shape === SHAPE.stop) return 0;
    const number = of[i] ?? 0;
    const phrase = phraseOf(phrases, number);
    if (phrase === undefined) {
      if (!/^(?:ADP|ADV|ADJ)$/.test(word.token.tag)) return 0;
      i -= 1;
    } else if (phrase.preposition === 0) return number;
    else i = phrase.from - 2;
  }
  return 0;
}

/** The position before the comma that opens the apposition which the comma at `at` closes. */
function beforeApposition(unit: Unit, at: number): number {
  for (let i = at - 1; i >= 0 && at - i < 40; i -= 1) {
    const word = wordAt(unit, i);
    if (word.mark > 0 || word.shape === SHAPE.stop) break;
    if (word.shape === SHAPE.comma) return i - 1;
  }
  return at - 1;
}
