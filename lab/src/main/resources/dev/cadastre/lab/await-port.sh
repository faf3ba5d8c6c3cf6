# Returns when something listens on a TCP port; fails if the program ends before.
# Arguments: pid, port, log.
while [ -z "$(ss -Hltn "sport = :$2")" ]; do
    kill -0 "$1" || { cat "$3"; exit 1; }
    sleep 0.02
done
