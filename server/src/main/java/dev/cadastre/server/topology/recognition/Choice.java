package dev.cadastre.server.topology.recognition;

import java.util.List;
import java.util.Optional;

/** Chooses among products that all could be meant. */
final class Choice {
    private Choice() {}

    /** The one that most speaks for; among equals of one family its head, among others none. */
    static Optional<Evidence> of(List<Evidence> candidates) {
        List<Evidence> best = best(candidates);
        return best.size() == 1 || isOneFamily(best)
                ? best.stream().filter(Choice::isHead).findFirst().or(() -> first(best))
                : Optional.empty();
    }

    /** All that equally much speaks for, and more than for the others. */
    static List<Evidence> best(List<Evidence> candidates) {
        int most = candidates.stream().mapToInt(Evidence::weight).max().orElse(0);
        return candidates.stream().filter(evidence -> evidence.weight() == most).toList();
    }

    static boolean isOneFamily(List<Evidence> candidates) {
        return candidates.stream().map(e -> e.product().family()).distinct().count() == 1;
    }

    private static boolean isHead(Evidence evidence) {
        return evidence.product().name().equals(evidence.product().family());
    }

    private static Optional<Evidence> first(List<Evidence> candidates) {
        return candidates.stream().findFirst();
    }
}
