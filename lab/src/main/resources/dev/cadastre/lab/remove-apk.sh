# Takes package $1 out of the database of apk.
set -eu
db=/lib/apk/db/installed
awk -v name="$1" '
    BEGIN { RS = ""; FS = "\n"; ORS = "\n\n" }
    {
        for (i = 1; i <= NF; i++) if ($i == "P:" name) { found = 1; next }
        print
    }
    END { exit !found }
' "$db" >"$db.new"
mv "$db.new" "$db"
