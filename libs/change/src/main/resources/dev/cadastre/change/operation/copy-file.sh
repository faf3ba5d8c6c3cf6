# A file with wished content, mode and owner. The content comes in a variable if it is a short
# text, which is when its difference can be shown, and from the standard input if not.
# shellcheck shell=sh disable=SC1007,SC2154

#: look
wished_owner "$owner" "$group"
folder_for "$target"
kind_of "$target"
case $kind in
absent)
    [ -z "$only_over" ] || refuse changed-since "$target was removed since"
    basis absent
    is_same=no
    wish "create $target ($size bytes)"
    [ "$inline" = no ] || difference "$target" /dev/null "$content"
    ;;
file)
    [ -r "$target" ] && rights_of "$target" ||
        refuse not-readable "$target cannot be read by $(id -un); say as = root for the job"
    is_same=yes
    is_content "$target" "$wished_sha" "$wished_crc" || is_same=no
    basis "file $cadastre_is $is_mode $is_user $is_group"
    if [ "$is_same" = no ]; then
        [ -z "$only_over" ] || [ "$cadastre_is" = "$only_over" ] ||
            refuse changed-since "$target was changed since by somebody else"
        [ "$(id -u)" -eq 0 ] || [ "$(id -u)" = "$is_user" ] ||
            refuse not-root "$target belongs to another account; say as = root for the job"
        wish "write $target ($size bytes)"
        [ "$inline" = no ] || difference "$target" "$target" "$content"
    fi
    if differs_in_rights "$mode"; then
        wish "change $target: $rights_wish"
    elif [ "$is_same" = yes ]; then
        fine "$target is as wished"
    fi
    ;;
folder) refuse is-folder "$target is a folder, and a file is wished for" ;;
link) refuse is-link "$target is a link to $(readlink "$target"): name the file itself" ;;
special) refuse is-special "$target is no ordinary file" ;;
esac
can_own "$target"

#: act
kept_mode=$mode
if [ "$kind" = file ]; then
    was state file
    was mode "$is_mode"
    was owner "$is_user:$is_group"
    if [ "$is_same" = yes ]; then
        was wrote "$cadastre_is"
        own "$target" "$mode"
        return 0
    fi
    was_bytes content "$target"
    kept_mode=${mode:-$is_mode}
    if [ "$(id -u)" -eq 0 ]; then
        wish_user=${wish_user:-$is_user} wish_group=${wish_group:-$is_group}
    fi
else
    was state absent
fi
scratch_in "$folder"
if [ "$inline" = yes ]; then
    print_text "$content" | take "$scratch/file" "$target"
else
    take "$scratch/file" "$target"
fi
is_content "$scratch/file" "$wished_sha" "$wished_crc" ||
    fail incomplete "$target was not changed, since its content arrived incomplete"
was wrote "$cadastre_is"
own "$scratch/file" "${kept_mode:-0644}"
place "$scratch/file" "$target"
