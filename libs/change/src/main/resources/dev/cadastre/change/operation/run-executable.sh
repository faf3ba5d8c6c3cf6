# An executable of the change. By itself it cannot tell whether it has to be run.
# shellcheck shell=sh disable=SC2154

#: look
lack "$shown"
always "run $shown"

#: act
take_program "$size" "$shown"
interpreter_of "$scratch/test"
set -f
# shellcheck disable=SC2086
set -- $interpreter "$scratch/test"
set +f
print_text "$parameters" >"$scratch/parameters"
status=0
"$@" 3>&- <"$scratch/parameters" || status=$?
case $status in
0) ;;
126) fail not-runnable "$shown cannot be run; it may lie on a file system that forbids it (noexec), or be for another machine" ;;
127) fail not-found "$shown cannot be found, or its interpreter cannot" ;;
*) fail command-failed "It ended with status $status: $shown" ;;
esac
