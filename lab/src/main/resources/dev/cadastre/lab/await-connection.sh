# Returns when the program has a connection to a peer; fails if the program ends before.
# Arguments: pid, address, port, log.
while ! ss -Htnp state established "dst $2 and dport = :$3" | grep -q "pid=$1,"; do
    kill -0 "$1" || { cat "$4"; exit 1; }
    sleep 0.02
done
