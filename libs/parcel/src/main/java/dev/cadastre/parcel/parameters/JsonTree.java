package dev.cadastre.parcel.parameters;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A JSON value with the line that it stands in; a member's line is that of its name. Two are equal
 * only if they are the same place. Immutable, as long as nobody alters its node.
 */
final class JsonTree {

    private final JsonNode node;
    private final int line;
    private final Map<String, JsonTree> children;

    /** What stands in an array is named by its index. */
    JsonTree(JsonNode node, int line, Map<String, JsonTree> children) {
        this.node = node;
        this.line = line;
        this.children = Collections.unmodifiableMap(new LinkedHashMap<>(children));
    }

    JsonNode node() {
        return node;
    }

    int line() {
        return line;
    }

    /** In the order of the file; empty for what is neither object nor array. */
    Map<String, JsonTree> children() {
        return children;
    }

    @Nullable JsonTree child(String name) {
        return children.get(name);
    }

    /** The member of that name if this is an object that has one, and it is a text. */
    @Nullable String text(String name) {
        JsonTree child = node.isObject() ? child(name) : null;
        return child != null && child.node.isString() ? child.node.stringValue() : null;
    }

    /** The line of what a path leads to, or of the last that it finds on its way. */
    int line(Iterable<String> path) {
        JsonTree at = this;
        for (String name : path) {
            JsonTree next = at.child(name);
            if (next == null) {
                return at.line;
            }
            at = next;
        }
        return at.line;
    }
}
