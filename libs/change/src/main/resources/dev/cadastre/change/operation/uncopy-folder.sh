# Brings back the files that were replaced or removed, and removes those that were created. Each
# line of the list: the digest before, the digest after (absent for none), mode, owner and group
# before, name. The archive of the old ones comes by the standard input.
# shellcheck shell=sh disable=SC1007,SC2154

#: look
folder_for "$target"
usual_ifs=$IFS
IFS=$newline
set -f
restored= created=
for line in $list; do
    old=${line%% *} rest=${line#* }
    new=${rest%% *} rest=${rest#* }
    mode=${rest%% *} rest=${rest#* }
    owner=${rest%% *} rest=${rest#* }
    name=${rest#* }
    wish_user=${owner#-} wish_group=${rest%% *}
    wish_group=${wish_group#-}
    kind_of "$target/$name"
    case $kind in
    absent) is=absent ;;
    file) is=$(digest <"$target/$name") ;;
    *) is=$kind ;;
    esac
    basis "$is $name"
    if [ "$is" = "$old" ]; then
        [ "$is" != absent ] || continue
        rights_of "$target/$name"
        basis "$is_mode $is_user $is_group"
        if differs_in_rights "$mode"; then
            wish "change $target/$name: $rights_wish"
            restored=yes
        fi
    elif [ "$is" != "$new" ]; then
        refuse changed-since "$target/$name was changed since by somebody else"
    elif [ "$old" = absent ]; then
        wish "remove $target/$name"
        created=$created$name$newline
    else
        wish "bring back $target/$name"
        restored=yes
    fi
done
set +f
IFS=$usual_ifs
[ "$cadastre_wishes" -gt 0 ] || fine "The files of $target are as they were"

#: act
IFS=$newline
set -f
for name in $created; do
    rm -f -- "$target/$name"
done
if [ -n "$restored" ]; then
    scratch_in "$target"
    cadastre_why=$(tar -C "$scratch" -xpf - 2>&1) || fail incomplete "The files of $target did not arrive: $cadastre_why"
    for line in $list; do
        [ "${line%% *}" != absent ] || continue
        name=${line#* * * * * }
        case $name in */*) mkdir -p -- "$target/${name%/*}" ;; esac
        place "$scratch/$name" "$target/$name"
    done
fi
