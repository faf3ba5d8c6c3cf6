# Returns when a command succeeds; fails if the program ends before, or after 50 s.
# Arguments: pid, the command, log.
deadline=$(($(date +%s) + 50))
until sh -c "$2" >/dev/null 2>&1; do
    kill -0 "$1" && [ "$(date +%s)" -lt "$deadline" ] || { cat "$3"; exit 1; }
    sleep 0.05
done
