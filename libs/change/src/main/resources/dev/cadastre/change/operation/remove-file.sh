# A file that was made by a job, and is to be there no longer.
# shellcheck shell=sh disable=SC2154

#: look
folder_for "$target"
kind_of "$target"
case $kind in
absent)
    basis absent
    fine "$target is not there"
    ;;
file)
    [ -r "$target" ] || refuse not-readable "$target cannot be read by $(id -un)"
    is_content "$target" "$only_over" ||
        refuse changed-since "$target was changed since by somebody else"
    basis "file $cadastre_is"
    wish "remove $target"
    ;;
*) refuse changed-since "$target is no file any longer" ;;
esac

#: act
rm -f -- "$target"
