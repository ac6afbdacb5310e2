import type { Catalogue } from '../../archive/archive.ts';
import type { Database, Statements } from '../../archive/database.ts';
import type { Article } from '../../article/article.ts';
import { orNull } from '../../reader/session.ts';
import { hear } from '../../story/hear.ts';
import { prepare } from '../../story/prepare.ts';
import { vectorsOf } from '../../story/sentence-vectors.ts';
import type { Story } from '../../story/story.ts';
import { packPrepared, unpackPrepared } from '../prepared/packing.ts';
import { encoderVersion, rulesVersion } from '../prepared/rules.ts';
import { fingerprint } from '../record.ts';

const MOST_OPEN = 400; // stories: two answers read no more than this; each takes about 0.15 MB

/** The stories of a database, opened on demand; the least recently used is closed first. */
export interface OpenedStories extends Pick<Catalogue, 'find' | 'open'> {
  /** Stores a story's current text and what was prepared from it. */
  readonly keep: (db: Statements, story: Story) => Promise<void>;
  /** Closes a story that has changed, or all of them. */
  readonly close: (id: string | null) => void;
}

interface Row {
  readonly id: string;
  readonly article: string;
  readonly packed: string | null;
}

/** Opens stories of a database. */
export function openStories(db: Database): OpenedStories {
  const opened = new Map<string, Story>();
  let changes = 0; // a story that changed while being read is not kept open
  const remember = (id: string, story: Story): void => {
    opened.delete(id);
    opened.set(id, story);
    for (const [oldest] of opened) {
      if (opened.size <= MOST_OPEN) return;
      opened.delete(oldest);
    }
  };
  const open: Catalogue['open'] = async (ids) => {
    const wanted = [...new Set(ids)].filter((id) => !id.includes('\0'));
    const found = new Map<string, Story>();
    for (const id of wanted) {
      const story = opened.get(id);
      if (story === undefined) continue;
      found.set(id, story);
      remember(id, story);
    }
    const missing = wanted.filter((id) => !found.has(id));
    if (missing.length === 0) return found;
    const before = changes;
    const rows = await db.query<Row>(
      `select a.id, a.article, p.packed from articles a
       left join prepared p on p.story = a.id and p.sha256 = a.sha256 and p.rules = $2
       where a.id = any($1::text[])`,
      [missing, rulesVersion()],
    );
    for (const row of rows) {
      const story = read(row);
      found.set(row.id, story);
      if (changes === before) remember(row.id, story);
    }
    return found;
  };
  return {
    open,
    find: async (id) => (await open([id])).get(id) ?? null,
    keep: async (tx, story) => {
      const { article } = story;
      const sha256 = fingerprint(article.text);
      const vectors = story.vectors ?? (await orNull(vectorsOf(story)));
      const origin = { rules: rulesVersion(), encoder: encoderVersion(), sha256 };
      const packed = packPrepared(await hear(story), vectors, origin);
      await tx.query(
        `insert into articles (id, sha256, article) values ($1, $2, $3)
         on conflict (id) do update set sha256 = excluded.sha256, article = excluded.article`,
        [article.id, sha256, JSON.stringify(article)],
      );
      await tx.query('delete from prepared where story = $1 and sha256 <> $2', [
        article.id,
        sha256,
      ]);
      await tx.query(
        `insert into prepared (story, sha256, rules, packed) values ($1, $2, $3, $4)
         on conflict (story, sha256, rules) do update set packed = excluded.packed`,
        [article.id, sha256, origin.rules, packed],
      );
    },
    close: (id) => {
      changes += 1;
      if (id === null) opened.clear();
      else opened.delete(id);
    },
  };
}

/** What was prepared by the current rules; if missing, it is prepared now. */
function read({ article: text, packed }: Row): Story {
  const article = JSON.parse(text) as Article;
  const origin = {
    rules: rulesVersion(),
    encoder: encoderVersion(),
    sha256: fingerprint(article.text),
  };
  const prepared = packed === null ? null : unpackPrepared(article, packed, origin);
  return prepared === null ? prepare(article) : Object.assign(prepared, { article });
}
