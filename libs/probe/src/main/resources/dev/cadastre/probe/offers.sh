# Tells which versions of the packages whose names match $CADASTRE_NAMES, an extended regular
# expression, the repositories of this host offer, as far as its lists of them know. No network is
# used, and nothing is changed but what a package manager notes in its own log. POSIX sh, awk and
# the host's package manager are enough. The format is specified in docs/formats/offers.md.
#
# It is one brace group, so that a shell that reads it from a pipe has read all of it before
# the first command runs, and a script cut short runs not at all.
{
set +e
exec </dev/null 2>/dev/null
unset ENV BASH_ENV CDPATH LANG LANGUAGE POSIXLY_CORRECT APT_CONFIG
LC_ALL=C
PATH=/usr/sbin:/usr/bin:/sbin:/bin${PATH:+:$PATH}
export LC_ALL PATH
umask 077

# A folder of programs to prefer.
[ -z "${CADASTRE_PROGRAMS:-}" ] || PATH=$CADASTRE_PROGRAMS:$PATH
names=$CADASTRE_NAMES
seconds=${CADASTRE_SECONDS:-20}
most_names=400
most_lines=8000

limit=
if timeout 5 true; then
    limit="timeout $seconds"
fi

# bounded COMMAND…: what it prints, and marked with ! what it complains of.
bounded() {
    # shellcheck disable=SC2086 # two words
    { $limit "$@" 2>&1 1>&3 3>&- | tail -n 5 | awk '{ print "!" $0 }'; } 3>&1
}

# A tool that was killed may have been within a line.
marked() { cut -c 1-1000 | head -n "$most_lines" | awk '/^!/ { print; next } { print "|" $0 }'; }

wanted() { grep -E "$names" | sort -u | head -n "$most_names"; }

# newest FILE…: when the youngest of these lists was written.
newest() {
    youngest=$(ls -td -- "$@" | head -n 1)
    [ -z "$youngest" ] || echo "@lists $(date -r "$youngest" +%s)"
}

# ---- apt ---------------------------------------------------------------------------

apt() {
    tool=$1
    shift
    # Without the files in which root would put what it understood of the lists.
    bounded "$tool" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= "$@"
}

apt_sources='
/^!/ { print; next }
/^Package:/ { package = $2 }
/^Version:/ { version = $2 }
/^Source:/ { source = $2 " " $3 }
/^$/ { tell() }
END { tell() }
function tell() {
    if (package != "") print package "\t" version "\t" source
    package = version = source = ""
}'

ask_apt() {
    command -v apt-cache >/dev/null || return
    echo '@manager apt'
    newest /var/lib/apt/lists/*_Packages*
    found=$(apt apt-cache pkgnames | grep -v '^!' | wanted)
    [ -n "$found" ] || return
    echo @apt
    # shellcheck disable=SC2086 # names of packages have nothing that a shell would read
    apt apt-cache policy $found | marked
    echo @apt-sources
    # shellcheck disable=SC2086 # as above
    apt apt-cache show $found | awk "$apt_sources" | marked
}

# ---- dnf and yum -------------------------------------------------------------------

# The names in the first column, as far as they are wanted; what is complained of stays.
wanted_lines() {
    names=$names awk -F '[|]' '/^!/ { print; next } $1 ~ ENVIRON["names"] { print }'
}

ask_dnf() {
    command -v dnf >/dev/null || return
    asked=1
    echo '@manager dnf'
    newest /var/cache/dnf/*/repodata/repomd.xml /var/cache/libdnf5/*/repodata/repomd.xml
    set -- dnf -C -q
    # Others than root have caches of their own, which are empty most of the time.
    if [ "$(id -u)" != 0 ] && [ -d /var/cache/dnf ]; then
        set -- "$@" --setopt=cachedir=/var/cache/dnf
    fi
    echo @dnf
    bounded "$@" repoquery --available \
        --qf '%{name}|%{epoch}|%{version}|%{release}|%{repoid}|%{sourcerpm}\n' |
        wanted_lines | marked
    echo @dnf-modules
    bounded "$@" module list | grep -v '^!' | marked
}

# Lines that are too long for the terminal that yum imagines are broken after a column.
yum_lines='
/^!/ { print; next }
/^[^ \t]/ { tell(); line = $0; next }
{ line = line $0 }
END { tell() }
function tell(  count, word, name) {
    count = split(line, word, " ")
    name = word[1]
    sub(/[.][^.]*$/, "", name)
    if (count == 3 && name ~ ENVIRON["names"]) print word[1] " " word[2] " " word[3]
}'

ask_yum() {
    command -v yum >/dev/null || return
    echo '@manager yum'
    newest /var/cache/yum/*/*/*/repomd.xml
    echo @yum
    bounded yum -C -q list available --showduplicates | names=$names awk "$yum_lines" | marked
}

# ---- apk ---------------------------------------------------------------------------

ask_apk() {
    command -v apk >/dev/null || return
    echo '@manager apk'
    newest /var/cache/apk/APKINDEX.*.tar.gz /etc/apk/cache/APKINDEX.*.tar.gz
    found=$(bounded apk --no-network search | grep -v '^!' | sed 's/-[^-]*-r[0-9]*$//' | wanted)
    [ -n "$found" ] || return
    echo @apk
    # shellcheck disable=SC2086 # names of packages have nothing that a shell would read
    bounded apk --no-network policy $found | marked
}

echo '@offers 1'
asked=
ask_apt
ask_dnf
[ -n "$asked" ] || ask_yum
ask_apk
echo @end
exit 0
}
