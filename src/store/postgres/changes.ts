import type { Statements } from '../../archive/database.ts';
import type { StoryChange } from '../heard-store.ts';
import { rulesVersion } from '../prepared/rules.ts';
import type { StoryRecord } from '../record.ts';
import type { Store } from '../store.ts';
import type { OpenDatabase } from './database.ts';

/** Stories that come in or change in a fleet, whichever process receives them. */
export interface Changes {
  /** Reports each story that comes in or changes from now on, or did in the last minutes, once it can be asked. */
  readonly listen: (listener: (change: StoryChange) => void) => void;
  /** Looks for changes that were missed. */
  readonly look: () => Promise<void>;
  /** Forgets changes too old to report. */
  readonly sweep: () => Promise<void>;
}

const HEARD = 'verbatim_change'; // the channel on which each process hears that there is something
const LATELY = 10 * 60_000; // milliseconds: older changes were reported, or no longer will be

/** Records, where the story is kept, that it came in or changed. */
export async function noteChange(
  tx: Statements,
  { id, versions }: StoryRecord,
  filed: string,
): Promise<void> {
  const before = versions.at(-2)?.number ?? null;
  await tx.query('insert into changes (story, before, filed) values ($1, $2, $3::bigint)', [
    id,
    before,
    filed,
  ]);
}

/** Notifies all processes that a story can be asked. */
export async function tellChanges(db: Statements): Promise<void> {
  await db.query('select pg_notify($1, $2)', [HEARD, '']);
}

/** Changes in a table of a database; `store` reads the version before. */
export function postgresChanges(
  db: OpenDatabase,
  store: Pick<Store, 'find' | 'readVersion'>,
  now: () => number,
): Changes {
  const listeners = new Set<(change: StoryChange) => void>();
  const seen = new Map<string, number>(); // number → when
  let looking = Promise.resolve();
  let waiting: Promise<void> | null = null;
  const readBefore = async (story: string, number: number | null): Promise<string | null> => {
    const record = number === null ? null : await store.find(story);
    if (number === null || record === null) return null;
    // a lost version is no reason to be silent: the whole story then counts as new
    return store.readVersion(record, number).catch(() => null);
  };
  const lookOnce = async (): Promise<void> => {
    if (listeners.size === 0) return;
    for (const [seq, at] of seen) if (now() - at > 2 * LATELY) seen.delete(seq);
    const rows = await db.query<{ seq: string; story: string; before: number | null }>(
      `select seq::text, story, before from changes c
       where at > now() - interval '${LATELY} milliseconds' and seq <> all($1::bigint[]) and exists
         (select from fed f where f.story = c.story and f.rules = $2 and f.filed >= c.filed)
       order by seq`,
      [[...seen.keys()], rulesVersion()],
    );
    for (const { seq, story, before } of rows) {
      const change = { story, before: await readBefore(story, before) };
      seen.set(seq, now());
      for (const tell of listeners) tell(change);
    }
  };
  // one look at a time, with one waiting at most: no two report the same change
  const look = (): Promise<void> => {
    waiting ??= looking.then(() => {
      waiting = null;
      return lookOnce();
    });
    looking = waiting.catch(() => undefined);
    return waiting;
  };
  const lookNow = (): void => void look().catch(() => undefined); // down: the next look finds it
  return {
    listen: (listener) => {
      if (listeners.size === 0) db.listen(HEARD, lookNow, lookNow);
      listeners.add(listener);
    },
    look,
    sweep: async () => {
      await db.query("delete from changes where at < now() - interval '1 hour'");
    },
  };
}
