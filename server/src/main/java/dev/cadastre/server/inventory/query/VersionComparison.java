package dev.cadastre.server.inventory.query;

import dev.cadastre.query.Comparison;
import dev.cadastre.query.Operator;
import dev.cadastre.versions.VersionScheme;

/** Says whether comparisons hold. */
final class VersionComparison {

    /** For what has versions and no scheme of its own, such as kernels; it reads every text. */
    static final VersionScheme ANY = VersionScheme.MAVEN;

    private VersionComparison() {}

    /** Whether an installed version is as the comparison has it, in that scheme. */
    static boolean holds(VersionScheme scheme, String installed, Comparison comparison) {
        return scheme.compareTyped(installed, comparison.operand().text()).stream()
                .anyMatch(order -> holds(comparison.operator(), order));
    }

    /** Whether two values are as the operator has it that compare like this. */
    static boolean holds(Operator operator, int order) {
        return switch (operator) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }
}
