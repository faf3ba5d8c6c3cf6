package dev.cadastre.change.run;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.script.Script;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operations that {@link FakeHost} understands. */
record Wish(String word, String key, String value) implements ScriptOperation {

    /** A value that is to be so; can be undone. */
    static Wish put(String key, String value) {
        return new Wish("put", key, value);
    }

    /** Adds to a value each time it is done, so that no look can tell whether it was. */
    static Wish append(String key, String value) {
        return new Wish("append", key, value);
    }

    /** A value that must be so already. */
    static Wish require(String key, String value) {
        return new Wish("require", key, value);
    }

    @Override
    public String name() {
        return word;
    }

    @Override
    public String summary() {
        return "%s=%s".formatted(key, value);
    }

    @Override
    public Script script(ScriptContext context) {
        return Script.of(word, word, Map.of("key", key, "value", value));
    }

    @Override
    public @Nullable Script undo(ScriptContext context, Map<String, String> before) {
        return word.equals("put") && before.containsKey("was")
                ? Script.of(
                        "put", "put", Map.of("key", key, "value", before.getOrDefault("was", "")))
                : null;
    }
}
