# A folder that is what an archive holds. It belongs to the archive: another archive takes its
# place as a whole. A stamp in it tells which one it is of.
# shellcheck shell=sh disable=SC1007,SC2154

#: look
[ -z "$problem" ] || refuse unsafe-archive "$archive is not unpacked: $problem"
wished_owner "$owner" "$group"
folder_for "$target"
stamp=$target/.cadastre-archive
if [ "$format" = zip ]; then
    have unzip || await no-unzip "There is no unzip"
else
    have tar || await no-tar "There is no tar"
fi
kind_of "$target"
is=
case $kind in
absent) wish "unpack $archive to $target" ;;
folder)
    if [ -f "$stamp" ] && [ ! -L "$stamp" ]; then
        is=$(cat "$stamp")
        if [ "$is" = "$wished_sha" ]; then
            fine "$target is of $archive"
        else
            wish "replace $target by what is in $archive"
        fi
    elif [ -z "$(find "$target" ! -path "$target" | sed 1q)" ]; then
        wish "unpack $archive to $target"
    else
        refuse not-ours "$target holds files that are of no archive: remove them, or unpack to another folder"
    fi
    ;;
*) refuse is-"$kind" "$target is no folder" ;;
esac
basis "$kind $is"
can_own "$target"

#: act
was state "$kind"
was archive "$is"
was wrote "$wished_sha"
scratch_in "$folder"
mkdir "$scratch/new"
new=$scratch/new
case $format in
zip)
    take "$scratch/zip" "$target"
    why=$(cd "$new" && unzip -q ../zip </dev/null 2>&1)
    ;;
tar.gz) why=$(tar -C "$new" -xzof - 2>&1) ;;
tar) why=$(tar -C "$new" -xof - 2>&1) ;;
esac || fail not-unpacked "$target was not changed, since $archive could not be unpacked: $why$(room_in "$folder")"
if [ "$strip" = yes ]; then
    set -- "$new"/*
    [ "$(find "$new" ! -path "$new" -prune | wc -l)" -eq 1 ] && [ -d "$1" ] && [ ! -L "$1" ] ||
        fail not-one-folder "$target was not changed, since $archive does not hold one folder alone"
    new=$1
fi
printf '%s\n' "$wished_sha" >"$new/.cadastre-archive"
if [ -n "$wish_user$wish_group" ]; then
    chown -R -- "$wish_user${wish_group:+:$wish_group}" "$new"
fi
chmod -- "${mode:-0755}" "$new"
if [ "$kind" = folder ]; then
    mv -- "$target" "$scratch/old"
fi
mv -- "$new" "$target" || {
    [ ! -d "$scratch/old" ] || mv -- "$scratch/old" "$target"
    fail not-placed "$target could not be replaced"
}
