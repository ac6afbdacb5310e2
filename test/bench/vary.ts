import { readdirSync, readFileSync } from 'node:fs';
import type { Incoming } from '../../src/ingest/incoming.ts';

const PARAGRAPHS = 10;
const FOLDER = 'test/stories';

/** Numbers from 0 to 1 that are the same at each run (mulberry32). */
export function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Stories made of paragraphs of the test stories, with other names and numbers in each. */
export function varyStories(count: number): readonly Incoming[] {
  return [...varied(count)];
}

/** The same, one after the other: a hundred thousand are never in memory at once. */
export function* varied(count: number): Generator<Incoming> {
  const random = makeRandom(1);
  const paragraphs = readdirSync(FOLDER).flatMap((file) =>
    readFileSync(`${FOLDER}/${file}`, 'utf8')
      .split(/\n+/)
      .filter((line) => line.length > 120),
  );
  for (let i = 0; i < count; i += 1) {
    const names = new Map<string, string>();
    const rename = (name: string): string => {
      const known = names.get(name) ?? makeName(random);
      names.set(name, known);
      return known;
    };
    const chosen = Array.from({ length: PARAGRAPHS }, () => {
      const paragraph = paragraphs[Math.floor(random() * paragraphs.length)] ?? '';
      return paragraph
        .replace(/(?<=[a-z,] )\p{Lu}\p{Ll}{3,}/gu, rename)
        .replace(/\d+/g, () => String(10 + Math.floor(random() * 900)));
    });
    yield {
      name: `story-${i}`,
      text: `${chosen.join('\n\n')}\n`,
      format: 'txt',
      known: null,
      byline: null,
      tags: [],
      origin: `story-${i}`,
      note: null,
    };
  }
}

const SYLLABLES = 'ba ke li mo ru ta ven dor sil mar pin gro tul fen wick ham ley ston'.split(' ');

function makeName(random: () => number): string {
  const parts = Array.from({ length: 2 + Math.floor(random() * 2) }, () => {
    return SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? '';
  });
  const name = parts.join('');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
