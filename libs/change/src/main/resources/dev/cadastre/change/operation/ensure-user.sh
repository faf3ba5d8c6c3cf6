# An account with what is wished for of it; what is empty stays as it is.
# shellcheck shell=sh disable=SC1007,SC2086,SC2154

#: look
# entry_of NAME: sets entry to its line, and its parts to is_uid, is_gid, is_comment, is_home, is_shell.
entry_of() {
    entry=$(getent passwd "$1" 2>/dev/null) ||
        entry=$(awk -F: -v name="$1" '$1 == name { print; exit }' /etc/passwd)
    # A number is known to getent, too.
    case $entry in "$1":*) ;; *) entry= ;; esac
    [ -n "$entry" ] || return 1
    is_uid=${entry#*:*:}
    is_gid=${is_uid#*:} is_uid=${is_uid%%:*}
    is_comment=${is_gid#*:} is_gid=${is_gid%%:*}
    is_home=${is_comment#*:} is_comment=${is_comment%%:*}
    is_shell=${is_home#*:} is_home=${is_home%%:*}
}
differs() {
    if [ -n "$2" ] && [ "$2" != "$3" ]; then wish "change $1 of account $name from $3 to $2"; fi
}
gid=
if [ -n "$primary_group" ]; then
    if group_number "$primary_group"; then gid=$number; else await no-group "There is no group $primary_group yet"; fi
fi
for group in $groups; do
    group_number "$group" || await no-group "There is no group $group yet"
done
missing= surplus=
if entry_of "$name"; then
    state=there
    is_groups=" $(id -nG "$name" 2>/dev/null) "
    basis "$is_uid:$is_gid:$is_comment:$is_home:$is_shell"
    differs uid "$uid" "$is_uid"
    differs "primary group" "$gid" "$is_gid"
    differs home "$home" "$is_home"
    differs shell "$login_shell" "$is_shell"
    differs comment "$comment" "$is_comment"
    for group in $groups; do
        case $is_groups in
        *" $group "*) basis "in $group" ;;
        *)
            missing="$missing$group "
            wish "put account $name into group $group"
            ;;
        esac
    done
    for group in $leave_groups; do
        case $is_groups in
        *" $group "*)
            surplus="$surplus$group "
            wish "take account $name out of group $group"
            ;;
        esac
    done
    [ "$cadastre_wishes" -gt 0 ] || fine "Account $name is as wished"
else
    state=absent
    basis absent
    wish "create account $name${uid:+ with uid $uid}"
    missing="$groups"
fi
if [ "$cadastre_wishes" -gt 0 ] && [ "$(id -u)" -ne 0 ]; then
    refuse not-root "Only root can change accounts; say as = root for the job"
fi

#: act
was state "$state"
set --
if [ "$state" = absent ]; then
    if have useradd; then
        [ -z "$uid" ] || set -- "$@" -u "$uid"
        [ -z "$primary_group" ] || set -- "$@" -g "$primary_group"
        [ -z "$home" ] || set -- "$@" -d "$home"
        [ -z "$login_shell" ] || set -- "$@" -s "$login_shell"
        [ -z "$comment" ] || set -- "$@" -c "$comment"
        [ "$system" = no ] || set -- "$@" -r
        if [ "$make_home" = yes ]; then set -- "$@" -m; else set -- "$@" -M; fi
        [ -n "$primary_group" ] || if group_number "$name"; then set -- "$@" -g "$name"; else set -- "$@" -U; fi
        useradd "$@" -- "$name"
    elif have adduser; then
        [ -z "$uid" ] || set -- "$@" -u "$uid"
        [ -z "$primary_group" ] || set -- "$@" -G "$primary_group"
        [ -z "$home" ] || set -- "$@" -h "$home"
        [ -z "$login_shell" ] || set -- "$@" -s "$login_shell"
        [ "$system" = no ] || set -- "$@" -S
        [ "$make_home" = yes ] || set -- "$@" -H
        if [ -z "$primary_group" ] && [ "$system" = yes ]; then
            group_number "$name" || addgroup -S "$name"
            set -- "$@" -G "$name"
        fi
        adduser -D -g "$comment" "$@" "$name"
    else
        fail no-useradd "There is no useradd or adduser"
    fi </dev/null || fail not-created "The account $name could not be created; the program's words are above"
else
    was uid "$is_uid"
    was group "$is_gid"
    was comment "$is_comment"
    was home "$is_home"
    was shell "$is_shell"
    [ -z "$uid" ] || [ "$uid" = "$is_uid" ] || set -- "$@" -u "$uid"
    [ -z "$gid" ] || [ "$gid" = "$is_gid" ] || set -- "$@" -g "$gid"
    [ -z "$home" ] || [ "$home" = "$is_home" ] || set -- "$@" -d "$home"
    [ -z "$login_shell" ] || [ "$login_shell" = "$is_shell" ] || set -- "$@" -s "$login_shell"
    [ -z "$comment" ] || [ "$comment" = "$is_comment" ] || set -- "$@" -c "$comment"
    if [ $# -eq 0 ]; then
        :
    elif have usermod; then
        usermod "$@" -- "$name" || fail not-changed "The account $name could not be changed; the program's words are above"
    else
        # busybox has nothing that changes an account.
        scratch_in /etc
        NAME=$name WISHED=${uid:-$is_uid}:${gid:-$is_gid}:${comment:-$is_comment}:${home:-$is_home}:${login_shell:-$is_shell} \
            awk -F: '$1 == ENVIRON["NAME"] { print $1 ":" $2 ":" ENVIRON["WISHED"]; next } { print }' /etc/passwd |
            take "$scratch/passwd" /etc/passwd
        [ "$(wc -l <"$scratch/passwd")" -eq "$(wc -l </etc/passwd)" ] || fail not-changed "/etc/passwd could not be written anew"
        wish_user=0 wish_group=0
        own "$scratch/passwd" 0644
        place "$scratch/passwd" /etc/passwd
    fi
fi
was joined "$missing"
for group in $missing; do
    if have usermod; then usermod -a -G "$group" -- "$name"; else addgroup "$name" "$group"; fi ||
        fail not-joined "The account $name could not be put into group $group; the program's words are above"
done
for group in $surplus; do
    if have gpasswd; then gpasswd -d "$name" "$group"; else delgroup "$name" "$group"; fi ||
        fail not-left "The account $name could not be taken out of group $group; the program's words are above"
done
