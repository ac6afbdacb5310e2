import { readFileSync } from 'node:fs';

/** How two stems are related according to WordNet: `buy`/`purchase`, `inventor`/`invent`, `soccer`/`sport`. */
export type Relation = 'synonym' | 'near' | 'derived' | 'broader' | 'narrower' | 'opposite';

const RELATIONS: readonly Relation[] = [
  'synonym',
  'near',
  'derived',
  'broader',
  'narrower',
  'opposite',
];

interface Thesaurus {
  readonly words: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  readonly categories: string;
  readonly bytes: Buffer;
  /** Where the links of each word begin in `bytes`. */
  readonly starts: Uint32Array;
}

let thesaurus: Thesaurus | undefined;

/** The stems related to a stem, each with its relation; none for a stem not in WordNet. */
export function relatedStems(stem: string): ReadonlyMap<string, Relation> {
  thesaurus ??= load();
  const { words, places, bytes, starts } = thesaurus;
  const place = places.get(stem);
  const related = new Map<string, Relation>();
  if (place === undefined) return related;
  let at = starts[place] ?? 0;
  let left: number;
  [left, at] = readNumber(bytes, at);
  for (let other = 0; left > 0; left -= 1) {
    let link: number;
    [link, at] = readNumber(bytes, at);
    other += Math.floor(link / 8);
    related.set(words[other] ?? '', RELATIONS[link % 8] ?? 'near');
  }
  return related;
}

/** WordNet's category of a noun's usual meaning, 3 (top) to 28 (time); 0 if it is not a noun. */
export function categoryOf(stem: string): number {
  thesaurus ??= load();
  const place = thesaurus.places.get(stem);
  return place === undefined ? 0 : thesaurus.categories.charCodeAt(place) - 48;
}

function load(): Thesaurus {
  const url = new URL('./synonyms.weights.json', import.meta.url);
  const table = JSON.parse(readFileSync(url, 'utf8')) as Record<
    'words' | 'categories' | 'links',
    string
  >;
  const words = table.words.split(' ');
  const bytes = Buffer.from(table.links, 'base64');
  const starts = new Uint32Array(words.length);
  for (let place = 0, at = 0; place < words.length; place += 1) {
    starts[place] = at;
    let left: number;
    [left, at] = readNumber(bytes, at);
    for (; left > 0; left -= 1) while ((bytes[at++] ?? 0) > 127);
  }
  return {
    words,
    places: new Map(words.map((word, i) => [word, i])),
    categories: table.categories,
    bytes,
    starts,
  };
}

/** A number in groups of seven bits, lowest first, and the place after it. */
function readNumber(bytes: Buffer, from: number): readonly [number, number] {
  let value = 0;
  let unit = 1;
  for (let at = from; ; at += 1) {
    const byte = bytes[at] ?? 0;
    value += (byte % 128) * unit;
    if (byte < 128) return [value, at + 1];
    unit *= 128;
  }
}
