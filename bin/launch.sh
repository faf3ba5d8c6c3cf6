# Turns what was asked of cadastre into the program that does it, and becomes that program. Read by
# ./cadastre of a checkout and by the one that is installed.
#
# Expects JAVA_HOME, the flags of bin/run.sh, and:
#   program   the folder with server/ and cli/
#   caches    the folder with server.aot and cli.aot, see bin/train.sh

verb=up
usage_error() {
    case $verb in
    up) usage="cadastre up [--port N] [--home DIR] [--estate FILE] …" ;;
    restore) usage="cadastre restore FILE [--home DIR] [--database-url URL]" ;;
    backup*) usage="cadastre backup verify FILE" ;;
    *) usage="cadastre database forget-old [--home DIR]" ;;
    esac
    printf '%s\n' "cadastre $verb: $1" "Usage: $usage; all of it: cadastre help $verb" >&2
    exit 2
}

# A list of arguments is all the process list shows of us, so no secret may be among them.
refuse_password() {
    # Users are named before the path alone; a parameter may have both characters, too.
    authority=
    case $1 in
    *://*) authority=${1#*://} ;;
    esac
    case "${authority%%[/?#]*} $1" in
    *:*@*" "* | *[?\&]password=* | *[?\&]sslpassword=*)
        usage_error "the password in --database-url can be read by everyone on this machine; put it into CADASTRE_DATABASE_PASSWORD, PGPASSWORD or ~/.pgpass, and leave it out of the URL"
        ;;
    esac
}

# Turns the flags of `up` into the server's properties and becomes the server.
up() {
    remaining=$#
    seen=
    home=
    demo=
    while [ "$remaining" -gt 0 ]; do
        flag=$1
        shift
        remaining=$((remaining - 1))
        value=
        case $flag in
        --anonymous-read | --demo) value=true ;;
        --*=*)
            value=${flag#*=}
            flag=${flag%%=*}
            ;;
        --port | --config | --home | --estate | --database-url | --listen | --hosts | --tls-certificate | --tls-key)
            [ "$remaining" -gt 0 ] || usage_error "$flag wants a value"
            value=$1
            shift
            remaining=$((remaining - 1))
            ;;
        esac
        case $flag in
        --port)
            case $value in
            '' | *[!0-9]*) usage_error "--port wants a number from 1 to 65535, not '$value'" ;;
            esac
            property=server.port
            ;;
        --config)
            [ -r "$value" ] || usage_error "the configuration $value cannot be read"
            property=cadastre.config
            ;;
        --home)
            property=cadastre.home
            home=$value
            ;;
        --estate)
            [ -r "$value" ] || usage_error "the estate file $value cannot be read"
            property=cadastre.estate
            ;;
        --database-url)
            refuse_password "$value"
            property=cadastre.database-url
            ;;
        --listen) property=cadastre.listen ;;
        --hosts) property=cadastre.hosts ;;
        --tls-certificate) property=cadastre.tls.certificate ;;
        --tls-key) property=cadastre.tls.key ;;
        --anonymous-read) property=cadastre.anonymous-read ;;
        --demo)
            property=cadastre.demo
            demo=yes
            ;;
        *) usage_error "unknown argument '$flag'" ;;
        esac
        case "$seen " in
        *" $flag "*) usage_error "$flag is given more than once, and only one can be meant" ;;
        esac
        seen="$seen $flag"
        set -- "$@" "--$property=$value"
    done
    # What is invented stays in a home of its own, and once there is that for good.
    if [ -n "$demo" ] && [ -z "$home" ]; then
        home=${XDG_DATA_HOME:-$HOME/.local/share}/cadastre-demo
        set -- "$@" "--cadastre.home=$home"
    fi
    if [ -n "$demo" ] || [ -e "${home:-${CADASTRE_HOME:-$HOME/.local/share/cadastre}}/demonstration" ]; then
        case "$seen " in
        *" --estate "*) usage_error "--estate is of no use to a demonstration, whose organisation is invented" ;;
        esac
        set -- "$@" "--cadastre.estate=${home:-${CADASTRE_HOME:-$HOME/.local/share/cadastre}}/estate.ini" \
            --cadastre.collection.this-machine=false
    fi
    if [ -z "${CADASTRE_DATABASE_PASSWORD:-}" ] && [ -n "${PGPASSWORD:-}" ]; then
        export CADASTRE_DATABASE_PASSWORD="$PGPASSWORD"
    fi
    # What the server creates is for its user alone.
    umask 077
    # shellcheck disable=SC2086  # the flags are words
    exec "$JAVA_HOME/bin/java" $jvm_flags $server_flags ${CADASTRE_JAVA_OPTIONS:-} "-Dcadastre.terminal=$terminal" \
        "-XX:AOTCache=$caches/server.aot" -jar "$program/server/server-app.jar" "$@"
}

# Asks the server's program about its configuration, which it does without starting.
configuration() {
    # shellcheck disable=SC2086  # the flags are words
    exec "$JAVA_HOME/bin/java" $jvm_flags $cli_flags "-XX:AOTCache=$caches/server.aot" \
        -cp "$program/server/server-app.jar" dev.cadastre.server.startup.configuration.ConfigCommand "$@"
}

# What is done to a home while no server runs is done by the server's program, too.
maintain() {
    verb=$1
    [ "$verb" = restore ] || verb="$1 $2"
    maintenance_flags=$brief_maintenance_flags
    for word; do
        refuse_password "$word"
        # The backup: no other word is a large file. Where the folder that one stands in is closed to the
        # account that restores, find says so, and what it found all the same.
        [ ! -f "$word" ] || [ -z "$(find "$word" -size +32M 2>/dev/null)" ] || maintenance_flags=
    done
    umask 077
    # shellcheck disable=SC2086  # the flags are words
    exec "$JAVA_HOME/bin/java" $jvm_flags $server_flags $maintenance_flags ${CADASTRE_JAVA_OPTIONS:-} "-Dcadastre.terminal=$terminal" \
        "-XX:AOTCache=$caches/server.aot" -cp "$program/server/server-app.jar" \
        dev.cadastre.server.startup.configuration.ConfiguredMaintenance "$@"
}

launch() {
    # What is printed is for a reader only if it goes to a terminal; asking here costs nothing.
    terminal=
    [ ! -t 0 ] || terminal=${terminal}in
    [ ! -t 1 ] || terminal=${terminal}out
    [ ! -t 2 ] || terminal=${terminal}err

    if [ "${1:-}" = up ]; then
        case " $* " in
        *" --help "* | *" -h "*) set -- help up ;;
        *)
            shift
            up "$@"
            ;;
        esac
    fi
    if [ "${1:-}" = config ]; then
        case " $* " in
        *" --help "* | *" -h "*) ;;
        *)
            shift
            configuration "$@"
            ;;
        esac
    fi
    case "${1:-} ${2:-}" in
    "restore "* | "backup verify" | "database forget-old")
        case " $* " in
        *" --help "* | *" -h "*) ;;
        *) maintain "$@" ;;
        esac
        ;;
    esac

    case " $* " in
    *" parcel "*) cli_flags=$cli_payload_flags ;;
    esac
    # A manual is laid out in the width of the terminal, which no program in Java can ask for.
    case " $* $terminal " in
    *" manual "*out*)
        [ -n "${COLUMNS:-}" ] || COLUMNS=$({ stty size </dev/tty; } 2>/dev/null) || COLUMNS=
        COLUMNS=${COLUMNS#* }
        export COLUMNS
        ;;
    esac
    # shellcheck disable=SC2086  # the flags are words
    exec "$JAVA_HOME/bin/java" $jvm_flags $cli_flags "-Dcadastre.terminal=$terminal" "-XX:AOTCache=$caches/cli.aot" \
        -jar "$program/cli/cli.jar" "$@"
}
