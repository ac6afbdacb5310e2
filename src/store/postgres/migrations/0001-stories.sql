-- Stories with their versions. Texts are JSON strings: they hold characters that a text column can't.
create table stories (
  id text collate "C" primary key,
  seq bigint generated always as identity,
  record text not null,
  sha256 text not null,            -- of the newest version
  places text[] not null,          -- addresses by which it is known again
  filed bigint not null,           -- when it was last kept, by the sequence below
  kept timestamptz not null default now()
);
create sequence filed;
create index stories_sha256 on stories (sha256);
create index stories_places on stories using gin (places);
create unique index stories_seq on stories (seq);
create table versions (
  story text collate "C" not null references stories (id) on delete cascade,
  number integer not null,
  text text not null,
  primary key (story, number)
);

-- Which state of a story is among what is asked, by which rules.
create table fed (
  story text collate "C" not null references stories (id) on delete cascade,
  rules text not null,
  filed bigint not null,
  primary key (story, rules)
);

-- What is asked: the article of a story as it is now, and what is listed of it.
create table entries (
  id text collate "C" primary key,
  seq bigint generated always as identity,
  headline text,
  publisher text,
  published text,
  published_at float8,             -- milliseconds
  tags text[] not null,
  names text[] not null,           -- who published and wrote it
  title text collate "C" not null, -- folded, as headline_folded is
  headline_folded text collate "C"
);
create unique index entries_seq on entries (seq);
create index entries_tags on entries using gin (tags);
create index entries_names on entries using gin (names);
create index entries_published on entries (published_at);
create index entries_title on entries (title text_pattern_ops);
create index entries_headline on entries (headline_folded);
create table articles (
  id text collate "C" primary key references entries (id) on delete cascade,
  sha256 text not null,
  article text not null
);
create table prepared (
  story text collate "C" not null references entries (id) on delete cascade,
  sha256 text not null,
  rules text not null,
  packed text not null,
  primary key (story, sha256, rules)
);

-- A row a sentence, by the rules that its stems were made by; and how many sentences have each stem, '' for all.
create table passages (
  rules text not null,
  story text collate "C" not null,
  n integer not null,
  stems text[] not null,
  primary key (rules, story, n)
);
create index passages_stems on passages using gin (stems);
create table stems (
  rules text not null,
  stem text collate "C" not null,
  found bigint not null,
  primary key (rules, stem)
);
-- Stories that the search engine does not have as they are now.
create table unsearched (
  rules text not null,
  story text collate "C" not null,
  since timestamptz not null default now(),
  primary key (rules, story)
);

-- What the indexes of this database are called by, beside those of others in one search engine.
create table identity (name text not null);
insert into identity (name) values (substr(md5(random()::text || clock_timestamp()::text), 1, 12));

create table channels (
  channel text primary key,
  choice text not null,
  seq bigint generated always as identity
);
create table watches (
  channel text primary key,
  choice text not null,
  seq bigint generated always as identity
);
create table feedback (
  line text primary key,
  at timestamptz not null,
  seq bigint generated always as identity
);
