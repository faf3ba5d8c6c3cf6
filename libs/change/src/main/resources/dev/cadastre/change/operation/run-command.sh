# A command. By itself it cannot tell whether it has to be run; what it is to bring about can.
# shellcheck shell=sh disable=SC2154

#: look
in_folder() { cd -- "$run_in" || exit; }
[ -z "$run_in" ] || [ -d "$run_in" ] || await no-folder "The folder $run_in is not there yet"
done_already() {
    if [ -n "$creates" ] && { [ -e "$creates" ] || [ -L "$creates" ]; }; then
        reason="$creates is there"
    elif [ -n "$unless" ] && [ -d "${run_in:-/}" ] && (
        [ -z "$run_in" ] || in_folder
        exec 3>&-
        sh -c "$unless"
    ); then
        reason="it is so: $unless"
    else
        return 1
    fi
}
if [ -z "$creates$unless" ]; then
    always "run $command"
elif done_already; then
    basis is-so
    fine "$reason"
else
    basis is-not-so
    wish "run $command"
fi

#: act
[ -z "$run_in" ] || in_folder
if sh -c "$command" 3>&- </dev/null; then
    :
else
    fail command-failed "It ended with status $?: $command"
fi
