# A folder with wished mode and owner; those above it are made, too, and belong to who makes them.
# shellcheck shell=sh disable=SC1007,SC2154

#: look
wished_owner "$owner" "$group"
kind_of "$target"
case $kind in
absent)
    basis absent
    above=$target
    while [ ! -e "$above" ] && [ ! -L "$above" ]; do
        first=$above
        above=${above%/*}
        above=${above:-/}
    done
    [ -d "$above" ] || refuse no-folder "$above is no folder"
    [ -w "$above" ] || refuse not-writable "$above cannot be written by $(id -un), or is on a file system that is read-only"
    wish "create the folder $target"
    ;;
folder)
    rights_of "$target"
    basis "folder $is_mode $is_user $is_group"
    if differs_in_rights "$mode"; then
        wish "change $target: $rights_wish"
    else
        fine "The folder $target is as wished"
    fi
    ;;
*) refuse is-"$kind" "$target is no folder" ;;
esac
can_own "$target"

#: act
if [ "$kind" = absent ]; then
    was state absent
    was first "$first"
    mkdir -p -- "$target"
else
    was state folder
    was mode "$is_mode"
    was owner "$is_user:$is_group"
fi
own "$target" "$mode"
