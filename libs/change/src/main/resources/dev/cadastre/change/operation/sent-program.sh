# Programs that are sent, for those that run them. Sets $scratch.
# shellcheck shell=sh disable=SC2034,SC2154

# take_program SIZE NAME: takes a program from the standard input; its words are the arguments then.
take_program() {
    # Below the account's home, since /tmp may forbid to run what is in it.
    base=${CADASTRE_WORK:-${HOME:-/tmp}}
    [ -d "$base" ] && [ -w "$base" ] || base=${TMPDIR:-/tmp}
    scratch_in "$base"
    take "$scratch/test" "$2"
    [ "$(wc -c <"$scratch/test")" -eq "$1" ] || fail incomplete "$2 did not arrive whole"
    chmod 0700 "$scratch/test"
}

# interpreter_of FILE: what names its interpreter needs no right to be run. Sets $interpreter.
interpreter_of() {
    interpreter=
    first=$(dd if="$1" bs=256 count=1 2>/dev/null | tr -d '\000' | sed 1q)
    case $first in
    '#!'*) interpreter=${first#'#!'} ;;
    esac
}
