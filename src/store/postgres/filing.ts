import type { Statements } from '../../archive/database.ts';
import { newest, type StoryRecord } from '../record.ts';
import { placesOf } from '../same-story.ts';

/** Stores a record and the newest of its texts, or all of them. Resolves to the number of this revision. */
export async function file(
  tx: Statements,
  record: StoryRecord,
  texts: readonly string[],
): Promise<string> {
  const [row] = await tx.query<{ filed: string }>(
    `insert into stories (id, record, sha256, places, filed)
     values ($1, $2, $3, $4, nextval('filed'))
     on conflict (id) do update set record = excluded.record, sha256 = excluded.sha256,
       places = excluded.places, filed = excluded.filed, kept = now()
     returning filed::text`,
    [
      record.id,
      JSON.stringify(record),
      newest(record).sha256,
      placesOf(record).map((place) => place.replaceAll('\0', '')),
    ],
  );
  const fresh = record.versions.slice(record.versions.length - texts.length);
  for (const [i, { number }] of fresh.entries()) {
    await tx.query('insert into versions (story, number, text) values ($1, $2, $3)', [
      record.id,
      number,
      JSON.stringify(texts[i]),
    ]);
  }
  return row?.filed ?? '';
}

/** The number of a story's present revision; null if it is gone. */
export async function filedNow(db: Statements, id: string): Promise<string | null> {
  const [row] = await db.query<{ filed: string }>('select filed::text from stories where id = $1', [
    id,
  ]);
  return row?.filed ?? null;
}
