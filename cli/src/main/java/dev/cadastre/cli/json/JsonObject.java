package dev.cadastre.cli.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts an object together; what is null is left out. Not thread-safe. */
public final class JsonObject {

    private final Map<String, Json> members = new LinkedHashMap<>();

    /** Adds a text. */
    public JsonObject with(String name, @Nullable Object value) {
        return value == null ? this : with(name, new Json.Text(value.toString()));
    }

    /** Adds a list of texts, unless it is empty. */
    public JsonObject with(String name, List<String> values) {
        return values.isEmpty()
                ? this
                : with(name, new Json.Items(values.stream().<Json>map(Json.Text::new).toList()));
    }

    /** Adds named texts, unless there are none. */
    public JsonObject with(String name, Map<String, String> texts) {
        if (texts.isEmpty()) {
            return this;
        }
        Map<String, Json> members = new LinkedHashMap<>();
        texts.forEach((key, text) -> members.put(key, new Json.Text(text)));
        return with(name, new Json.Members(members));
    }

    /** Adds a value. */
    public JsonObject with(String name, Json value) {
        members.put(name, value);
        return this;
    }

    /** The object as it is now. */
    public Json json() {
        return new Json.Members(members);
    }
}
