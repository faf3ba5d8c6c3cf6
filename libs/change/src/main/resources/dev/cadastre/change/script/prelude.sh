# What every script of a change begins with: the words by which it answers, and what most
# operations need of a POSIX shell. The protocol is specified in docs/formats/change-scripts.md.
# Names that begin with cadastre_ belong to it.
# shellcheck disable=SC1007,SC1010,SC2034,SC2094,SC2209,SC2254
set -u
unset CDPATH ENV BASH_ENV LANG LANGUAGE POSIXLY_CORRECT GREP_OPTIONS QUOTING_STYLE TIME_STYLE BLOCK_SIZE
LC_ALL=C
# The system's own programs come before those of the account, which are still found.
PATH=${CADASTRE_PROGRAMS:+$CADASTRE_PROGRAMS:}/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin${PATH:+:$PATH}
export LC_ALL PATH
umask 022

newline='
'
cadastre_return=$(printf '\r')
cadastre_word= cadastre_mode= cadastre_basis= cadastre_given= cadastre_awaits= cadastre_reason=
cadastre_wishes=0 cadastre_again= cadastre_once= cadastre_trial= cadastre_rubbish= cadastre_ended=
cadastre_brief=
# More than this of one text or file is not told.
cadastre_most_text=65536 cadastre_most_bytes=262144
# What a basis in words has none of.
cadastre_odd="*[!A-Za-z0-9.:_+ $newline-]*"

have() { command -v "$1" >/dev/null 2>&1; }

# ---- Answers -------------------------------------------------------------------

# Prints the standard input as one line in which line ends and backslashes are spelled; no more
# than so many bytes of it if that is said.
cadastre_spelled() {
    awk -v most="${1-}" '
        most != "" && (bytes += length($0) + 1) > most { $0 = "… and more"; last = 1 }
        {
            gsub(/\\/, "&&")
            gsub(/\r/, "\\r")
            printf "%s%s", (NR > 1 ? "\\n" : ""), $0
        }
        last { exit }'
}

# The shell's own printing knows no limit to the length of an argument.
if [ -n "${KSH_VERSION-}" ] && [ "$(print -rn -- x 2>/dev/null)" = x ]; then
    print_text() { print -rn -- "$1"; }
else
    print_text() { printf %s "$1"; }
fi

# cadastre_say KIND TEXT: a line of the answer. It begins a line whatever was printed before.
cadastre_say() {
    case $2 in
    *\\* | *"$newline"* | *"$cadastre_return"*)
        {
            printf '\n%s %s ' "$cadastre_word" "$1"
            print_text "$2$newline" | cadastre_spelled
            echo
        } >&3
        ;;
    *) printf '\n%s %s %s\n' "$cadastre_word" "$1" "$2" >&3 ;;
    esac
}

# cadastre_end KIND CODE TEXT: the last line; its exit status is the protocol's.
cadastre_end() {
    cadastre_ended=yes
    cadastre_say end "$1 $2 $3"
    case $1 in
    unchanged | changed | would-change) exit 0 ;;
    failed) exit 10 ;;
    stale) exit 11 ;;
    refused) exit 12 ;;
    esac
    exit 13
}

# basis TEXT…: what the decision rests on, and what must still be so when it is carried out.
basis() {
    cadastre_basis=$cadastre_basis$*$newline
}

# wish TEXT: a change that is needed.
wish() {
    cadastre_wishes=$((cadastre_wishes + 1))
    [ "$cadastre_wishes" -gt 1 ] || cadastre_reason=$1
    [ -n "$cadastre_again" ] || cadastre_say wish "$1"
}

# always TEXT: a change of which no look tells that it was made.
always() {
    cadastre_once=yes
    wish "$1"
}

# trial TEXT: an act that changes nothing and is to be done each time, such as a test.
trial() {
    cadastre_trial=yes
    cadastre_reason=$1
}

# fine TEXT: why nothing has to be done.
fine() {
    cadastre_reason=$1
    [ -n "$cadastre_again" ] || cadastre_say fine "$1"
}

# lack NAME: a part of the payload without which the host cannot do it.
lack() {
    [ -n "$cadastre_again" ] || cadastre_say lack "$1"
}

# refuse CODE TEXT: the wish cannot be met here, and nothing was changed.
refuse() {
    if [ -n "$cadastre_again" ]; then
        cadastre_end failed "$1" "It did not take effect: $2"
    fi
    cadastre_end refused "$1" "$2"
}

# await CODE TEXT: something is missing that a job before this one may bring. What would be
# changed is not known before, so that there is no basis; whoever applies it now is refused.
await() {
    [ "$cadastre_mode" = look ] || refuse "$1" "$2"
    [ -n "$cadastre_awaits" ] || cadastre_awaits=$1 cadastre_reason=$2
}

# fail CODE TEXT: what was begun could not be done.
fail() {
    cadastre_end failed "$1" "$2"
}

# was KEY TEXT: what was there before, for undoing it.
was() {
    cadastre_say was "$1 $2"
}

# was_bytes KEY FILE: the same for a file's content, unless it is too large.
was_bytes() {
    cadastre_size=$(wc -c <"$2") || return 0
    if [ "$cadastre_size" -gt "$cadastre_most_bytes" ]; then
        was "$1.size" "$((cadastre_size))"
        return 0
    fi
    {
        printf '\n%s bytes %s ' "$cadastre_word" "$1"
        cadastre_hex <"$2"
        echo
    } >&3
}

cadastre_hex() {
    if have od; then od -An -v -tx1; else hexdump -v -e '1/1 "%02x"'; fi | tr -d ' \t\n'
}

is_text() {
    tr -d '\000' <"$1" | cmp -s - "$1"
}

# difference NAME FILE TEXT: how the text differs from the file, which may be /dev/null.
difference() {
    [ -z "$cadastre_again$cadastre_brief" ] || return 0
    if ! have diff || ! have cmp; then return 0; fi
    if [ -f "$2" ] && ! is_text "$2"; then
        cadastre_say difference "$1 holds no text now"
        return 0
    fi
    case $1 in *"$newline"*) set -- "a file" "$2" "$3" ;; esac
    {
        printf '\n%s difference ' "$cadastre_word"
        print_text "$3" | diff -u -L "$1" -L "$1 (wished)" "$2" - |
            cadastre_spelled "$cadastre_most_text"
        echo
    } >&3
}

# ---- Files -----------------------------------------------------------------------

# kind_of PATH: sets kind to absent, file, folder, link or special.
kind_of() {
    if [ -L "$1" ]; then
        kind=link
    elif [ -f "$1" ]; then
        kind=file
    elif [ -d "$1" ]; then
        kind=folder
    elif [ -e "$1" ]; then
        kind=special
    else
        kind=absent
    fi
}

cadastre_digit() {
    cadastre_octal=0
    case $1 in r*) cadastre_octal=4 ;; esac
    case $1 in ?w*) cadastre_octal=$((cadastre_octal + 2)) ;; esac
    case $1 in ??[xst]*) cadastre_octal=$((cadastre_octal + 1)) ;; esac
}

# cadastre_fields: keeps names of files from being found in words, until cadastre_as_before.
cadastre_fields() {
    cadastre_ifs=$IFS
    case $- in *f*) cadastre_globs=-f ;; *) cadastre_globs=+f ;; esac
    set -f
}

cadastre_as_before() {
    set "$cadastre_globs"
    IFS=$cadastre_ifs
}

# rights_of PATH: sets is_mode (0644), is_user and is_group (numbers).
rights_of() {
    # stat is not everywhere, and names of accounts are cut by some.
    cadastre_fields
    IFS=' '
    # shellcheck disable=SC2012,SC2046
    set -- $(ls -ldn -- "$1" 2>/dev/null)
    cadastre_as_before
    [ $# -ge 4 ] || return 1
    is_user=$3 is_group=$4 cadastre_letters=${1#?}
    cadastre_special=0
    case $1 in ???[sS]*) cadastre_special=4 ;; esac
    case $1 in ??????[sS]*) cadastre_special=$((cadastre_special + 2)) ;; esac
    case $1 in ?????????[tT]*) cadastre_special=$((cadastre_special + 1)) ;; esac
    cadastre_digit "$cadastre_letters" && is_mode=$cadastre_special$cadastre_octal
    cadastre_letters=${cadastre_letters#???}
    cadastre_digit "$cadastre_letters" && is_mode=$is_mode$cadastre_octal
    cadastre_digit "${cadastre_letters#???}" && is_mode=$is_mode$cadastre_octal
}

# digest: prints that of the standard input, with the name of what made it.
digest() {
    if have sha256sum; then
        set -- sha256 "$(sha256sum)"
    elif have shasum; then
        set -- sha256 "$(shasum -a 256)"
    elif have openssl; then
        set -- sha256 "$(openssl dgst -r -sha256)"
    else
        set -- cksum "$(cksum)"
        case $2 in *\ *\ *) set -- cksum "${2% *}" ;; esac
        set -- cksum "${2%% *}-${2#* }"
    fi
    printf '%s:%s\n' "$1" "${2%% *}"
}

# is_content FILE DIGEST…: whether the file's is one of the digests.
is_content() {
    cadastre_is=$(digest <"$1") || return 1
    shift
    for cadastre_one in "$@"; do
        [ "$cadastre_one" != "$cadastre_is" ] || return 0
    done
    return 1
}

# user_number NAME, group_number NAME: set number; fail if there is none of that name.
user_number() {
    case $1 in
    *[!0-9]*) number=$(id -u -- "$1" 2>/dev/null || id -u "$1" 2>/dev/null) ;;
    *) number=$1 ;;
    esac
}

group_number() {
    case $1 in
    *[!0-9]*)
        if number=$(getent group "$1" 2>/dev/null); then
            number=${number#*:*:} number=${number%%:*}
        else
            number=$(awk -F: -v name="$1" '$1 == name { print $3; exit }' /etc/group)
        fi
        [ -n "$number" ]
        ;;
    *) number=$1 ;;
    esac
}

# wished_owner OWNER GROUP: sets wish_user and wish_group to numbers, empty for any.
wished_owner() {
    wish_user= wish_group=
    if [ -n "$1" ]; then
        if user_number "$1"; then wish_user=$number; else await no-account "There is no account $1 yet"; fi
    fi
    if [ -n "$2" ]; then
        if group_number "$2"; then wish_group=$number; else await no-group "There is no group $2 yet"; fi
    fi
}

# differs_in_rights: whether what rights_of found is not as wished; sets rights_wish to words.
differs_in_rights() {
    rights_wish=
    if [ -n "$1" ] && [ "$1" != "$is_mode" ]; then rights_wish="mode $is_mode to $1"; fi
    if [ -n "$wish_user" ] && [ "$wish_user" != "$is_user" ]; then
        rights_wish="${rights_wish:+$rights_wish, }owner $is_user to $wish_user"
    fi
    if [ -n "$wish_group" ] && [ "$wish_group" != "$is_group" ]; then
        rights_wish="${rights_wish:+$rights_wish, }group $is_group to $wish_group"
    fi
    [ -n "$rights_wish" ]
}

# can_own: refuses if owners are to be changed by somebody who may not.
can_own() {
    [ -z "$wish_user" ] || [ "$(id -u)" -eq 0 ] || [ "$wish_user" = "$(id -u)" ] ||
        refuse not-root "Only root can give $1 to another account; say as = root for the job"
}

# folder_for PATH: sets folder to the one that holds it, which must take new names.
folder_for() {
    folder=${1%/*}
    folder=${folder:-/}
    if [ ! -d "$folder" ]; then
        kind_of "$folder"
        [ "$kind" = absent ] || refuse no-folder "$folder is no folder"
        await no-folder "The folder $folder is not there yet"
    elif [ ! -w "$folder" ]; then
        refuse not-writable "$folder cannot be written by $(id -un 2>/dev/null || id -u), or is on a file system that is read-only"
    fi
}

# own PATH MODE: gives it the wished owner and mode; the mode comes last since chown drops bits.
own() {
    if [ -n "$wish_user$wish_group" ]; then
        chown -- "$wish_user${wish_group:+:$wish_group}" "$1" || fail not-owned "$1 could not be given to $wish_user:$wish_group"
    fi
    [ -z "$2" ] || chmod -- "$2" "$1" || fail not-chmodded "$1 could not be given mode $2"
    if [ -e /sys/fs/selinux/enforce ] && have restorecon; then restorecon -- "$1" || :; fi
}

# scratch_in FOLDER: sets scratch to a new empty folder there that is removed at the end.
scratch_in() {
    scratch=${1%/}/.cadastre.$$
    cadastre_count=0
    until cadastre_why=$(umask 077 && mkdir -- "$scratch" 2>&1); do
        cadastre_count=$((cadastre_count + 1))
        [ -e "$scratch" ] || [ -L "$scratch" ] || fail not-writable "Nothing can be written in $1: $cadastre_why"
        [ "$cadastre_count" -lt 100 ] || fail not-writable "Too much was left behind in $1"
        scratch=${1%/}/.cadastre.$$.$cadastre_count
    done
    cadastre_rubbish=$scratch
}

# room_in FOLDER: prints how much of the disk is free, for the reason why something failed.
room_in() {
    df -k -P -- "$1" 2>/dev/null | awk 'NR == 2 { print " (" $4 " KiB are free there)" }'
}

# take FILE TARGET: writes the standard input to a new file that is to become the target, and to
# the disk where that can be asked for.
take() {
    if dd conv=fsync of="$1" </dev/null 2>/dev/null; then
        cadastre_why=$(dd bs=65536 conv=fsync of="$1" 2>&1) && return 0
    else
        cadastre_why=$(cat 2>&1 >"$1") && return 0
    fi
    cadastre_why=$(print_text "$cadastre_why" | grep -v -e ' records ' -e ' copied')
    fail not-written "$2 was not changed, since it could not be written anew: $cadastre_why$(room_in "${1%/*}")"
}

# place FROM TO: lets it take the other's place, at once.
place() {
    # An mv that finds a folder would move into it.
    [ ! -d "$2" ] || [ -L "$2" ] || fail is-folder "$2 has become a folder"
    cadastre_why=$(mv -f -- "$1" "$2" 2>&1) || fail not-placed "$2 could not be replaced: $cadastre_why"
}

# ---- The frame -------------------------------------------------------------------

# cadastre_left STATUS: what is done when the act was left, however it was.
cadastre_left() {
    [ -z "$cadastre_rubbish" ] || rm -rf -- "$cadastre_rubbish"
    [ "$1" -eq 0 ] || [ -n "$cadastre_ended" ] ||
        cadastre_end failed command-failed "It ended with status $1"
}

# Makes the basis one word if it is a few plain ones, which saves starting a program for each look.
cadastre_in_words() {
    case $cadastre_basis in
    $cadastre_odd | *"  "* | *" $newline"* | *"$newline "* | *"$newline$newline"* | " "* | "$newline"*) return 1 ;;
    esac
    [ "${#cadastre_basis}" -le 150 ] || return 1
    cadastre_fields
    IFS=$newline
    # shellcheck disable=SC2086
    set -- $cadastre_basis
    IFS=/
    cadastre_basis="$*"
    IFS=' '
    # shellcheck disable=SC2086
    set -- $cadastre_basis
    IFS='='
    cadastre_basis="is:$*"
    cadastre_as_before
}

cadastre_looked() {
    if [ -n "$cadastre_awaits" ]; then
        cadastre_say basis ""
    else
        cadastre_in_words || cadastre_basis=$(print_text "$cadastre_basis" | digest)
        cadastre_say basis "$cadastre_basis"
    fi
}

# The second look tells whether the act did what it was for.
cadastre_apply() {
    [ "$cadastre_given" = - ] || [ "$cadastre_given" = "$cadastre_basis" ] ||
        cadastre_end stale stale "What the plan rests on has changed since: plan again"
    [ "$cadastre_wishes" -gt 0 ] || [ -n "$cadastre_trial" ] || cadastre_end unchanged fine "$cadastre_reason"
    cadastre_first=$cadastre_reason
    (
        trap 'cadastre_left $?' EXIT
        trap 'exit 129' HUP
        trap 'exit 130' INT
        trap 'exit 141' PIPE
        trap 'exit 143' TERM
        set -e
        cadastre_act
    )
    cadastre_status=$?
    case $cadastre_status in
    0) ;;
    1[0-3]) exit "$cadastre_status" ;;
    *) cadastre_end failed killed "It was ended by a signal: status $cadastre_status" ;;
    esac
    [ -z "$cadastre_trial" ] || cadastre_end unchanged fine ""
    [ -z "$cadastre_once" ] || cadastre_end changed done "$cadastre_first"
    cadastre_again=yes cadastre_wishes=0 cadastre_reason=
    cadastre_look </dev/null
    [ "$cadastre_wishes" -eq 0 ] ||
        cadastre_end failed no-effect "It did not take effect: $cadastre_reason"
    cadastre_end changed done "$cadastre_first"
}

# cadastre_main look WORD | check WORD | apply WORD BASIS
cadastre_main() {
    cadastre_mode=${1-} cadastre_word=@${2-} cadastre_given=${3--}
    case $cadastre_mode:$# in
    look:2 | apply:3) ;;
    check:2) cadastre_mode=look cadastre_brief=yes ;;
    *)
        echo "use: look WORD | check WORD | apply WORD BASIS" >&2
        exit 64
        ;;
    esac
    # What commands print goes with their complaints, in the order in which it comes.
    exec 3>&1 1>&2
    cadastre_look </dev/null
    cadastre_looked
    if [ "$cadastre_mode" = apply ]; then
        cadastre_apply
    elif [ -n "$cadastre_awaits" ]; then
        cadastre_end would-change "$cadastre_awaits" "$cadastre_reason"
    elif [ "$cadastre_wishes" -gt 0 ]; then
        [ -z "$cadastre_once" ] || cadastre_end would-change always "$cadastre_reason"
        cadastre_end would-change wish "$cadastre_reason"
    elif [ -n "$cadastre_trial" ]; then
        cadastre_end unchanged trial "$cadastre_reason"
    fi
    cadastre_end unchanged fine "$cadastre_reason"
}
