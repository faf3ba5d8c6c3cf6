# Sends a program a signal and returns when it and its whole group have ended.
# Arguments: pid, signal.
runs() { kill -s 0 -- "-$1" 2>/dev/null; }
runs "$1" || exit 0
kill -s "$2" "$1"
while runs "$1"; do sleep 0.02; done
