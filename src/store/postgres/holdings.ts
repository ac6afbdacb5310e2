import type { Holdings, Known } from '../../archive/archive.ts';
import { leanOn } from '../../archive/fallback.ts';
import type { OpenSearchArchive, Put } from '../../archive/opensearch.ts';
import { type PostgresArchive, postgresArchive } from '../../archive/postgres.ts';
import { postgresEntries } from '../../archive/postgres-entries.ts';
import type { Story } from '../../story/story.ts';
import { rulesVersion } from '../prepared/rules.ts';
import type { OpenDatabase } from './database.ts';
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
const LACKS = "since < now() - interval '3 seconds'"; // until then it is being written
const LOOK_AGAIN = 1_000; // milliseconds between checks for gaps in the search engine
const PREPARING = 7_283_664_014; // an arbitrary lock id, held while making an index
const AT_ONCE = 50; // stories caught up per round

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
      `select exists (select from unsearched where rules = $1 and ${LACKS}) as behind`,
      [rules],
    );
    looked = { at: now(), isBehind: row?.behind ?? false };
    return looked.isBehind;
  };
  const asked =
    search === null
      ? { ...passages, isWell: () => true }
      : leanOn(search, passages, { now, tell, isBehind });

  /** False if the search engine is down: its pending changes wait. */
  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'EngineError') throw error;
      if (!isTold) tell(`${error.message}: what comes in is written to it later`);
      isTold = true;
      return false;
    }
  };
  let isTold = false;
  let isPrepared = false;
  /** Creates the index if there is none, which then lacks all stories. One process at a time. */
  const prepare = async (to: OpenSearchArchive): Promise<void> => {
    if (isPrepared) return;
    await db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [PREPARING]);
      if (!(await to.prepare())) return;
      await tx.query(
        `insert into unsearched (rules, story, since) select $1, id, '-infinity' from entries
         on conflict (rules, story) do nothing`,
        [rules],
      );
    });
    isPrepared = true;
  };

  /** Writes pending changes to the search engine; those that fail stay pending. */
  const sendTo = async (
    id: string,
    send: (to: OpenSearchArchive) => Promise<void>,
  ): Promise<void> => {
    if (search === null || !(await attempt(() => prepare(search)))) return;
    const [noted] = await db.query<{ since: string }>(
      'select since::text from unsearched where rules = $1 and story = $2',
      [rules, id],
    );
    if (noted === undefined) return;
    if (!(await attempt(() => send(search)))) return;
    // unless it changed again meanwhile
    await db.query(
      'delete from unsearched where rules = $1 and story = $2 and since = $3::timestamptz',
      [rules, id, noted.since],
    );
  };
  const note = (tx: Pick<OpenDatabase, 'query'>, id: string) =>
    tx.query(
      `insert into unsearched (rules, story) values ($1, $2)
       on conflict (rules, story) do update set since = clock_timestamp()`,
      [rules, id],
    );
  const holdings: FleetHoldings = {
    ...postgresEntries(db),
    find: opened.find,
    open: opened.open,
    countSentences: asked.countSentences,
    findPassages: asked.findPassages,
    isWell: asked.isWell,
    put: async (story, known) => {
      const { id } = story.article;
      await db.transaction(async (tx) => {
        await passages.putIn(tx, story, known);
        await opened.keep(tx, story);
        if (search !== null) await note(tx, id);
        await tx.query('select pg_notify($1, $2)', [CHANGED, id]);
      });
      opened.close(id);
      await sendTo(id, (to) => to.put(story, known));
    },
    remove: async (id) => {
      await db.transaction(async (tx) => {
        await passages.removeIn(tx, id);
        if (search !== null) await note(tx, id);
        await tx.query('select pg_notify($1, $2)', [CHANGED, id]);
      });
      opened.close(id);
      await sendTo(id, (to) => to.remove(id));
    },
    mend: async () => {
      if (search === null || !(await attempt(() => prepare(search)))) return 0;
      const rows = await db.query<{ story: string }>(
        `select story from unsearched where rules = $1 and ${LACKS} order by since limit $2`,
        [rules, AT_ONCE],
      );
      isTold = false;
      for (const { story: id } of rows) {
        if (isTold) return 0; // it went away
        const story = await opened.find(id);
        const known = await knownOf(db, id);
        await sendTo(id, (to) =>
          story === null || known === null ? to.remove(id) : to.put(story, known),
        );
      }
      looked = { ...looked, at: Number.NEGATIVE_INFINITY };
      return rows.length;
    },
    rebuild: async () => {
      for (const table of ['passages', 'stems', 'prepared', 'fed', 'unsearched'])
        await db.query(`delete from ${table} where rules <> $1`, [rules]);
      if (search === null) return;
      const [began] = await db.query<{ at: string }>('select now()::text as at');
      await search.rebuild(allPuts(holdings, db));
      await db.query(
        `insert into unsearched (rules, story, since)
         select $1, id, '-infinity' from stories where kept >= $2::timestamptz
         on conflict (rules, story) do nothing`,
        [rules, began?.at ?? 'infinity'],
      ); // those were written to the old one
      while ((await holdings.mend()) > 0);
    },
    close: async () => search?.close(),
  };
  return holdings;
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
