# A folder's files with wished content, mode and owner, and, if asked for, no other files. The
# files that a host lacks come as a tar archive.
# shellcheck shell=sh disable=SC1007,SC2154

#: look
# A line for each thing in the folder: O for names that no line can hold, C for content, T for
# type, mode, owner and group. Names begin with ./ and end their line.
there() (
    cd -- "$target" 2>/dev/null || exit 0
    find . \( -name "*$newline*" -o -name '*\\*' \) -prune -exec echo O \;
    if have sha256sum; then
        find . \( -name "*$newline*" -o -name '*\\*' \) -prune -o -type f -exec sha256sum {} + |
            sed 's/^\([0-9a-f]*\)  /C sha256:\1 /'
    else
        find . \( -name "*$newline*" -o -name '*\\*' \) -prune -o -type f -exec cksum {} + |
            sed 's/^\([0-9]*\) \([0-9]*\) /C cksum:\1-\2 /'
    fi
    # An ls may print question marks for letters, and a stat may not be there.
    if stat -c '%A %u %g %n' . >/dev/null 2>&1; then
        find . \( -name "*$newline*" -o -name '*\\*' \) -prune -o ! -name . -exec stat -c 'T %A %u %g %n' {} +
    else
        find . \( -name "*$newline*" -o -name '*\\*' \) -prune -o ! -name . -exec ls -ldn {} + | awk '
            match($0, /^[^ ]+ +[0-9]+ +[0-9]+ +[0-9]+ +[0-9, ]+ [A-Z][a-z][a-z] +[0-9]+ +[0-9:]+ /) {
                name = substr($0, RLENGTH + 1)
                if ($1 ~ /^l/) sub(/ -> .*/, "", name)
                print "T", $1, $3, $4, name
            }'
    fi
)

# Reads the wish (F SHA CRC ./NAME, D ./NAME), a line with nothing but =, and what is there.
compared='
function octal(letters,   m, i, digit) {
    m = ""
    for (i = 2; i < 10; i += 3) {
        digit = (substr(letters, i, 1) == "r") * 4 + (substr(letters, i + 1, 1) == "w") * 2 + (substr(letters, i + 2, 1) ~ /[xst]/)
        m = m digit
    }
    digit = (substr(letters, 4, 1) ~ /[sS]/) * 4 + (substr(letters, 7, 1) ~ /[sS]/) * 2 + (substr(letters, 10, 1) ~ /[tT]/)
    return digit m
}
function rest(n,   text, i) {
    text = $0
    for (i = 0; i < n; i++) sub(/^[^ ]+ +/, "", text)
    return text
}
function other_rights(name, mode) {
    return mode != "" && is_mode[name] != mode || user != "" && is_user[name] != user || group != "" && is_group[name] != group
}
$0 == "=" { wished = 1; next }
!wished && $1 == "F" { n = rest(3); order[++count] = n; sha[n] = $2; crc[n] = $3; next }
!wished && $1 == "D" { n = rest(1); order[++count] = n; is_folder[n] = 1; next }
$1 == "O" { odd = 1 }
$1 == "C" { n = rest(2); content[n] = $2 }
$1 == "T" {
    n = rest(4)
    type[n] = substr($2, 1, 1)
    is_mode[n] = octal($2); is_user[n] = $3; is_group[n] = $4
    all[++seen] = n
}
END {
    if (odd && remove == "yes") print "o"
    for (i = 1; i <= count; i++) {
        n = order[i]
        wish_of[n] = 1
        t = type[n]
        print "b " t " " content[n] " " is_mode[n] " " is_user[n] " " is_group[n] " " n
        if (is_folder[n]) {
            if (t == "") print "d " n
            else if (t != "d") print "w " n
            else if (other_rights(n, folder_mode)) print "e " n
        } else if (t == "") print "n " n
        else if (t != "-") print "w " n
        else if (content[n] != sha[n] && content[n] != crc[n]) print "c " n
        else if (other_rights(n, mode)) print "r " n
    }
    if (remove == "yes")
        for (i = seen; i > 0; i--) if (!(all[i] in wish_of)) {
            print "b " type[all[i]] " " content[all[i]] " " all[i]
            print (type[all[i]] == "d" ? "y " : "x ") all[i]
        }
}'

wished_owner "$owner" "$group"
folder_for "$target"
kind_of "$target"
case $kind in
absent)
    wish "create the folder $target"
    basis absent
    ;;
folder)
    [ -r "$target" ] && [ -w "$target" ] && [ -x "$target" ] ||
        refuse not-writable "$target cannot be read and written by $(id -un), or is on a file system that is read-only"
    rights_of "$target"
    basis "folder $is_mode $is_user $is_group"
    if differs_in_rights "$folder_mode"; then wish "change $target: $rights_wish"; fi
    ;;
*) refuse is-"$kind" "$target is no folder" ;;
esac
can_own "$target"
have tar || await no-tar "There is no tar, by which the files are unpacked"
found=$({ print_text "$list"; echo '='; there; } |
    awk -v mode="$mode" -v folder_mode="$folder_mode" -v user="$wish_user" -v group="$wish_group" \
        -v remove="$delete" "$compared")
usual_ifs=$IFS
IFS=$newline
set -f
for line in $found; do
    name=${line#? ./}
    case $line in
    "b "*) basis "$line" ;;
    "w "*) refuse in-the-way "$target/$name is a link, or not what is wished for" ;;
    "o"*) refuse odd-name "In $target are names with line feeds or backslashes, which are not removed unseen: do that by hand" ;;
    "d "*) wish "create the folder $target/$name" ;;
    "e "*) wish "change mode or owner of the folder $target/$name" ;;
    "n "*)
        wish "create $target/$name"
        lack "$name"
        ;;
    "c "*)
        wish "write $target/$name"
        lack "$name"
        ;;
    "r "*) wish "change mode or owner of $target/$name" ;;
    "x "*) wish "remove $target/$name" ;;
    "y "*) wish "remove the folder $target/$name" ;;
    esac
done
set +f
IFS=$usual_ifs
[ "$cadastre_wishes" -gt 0 ] || fine "The files of $target are as wished"

#: act
IFS=$newline
set -f
[ -d "$target" ] || mkdir -- "$target"
scratch_in "$target"
mkdir "$scratch/new"
cadastre_why=$(tar -C "$scratch/new" -xof - 2>&1) ||
    fail incomplete "$target was not changed, since the files could not be unpacked: $cadastre_why$(room_in "$target")"
# What will be replaced is kept first; then all is placed.
changed= kept=0
mkdir "$scratch/old"
# keep NAME: adds it to what is told for undoing, unless that becomes too much.
keep() {
    [ "$kept" -le "$cadastre_most_bytes" ] || return 0
    kept=$((kept + 1 + $(wc -c <"$target/$1")))
    [ "$kept" -le "$cadastre_most_bytes" ] || return 0
    case $1 in */*) mkdir -p -- "$scratch/old/${1%/*}" ;; esac
    cp -p -- "$target/$1" "$scratch/old/$1"
}
for line in $found; do
    name=${line#? ./}
    case $line in
    "n "* | "c "*)
        [ -f "$scratch/new/$name" ] || fail incomplete "$target was not changed, since $name did not arrive"
        new=$(digest <"$scratch/new/$name")
        ;;
    "r "*) new=same ;;
    "x "*) new=absent ;;
    *) continue ;;
    esac
    case $line in
    "n "*) changed="${changed}absent $new - - - $name$newline" ;;
    *)
        if [ -f "$target/$name" ] && [ ! -L "$target/$name" ]; then
            rights_of "$target/$name"
            old=$(digest <"$target/$name")
            [ "$new" != same ] || new=$old
            changed="$changed$old $new $is_mode $is_user $is_group $name$newline"
            keep "$name"
        fi
        ;;
    esac
done
was changed "$changed"
if [ "$kept" -gt "$cadastre_most_bytes" ]; then
    was replaced.size "$kept"
elif [ "$kept" -gt 0 ]; then
    tar -C "$scratch/old" -cf "$scratch/old.tar" .
    was_bytes replaced "$scratch/old.tar"
fi
if [ "$kind" = absent ]; then was state absent; else was state folder; fi
own "$target" "$folder_mode"
for line in $found; do
    name=${line#? ./}
    case $line in
    "d "*)
        mkdir -- "$target/$name"
        own "$target/$name" "$folder_mode"
        ;;
    "e "*) own "$target/$name" "$folder_mode" ;;
    "n "* | "c "*)
        own "$scratch/new/$name" "${mode:-0644}"
        place "$scratch/new/$name" "$target/$name"
        ;;
    "r "*) own "$target/$name" "$mode" ;;
    "x "*) rm -f -- "$target/$name" ;;
    "y "*)
        # The deepest come first; one with names that were not listed stays.
        rmdir -- "$target/$name"
        ;;
    esac
done
