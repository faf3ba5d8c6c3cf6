package dev.cadastre.server.estate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two estates.
 *
 * @param changes teams, then environments, groups, hosts, rules, products and monitors; what was
 *     removed first in each, then the others in their order
 */
public record EstateDiff(List<Change> changes) {
    /** Keeps a copy of the changes. */
    public EstateDiff {
        changes = List.copyOf(changes);
    }

    /** What happened to one thing that is declared. */
    public enum Action {
        /** It was not declared before. */
        ADDED,
        /** It is declared no more; a host is then retired. */
        REMOVED,
        /** Some of its values differ. */
        CHANGED
    }

    /**
     * One thing that differs.
     *
     * @param kind what it is
     * @param name its name
     * @param environment a host's environment (for a removed one: before), an environment's own
     *     name; null for all others
     * @param action what happened to it
     * @param values the values that differ, of a host all that it sees, else those of its section
     */
    public record Change(
            SectionKind kind,
            String name,
            @Nullable String environment,
            Action action,
            List<ValueChange> values) {
        /** Keeps a copy of the values. */
        public Change {
            values = List.copyOf(values);
        }
    }

    /**
     * A value that differs.
     *
     * @param key the key, in lower case
     * @param before null when there was none
     * @param after null when there is none any more
     * @param difference of the text of a test that was and is there, as a unified diff; null for
     *     all others
     */
    public record ValueChange(
            String key,
            @Nullable String before,
            @Nullable String after,
            @Nullable String difference) {

        /** A value that is all there is. */
        public ValueChange(String key, @Nullable String before, @Nullable String after) {
            this(key, before, after, null);
        }
    }

    /** Compares two estates. */
    public static EstateDiff between(EstateModel before, EstateModel after) {
        List<Change> changes = new ArrayList<>();
        for (SectionKind kind : SectionKind.values()) {
            changes.addAll(new Comparison(kind, before, after).changes());
        }
        return new EstateDiff(changes);
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** The changes to things of one kind. */
    public List<Change> of(SectionKind kind) {
        return changes.stream().filter(change -> change.kind() == kind).toList();
    }
}
