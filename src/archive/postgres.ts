import type { Story } from '../story/story.ts';
import { standingStems } from '../text/terms.ts';
import type { Archive, Candidate, Known } from './archive.ts';
import { createValues, type Database, type Statements } from './database.ts';
import { putEntry, scopeSql } from './postgres-entries.ts';
import { askable, type StemCounts, weigh } from './weights.ts';

/** An archive in PostgreSQL, and the counts by which other engines weigh stems. */
export interface PostgresArchive extends Archive {
  /** In how many sentences these stems occur at the moment. */
  readonly countStems: (stems: readonly string[]) => Promise<StemCounts>;
  /** What `put` and `remove` do, inside a larger transaction. */
  readonly putIn: (tx: Statements, story: Story, known: Known) => Promise<void>;
  readonly removeIn: (tx: Statements, id: string) => Promise<void>;
}

const ALL = ''; // among the stems: its count is that of all sentences

/**
 * An archive in PostgreSQL: a row a sentence with its stems, and how many sentences have each stem. Rows belong to
 * the rules that stems were made by: those of another version are not seen.
 */
export function postgresArchive(db: Database, rules: string): PostgresArchive {
  const countStems = async (stems: readonly string[]): Promise<StemCounts> => {
    const rows = await db.query<{ stem: string; found: number }>(
      'select stem, found::float8 as found from stems where rules = $1 and stem = any($2::text[])',
      [rules, [ALL, ...askable(stems)]],
    );
    const found = new Map(rows.map((row) => [row.stem, row.found]));
    return { sentences: found.get(ALL) ?? 0, found };
  };
  const putIn: PostgresArchive['putIn'] = async (tx, story, known) => {
    await putEntry(tx, story, known);
    await dropRows(tx, rules, story.article.id);
    await putRows(tx, rules, story);
  };
  /** Under all rules: a removed story must not be found by another version of the program. */
  const removeIn: PostgresArchive['removeIn'] = async (tx, id) => {
    const all = await tx.query<{ rules: string }>(
      'select distinct rules from passages where story = $1 order by rules',
      [id],
    );
    for (const one of all) await dropRows(tx, one.rules, id);
    await tx.query('delete from entries where id = $1', [id]);
  };
  return {
    countStems,
    putIn,
    removeIn,
    put: (story, known) => db.transaction((tx) => putIn(tx, story, known)),
    remove: (id) => db.transaction((tx) => removeIn(tx, id)),
    countSentences: async (scope) => {
      const { add, all } = createValues();
      const [row] = await db.query<{ count: number }>(
        `select count(*)::float8 as count from passages p join entries e on e.id = p.story
         where p.rules = ${add(rules)} and ${scopeSql(scope, add)}`,
        all,
      );
      return row?.count ?? 0;
    },
    findPassages: async (stems, scope, limit) => {
      const weighed = weigh(askable(stems), await countStems(stems));
      if (weighed.length === 0 || limit <= 0) return [];
      const { add, all } = createValues();
      const own = [...new Set(weighed.map(({ stem }) => stem))];
      const at = new Map(own.map((stem) => [stem, add(stem)]));
      const has = (stem: string): string => `${at.get(stem)} = any(p.stems)`;
      // summed in the order of the stems, so that it is the same to the last bit
      const sum = weighed
        .map(({ stem, weight }) => `case when ${has(stem)} then ${add(weight)}::float8 else 0 end`)
        .join(' + ');
      const different = own.map((stem) => `(${has(stem)})::int`).join(' + ');
      return db.query<Candidate>(
        `select story, sentence, sum * different / different as score from (
           select p.story, p.n as sentence, 0::float8 + ${sum} as sum, ${different} as different
           from passages p join entries e on e.id = p.story
           where p.rules = ${add(rules)} and p.stems && ${add(own)}::text[] and ${scopeSql(scope, add)}
         ) found order by score desc, story, sentence limit ${add(limit)}`,
        all,
      );
    },
  };
}

/** The stems of each sentence of a story. */
function stemsOf({ sentences }: Story): readonly (readonly string[])[] {
  return sentences.map(({ tokens }) => askable([...standingStems(tokens)]));
}

async function putRows(tx: Statements, rules: string, story: Story): Promise<void> {
  const rows = stemsOf(story);
  await tx.query(
    `insert into passages (rules, story, n, stems)
     select $1, $2, n - 1, string_to_array(one, E'\\n')
     from unnest($3::text[]) with ordinality as rows (one, n)`,
    [rules, story.article.id, rows.map((stems) => stems.join('\n'))],
  );
  const counts = new Map([[ALL, rows.length]]);
  for (const stem of rows.flat()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  await addCounts(tx, rules, counts);
}

async function dropRows(tx: Statements, rules: string, id: string): Promise<void> {
  const rows = await tx.query<{ stems: readonly string[] }>(
    'delete from passages where rules = $1 and story = $2 returning stems',
    [rules, id],
  );
  const counts = new Map([[ALL, -rows.length]]);
  for (const stem of rows.flatMap(({ stems }) => stems))
    counts.set(stem, (counts.get(stem) ?? 0) - 1);
  if (rows.length > 0) await addCounts(tx, rules, counts);
}

/** In the order of the stems, so that two stories arriving at once never deadlock. */
async function addCounts(
  tx: Statements,
  rules: string,
  counts: ReadonlyMap<string, number>,
): Promise<void> {
  await tx.query(
    `insert into stems (rules, stem, found)
     select $1, stem, found from unnest($2::text[], $3::bigint[]) as added (stem, found) order by stem collate "C"
     on conflict (rules, stem) do update set found = stems.found + excluded.found`,
    [rules, [...counts.keys()], [...counts.values()]],
  );
}
