package dev.cadastre.change.program.example;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.script.Script;
import java.util.Map;

/** Says on a host which release it has. */
record MarkRelease(String file, String version) implements ScriptOperation {

    @Override
    public String name() {
        return "shop.mark-release";
    }

    @Override
    public String summary() {
        return version;
    }

    @Override
    public Script script(ScriptContext context) {
        String root = context.values().getOrDefault("root", "");
        return Script.of(
                """
                now=$(cat "$file" 2>/dev/null) || now=none
                basis "$now"
                if [ "$now" = "$wished" ]; then
                    fine "$file says $now"
                else
                    wish "say $wished in $file instead of $now"
                fi
                """,
                """
                print_text "$wished$newline" >"$file"
                """,
                Map.of("file", root + file, "wished", version));
    }
}
