import { createRequire } from 'node:module';
import { findSites } from './sites.ts';
import type { Span } from './span.ts';
import { stem } from './stem.ts';
import { seeThrough } from './unseen.ts';

/** A word or mark of a text as it is seen, its place, and its kind. */
export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  /** Universal part of speech as wink-nlp gives it: NOUN, PROPN, VERB, AUX, ADP, PUNCT, … */
  readonly tag: string;
  readonly lemma: string;
  readonly stem: string;
}

type Read = (text: string) => readonly Tagged[];

interface Tagged {
  readonly text: string;
  readonly tag: string;
  readonly lemma: string;
}

let read: Read | undefined; // wink takes 200 ms to load: only when a text is read
let english: ReadonlySet<string> | undefined;

/**
 * The tokens of a text with exact offsets, tagged by wink-nlp. Line ends and spaces are no tokens.
 * `offset` is where the text starts in a longer one.
 */
export function readTokens(text: string, offset = 0): readonly Token[] {
  const { seen, spanOf } = seeThrough(text);
  const flat = flatten(seen);
  const tokens: Token[] = [];
  const sites = findSites(flat);
  let at = 0;
  let site = 0;
  for (const { text: found, tag: as, lemma: base } of tagAll(flat)) {
    const from = flat.indexOf(found, at);
    if (found.trim() === '' || from < 0) continue;
    at = from + found.length;
    while ((sites[site]?.[1] ?? at) <= from) site += 1;
    const [first = at, last = at] = sites[site] ?? [];
    if (first < from && at <= last) continue; // told with the site's first word
    const isSite = first === from && at <= last;
    const to = isSite ? last : at;
    const words = seen.slice(from, to);
    const { start, end } = spanOf(from, to);
    const isKnown =
      isSite || (/^(?:VERB|AUX)$/.test(as) && isHalfOfName(tokens, start + offset, words));
    const [tag, lemma] = isKnown ? ['PROPN', words.toLowerCase()] : [as, base];
    const lower = words.toLowerCase();
    tokens.push({
      start: start + offset,
      end: end + offset,
      text: words,
      lower,
      tag,
      lemma,
      stem: stem(lower),
    });
  }
  return tokens;
}

/** `Ann Ode-Grant`, `Ode-Ward`: a verb by its looks, behind a name and its hyphen. */
function isHalfOfName(before: readonly Token[], start: number, word: string): boolean {
  const [name, hyphen] = before.slice(-2);
  const isTied = hyphen?.text === '-' && hyphen.end === start && hyphen.start === name?.end;
  return (
    isTied &&
    name.tag === 'PROPN' &&
    /^\p{Lu}\p{Ll}/u.test(name.text) &&
    /^\p{Lu}\p{Ll}/u.test(word)
  );
}

// wink takes seconds for a run of 20,000 letters without a space: such a run is one word of no kind.
const ENDLESS_LENGTH = 400;
const ENDLESS = new RegExp(`\\S{${ENDLESS_LENGTH},}`, 'g');

function tagAll(flat: string): readonly Tagged[] {
  read ??= loadWink();
  if (flat.length < ENDLESS_LENGTH) return read(flat);
  const tagged: Tagged[] = [];
  let from = 0;
  for (const { 0: run, index } of flat.matchAll(ENDLESS)) {
    tagged.push(...read(flat.slice(from, index)), { text: run, tag: 'X', lemma: run });
    from = index + run.length;
  }
  return from === 0 ? read(flat) : [...tagged, ...read(flat.slice(from))];
}

/**
 * The same length, with what confuses the tagger made plain: control marks, odd spaces, curly `’`, letters
 * past Latin-1 (it parts `Ż` from `muda`), a mark before a single letter (`‘A warning`).
 */
function flatten(text: string): string {
  return text
    .replace(/(?![ \n])[\s\p{Cc}\p{Zs}\u2028\u2029]/gu, ' ')
    .replace(/[‘’]/g, "'")
    .replace(/(?<![\p{L}\p{N}])'(?=A\s)/gu, '"')
    .replace(/[\u0100-\u024f\u1e00-\u1eff]/g, plainLetter);
}

const LIGATED: Readonly<Record<string, string>> = {
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'n',
  œ: 'o',
  ŧ: 't',
};

/** `Ż` → `Z`, `ł` → `l`: the letter without what stands on it or goes through it. */
function plainLetter(letter: string): string {
  const [base = letter] = letter.normalize('NFD');
  const lower = base.toLowerCase();
  const plain = LIGATED[lower] ?? lower;
  return base === lower ? plain : plain.toUpperCase();
}

/** A wink model, with the caches to which it adds the words it meets. */
interface Model {
  readonly core: () => Core;
  readonly metaCER: () => unknown;
}

interface Core {
  readonly features: {
    readonly lexeme: { readonly hash: Record<string, number>; readonly list: readonly string[] };
  };
}

/** Whether a word in small letters is one of English, in the plural too: `leaks`, `maths`, not `orban`. */
export function isEnglishWord(word: string): boolean {
  read ??= loadWink();
  return english?.has(word) || english?.has(word.replace(/s$/, '')) || false;
}

interface Wink {
  readonly its: { readonly pos: unknown; readonly lemma: unknown; readonly value: unknown };
  readonly readDoc: (text: string) => { tokens: () => { out: (what: unknown) => string[] } };
}

const MOST_MET = 100_000; // words: wink keeps them in memory until it is rebuilt, which takes 90 ms

/**
 * A tagger without memory. wink-nlp treats any word it has met as known, and then splits others
 * differently: so what a text added is removed afterwards, and the same text has the same tokens in
 * every process and order.
 */
function loadWink(): Read {
  const { words, readWith } = createTagger(MOST_MET);
  english = words;
  return readWith;
}

/** A tagger that is rebuilt after so many words that it did not know, and the words that it knows. */
export function createTagger(mostMet: number): {
  readonly words: ReadonlySet<string>;
  readonly readWith: Read;
} {
  let { wink, lexeme } = makeWink();
  const known = lexeme.list.length;
  const words = new Set(lexeme.list);
  const readWith: Read = (text) => {
    if (lexeme.list.length > known + mostMet) ({ wink, lexeme } = makeWink());
    const before = lexeme.list.length;
    const tagged = tag(wink, text);
    for (const word of lexeme.list.slice(before)) delete lexeme.hash[word];
    return tagged;
  };
  return { words, readWith };
}

/** Whether the tagger's word list has a word, in lower case: `pillars`, not `pil`. */
export function isKnownWord(word: string): boolean {
  known ??= (createRequire(import.meta.url)('wink-eng-lite-web-model') as Model).core().features
    .lexeme.hash;
  return known[word] !== undefined;
}

let known: Readonly<Record<string, number>> | undefined;

function makeWink(): Core['features'] & { readonly wink: Wink } {
  const require = createRequire(import.meta.url);
  const make = require('wink-nlp') as (model: Model, pipe: readonly string[]) => Wink;
  const model = require('wink-eng-lite-web-model') as Model;
  const core = model.core();
  // each call quotes what the last one gave, in twice the length: the twenty-first is too long for a string
  entities ??= model.metaCER();
  return {
    wink: make({ ...model, core: () => core, metaCER: () => entities }, ['pos']),
    ...core.features,
  };
}

let entities: unknown;

function tag(wink: Wink, text: string): readonly Tagged[] {
  const tokens = wink.readDoc(text).tokens();
  const tags = tokens.out(wink.its.pos);
  const lemmas = tokens.out(wink.its.lemma);
  return tokens
    .out(wink.its.value)
    .map((value, i) => ({ text: value, tag: tags[i] ?? 'X', lemma: lemmas[i] ?? value }));
}
