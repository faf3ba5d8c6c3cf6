# A virtual environment that was made by a job, and is to be there no longer.
# shellcheck shell=sh disable=SC2154

#: look
kind_of "$target"
basis "$kind"
if [ "$kind" = absent ]; then
    fine "$target is not there"
elif [ "$kind" = folder ] && [ -f "$target/pyvenv.cfg" ]; then
    wish "remove the virtual environment $target"
else
    refuse changed-since "$target is no virtual environment any longer"
fi

#: act
rm -rf -- "$target"
