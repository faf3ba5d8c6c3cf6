# A folder that was unpacked by a job, and is to be there no longer.
# shellcheck shell=sh disable=SC2154

#: look
kind_of "$target"
if [ "$kind" = absent ]; then
    basis absent
    fine "$target is not there"
elif [ "$kind" = folder ] && [ "$(cat "$target/.cadastre-archive" 2>/dev/null)" = "$wrote" ]; then
    [ -z "$(find "$target" ! -type d ! -name '*.pyc' -newer "$target/.cadastre-archive" | sed 1q)" ] ||
        refuse changed-since "$target holds files that were written since it was unpacked"
    basis "$wrote"
    wish "remove $target"
else
    refuse changed-since "$target is no longer of the archive that was unpacked"
fi

#: act
rm -rf -- "$target"
