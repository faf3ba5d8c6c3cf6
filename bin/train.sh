#!/bin/sh
# Makes the AOT caches of a build: starts the server on a scratch home, asks it what a first user
# asks, and has both JVMs write down which classes that took. A cache fits only the very files and
# flags it was trained with, so every build trains again.
#
# usage: JAVA_HOME=… train.sh FOLDER      (a folder laid out by build.sh; where it has a runtime of its own,
#                                           that is what learns)
set -eu
folder=$(CDPATH='' cd -P -- "$1" && pwd)
[ ! -x "$folder/runtime/bin/java" ] || JAVA_HOME=$folder/runtime

# What is asked of another server, such as its database, must not become that of this one.
for name in $(env | sed -n 's/^\(CADASTRE_[A-Za-z0-9_]*\)=.*/\1/p'); do
    case $name in
    CADASTRE_TRAINING_JAVA | CADASTRE_TRAINING_BRIEF) ;;
    *) unset "$name" ;;
    esac
done
unset PGPASSWORD
. "${0%/*}/run.sh"

home=$folder/training
rm -rf "$home" "$folder/trained-at"
mkdir -p "$home"
export CADASTRE_HOME="$home"

# shellcheck disable=SC2086  # the flags are words
"$JAVA_HOME/bin/java" $jvm_flags $server_flags -XX:AOTCacheOutput="$folder/server.aot" \
    -jar "$folder/server/server-app.jar" --server.port=0 --cadastre.home="$home" >"$home/out" &
server=$!
end_training() {
    kill "$server" 2>/dev/null || :
    wait "$server" || :
    rm -rf "$home"
}
trap end_training EXIT
# Where a signal ends it, dash runs no trap of EXIT.
trap 'exit 130' INT
trap 'exit 143' TERM HUP

waited=0
url=
until [ -n "$url" ]; do
    kill -0 "$server" 2>/dev/null || { echo "the server ended during training" >&2; exit 1; }
    [ "$waited" -lt 120 ] || { echo "the server was not ready within 120 s" >&2; exit 1; }
    sleep 1
    waited=$((waited + 1))
    url=$(sed -n 's/^cadastre: ready at //p' "$home/out")
done

cli() {
    "$JAVA_HOME/bin/java" $jvm_flags $cli_flags "$1" -jar "$folder/cli/cli.jar" \
        --home "$home" --server "$url" "$2" "$3" "$4" >/dev/null || :
}

# What these print does not matter, and neither does whether this server has an answer.
for path in /healthz / /sign-in /api/v1/hosts /api/v1/environments /api/v1/search?q=openssl; do
    cli -Dtraining=server api GET "$path"
done
# Which methods are hot is kept as well. Without it the first answers would still be right, which is
# all that a build for tests wants: CADASTRE_TRAINING_BRIEF.
[ ! -f "${0%/*}/Training.java" ] || [ -n "${CADASTRE_TRAINING_BRIEF:-}" ] ||
    "${CADASTRE_TRAINING_JAVA:-$JAVA_HOME/bin/java}" -XX:TieredStopAtLevel=1 "${0%/*}/Training.java" "$url" "$home" >&2 || :
cli -XX:AOTCacheOutput="$folder/cli.aot" hosts --output table

trap - EXIT INT TERM HUP
end_training
[ -s "$folder/server.aot" ] && [ -s "$folder/cli.aot" ]
# A JVM that finds the programs elsewhere than its cache does ends.
echo "$folder" >"$folder/trained-at"
