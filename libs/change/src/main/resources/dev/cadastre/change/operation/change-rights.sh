# What is there already, with another mode or owner.
# shellcheck shell=sh disable=SC2154

#: look
wished_owner "$owner" "$group"
kind_of "$target"
case $kind in
file | folder) ;;
*) refuse changed-since "$target is no file or folder any longer" ;;
esac
rights_of "$target" || refuse not-readable "$target cannot be seen by $(id -un)"
basis "$kind $is_mode $is_user $is_group"
if differs_in_rights "$mode"; then
    wish "change $target: $rights_wish"
else
    fine "$target is as wished"
fi
can_own "$target"

#: act
was mode "$is_mode"
was owner "$is_user:$is_group"
own "$target" "$mode"
