import { setTimeout as wait } from 'node:timers/promises';
import type { Database, Statements } from '../../archive/database.ts';
import { ArticleError, readArticle } from '../../article/article.ts';
import type { Incoming } from '../../ingest/incoming.ts';
import { type Lookups, planFor } from '../plan.ts';
import { rulesVersion } from '../prepared/rules.ts';
import {
  checkTexts,
  firstRecord,
  lacksUnchanged,
  newest,
  nextRecord,
  readRecord,
  type StoryRecord,
  withUnchanged,
} from '../record.ts';
import { plainAddress } from '../same-story.ts';
import { type Fed, knownOf, type Prepare, type Store } from '../store.ts';
import { orLost, StoreError } from '../store-error.ts';
import { noteChange, tellChanges } from './changes.ts';
import { postgresChannels, postgresFeedback } from './channels.ts';
import { file, filedNow } from './filing.ts';
import { postgresJobs, type Work } from './jobs.ts';

/** A store in a database. */
export interface PostgresStore extends Store {
  /** Stores a story with all its versions, their texts in order; it can be asked once it is fed. */
  readonly restore: (record: StoryRecord, texts: readonly string[]) => Promise<void>;
  readonly isKept: (id: string) => Promise<boolean>;
  /** Finds what was stored but not fed under these rules, so that it is fed. */
  readonly look: () => Promise<void>;
  /** Feeds the archive what is due: what a process that ended early left, what `restore` stored, what `look` found. */
  readonly work: () => Promise<void>;
  /**
   * Feeds all that is not fed, also what failed before, and waits for what other processes are at. Resolves to
   * the number of stories fed here; `onFed` is called for each.
   */
  readonly feed: (onFed: (done: number) => void) => Promise<number>;
  readonly close: () => Promise<void>;
}

/** What a store in a database needs; `now` is in milliseconds. */
export interface PostgresStoreOptions {
  readonly db: Database;
  readonly holdings: Fed;
  readonly now: () => number;
  readonly make: Prepare;
  /** A line for the operator. */
  readonly tell: (line: string) => void;
}

const KEEPING = 7_283_664_013; // an arbitrary lock id, held while storing a story, so that no two take the same name
const LOOK_AGAIN = 200; // milliseconds until other processes are looked at again
const LONGEST_WAIT = 120_000; // milliseconds for another process to feed a story
const UNFED = `select id from stories s where not exists
  (select from fed f where f.story = s.id and f.rules = $2 and f.filed = s.filed)`;

/** A store in a database that is up to date, which feeds an archive. */
export function postgresStore({
  db,
  holdings,
  now,
  make,
  tell,
}: PostgresStoreOptions): PostgresStore {
  const rules = rulesVersion();
  const jobs = postgresJobs(db, { kind: 'prepare', rules, tell, isAway: () => false });
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
      const lookups = lookupsIn(tx);
      const plan = await planFor(incoming, lookups);
      switch (plan.kind) {
        case 'nothing':
          return { kind: 'same', record: plan.record, isFiled: false, job: null } as const;
        case 'create': {
          const record = firstRecord(plan.id, incoming, now());
          toArticle(record, incoming.text);
          const filed = await file(tx, record, [incoming.text]);
          await noteChange(tx, record, filed);
          const job = await jobs.note(tx, record.id);
          return { kind: 'added', record, isFiled: true, job } as const;
        }
        case 'update': {
          const before = await lookups.readText(plan.record).catch(orLost);
          const record = nextRecord(plan.record, before, plan.incoming, now());
          toArticle(record, incoming.text);
          const fresh = plan.isSame ? [] : [incoming.text];
          const kind = plan.isSame ? 'same' : 'changed';
          const filed = await file(tx, record, fresh);
          if (!plan.isSame) await noteChange(tx, record, filed);
          const job = await jobs.note(tx, record.id);
          return { kind, record, isFiled: true, job } as const;
        }
      }
    });
  const feedOne: Work = async (id) => {
    const [row] = await db.query<Row & { readonly filed: string }>(
      `select id, record, filed::text from stories where id = $1 and id in (${UNFED})`,
      [id, rules],
    );
    if (row === undefined) return;
    const { filed } = row;
    const record = toRecord(row);
    const text = await readVersion(db, record, newest(record).number);
    if (lacksUnchanged(record)) await completeRecord(record, text, filed);
    const story = await make(toArticle(record, text));
    if ((await filedNow(db, id)) !== filed) return; // then the job was noted again, or it is gone
    await holdings.put(story, knownOf(record));
    await db.query(
      `insert into fed (story, rules, filed) select id, $2, $3::bigint from stories where id = $1
       on conflict (story, rules) do update set filed = excluded.filed`,
      [id, rules, filed],
    );
    await tellChanges(db);
  };
  const othersDone = async (id: string | null): Promise<void> => {
    for (let waited = 0; waited < LONGEST_WAIT; waited += LOOK_AGAIN) {
      if (!(await jobs.isUnderWay(id))) return;
      await wait(LOOK_AGAIN);
    }
  };
  /** What an older program kept is told what changed last. */
  const completeRecord = async (record: StoryRecord, text: string, filed: string) => {
    const number = record.versions.at(-2)?.number ?? 0;
    const before = await readVersion(db, record, number).catch(orLost);
    await db.query('update stories set record = $2 where id = $1 and filed = $3::bigint', [
      record.id,
      JSON.stringify(withUnchanged(record, before, text)),
      filed,
    ]);
  };
  return {
    add: async (incoming) => {
      const { kind, record, isFiled, job } = await keep(incoming);
      if (job !== null) await jobs.run(job, feedOne);
      else if (isFiled) await othersDone(record.id);
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
        `select id, record from stories where places && array[$1, $2] order by seq limit 1`,
        [address, plainAddress(address)],
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
        await jobs.noteAll(tx, 'select $3::text as id', [record.id]);
      });
    },
    close: jobs.close,
    look: () => jobs.noteAll(db, UNFED, []),
    work: async () => void (await jobs.workOff(feedOne, () => undefined)),
    feed: async (onFed) => {
      await jobs.noteAll(db, UNFED, []);
      await jobs.renew();
      for (let done = 0; ; ) {
        const before = done;
        done += await jobs.workOff(feedOne, (count) => onFed(before + count));
        if (!(await jobs.isUnderWay(null))) return done;
        await wait(LOOK_AGAIN); // what they leave is done here
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
