package dev.cadastre.server.inventory;

import dev.cadastre.probe.Report;
import dev.cadastre.probe.Section;
import dev.cadastre.probe.SectionOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which source is believed in which section, at one moment.
 *
 * <p>The first in the order of {@link Source} is, as long as it is heard of: our own ones give way
 * to each other once they are stale, and to other tools only once they were silent for a day, for
 * these know less of a host. What has nothing to tell of a section gives way to what has.
 *
 * @param fresh our own sources are stale if heard of before this
 * @param silent every source is silent if heard of before this
 */
record Precedence(Instant fresh, Instant silent) {

    private static final Duration PATIENCE = Duration.ofDays(1);

    static Precedence of(Instant fresh, Instant now) {
        Instant silent = now.minus(PATIENCE);
        return new Precedence(fresh, fresh.isBefore(silent) ? fresh : silent);
    }

    /** The claims of each section, the believed one first; sections keep their order. */
    List<SectionClaim> ordered(Collection<SectionClaim> told) {
        return told.stream()
                .sorted(
                        Comparator.comparing(SectionClaim::section)
                                .thenComparing(claim -> !claim.observedAt().isAfter(silent))
                                .thenComparing(claim -> !claim.tells())
                                .thenComparingInt(this::rank)
                                .thenComparing(SectionClaim::source))
                .toList();
    }

    private int rank(SectionClaim claim) {
        if (claim.source().foreign()) {
            return 2;
        }
        return claim.observedAt().isAfter(fresh) ? 0 : 1;
    }

    /**
     * The sections in which other sources than the one that reports now are believed: what the
     * report tells of them does not count, and ends nothing.
     *
     * @param told what is known of the sources; that of the one that reports does not matter
     */
    Set<String> elsewhere(Source source, Report report, Collection<SectionClaim> told) {
        Map<String, SectionOutcome> outcomes = new HashMap<>();
        report.sections().forEach(outcome -> outcomes.put(outcome.section().name(), outcome));
        Set<String> elsewhere = new HashSet<>();
        for (SectionClaim claim : told) {
            if (claim.source() != source
                    && claim.tells()
                    && (wins(claim, source) || givesWay(outcomes.get(claim.section()), claim))) {
                elsewhere.add(claim.section());
            }
        }
        return elsewhere;
    }

    private boolean wins(SectionClaim claim, Source reporting) {
        return claim.source().precedes(reporting)
                && claim.observedAt().isAfter(reporting.foreign() ? silent : fresh);
    }

    /** An add-on that only another source knows has not gone because this one is silent of it. */
    private boolean givesWay(@Nullable SectionOutcome own, SectionClaim claim) {
        if (own == null) {
            return Section.named(claim.section())
                    .map(Section::kind)
                    .filter(Section.Kind::addOn)
                    .isPresent();
        }
        return own.status() == SectionOutcome.Status.ABSENT && claim.observedAt().isAfter(silent);
    }
}
