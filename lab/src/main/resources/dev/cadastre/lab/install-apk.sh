# Writes package $1 in version $2 into the database of apk, as a new record or in place of the old.
set -eu
db=/lib/apk/db/installed
awk -v name="$1" -v version="$2" '
    BEGIN { RS = ""; FS = OFS = "\n"; ORS = "\n\n" }
    {
        mine = 0
        for (i = 1; i <= NF; i++) if ($i == "P:" name) mine = found = 1
        if (mine) for (i = 1; i <= NF; i++) if ($i ~ /^V:/) $i = "V:" version
        print
    }
    END { if (!found) print "P:" name, "V:" version, "A:noarch", "T:A package of the test laboratory", "o:" name }
' "$db" >"$db.new"
mv "$db.new" "$db"
