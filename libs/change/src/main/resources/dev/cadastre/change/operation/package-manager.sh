# What the operations of packages know of package managers: which one is here, what is installed,
# and what would be done.
# shellcheck shell=sh disable=SC1007,SC2086,SC2154

manager_here() {
    manager=
    if have apt-get && have dpkg-query; then
        manager=apt
    elif have dnf && have rpm; then
        manager=dnf
    elif have yum && have rpm; then
        manager=yum
    elif have apk; then
        manager=apk
    else
        refuse no-manager "There is no apt-get, dnf, yum or apk"
    fi
}

# installed_of NAME…: a line NAME VERSION for each that is installed.
installed_of() {
    case $manager in
    apt)
        dpkg-query -W -f='${Package} ${Status} ${Version} ${Architecture}\n' "$@" 2>/dev/null |
            awk '$4 == "installed" { print $1, $5; print $1 ":" $6, $5 }'
        ;;
    dnf | yum)
        rpm -q --qf '%{NAME} %{EPOCH} %{VERSION}-%{RELEASE} %{ARCH}\n' "$@" 2>/dev/null |
            awk 'NF == 4 && $3 ~ /-/ {
                version = ($2 == "(none)" || $2 == "0" ? "" : $2 ":") $3
                print $1, version; print $1 "." $4, version
            }'
        ;;
    apk)
        awk -v names="$*" '
            BEGIN { n = split(names, part, " "); for (i = 1; i <= n; i++) wanted[part[i]] = 1 }
            /^P:/ { name = substr($0, 3) }
            /^V:/ && name in wanted { print name, substr($0, 3) }' /lib/apk/db/installed 2>/dev/null
        ;;
    esac
}

# version_of NAME: sets version from the lines in $there; fails if it is not installed.
version_of() {
    case $newline$there$newline in
    *"$newline$1 "*)
        version=$newline$there$newline
        version=${version##*"$newline$1 "}
        version=${version%%"$newline"*}
        ;;
    *)
        version=
        return 1
        ;;
    esac
}

# is_version IS WISHED: whether it is the version, of which a revision may be left out but for apt.
is_version() {
    [ "$1" = "$2" ] || case $manager:$1 in
    apt:*) return 1 ;;
    *:"$2"-*) ;;
    *) return 1 ;;
    esac
}

# What a manager says it would do, as lines of a plan. Each has a name, and the version that is or
# will be there.
planned_by_apt='
/^Inst / {
    if ($3 ~ /^\[/) print "change " $2 " from " substr($3, 2, length($3) - 2) " to " substr($4, 2)
    else print "install " $2 " " substr($3, 2)
}
/^(Remv|Purg) / { print "remove " $2 " " substr($3, 2, length($3) - 2) }'

planned_by_dnf='
/^Transaction Summary/ { exit }
/^[A-Z][A-Za-z ]*:$/ { section = $1; pending = ""; next }
/^ / && section != "" {
    if (NF == 1) { pending = $1; next }
    if (pending != "") { $0 = " " pending " " $0; pending = "" }
    if (NF < 4 || $1 == "replacing") next
    word = section ~ /^(Remov|Eras|Obsolet)/ ? "remove" : section ~ /^Install/ ? "install" : section ~ /^(Upgrad|Updat|Downgrad|Reinstall)/ ? "change" : ""
    if (word != "") print word " " $1 (word == "change" ? " to " : " ") $3
}'

planned_by_apk='
/^\([0-9]+\/[0-9]+\) / {
    text = $0
    sub(/^[^ ]+ [A-Za-z]+ /, "", text)
    gsub(/[()]/, "", text)
    sub(/ -> /, " to ", text)
    if ($2 == "Installing") print "install " text
    else if ($2 == "Purging") print "remove " text
    else if ($2 ~ /^(Upgrading|Downgrading|Replacing|Reinstalling)$/) {
        sub(/ /, " from ", text)
        print "change " text
    }
}'

apt_quietly() {
    DEBIAN_FRONTEND=noninteractive APT_LISTCHANGES_FRONTEND=none NEEDRESTART_SUSPEND=1 \
        apt-get -q -y -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold \
        -o DPkg::Lock::Timeout=120 -o APT::Color=0 "$@"
}

# simulated COMMAND NAME…: sets plan to what the manager would do, or said to what it complains of.
simulated() {
    simulated_status=0
    case $manager in
    apt)
        # Without the caches and the log that it would write.
        said=$(apt-get -s -q -y -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= -o Dir::Log::Planner= -o APT::Color=0 "$@" 2>&1) || simulated_status=$?
        plan=$(print_text "$said$newline" | awk "$planned_by_apt")
        said=$(print_text "$said$newline" | sed -n 's/^E: //p')
        ;;
    dnf | yum)
        # From what is in its cache, so that nothing is fetched and written.
        said=$("$manager" -C --assumeno "$@" 2>&1 </dev/null) || simulated_status=$?
        plan=$(print_text "$said$newline" | awk "$planned_by_dnf")
        [ -z "$plan" ] || simulated_status=0
        last=$(print_text "$said$newline" | sed -n '/./h; ${ g; p; }')
        said=$(print_text "$said$newline" | sed -n 's/^Error: *//p; s/^No match for argument: /no package /p; s/^No package \(.*\) available.*/no package \1/p')
        [ -n "$said" ] || [ "$simulated_status" -eq 0 ] || said=$last
        [ -z "$said" ] || [ -n "$plan" ] || simulated_status=1
        ;;
    apk)
        said=$(apk --no-progress --simulate "$@" 2>&1) || simulated_status=$?
        plan=$(print_text "$said$newline" | awk "$planned_by_apk")
        said=$(print_text "$said$newline" | sed -n 's/^ERROR: *//p; s/^  *\([^ ].*(no such package)\).*/\1/p')
        ;;
    esac
    return "$simulated_status"
}

as_root() {
    [ "$(id -u)" -eq 0 ] || refuse not-root "Only root can change packages; say as = root for the job"
}
