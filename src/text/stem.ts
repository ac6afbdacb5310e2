import { createRequire } from 'node:module';
import { ONE_FORM } from './lexicon/forms.ts';

// The stemmer is a CommonJS package without types: its one entrance is here.
const require = createRequire(import.meta.url);
const stemWord = require('wink-porter2-stemmer') as (word: string) => string;

const LONGEST_WORD = 60; // letters: longer than any English word

const MOST_KNOWN = 20_000; // words: what a few hundred stories are made of, in 2 MB
const known = new Map<string, string>();

/**
 * A word's Porter2 stem, lower case: `Elections` → `elect`. `'s` and dots are taken off first, irregular
 * forms, abbreviations and spellings are brought to one: `began` → `begin`, `Gov.` → `governor`,
 * `colour` → `color`, `3` → `three`.
 */
export function stem(word: string): string {
  const found = known.get(word);
  if (found !== undefined) return found;
  const made = makeStem(word);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(word, made);
  return made;
}

function makeStem(word: string): string {
  const bare = word
    .toLowerCase()
    .replace(/[’']s$|[’']$/u, '')
    .replaceAll('.', '');
  if (bare.length > LONGEST_WORD) return bare; // the stemmer takes seconds for 20,000 letters
  return bare === '' ? word.toLowerCase() : stemWord(ONE_FORM.get(bare) ?? spellOneWay(bare));
}

/** What is spelt by rule in two ways, in one that stems well: `organize` would be an `organ`. */
export function spellOneWay(word: string): string {
  return word
    .replace(/(?<=\w{3})iz(?=(?:e[drs]?|ers|ing|ations?)$)/u, 'is')
    .replace(/(?<=\w{3})our(?=(?:s|ed|ing|ers?|hoods?|ites?|able|ful|ly|less)?$)/u, 'or')
    .replace(/(?<=[aeiou][^aeiou]+[ae])ll(?=(?:ed|ing|ers?)$)/u, 'l');
}
