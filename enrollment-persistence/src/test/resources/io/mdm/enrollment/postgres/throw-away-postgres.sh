# One throw-away PostgreSQL, for as long as somebody holds our standard input open: so it ends with its owner, however that ends.
# Given in the environment: BINARIES PARENT PORT PGPASSWORD SETTINGS. Says "ready" or what went wrong.
# Then it does as it is told, and says "ready" again: "crash" stops the server in the midst of its work, "start" starts it again.
set -eu
umask 077
trap '' HUP INT TERM # Ctrl-C reaches all processes of a terminal at once; the owner decides when we are needed no more

home=$(mktemp -d "$PARENT/enrollment-postgres.XXXXXX")
trap 'rm -rf "$home"' EXIT
complain() {
  cat "$home"/*.log
  exit 1
}

printf '%s\n' "$PGPASSWORD" >"$home/password"
"$BINARIES/bin/initdb" -D "$home/data" -U postgres -A scram-sha-256 --pwfile="$home/password" --no-sync --no-instructions \
  --encoding=UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8 >"$home/initdb.log" 2>&1 || complain
rm "$home/password"

start() {
  "$BINARIES/bin/pg_ctl" start -w -t 180 -D "$home/data" -l "$home/postgres.log" -o "-p $PORT -c listen_addresses=127.0.0.1 \
  -c unix_socket_directories='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off $SETTINGS" >"$home/start.log" 2>&1 || complain
}
stop() {
  "$BINARIES/bin/pg_ctl" stop -w -m "$1" -D "$home/data" >/dev/null 2>&1 || true
}

start
echo ready
while read -r command; do
  case $command in
    crash) stop immediate ;;
    start) start ;;
  esac
  echo ready
done
stop fast
