import type { Story } from '../story/story.ts';
import type { Catalogue, Entry, Known } from './archive.ts';
import { createValues, type Database, type Statements, type Value } from './database.ts';
import { foldTitle, foldTyped, placeTyped } from './named.ts';
import { type Scope, timeOf } from './scope.ts';

/** The condition on `entries` for a scope; `true` for all. The table's alias there is `e`. */
export function scopeSql(scope: Scope | null, add: (value: Value) => string): string {
  if (scope === null) return 'true';
  const { ids, tag, since, until, by } = scope;
  const tests = [
    ids === null ? null : `e.id = any(${add(ids.filter(isPlain))}::text[])`,
    tag === null ? null : `e.tags @> array[${add(plain(tag))}]::text[]`,
    since === null ? null : `e.published_at >= ${add(since)}::float8`,
    until === null ? null : `e.published_at < ${add(until)}::float8`,
    by.length === 0 ? null : `e.names @> ${add(by.map(plain))}::text[]`,
  ].filter((test) => test !== null);
  return tests.length === 0 ? 'true' : tests.join(' and ');
}

/** Lists a story, or updates what is known about it, keeping its place; new ones come last. */
export async function putEntry(
  db: Statements,
  story: Story,
  { tags, byline }: Known,
): Promise<void> {
  const { id, headline, publisher, published } = story.article;
  const names = [publisher, byline].filter((name) => name !== null);
  await db.query(
    `insert into entries (id, headline, publisher, published, published_at, tags, names, title, headline_folded)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (id) do update set headline = excluded.headline, publisher = excluded.publisher,
       published = excluded.published, published_at = excluded.published_at, tags = excluded.tags,
       names = excluded.names, title = excluded.title, headline_folded = excluded.headline_folded`,
    [
      id,
      headline && plain(headline),
      publisher && plain(publisher),
      published && plain(published),
      timeOf(published),
      tags.map(plain),
      names.map(plain),
      plain(foldTitle(story)),
      headline === null ? null : plain(headline.toLowerCase()),
    ],
  );
}

/** The part of a catalogue that lists stories without opening any. */
export function postgresEntries(
  db: Database,
): Pick<Catalogue, 'count' | 'page' | 'names' | 'lookUp'> {
  const page: Catalogue['page'] = async (scope, from, limit) => {
    const { add, all } = createValues();
    const where = scopeSql(scope, add);
    return db.query<Entry>(
      `select id, headline, publisher, published from entries e where ${where}
       order by seq offset ${add(from)} limit ${add(limit)}`,
      all,
    );
  };
  /** The only one, if there are not two. */
  const only = async (sql: string, values: readonly Value[]): Promise<string | null> => {
    const [one, other] = await db.query<{ id: string }>(`${sql} limit 2`, values);
    return one === undefined || other !== undefined ? null : one.id;
  };
  return {
    page,
    count: async (scope) => {
      const { add, all } = createValues();
      const where = scopeSql(scope, add);
      const [row] = await db.query<{ count: number }>(
        `select count(*)::float8 as count from entries e where ${where}`,
        all,
      );
      return row?.count ?? 0;
    },
    names: async (scope) => {
      const { add, all } = createValues();
      const where = scopeSql(scope, add);
      const rows = await db.query<{ name: string }>(
        `select name from entries e, unnest(e.names) with ordinality as one (name, place)
         where ${where} group by name order by min(e.seq), min(place)`,
        all,
      );
      return rows.map(({ name }) => name);
    },
    lookUp: async (wanted) => {
      const folded = foldTyped(wanted);
      if (!isPlain(folded)) return null;
      const [named] = await db.query<{ id: string }>(
        `select id from entries where id = $1 or headline_folded = $1
         order by id <> $1, seq limit 1`,
        [folded],
      );
      if (named !== undefined) return named.id;
      const place = placeTyped(folded);
      const [placed] = place === null || place === 0 ? [] : await page(null, place - 1, 1);
      if (placed !== undefined) return placed.id;
      return (
        (await only('select id from entries where starts_with(id, $1)', [folded])) ??
        (await only('select id from entries where starts_with(title, $1)', [folded]))
      );
    },
  };
}

/** PostgreSQL stores every character but one. */
function isPlain(text: string): boolean {
  return !text.includes('\0');
}

function plain(text: string): string {
  return text.replaceAll('\0', '');
}
