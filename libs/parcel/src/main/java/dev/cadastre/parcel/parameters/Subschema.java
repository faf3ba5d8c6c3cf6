package dev.cadastre.parcel.parameters;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One schema of a document, with those that stand in it. Complete once all are linked. */
final class Subschema {

    private final int number;
    private final JsonTree tree;
    private final boolean isTop;
    private final List<Subschema> children = new ArrayList<>();
    private @Nullable Subschema target;

    /** The number is that by which others know it, counted from 0. */
    Subschema(int number, JsonTree tree) {
        this.number = number;
        this.tree = tree;
        this.isTop = number == 0;
    }

    int number() {
        return number;
    }

    JsonTree tree() {
        return tree;
    }

    /** Whether it is that of all parameters. */
    boolean isTop() {
        return isTop;
    }

    List<Subschema> children() {
        return children;
    }

    /** What its {@code $ref} leads to; null if it has none that leads anywhere. */
    @Nullable Subschema target() {
        return target;
    }

    void leadsTo(Subschema other) {
        target = other;
    }
}
