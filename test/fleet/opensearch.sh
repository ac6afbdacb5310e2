#!/usr/bin/env bash
# Starts an OpenSearch of its own in a folder, on free ports of this machine, and prints its address; or stops it.
#   opensearch.sh start FOLDER
#   opensearch.sh stop FOLDER
# The distribution comes from Maven Central, once, into OPENSEARCH_CACHE (default ~/.cache/verbatim-opensearch):
# 3.6.0 where there is a JDK of 21 or later, else 2.19.6, which runs on Java 17.
set -euo pipefail
command=$1 folder=$2

major() {
  "$1/bin/java" -version 2>&1 | sed -nE 's/.*version "([0-9]+).*/\1/p' | head -1
}
find_jdk() {
  local home least=$1
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    [ -x "$home/bin/java" ] && [ "$(major "$home")" -ge "$least" ] && echo "$home" && return
  done
  return 1
}

start() {
  local version=3.6.0 jdk zip port transport waited=0
  jdk=$(find_jdk 21) || { version=2.19.6; jdk=$(find_jdk 17); } || { echo "opensearch.sh: there is no JDK of 17 or later" >&2; exit 3; }
  local cache=${OPENSEARCH_CACHE:-$HOME/.cache/verbatim-opensearch}
  zip=$cache/opensearch-$version.zip
  mkdir -p "$cache" "$folder"
  if [ ! -f "$zip" ]; then
    command -v mvn >/dev/null || { echo "opensearch.sh: there is no mvn to fetch OpenSearch with" >&2; exit 3; }
    mvn -q -B dependency:copy -Dmdep.useBaseVersion=true -DoutputDirectory="$folder" \
      -Dartifact=org.opensearch.distribution.integ-test-zip:opensearch:$version:zip >&2
    mv "$folder/opensearch-$version.zip" "$zip"
  fi
  unzip -q -o "$zip" -d "$folder"
  read -r port transport < <(node -e "const net = require('net'); const open = () => new Promise((ok) => { const s = net.createServer().listen(0, '127.0.0.1', () => ok(s)); }); Promise.all([open(), open()]).then((all) => { console.log(all.map((s) => s.address().port).join(' ')); for (const s of all) s.close(); })")
  mkdir -p "$folder/tmp" "$folder/data" "$folder/logs"
  cat >"$folder/opensearch-$version/config/opensearch.yml" <<YML
cluster.name: verbatim-test
discovery.type: single-node
network.host: 127.0.0.1
http.port: $port
transport.port: $transport
path.data: $folder/data
path.logs: $folder/logs
YML
  local as=()
  if [ "$(id -u)" = 0 ]; then # it refuses root
    chown -R nobody:nogroup "$folder"
    as=(setpriv --reuid=65534 --regid=65534 --clear-groups)
  fi
  OPENSEARCH_JAVA_HOME=$jdk OPENSEARCH_TMPDIR=$folder/tmp OPENSEARCH_JAVA_OPTS='-Xms512m -Xmx512m' \
    "${as[@]}" "$folder/opensearch-$version/bin/opensearch" -d -p "$folder/pid" >"$folder/start.log" 2>&1
  until curl -s -f -m 5 "http://127.0.0.1:$port/_cluster/health?wait_for_status=yellow&timeout=4s" >/dev/null; do
    waited=$((waited + 1))
    [ $waited -lt 300 ] || { echo "opensearch.sh: it does not answer; see $folder/logs" >&2; stop; exit 1; }
    sleep 1
  done
  echo "http://127.0.0.1:$port"
}

stop() {
  local pid waited=0
  pid=$(cat "$folder/pid")
  kill "$pid"
  while kill -0 "$pid" 2>/dev/null && [ $waited -lt 60 ]; do sleep 0.5; waited=$((waited + 1)); done
}

case $command in
  start) start ;;
  stop) stop ;;
  *) echo "opensearch.sh: start or stop?" >&2; exit 2 ;;
esac
