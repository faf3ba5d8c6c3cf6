package dev.cadastre.parcel.parameters;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A value as somebody wrote it, before anybody looked whether it is one. It may be a secret, and
 * does not tell itself. Immutable.
 */
public final class Given {

    private final @Nullable String text;
    private final JsonNode json;
    private final Origin origin;

    private Given(@Nullable String text, JsonNode json, Origin origin) {
        this.text = text;
        this.json = json;
        this.origin = origin;
    }

    /** A text, which is read by the type of its parameter. */
    public static Given text(String text, Origin origin) {
        return new Given(text, JsonNodeFactory.instance.nullNode(), origin);
    }

    /** A value of a JSON text, which has a type of its own. */
    static Given json(JsonNode json, Origin origin) {
        return new Given(null, json, origin);
    }

    /** Where it was written. */
    public Origin origin() {
        return origin;
    }

    /**
     * The value that it is.
     *
     * @throws IllegalArgumentException if it is none of that type; the message does not repeat it
     */
    Value read(Parameter parameter) {
        return text == null
                ? Values.of(json, parameter.type(), parameter.itemType())
                : Values.of(text, parameter.type(), parameter.itemType());
    }

    /** What was written, for a message; empty if that serves nobody. */
    Optional<String> written() {
        return text == null && json.isContainer()
                ? Optional.empty()
                : Optional.of(text == null ? json.toString() : text);
    }

    @Override
    public String toString() {
        return "a value from " + origin;
    }
}
