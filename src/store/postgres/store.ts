import type { Database, Statements } from '../../archive/database.ts';
import { ArticleError, readArticle } from '../../article/article.ts';
import type { Incoming } from '../../ingest/incoming.ts';
import { type Lookups, planFor } from '../plan.ts';
import { rulesVersion } from '../prepared/rules.ts';
import {
  checkTexts,
  firstRecord,
  newest,
  nextRecord,
  readRecord,
  type StoryRecord,
} from '../record.ts';
import { placesOf } from '../same-story.ts';
import { type Fed, knownOf, type Prepare, type Store } from '../store.ts';
import { StoreError } from '../store-error.ts';
import { noteChange, tellChanges } from './changes.ts';
import { postgresChannels, postgresFeedback } from './channels.ts';

/** A store in a database. */
export interface PostgresStore extends Store {
  /** Stores a story with all its versions, their texts in order; it can be asked once it is fed. */
  readonly restore: (record: StoryRecord, texts: readonly string[]) => Promise<void>;
  readonly isKept: (id: string) => Promise<boolean>;
  /**
   * Feeds the archive what was stored but not fed: by a process that ended early, by `restore`, or under other
   * rules. Resolves to the number of stories; `onFed` is called for each.
   */
  readonly feed: (onFed: (done: number) => void) => Promise<number>;
}

/** What a store in a database needs; `now` is in milliseconds. */
export interface PostgresStoreOptions {
  readonly db: Database;
  readonly holdings: Fed;
  readonly now: () => number;
  readonly make: Prepare;
}

const KEEPING = 7_283_664_013; // an arbitrary lock id, held while storing a story, so that no two take the same name
const LATE = "interval '60 seconds'"; // until then the process that stored it is feeding it

/** A store in a database that is up to date, which feeds an archive. */
export function postgresStore({ db, holdings, now, make }: PostgresStoreOptions): PostgresStore {
  const rules = rulesVersion();
  const one = async (on: Statements, where: string, value: string): Promise<StoryRecord | null> => {
    if (value.includes('\0')) return null;
    const [row] = await on.query<Row>(
      `select id, record from stories where ${where} order by filed desc limit 1`,
      [value],
    );
    return row === undefined ? null : toRecord(row);
  };
  const readVersion = async (on: Statements, { id }: StoryRecord, number: number) => {
    const [row] = await on.query<{ text: string }>(
      'select text from versions where story = $1 and number = $2',
      [id, number],
    );
    if (row === undefined) throw new StoreError(`${id}: there is no version ${number}`);
    return JSON.parse(row.text) as string;
  };
  const lookupsIn = (tx: Statements): Lookups => ({
    byId: (id) => one(tx, 'id = $1', id),
    byText: (sha256) => one(tx, 'sha256 = $1', sha256),
    byPlace: (place) => one(tx, 'places @> array[$1]', place),
    readText: (record) => readVersion(tx, record, newest(record).number),
    isKept: async (id) => (await one(tx, 'id = $1', id)) !== null,
    isTaken: async (id) => (await one(tx, 'id = $1', id)) !== null,
  });
  const keep = (incoming: Incoming) =>
    db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [KEEPING]);
      const plan = await planFor(incoming, lookupsIn(tx));
      switch (plan.kind) {
        case 'nothing':
          return { kind: 'same', record: plan.record, filed: null } as const;
        case 'create': {
          const record = firstRecord(plan.id, incoming, now());
          toArticle(record, incoming.text);
          const filed = await file(tx, record, [incoming.text]);
          await noteChange(tx, record, filed);
          return { kind: 'added', record, filed } as const;
        }
        case 'update': {
          const record = nextRecord(plan.record, plan.incoming, now());
          toArticle(record, incoming.text);
          const fresh = plan.isSame ? [] : [incoming.text];
          const kind = plan.isSame ? 'same' : 'changed';
          const filed = await file(tx, record, fresh);
          if (!plan.isSame) await noteChange(tx, record, filed);
          return { kind, record, filed } as const;
        }
      }
    });
  /** Feeds a story; false if it has changed again or gone meanwhile. */
  const feedOne = async (record: StoryRecord, filed: string): Promise<boolean> => {
    const text = await readVersion(db, record, newest(record).number);
    const story = await make(toArticle(record, text));
    if ((await filedNow(db, record.id)) !== filed) return false;
    await holdings.put(story, knownOf(record));
    await db.query(
      `insert into fed (story, rules, filed) select id, $2, $3::bigint from stories where id = $1
       on conflict (story, rules) do update set filed = excluded.filed`,
      [record.id, rules, filed],
    );
    await tellChanges(db);
    return true;
  };
  return {
    add: async (incoming) => {
      const { kind, record, filed } = await keep(incoming);
      if (filed !== null) await feedOne(record, filed);
      return { kind, record };
    },
    remove: async (id) => {
      const gone = await db.query('delete from stories where id = $1 returning id', [id]);
      if (gone.length > 0) await holdings.remove(id);
      return gone.length > 0;
    },
    find: (id) => one(db, 'id = $1', id),
    findFrom: async (address) => {
      if (address.includes('\0')) return null;
      const [row] = await db.query<Row>(
        `select id, record from stories where places @> array[$1] order by seq limit 1`,
        [address],
      );
      return row === undefined ? null : toRecord(row);
    },
    page: async (from, limit) =>
      (
        await db.query<Row>('select id, record from stories order by seq offset $1 limit $2', [
          from,
          limit,
        ])
      ).map(toRecord),
    readArticle: async (record) =>
      toArticle(record, await readVersion(db, record, newest(record).number)),
    readVersion: (record, number) => readVersion(db, record, number),
    channels: postgresChannels(db, 'channels'),
    watches: postgresChannels(db, 'watches'),
    feedback: postgresFeedback(db, now),
    isKept: async (id) => (await one(db, 'id = $1', id)) !== null,
    restore: async (record, texts) => {
      checkTexts(record, texts);
      toArticle(record, texts.at(-1) ?? '');
      await db.transaction(async (tx) => {
        await file(tx, record, texts);
        await tx.query("update stories set kept = '-infinity' where id = $1", [record.id]);
      });
    },
    feed: async (onFed) => {
      const passedOver = new Set<string>(); // stories that change while being fed are fed by the process that changed them
      for (let done = 0; ; ) {
        const [row] = await db.query<Row & { readonly filed: string }>(
          `select id, record, filed::text from stories s
           where s.kept < now() - ${LATE} and id <> all($2::text[]) and not exists
             (select from fed f where f.story = s.id and f.rules = $1 and f.filed = s.filed)
           order by s.seq limit 1`,
          [rules, [...passedOver]],
        );
        if (row === undefined) return done;
        const isFed = await feedOne(toRecord(row), row.filed).catch((error: unknown) => {
          if (error instanceof StoreError) return false; // it can't be read
          throw error;
        });
        if (!isFed) passedOver.add(row.id);
        else onFed(++done);
      }
    },
  };
}

interface Row {
  readonly id: string;
  readonly record: string;
}

function toRecord({ id, record }: Row): StoryRecord {
  return readRecord(`stories/${id}`, id, record);
}

function toArticle(record: StoryRecord, text: string) {
  try {
    return readArticle(record.id, text, record.known);
  } catch (cause) {
    if (cause instanceof ArticleError) throw new StoreError(`${record.id}: ${cause.message}`);
    throw cause;
  }
}

/** Stores a record and the newest of its texts, or all of them. Resolves to the number of this revision. */
async function file(
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

async function filedNow(db: Statements, id: string): Promise<string | null> {
  const [row] = await db.query<{ filed: string }>('select filed::text from stories where id = $1', [
    id,
  ]);
  return row?.filed ?? null;
}
