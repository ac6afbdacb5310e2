-- What the processes of a fleet share while they run. Two tables are unlogged: after a crash of the database they are
-- empty, which costs a follow-up, or an answer given twice.

-- Events that are answered, or being answered, as hashes: until a time by one process, or for good.
create unlogged table claims (
  event text collate "C" primary key,
  by text not null,
  until timestamptz,               -- null: answered
  at timestamptz not null default now()
);
create index claims_at on claims (at);

-- What conversations are about: ids of stories, places in them, and names that stand there. Never what was typed.
create unlogged table conversations (
  key text primary key,
  topic text not null,
  stamp text not null,             -- of this state, so that who wrote it knows it again
  at timestamptz not null default now()
);
create index conversations_at on conversations (at);

-- Keys that outlive a process: channels that were greeted, threads that are ours, passages that were told, as hashes.
create table keys (
  kind text not null,
  key text collate "C" not null,
  at timestamptz not null default now(),
  primary key (kind, key)
);
create index keys_at on keys (kind, at);

-- Stories that came in or changed lately, for those who watch: the version before, null for a new one.
create table changes (
  seq bigint generated always as identity primary key,
  story text collate "C" not null references stories (id) on delete cascade,
  before integer,
  filed bigint not null,
  at timestamptz not null default now()
);
create index changes_at on changes (at);

-- Workspaces that installed the Slack app: encrypted, under names that tell nothing.
create table installations (
  name text primary key,
  data text not null
);
