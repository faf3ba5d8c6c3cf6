# The account and its folders. What is there already stays as it is, whoever owns it.
account() {
    if ! getent passwd cadastre >/dev/null; then
        getent group cadastre >/dev/null || groupadd --system cadastre
        useradd --system --gid cadastre --home-dir /var/lib/cadastre --no-create-home \
            --shell /usr/sbin/nologin --comment Cadastre cadastre
    fi
    [ -e /var/lib/cadastre ] || install -d -o cadastre -g cadastre -m 0700 /var/lib/cadastre
    [ -e /var/log/cadastre ] || install -d -o cadastre -g cadastre -m 0750 /var/log/cadastre
}

# Where no cache of classes came along, starts take three times as long: then one is made here, and
# the file "learnt" says of which version.
learn() {
    learnt=/usr/lib/cadastre/learnt
    if [ -s /usr/lib/cadastre/trained-at ]; then
        [ -e "$learnt" ] && [ "$(cat "$learnt")" != "@VERSION@" ] || return 0
    fi
    echo "cadastre: learning what to load at start, about a minute"
    # Not among the logs of the server: that folder is its account's, who could put a link there.
    training=/usr/lib/cadastre/training.log
    if JAVA_HOME=/usr/lib/cadastre/runtime sh /usr/lib/cadastre/bin/train.sh /usr/lib/cadastre \
        >"$training" 2>&1; then
        echo "@VERSION@" >"$learnt"
    else
        rm -f /usr/lib/cadastre/server.aot /usr/lib/cadastre/cli.aot /usr/lib/cadastre/trained-at
        echo "cadastre: that failed, so starting will take longer; $training says why" >&2
    fi
}
