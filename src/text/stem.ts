import { createRequire } from 'node:module';

// The stemmer is a CommonJS package without types: its one entrance is here.
const require = createRequire(import.meta.url);
const stemWord = require('wink-porter2-stemmer') as (word: string) => string;

const LONGEST_WORD = 60; // letters: longer than any English word

/** A word's Porter2 stem, lower case: `Elections` → `elect`. `'s` and dots are taken off first. */
export function stem(word: string): string {
  const bare = word
    .toLowerCase()
    .replace(/[’']s$|[’']$/u, '')
    .replaceAll('.', '');
  if (bare.length > LONGEST_WORD) return bare; // the stemmer takes seconds for 20,000 letters
  return bare === '' ? word.toLowerCase() : stemWord(bare);
}
