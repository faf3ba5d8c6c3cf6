# Reads versions; says of each whether dpkg finds it valid.
while IFS= read -r version; do
    if dpkg --validate-version "$version" 2>/dev/null; then
        echo valid
    else
        echo refused
    fi
done
