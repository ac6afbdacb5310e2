import { setTimeout as wait } from 'node:timers/promises';
import type { Archive, Known } from '../../src/archive/archive.ts';
import { memoryArchive } from '../../src/archive/memory.ts';
import { openEngine } from '../../src/archive/opensearch-engine.ts';
import { putEntry } from '../../src/archive/postgres-entries.ts';
import { askable } from '../../src/archive/weights.ts';
import type { OpenDatabase } from '../../src/store/postgres/database.ts';
import type { Story } from '../../src/story/story.ts';
import { standingStems } from '../../src/text/terms.ts';
import type { Token } from '../../src/text/tokens.ts';
import { megabytes, memory } from './measure.ts';

const BATCH = 100; // stories that PostgreSQL is filled with at once
/** The rules that the stems of the bench are kept under. */
export const RULES = 'bench';
const SETTLE = [
  'create index passages_stems on passages using gin (stems)',
  `insert into stems (rules, stem, found)
   select '${RULES}', stem, count(*) from passages, unnest(stems) as stem group by stem`,
  `insert into stems (rules, stem, found) select '${RULES}', '', count(*) from passages`,
  'vacuum analyze passages',
  'vacuum analyze stems',
];
/** Nothing is known of a story of the bench. */
export const KNOWN: Known = { tags: [], byline: null };

/** An engine at work: its archive, how it is filled, how long that has taken, and what it weighs. */
export interface Bench {
  readonly name: string;
  readonly archive: Pick<Archive, 'findPassages'>;
  readonly begin: () => Promise<void>;
  readonly put: (story: Story) => Promise<void>;
  /** From here on each story counts as it comes. */
  readonly settle: () => Promise<void>;
  readonly size: () => Promise<string>;
  readonly times: { all: number; last: number };
}

/** MiniSearch, in this process. */
export async function inMemory(): Promise<Bench> {
  const before = await memory();
  const archive = memoryArchive();
  return {
    name: 'MiniSearch',
    archive,
    ...UNFILLED,
    put: async (story) => {
      archive.add(story, KNOWN);
      // a running bot has few stories open, and the bench none
      archive.place({ ...EMPTY, article: { ...story.article, text: '' } }, KNOWN);
    },
    size: async () => `${megabytes((await memory()) - before)} of memory`,
    times: { all: 0, last: 0 },
  };
}

/** PostgreSQL, filled in bulk, as a restored backup is: row by row a hundred thousand stories take hours. */
export function inDatabase(db: OpenDatabase, archive: Archive): Bench {
  const waiting: Story[] = [];
  let isSettled = false;
  const write = async (): Promise<void> => {
    const stories = waiting.splice(0);
    const rows = stories.flatMap(({ article, sentences }) =>
      sentences.map(({ tokens, index }) => ({ id: article.id, index, stems: stemsOf(tokens) })),
    );
    await db.transaction(async (tx) => {
      for (const story of stories) await putEntry(tx, story, KNOWN);
      await tx.query(
        `insert into passages (rules, story, n, stems) select $1, story, n, string_to_array(one, E'\\n')
         from unnest($2::text[], $3::int[], $4::text[]) as rows (story, n, one)`,
        [
          RULES,
          ...(['id', 'index', 'stems'] as const).map(
            (field) => rows.map((row) => row[field]) as string[],
          ),
        ],
      );
    });
  };
  return {
    name: 'PostgreSQL',
    archive,
    begin: async () => void (await db.query('drop index passages_stems')),
    put: async (story) => {
      if (isSettled) return archive.put(story, KNOWN);
      waiting.push(story);
      if (waiting.length >= BATCH) await write();
    },
    settle: async () => {
      await write();
      isSettled = true;
      for (const sql of SETTLE) await db.query(sql);
    },
    size: async () => {
      const [row] = await db.query<{ bytes: number }>(
        `select (pg_total_relation_size('passages') + pg_total_relation_size('stems'))::float8 as bytes`,
      );
      return `${megabytes(row?.bytes ?? 0)} on disk`;
    },
    times: { all: 0, last: 0 },
  };
}

const EMPTY: Omit<Story, 'article'> = {
  paragraphs: [],
  paragraphCount: 0,
  dateline: null,
  sentences: [],
  vocabulary: { counts: new Map(), proper: new Set() },
  names: [],
  heardBefore: null,
  vectors: null,
};

const nothing = async (): Promise<void> => undefined;
const UNFILLED = { begin: nothing, put: nothing, settle: nothing };

/** OpenSearch, which takes stories in bulk itself, as `reindex` has it. */
export function inEngine(
  search: string,
  name: string,
  archive: Archive,
  times: Bench['times'],
): Bench {
  return { ...UNFILLED, name: 'OpenSearch', archive, size: sizeOf(search, name), times };
}

function sizeOf(search: string, name: string): () => Promise<string> {
  return async () => {
    const { ask, close } = openEngine(search);
    await wait(1_000); // its figures are a second old
    const stats = await ask<Stats>('GET', `/${name}-*/_stats/store`, null, 10_000);
    await close();
    return `${megabytes(stats._all.primaries.store.size_in_bytes)} on disk`;
  };
}

interface Stats {
  readonly _all: { readonly primaries: { readonly store: { readonly size_in_bytes: number } } };
}

/** Removes the index of a bench. */
export async function dropIndex(search: string, name: string): Promise<void> {
  const { ask, close } = openEngine(search);
  const found = await ask<object>('GET', `/_alias/${name}-${RULES}`, null, 10_000);
  const actions = Object.keys(found).map((index) => ({ remove_index: { index } }));
  await ask('POST', '/_aliases', { actions }, 10_000);
  await close();
}

function stemsOf(tokens: readonly Token[]): string {
  return askable([...standingStems(tokens)]).join('\n');
}
