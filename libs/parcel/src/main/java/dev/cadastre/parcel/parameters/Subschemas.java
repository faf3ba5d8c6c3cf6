package dev.cadastre.parcel.parameters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All schemas of a document, found by the keywords that hold schemas. */
final class Subschemas {

    private final List<Subschema> all = new ArrayList<>();
    private final Map<JsonTree, Subschema> byPlace = new HashMap<>();
    private final JsonTree root;

    private Subschemas(JsonTree root) {
        this.root = root;
    }

    /** Finds them, and links each {@code $ref} that leads to one of them. */
    static Subschemas of(JsonTree root) {
        Subschemas found = new Subschemas(root);
        found.add(root);
        found.all.forEach(found::link);
        return found;
    }

    /** In the order of the document, the top one first. */
    List<Subschema> all() {
        return all;
    }

    @Nullable Subschema at(JsonTree place) {
        return byPlace.get(place);
    }

    private Subschema add(JsonTree tree) {
        Subschema added = new Subschema(all.size(), tree);
        all.add(added);
        byPlace.put(tree, added);
        if (tree.node().isObject()) {
            tree.children().forEach((keyword, value) -> addBelow(added, keyword, value));
        }
        return added;
    }

    private void addBelow(Subschema parent, String keyword, JsonTree value) {
        if (Keywords.ONE.contains(keyword)) {
            addChild(parent, value);
        } else if (holdsMore(keyword, value)) {
            value.children().values().forEach(child -> addChild(parent, child));
        }
    }

    private static boolean holdsMore(String keyword, JsonTree value) {
        return value.node().isArray()
                ? Keywords.LISTED.contains(keyword)
                : value.node().isObject() && Keywords.NAMED.contains(keyword);
    }

    private void addChild(Subschema parent, JsonTree tree) {
        if (tree.node().isObject() || tree.node().isBoolean()) {
            parent.children().add(add(tree));
        }
    }

    private void link(Subschema schema) {
        String reference = schema.tree().text("$ref");
        Subschema target = reference == null ? null : find(reference);
        if (target != null) {
            schema.leadsTo(target);
        }
    }

    /**
     * What a reference leads to. Escapes of URLs are not read: implementations differ in what they
     * make of them.
     */
    private @Nullable Subschema find(String reference) {
        if (!reference.matches("#(/[^%]*)?")) {
            return null;
        }
        JsonTree at = root;
        for (String step : steps(reference)) {
            at = at == null ? null : at.child(step);
        }
        return at == null ? null : at(at);
    }

    private static List<String> steps(String reference) {
        List<String> steps = new ArrayList<>();
        String[] parts = reference.split("/", -1);
        for (int i = 1; i < parts.length; i++) {
            steps.add(parts[i].replace("~1", "/").replace("~0", "~"));
        }
        return steps;
    }
}
