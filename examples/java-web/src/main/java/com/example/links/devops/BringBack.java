package com.example.links.devops;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.script.Script;
import java.util.Map;

/**
 * A file as it was before {@link SetProperties}.
 *
 * @param file where
 * @param release for which it was changed
 */
record BringBack(String file, String release) implements ScriptOperation {

    /** Where the file is kept; an empty one says that there was none. */
    static String before(String file, String release) {
        return file + ".before-" + release;
    }

    @Override
    public String name() {
        return "links.bring-back";
    }

    @Override
    public String summary() {
        return file;
    }

    @Override
    public Script script(ScriptContext context) {
        String there = context.values().getOrDefault("root", "") + file;
        return Script.of(
                """
                if [ ! -e "$before" ]; then
                    fine "$file is as it was"
                elif [ -s "$before" ]; then
                    wish "bring back $file"
                else
                    wish "remove $file"
                fi
                """,
                """
                if [ -s "$before" ]; then
                    place "$before" "$file"
                else
                    rm -f -- "$file" "$before"
                fi
                """,
                Map.of("file", there, "before", before(there, release)));
    }
}
