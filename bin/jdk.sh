# Finds a JDK. Read by ./cadastre, ./check and mvnw; works in any POSIX shell, also under set -eu.
#
# A JVM takes longer to tell its version than a command may take altogether, so the "release" file
# that every JDK carries is asked instead, and the choice is remembered.

jdk_least=25

# Sets jdk_version to the feature release (25) of the Java in folder $1, or to 0.
jdk_read_version() {
    jdk_version=0
    [ -r "$1/release" ] || return 0
    while IFS='=' read -r jdk_key jdk_value || [ -n "$jdk_key" ]; do
        [ "$jdk_key" = JAVA_VERSION ] || continue
        jdk_value=${jdk_value#\"}
        jdk_value=${jdk_value%%[!0-9]*}
        jdk_version=${jdk_value:-0}
        return 0
    done <"$1/release"
}

# Whether folder $1 is a JDK (not only a runtime) that is new enough.
jdk_fits() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
    jdk_read_version "$1"
    [ "$jdk_version" -ge "$jdk_least" ]
}

# Sets jdk_found to the oldest JDK that fits, as that release is the one most tests ran on.
jdk_search() {
    jdk_found=
    jdk_found_version=
    jdk_on_path=$(command -v javac 2>/dev/null) || jdk_on_path=
    if [ -n "$jdk_on_path" ]; then
        jdk_on_path=$(readlink -f "$jdk_on_path" 2>/dev/null) || jdk_on_path=
    fi
    for jdk_folder in \
        "${jdk_on_path%/bin/javac}" \
        "${CADASTRE_JDK_ROOT:-}"/usr/lib/jvm/* \
        "${CADASTRE_JDK_ROOT:-}"/usr/lib64/jvm/* \
        "${CADASTRE_JDK_ROOT:-}"/usr/java/* \
        "${CADASTRE_JDK_ROOT:-}"/opt/* \
        "${CADASTRE_JDK_ROOT:-}"/opt/java/* \
        "${CADASTRE_JDK_ROOT:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${CADASTRE_JDK_ROOT:-}"/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "${HOME:-}"/.sdkman/candidates/java/* \
        "${HOME:-}"/.jdks/* \
        "${HOME:-}"/.local/share/mise/installs/java/* \
        "${HOME:-}"/.asdf/installs/java/*; do
        [ -n "$jdk_folder" ] && jdk_fits "$jdk_folder" || continue
        if [ -z "$jdk_found" ] || [ "$jdk_version" -lt "$jdk_found_version" ]; then
            jdk_found=$jdk_folder
            jdk_found_version=$jdk_version
        fi
    done
}

jdk_missing() {
    cat >&2 <<EOF
Cadastre needs a JDK $jdk_least or newer and found none. Install one, or set JAVA_HOME to the folder of one:
  Debian, Ubuntu:  apt-get install openjdk-$jdk_least-jdk-headless   (or Temurin: https://adoptium.net/installation/linux)
  Fedora, RHEL:    dnf install java-$jdk_least-openjdk-devel
  macOS:           brew install openjdk@$jdk_least
EOF
}

# Exports JAVA_HOME: the one that is set if it fits, else the remembered one, else the one found.
# Says what to do and fails if there is none.
jdk_find() {
    jdk_memory=
    if [ -n "${XDG_CACHE_HOME:-${HOME:-}}" ]; then
        jdk_memory=${XDG_CACHE_HOME:-$HOME/.cache}/cadastre/jdk
    fi
    if [ -n "${JAVA_HOME:-}" ] && jdk_fits "$JAVA_HOME"; then
        export JAVA_HOME
        return 0
    fi
    if [ -n "$jdk_memory" ] && [ -r "$jdk_memory" ]; then
        IFS= read -r JAVA_HOME <"$jdk_memory" || :
        if [ -n "$JAVA_HOME" ] && jdk_fits "$JAVA_HOME"; then
            export JAVA_HOME
            return 0
        fi
    fi
    jdk_search
    if [ -z "$jdk_found" ]; then
        jdk_missing
        return 1
    fi
    JAVA_HOME=$jdk_found
    export JAVA_HOME
    # Forgetting costs a few milliseconds, so a folder that cannot be written is no failure.
    if [ -n "$jdk_memory" ]; then
        { mkdir -p "${jdk_memory%/*}" && printf '%s\n' "$JAVA_HOME" >"$jdk_memory"; } 2>/dev/null || :
    fi
}

# Ends the program if the Java that Maven would take is known to be too old.
jdk_refuse_older() {
    jdk_maven=${JAVA_HOME:-}
    if [ -z "$jdk_maven" ]; then
        jdk_maven=$(command -v java 2>/dev/null) && jdk_maven=$(readlink -f "$jdk_maven") || return 0
        jdk_maven=${jdk_maven%/bin/java}
    fi
    jdk_read_version "$jdk_maven"
    [ "$jdk_version" -gt 0 ] && [ "$jdk_version" -lt "$jdk_least" ] || return 0
    printf '%s\n' "Cadastre is built with JDK $jdk_least or newer, and $jdk_maven is a JDK $jdk_version: set JAVA_HOME to a newer one, or run ./check, which finds one." >&2
    exit 1
}
