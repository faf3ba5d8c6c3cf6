# Tells which package the file $CADASTRE_FILE belongs to, and changes nothing. POSIX sh and
# awk are enough; the package managers are asked where they are, and no file is opened but
# their databases and the metadata of Python's and npm's packages. The format is specified
# in docs/formats/owners.md.
#
# It is one brace group, so that a shell that reads it from a pipe has read all of it before
# the first command runs, and a script cut short runs not at all.
{
set +e
exec </dev/null 2>/dev/null
unset ENV BASH_ENV CDPATH LANG LANGUAGE POSIXLY_CORRECT
LC_ALL=C
PATH=/usr/sbin:/usr/bin:/sbin:/bin${PATH:+:$PATH}
export LC_ALL PATH
umask 077

# A tree whose databases are asked instead of this host's own.
root=${CADASTRE_ROOT:-}
file=$CADASTRE_FILE
most=100
newline='
'

# A file may end within a line.
marked() { awk '{ print "|" $0 }'; }

# The folder as it is without links; the dot keeps line feeds at the end of a name.
real_folder() { (cd -P "$1/" && pwd -P && echo .); }

without_dot() {
    trimmed=${1%.}
    trimmed=${trimmed%"$newline"}
}

kind_of() {
    if [ -L "$1" ]; then
        echo link
    elif [ -d "$1" ]; then
        echo folder
    elif [ -e "$1" ]; then
        echo file
    else
        missing "${1%/*}"
    fi
}

# Whether it is not there, or in a folder where we may not look.
missing() {
    above=$1
    while [ -n "$above" ] && ! [ -e "$above" ]; do
        above=${above%/*}
    done
    if [ -d "${above:-/}" ] && ! [ -x "${above:-/}" ]; then
        echo hidden
    else
        echo missing
    fi
}

# Databases have a name a line, so that none can have this one.
several_lines() {
    case $1 in
    *"$newline"*) return 0 ;;
    *) return 1 ;;
    esac
}

# names PATH: the path, and by what other names a merged /usr has it.
names() {
    if several_lines "$1"; then
        return
    fi
    printf '%s\n' "$1"
    for folder in /bin /sbin /lib /lib32 /lib64 /libx32 /usr/sbin /usr/lib64 /var/run /var/lock; do
        if [ -L "$folder" ]; then
            without_dot "$(real_folder "$folder")"
            case $1 in
            "$trimmed"/*) printf '%s\n' "$folder${1#"$trimmed"}" ;;
            esac
        fi
    done
}

echo '@owners 1'
kind=$(kind_of "$file")
echo "@file $kind"

name=${file##*/}
without_dot "$(real_folder "${file%/*}")"
here=$file
[ -z "$trimmed" ] || [ -z "$name" ] || here=${trimmed%/}/$name
target=
if [ "$kind" != missing ] && [ "$kind" != hidden ]; then
    without_dot "$(readlink -f "$file" && echo .)"
    [ "$trimmed" = "$here" ] || target=$trimmed
fi
own_names=$({ names "$file"; names "$here"; } | awk '!seen[$0]++')
target_names=
[ -z "$target" ] || target_names=$(names "$target")
echo @self
[ -z "$own_names" ] || printf '%s\n' "$own_names" | marked
echo @target
[ -z "$target_names" ] || printf '%s\n' "$target_names" | marked

found=

# ---- dpkg --------------------------------------------------------------------------

# Name, status, architecture, version, source, maintainer, origin.
deb_format='${Package}\t${Status}\t${Architecture}\t${Version}\t${Source}\t${Maintainer}\t${Origin}\n'

# search PATH…, one a line: which packages have them. What dpkg takes for a pattern is escaped.
search_dpkg() {
    sed 's/[][*?\\]/\\&/g' | {
        set --
        while IFS= read -r one; do
            [ -z "$one" ] || set -- "$@" "$one"
        done
        [ "$#" -gt 0 ] || return
        dpkg-query --admindir="$root/var/lib/dpkg" -S "$@" | head -n "$most" | cut -c 1-65536
    }
}

ask_dpkg() {
    command -v dpkg-query >/dev/null && [ -e "$root/var/lib/dpkg/status" ] || return
    echo "@manager dpkg"
    lines=$(printf '%s\n' "$own_names" "$target_names" | search_dpkg)
    # What was put aside is listed under the name that it was to have.
    aside=$(printf '%s\n' "$lines" |
        sed -n -e 's/^diversion by [^ ]* from: //p' -e 's/^local diversion from: //p')
    [ -z "$aside" ] || lines=$lines$newline$(printf '%s\n' "$aside" | search_dpkg)
    [ -n "$lines" ] || return
    found=1
    echo @dpkg
    printf '%s\n' "$lines" | marked
    packages=$(printf '%s\n' "$lines" |
        sed -n -e '/^diversion by /d' -e '/^local diversion /d' -e 's/: \/.*//p' |
        tr -d ' ' | tr , '\n' | grep '^[a-z0-9][a-z0-9.+:-]*$' | sort -u | head -n "$most")
    [ -n "$packages" ] || return
    echo @deb
    # shellcheck disable=SC2086 # names of packages have nothing that a shell would read
    dpkg-query --admindir="$root/var/lib/dpkg" -W -f "$deb_format" $packages |
        awk -F '\t' 'BEGIN { OFS = FS } { sub(/.* /, "", $2); print }' | marked
}

# ---- rpm ---------------------------------------------------------------------------

rpm_format='P\t%{NAME}\t%|EPOCH?{%{EPOCH}:}:{}|%{VERSION}-%{RELEASE}\t%{ARCH}\t%{SOURCERPM}\t%{VENDOR}\t%{PACKAGER}\t\n'

rpm_of() {
    "$rpm" "$@" | sed -n 's/^P	//p' | head -n "$most"
}

ask_rpm() {
    for base in "$root"/var/lib/rpm/Packages "$root"/var/lib/rpm/Packages.db \
        "$root"/var/lib/rpm/rpmdb.sqlite "$root"/usr/lib/sysimage/rpm/Packages \
        "$root"/usr/lib/sysimage/rpm/Packages.db "$root"/usr/lib/sysimage/rpm/rpmdb.sqlite \
        "$root"/usr/share/rpm/rpmdb.sqlite; do
        [ -f "$base" ] && break
    done
    [ -f "$base" ] || return
    # The rpm that a busybox shell has inside knows no database.
    rpm=
    IFS=:
    for folder in $PATH; do
        if [ -z "$rpm" ] && [ -x "$folder/rpm" ]; then
            rpm=$folder/rpm
        fi
    done
    unset IFS
    [ -n "$rpm" ] || return
    echo "@manager rpm"
    set -- -q --nosignature --nodigest --qf "$rpm_format"
    [ -z "$root" ] || set -- --dbpath "${base%/*}" "$@"
    for which in self target; do
        path=$file
        [ "$which" = self ] || path=$target
        if [ -z "$path" ] || several_lines "$path"; then continue; fi
        lines=$(rpm_of "$@" -f "$path")
        [ -n "$lines" ] || continue
        found=1
        echo "@rpm $which"
        printf '%s\n' "$lines" | marked
    done
}

# ---- apk ---------------------------------------------------------------------------

# The columns of deb_format.
apk_lines='
BEGIN { count = split(ENVIRON["names"], each, "\n"); for (i = 1; i <= count; i++) wanted[each[i]] = each[i] != "" }
/^$/ { package = version = arch = source = maintainer = folder = ""; told = 0; next }
/^P:/ { package = substr($0, 3) }
/^V:/ { version = substr($0, 3) }
/^A:/ { arch = substr($0, 3) }
/^o:/ { source = substr($0, 3) }
/^m:/ { maintainer = substr($0, 3) }
/^F:/ { folder = substr($0, 3); if (folder != "") folder = "/" folder; if (wanted[folder]) tell() }
/^R:/ { if (wanted[folder "/" substr($0, 3)]) tell() }
function tell() {
    if (!told++) print package "\tinstalled\t" arch "\t" version "\t" source "\t" maintainer "\t"
}'

ask_apk() {
    for base in "$root/lib/apk/db/installed" "$root/usr/lib/apk/db/installed"; do
        [ -f "$base" ] && break
    done
    [ -f "$base" ] || return
    echo "@manager apk"
    for which in self target; do
        names=$own_names
        [ "$which" = self ] || names=$target_names
        [ -n "$names" ] || continue
        lines=$(names=$names awk "$apk_lines" "$base" | head -n "$most")
        [ -n "$lines" ] || continue
        found=1
        echo "@apk $which"
        printf '%s\n' "$lines" | marked
    done
}

# ---- Python and npm ----------------------------------------------------------------

# recorded SITE NAME: the package there whose record has that name.
recorded() {
    for record in "$1"/*.dist-info/RECORD; do
        if [ -f "$record" ] && grep -qF "$2," "$record" &&
            wanted="$2," awk 'index($0, ENVIRON["wanted"]) == 1 { hit = 1; exit } END { exit !hit }' "$record"; then
            [ -f "${record%/RECORD}/METADATA" ] || return
            echo "@python $which"
            printf '%s\n' "$1" | marked
            record=${record%/RECORD}
            awk '/^\r*$/ { exit }
                /^Name:/ && name == "" { name = substr($0, 6) }
                /^Version:/ && version == "" { version = substr($0, 9) }
                END { print name "\t" version "\t" }' "$record/METADATA" | marked
            return
        fi
    done
}

ask_python() {
    case $1 in
    */site-packages/*) recorded "${1%/site-packages/*}/site-packages" "${1##*/site-packages/}" ;;
    */dist-packages/*) recorded "${1%/dist-packages/*}/dist-packages" "${1##*/dist-packages/}" ;;
    */bin/*)
        for site in "${1%/bin/*}"/lib/python*/site-packages "${1%/bin/*}"/lib/python*/dist-packages; do
            [ ! -d "$site" ] || recorded "$site" "../../../bin/${1##*/}"
        done
        ;;
    esac
}

ask_npm() {
    case $1 in
    */node_modules/*) ;;
    *) return ;;
    esac
    modules=${1%/node_modules/*}/node_modules
    rest=${1##*/node_modules/}
    case $rest in
    @*/*/*)
        scope=${rest%%/*}
        rest=${rest#*/}
        manifest=$modules/$scope/${rest%%/*}/package.json
        ;;
    */*) manifest=$modules/${rest%%/*}/package.json ;;
    *) return ;;
    esac
    [ -f "$manifest" ] || return
    echo "@npm $which"
    printf '%s\n' "$manifest" | marked
    dd if="$manifest" bs=65536 count=1 | marked
}

ask_dpkg
ask_rpm
ask_apk
if [ -z "$found" ] && ! several_lines "${target:-$here}"; then
    which=self
    [ -z "$target" ] || which=target
    ask_python "${target:-$here}"
    ask_npm "${target:-$here}"
fi
echo @end
exit 0
}
