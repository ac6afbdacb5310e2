import type { Holdings, Known } from '../../archive/archive.ts';
import type { Statements } from '../../archive/database.ts';
import { leanOn } from '../../archive/fallback.ts';
import type { OpenSearchArchive, Put } from '../../archive/opensearch.ts';
import { EngineError, RowRefused } from '../../archive/opensearch-engine.ts';
import { type PostgresArchive, postgresArchive } from '../../archive/postgres.ts';
import { postgresEntries } from '../../archive/postgres-entries.ts';
import type { Story } from '../../story/story.ts';
import { rulesVersion } from '../prepared/rules.ts';
import type { OpenDatabase } from './database.ts';
import { type Job, postgresJobs, type Work } from './jobs.ts';
import { openStories } from './opened.ts';

/** The stories of a fleet: many processes ask the same database and search engine. */
export interface FleetHoldings extends Holdings {
  /** False while the search engine is down and PostgreSQL answers instead. */
  readonly isWell: () => boolean;
  /** Adds what the search engine lacks. Resolves to the number of stories; 0 while it is down. */
  readonly mend: () => Promise<number>;
  /** Rebuilds the search engine's index while the old one keeps answering; removes what other rules made. */
  readonly rebuild: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What a fleet's holdings are made of. */
export interface FleetParts {
  readonly db: OpenDatabase;
  /** Null: PostgreSQL alone is asked. */
  readonly search: ((countStems: PostgresArchive['countStems']) => OpenSearchArchive) | null;
  readonly now: () => number;
  /** A line for the operator. */
  readonly tell: (line: string) => void;
}

const CHANGED = 'verbatim_story'; // the channel on which each process hears which story changed
const LACKS = "kind = 'index' and since < now() - interval '3 seconds'"; // until then it is being written
const LOOK_AGAIN = 1_000; // milliseconds between checks for gaps in the search engine
const PREPARING = 7_283_664_014; // an arbitrary lock id, held while making an index
const AT_ONCE = 50; // stories read at once for a new index

/** The holdings of a fleet over a database that is up to date. */
export function fleetHoldings({ db, search: makeSearch, now, tell }: FleetParts): FleetHoldings {
  const rules = rulesVersion();
  const passages = postgresArchive(db, rules);
  const opened = openStories(db);
  const search = makeSearch?.(passages.countStems) ?? null;
  db.listen(
    CHANGED,
    (id) => opened.close(id),
    () => opened.close(null),
  );

  let looked = { at: Number.NEGATIVE_INFINITY, isBehind: false };
  const isBehind = async (): Promise<boolean> => {
    if (now() - looked.at < LOOK_AGAIN) return looked.isBehind;
    const [row] = await db.query<{ behind: boolean }>(
      `select exists (select from jobs where rules = $1 and ${LACKS}) as behind`,
      [rules],
    );
    looked = { at: now(), isBehind: row?.behind ?? false };
    return looked.isBehind;
  };
  const asked =
    search === null
      ? { ...passages, isWell: () => true }
      : leanOn(search, passages, { now, tell, isBehind });

  const jobs = postgresJobs(db, { kind: 'index', rules, tell, isAway: isEngineAway });
  let isPrepared = false;
  /** Creates the index if there is none, which then lacks all stories. One process at a time. */
  const prepare = async (to: OpenSearchArchive): Promise<void> => {
    if (isPrepared) return;
    await db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [PREPARING]);
      if (await to.prepare()) await jobs.noteAll(tx, 'select id from entries', []);
    });
    isPrepared = true;
  };

  let isTold = false;
  /** Writes a story to the search engine as it is now. */
  const sendTo =
    (to: OpenSearchArchive): Work =>
    async (id) => {
      await prepare(to);
      const story = await opened.find(id);
      const known = await knownOf(db, id);
      await (story === null || known === null ? to.remove(id) : to.put(story, known));
      isTold = false;
    };
  /** Writes what has changed to the search engine; where that fails it is written later. */
  const send = async (to: OpenSearchArchive | null, job: Job | null): Promise<void> => {
    if (to === null || job === null) return;
    await jobs.run(job, sendTo(to)).catch((error: unknown) => {
      if (!(error instanceof EngineError)) throw error;
      if (!isTold) tell(`${error.message}: what comes in is written to it later`);
      isTold = true;
    });
  };
  const change = async (id: string, work: (tx: Statements) => Promise<void>): Promise<void> => {
    const job = await db.transaction(async (tx) => {
      await work(tx);
      const noted = search === null ? null : await jobs.note(tx, id);
      await tx.query('select pg_notify($1, $2)', [CHANGED, id]);
      return noted;
    });
    opened.close(id);
    await send(search, job);
  };
  const holdings: FleetHoldings = {
    ...postgresEntries(db),
    find: opened.find,
    open: opened.open,
    countSentences: asked.countSentences,
    findPassages: asked.findPassages,
    isWell: asked.isWell,
    put: (story, known) =>
      change(story.article.id, async (tx) => {
        await passages.putIn(tx, story, known);
        await opened.keep(tx, story);
      }),
    remove: (id) => change(id, (tx) => passages.removeIn(tx, id)),
    mend: async () => {
      if (search === null) return 0;
      const isThere = await prepare(search).then(
        () => true,
        (error: unknown) => {
          if (!isEngineAway(error)) throw error;
          return false;
        },
      );
      const done = isThere ? await jobs.workOff(sendTo(search), () => undefined) : 0;
      looked = { ...looked, at: Number.NEGATIVE_INFINITY };
      return done;
    },
    rebuild: async () => {
      for (const table of ['passages', 'stems', 'prepared', 'fed', 'jobs'])
        await db.query(`delete from ${table} where rules <> $1`, [rules]);
      if (search === null) return;
      const [began] = await db.query<{ at: string }>('select now()::text as at');
      await search.rebuild(allPuts(holdings, db));
      // those were written to the old one
      const meanwhile = 'select id from stories where kept >= $3::timestamptz';
      await jobs.noteAll(db, meanwhile, [began?.at ?? 'infinity']);
      await jobs.renew();
      await holdings.mend();
    },
    close: async () => {
      await jobs.close();
      await search?.close();
    },
  };
  return holdings;
}

/** Whether the search engine itself is the reason, not what it was given. */
function isEngineAway(error: unknown): boolean {
  return error instanceof EngineError && !(error instanceof RowRefused);
}

/** All stories of a fleet in the form the search engine takes, a page at a time. */
async function* allPuts(holdings: Holdings, db: OpenDatabase): AsyncGenerator<Put> {
  for (let from = 0; ; from += AT_ONCE) {
    const page = await holdings.page(null, from, AT_ONCE);
    const open = await holdings.open(page.map(({ id }) => id));
    for (const [id, story] of open) {
      const known = await knownOf(db, id);
      if (known !== null) yield { story, known } satisfies { story: Story; known: Known };
    }
    if (page.length < AT_ONCE) return;
  }
}

/** What is known of a story besides its words; the publisher is among its names too, which does no harm. */
async function knownOf(db: OpenDatabase, id: string): Promise<Known | null> {
  const [row] = await db.query<{ tags: readonly string[]; byline: string | null }>(
    `select tags, (select name from unnest(names) as name
       where name is distinct from publisher limit 1) as byline from entries where id = $1`,
    [id],
  );
  return row ?? null;
}
