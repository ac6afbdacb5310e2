-- How much each person, token or address has asked lately, as hashes. Unlogged: after a crash of the database all
-- begin anew.
create unlogged table limits (
  key text collate "C" primary key,
  taken timestamptz[] not null,    -- when each of those in the window was taken
  refused integer not null,        -- how many were refused since
  until timestamptz not null       -- then nothing of it counts any more
);
create index limits_until on limits (until);

-- Work on a story that one process does: to prepare it under the rules, or to write it to the search engine.
create table jobs (
  kind text not null,
  rules text not null,
  story text collate "C" not null,
  since timestamptz not null default clock_timestamp(), -- when there was last a reason for it
  due timestamptz not null,        -- not before; while a process is at it, until when; infinity: given up
  by text collate "C",             -- whose it is; null: nobody's
  tries integer not null default 0,
  error text,                      -- of the last try: its name and place, never its message
  primary key (kind, rules, story)
);
create index jobs_due on jobs (kind, rules, due);
insert into jobs (kind, rules, story, since, due) select 'index', rules, story, since, now() from unsearched;
drop table unsearched;

-- Which process has which of Discord's shards, and until when; and the processes that want some.
create table shards (
  shard integer primary key,
  total integer not null,          -- how many shards there are in all
  by text collate "C" not null,
  until timestamptz not null
);
create table shard_holders (
  by text collate "C" primary key,
  total integer not null,
  until timestamptz not null,
  since timestamptz not null default clock_timestamp()
);
