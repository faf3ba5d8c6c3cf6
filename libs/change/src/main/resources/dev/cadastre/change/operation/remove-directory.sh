# Folders that were made by a job, and are to be there no longer; those that hold a file stay.
# shellcheck shell=sh disable=SC2154

#: look
kind_of "$first"
if [ "$kind" = absent ]; then
    basis absent
    fine "$first is not there"
elif [ -n "$(find "$first" ! -type d | sed 1q)" ]; then
    refuse not-empty "$first holds files that others have put there"
else
    basis "$kind"
    wish "remove the folder $first"
fi

#: act
# Empty folders below it are what is left of files that were brought, and taken away again.
find "$first" -depth -type d -exec rmdir -- {} \;
