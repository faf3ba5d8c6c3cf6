package dev.cadastre.api;

import java.util.List;

/**
 * What an estate file would change, or has changed.
 *
 * @param problems what is wrong with the file; with an error among them there are no changes
 * @param changes teams, then environments, groups and hosts
 */
public record EstatePlan(List<EstateProblem> problems, List<SectionChange> changes) {

    /** Copies the lists. */
    public EstatePlan {
        problems = List.copyOf(problems);
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
