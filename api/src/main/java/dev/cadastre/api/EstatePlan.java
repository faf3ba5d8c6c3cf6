package dev.cadastre.api;

import java.util.List;

/**
 * What an estate file would change, or has changed.
 *
 * @param changes sorted by section
 */
public record EstatePlan(List<SectionChange> changes) {

    /** Copies the changes. */
    public EstatePlan {
        changes = List.copyOf(changes);
    }

    /**
     * A section that is not as it was.
     *
     * @param section {@code host web1}
     * @param values what differs in it
     */
    public record SectionChange(Change change, String section, List<ValueDifference> values) {

        /** Copies the values. */
        public SectionChange {
            values = List.copyOf(values);
        }
    }
}
