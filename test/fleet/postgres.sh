#!/usr/bin/env bash
# Starts a PostgreSQL of its own in a folder, on a free port of this machine, and prints its address; or stops it.
#   postgres.sh start FOLDER
#   postgres.sh restart FOLDER      on the same port, as after a crash
#   postgres.sh stop FOLDER
# As root it is Debian's package (fetched where it is not there) and the user postgres; else the one in the PATH.
set -euo pipefail
command=$1 folder=$2

find_bin() {
  local found
  found=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
  [ -n "$found" ] && [ -x "$found/initdb" ] && echo "$found" && return
  found=$(command -v initdb) && dirname "$found"
}
bin=$(find_bin || true)
if [ -z "$bin" ] && [ "$(id -u)" = 0 ] && [ "$command" = start ] && command -v apt-get >/dev/null; then
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends postgresql; } >&2
  bin=$(find_bin || true)
fi
[ -n "$bin" ] || { echo "postgres.sh: there is no PostgreSQL here" >&2; exit 3; }

as_postgres() {
  if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; else "$@"; fi
}

case $command in
  start)
    mkdir -p "$folder"
    chmod 755 "$folder"
    [ "$(id -u)" = 0 ] && chown postgres: "$folder"
    port=$(node -e "const s = require('net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close(); })")
    cd "$folder"
    as_postgres "$bin/initdb" --no-sync -U verbatim -A trust -E UTF8 --locale=C -D "$folder/data" >"$folder/initdb.log" 2>&1
    as_postgres "$bin/pg_ctl" -w -s -D "$folder/data" -l "$folder/log" \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off" start >/dev/null
    echo "postgres://verbatim@127.0.0.1:$port/postgres"
    ;;
  restart)
    cd /
    as_postgres "$bin/pg_ctl" -w -s -m immediate -D "$folder/data" -l "$folder/log" restart >/dev/null
    ;;
  stop)
    cd /
    as_postgres "$bin/pg_ctl" -s -m immediate -D "$folder/data" stop
    ;;
  *) echo "postgres.sh: start, restart or stop?" >&2; exit 2 ;;
esac
