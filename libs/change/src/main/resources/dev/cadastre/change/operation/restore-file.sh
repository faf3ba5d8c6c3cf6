# A file that was removed by a job, and is to be there again.
# shellcheck shell=sh disable=SC2154

#: look
wished_owner "$owner" "$group"
folder_for "$target"
kind_of "$target"
case $kind in
absent)
    basis absent
    wish "create $target ($size bytes)"
    ;;
file)
    is_content "$target" "$wished_sha" "$wished_crc" ||
        refuse changed-since "$target was written since by somebody else"
    basis "file $cadastre_is"
    fine "$target is there"
    ;;
*) refuse changed-since "$target is something else now" ;;
esac
can_own "$target"

#: act
scratch_in "$folder"
take "$scratch/file" "$target"
is_content "$scratch/file" "$wished_sha" "$wished_crc" ||
    fail incomplete "$target was not written, since its content arrived incomplete"
own "$scratch/file" "$mode"
place "$scratch/file" "$target"
