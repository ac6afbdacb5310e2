-- How much each person, token or address has asked lately, as hashes. Unlogged: after a crash of the database all
-- begin anew.
create unlogged table limits (
  key text collate "C" primary key,
  taken timestamptz[] not null,    -- when each of those in the window was taken
  refused integer not null,        -- how many were refused since
  until timestamptz not null       -- then nothing of it counts any more
);
create index limits_until on limits (until);
