# A file, or a folder with all that is in it, that is to be there no longer.
# shellcheck shell=sh disable=SC2154

#: look
kind_of "$target"
case $kind:$tree in
absent:*)
    basis absent
    fine "$target is not there"
    ;;
file:no)
    [ -r "$target" ] && rights_of "$target" ||
        refuse not-readable "$target cannot be read by $(id -un); say as = root for the job"
    basis "file $(digest <"$target")"
    wish "remove $target"
    ;;
folder:yes)
    find "$target" >/dev/null 2>&1 ||
        refuse not-readable "$target cannot be read by $(id -un); say as = root for the job"
    basis folder
    wish "remove the folder $target with $(($(find "$target" ! -type d | wc -l))) files in it"
    ;;
folder:no) refuse is-folder "$target is a folder; say folder = yes for it to go with all that is in it" ;;
file:yes) refuse is-file "$target is a file, and a folder was named" ;;
link:*) refuse is-link "$target is a link to $(readlink "$target"): name the file itself" ;;
*) refuse is-special "$target is no ordinary file" ;;
esac

#: act
if [ "$tree" = no ]; then
    was state file
    was mode "$is_mode"
    was owner "$is_user:$is_group"
    was_bytes content "$target"
    rm -f -- "$target"
    return 0
fi
# What is mounted below it is not of it.
find "$target" -xdev -depth ! -type d -exec rm -f -- {} + &&
    find "$target" -xdev -depth -type d -exec rmdir -- {} + ||
    fail not-removed "Something in $target could not be removed; the reasons are above"
