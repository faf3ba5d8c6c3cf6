package com.example.links.devops;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.script.Script;
import java.util.Map;
import java.util.TreeMap;

/**
 * Some properties of a file; what else people state there stays. What was there before lies beside
 * it until it is brought back.
 *
 * @param file where
 * @param properties names with values, each without a line end
 * @param release for which they are set
 */
record SetProperties(String file, Map<String, String> properties, String release)
        implements ScriptOperation {

    private static final String LOOK =
            """
            folder_for "$file"
            kind_of "$file"
            old=
            case $kind in
            absent) basis absent ;;
            file)
                old=$(cat -- "$file")
                basis "$(digest <"$file")"
                ;;
            *) refuse is-"$kind" "$file is no file" ;;
            esac
            new=$(print_text "$properties$newline=$newline$old$newline" | awk '
                { name = $0; sub(/[ \\t]*=.*/, "", name) }
                !begun && $0 == "=" { begun = 1; next }
                !begun { line[name] = $0; names[++count] = name; next }
                !(name in line) { print; next }
                !(name in done) { print line[name]; done[name] = 1 }
                END { for (i = 1; i <= count; i++) if (!(names[i] in done)) print line[names[i]] }' |
                sed '/./,$!d')
            if [ "$kind" = file ] && [ "$new" = "$old" ]; then
                fine "$file states all that"
            else
                wish "write $file"
                if [ "$kind" = file ]; then there=$file; else there=/dev/null; fi
                difference "$file" "$there" "$new$newline"
            fi
            """;

    private static final String ACT =
            """
            if [ "$kind" = file ]; then cp -p -- "$file" "$before"; else : >"$before"; fi
            wish_user= wish_group=
            scratch_in "${file%/*}"
            print_text "$new$newline" | take "$scratch/new" "$file"
            own "$scratch/new" 0644
            place "$scratch/new" "$file"
            """;

    SetProperties {
        properties = Map.copyOf(properties);
    }

    @Override
    public String name() {
        return "links.set-properties";
    }

    @Override
    public String summary() {
        return file + ": " + String.join(", ", new TreeMap<>(properties).keySet());
    }

    @Override
    public Script script(ScriptContext context) {
        String there = context.values().getOrDefault("root", "") + file;
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(properties)
                .forEach(
                        (name, value) -> lines.append(name).append('=').append(value).append('\n'));
        return Script.of(
                LOOK,
                ACT,
                Map.of(
                        "file",
                        there,
                        "properties",
                        lines.toString().strip(),
                        "before",
                        BringBack.before(there, release)));
    }
}
