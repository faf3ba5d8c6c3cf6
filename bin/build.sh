# Builds the programs that ./cadastre starts into target/app, when they are missing or older than
# their sources. Expects $root, and JAVA_HOME from bin/jdk.sh.
#
# target/app/stamp    as old as the sources that were built, and made last; its lines are the JDK
#                     and the name of the folder that holds the result
# target/app/a, b     taken in turn, so that a running server keeps the files it was started from:
#   server, cli       the programs and what they need
#   server.aot …      classes loaded and linked ahead of time, see bin/train.sh

. "$root/bin/postgres.sh"

app=$root/target/app
build_log=$app/build.log

# Sets build_folder to the folder of the last build, build_jdk to its JDK; empty if there is none.
build_read_stamp() {
    build_folder=
    build_jdk=
    [ ! -f "$app/stamp" ] || { IFS= read -r build_jdk && IFS= read -r build_folder; } <"$app/stamp" || :
}

# Succeeds if some source is newer than the last build, or that used another JDK.
build_needed() {
    build_read_stamp
    [ -n "$build_folder" ] && [ "$build_jdk" = "$JAVA_HOME" ] || return 0
    [ -n "$(cd "$root" && find pom.xml .mvn bin api cli libs manual server docs CHANGELOG.md CONTRIBUTING.md SECURITY.md \
        \( -name target -o -name test -path '*/src/test' \) -prune -o \
        \( -name pom.xml -o -path '*/src/main/*' -o -path 'bin/*' -o -path '.mvn/*' -o -path 'docs/*.md' -o -path '[A-Z]*.md' \) \
        -newer "$app/stamp" -print -quit)" ]
}

build_say() {
    printf '%s\n' "cadastre: $*" >&2
}

# $1 says what failed. The log's tail comes first, so that the remedy is the last thing on screen.
build_fail() {
    tail -n 25 "$build_log" >&2
    build_say "$1; the whole log is $build_log."
    if grep -q -e 'Could not transfer artifact' -e 'Unknown host' -e 'Failed to fetch' "$build_log"; then
        build_say "A download failed. The first build needs https://repo.maven.apache.org: check network and proxy (~/.m2/settings.xml), then start again."
    elif grep -q 'No space left on device' "$build_log"; then
        build_say "The disk is full: free about 1 GB for $root/target and ~/.m2, then start again."
    else
        build_say "If the sources are as released, remove $root/target and start again; else put right what the log names."
    fi
    return 1
}

# Two commands started at once must not build into one folder at once.
build_lock() {
    while ! mkdir "$app/lock" 2>/dev/null; do
        build_owner=
        [ ! -r "$app/lock/pid" ] || IFS= read -r build_owner <"$app/lock/pid" || :
        if [ -n "$build_owner" ] && ! kill -0 "$build_owner" 2>/dev/null; then
            rm -rf "$app/lock"
            continue
        fi
        [ -n "${build_waits:-}" ] || build_say "waiting for process ${build_owner:-?}, which builds already"
        build_waits=yes
        sleep 1
    done
    echo $$ >"$app/lock/pid"
    trap 'rm -rf "$app/lock"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
}

build_unlock() {
    rm -rf "$app/lock"
    trap - EXIT INT TERM
}

# Maven's own lines go to the log; the modules' names are the progress.
build_compile() {
    rm -f "$app/failed"
    {
        cd "$root" && ./mvnw -B -T 1C -Dmaven.test.skip=true -Djacoco.skip=true -pl server,cli -am package 2>&1 ||
            : >"$app/failed"
    } </dev/null | tee "$build_log" |
        sed -n 's/^\[INFO\] Building \([^ ]*\) .*\[\([0-9]*\)\/\([0-9]*\)\]$/cadastre:   \1 (\2 of \3)/p' >&2
    [ ! -f "$app/failed" ] || build_fail "The build failed"
}

build_lay_out() {
    rm -rf "${app:?}/$1"
    mkdir "$app/$1" &&
        "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$root/server/target/server-app.jar" \
            extract --destination "$app/$1/server" &&
        cp -R "$root/cli/target/app" "$app/$1/cli"
}

# Without xz the server unpacks PostgreSQL itself, which its first start waits for.
build_unpack_postgres() {
    command -v xz >/dev/null || return 0
    case $(uname -m) in
    x86_64) postgres_plain "$app/$1/server/lib" amd64 "$app/$1/postgres" ;;
    aarch64) postgres_plain "$app/$1/server/lib" arm64v8 "$app/$1/postgres" ;;
    esac
}

build_steps() {
    build_compile || return 1
    build_lay_out "$1" >>"$build_log" 2>&1 || build_fail "The programs cannot be laid out in $app/$1" || return 1
    build_unpack_postgres "$1" >>"$build_log" 2>&1 || build_fail "PostgreSQL cannot be unpacked in $app/$1" || return 1
    build_say "  learning what to load at start"
    sh "$root/bin/train.sh" "$app/$1" >>"$build_log" 2>&1 ||
        build_say "  that failed, so starting will take longer; $build_log says why"
}

# Builds what build_needed missed, and sets build_folder.
build_all() {
    mkdir -p "$app" || return 1
    build_lock
    # Another command may have built while this one waited.
    if build_needed; then
        build_next=a
        [ "$build_folder" != a ] || build_next=b
        build_say "building with $JAVA_HOME (about a minute; the first time also downloads)"
        # Made before the build, so that what is edited while it runs is built again.
        printf '%s\n' "$JAVA_HOME" "$build_next" >"$app/stamp.next"
        build_steps "$build_next" || { build_unlock; return 1; }
        mv "$app/stamp.next" "$app/stamp"
        build_folder=$build_next
        build_say "built"
    fi
    build_unlock
}
