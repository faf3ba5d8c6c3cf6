package dev.cadastre.change.run;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.script.Script;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A wish for a file that somebody writes meanwhile. */
final class ChangingWish implements ScriptOperation {

    volatile String content = "one";
    volatile boolean isMissing;

    @Override
    public String name() {
        return "put";
    }

    @Override
    public String summary() {
        return "a file";
    }

    @Override
    public Script script(ScriptContext context) {
        if (isMissing) {
            throw new UncheckedIOException(new FileNotFoundException("motd"));
        }
        return Script.of("put", "put", Map.of("key", "file", "value", "x"))
                .reading(content.getBytes(StandardCharsets.UTF_8));
    }
}
