package dev.cadastre.server.inventory;

import dev.cadastre.probe.KnownSections;
import dev.cadastre.probe.Report;
import dev.cadastre.probe.Section;
import dev.cadastre.probe.SectionOutcome;
import dev.cadastre.probe.SectionOutcome.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The stamps of the sections that were believed and complete in what was applied to a host last, by
 * which a report of the same source may leave them out. They are kept among the digests, so that
 * they are written with what they stand for.
 */
final class AppliedStamps {

    private static final String KEY = "stamp:";

    /** After that everything is told once more, whatever may have gone wrong in the meantime. */
    private static final Duration LASTING = Duration.ofDays(1);

    private final Map<String, String> before;
    private final Source source;

    AppliedStamps(Map<String, String> before, Source source) {
        this.before = before;
        this.source = source;
    }

    /** A section that was collected, when, and with which remark. */
    record Applied(Source source, long second, String stamp, @Nullable String reason) {

        static Applied of(String text) {
            return StateJson.read(text, Applied.class);
        }
    }

    /** What that source need not tell again now. */
    KnownSections known(Instant now) {
        SortedMap<Section.Kind, String> stamps = new TreeMap<>();
        before.forEach((key, text) -> {
            if (key.startsWith(KEY)) {
                Applied applied = Applied.of(text);
                Instant told = Instant.ofEpochSecond(applied.second());
                if (applied.source() == source && now.isBefore(told.plus(LASTING))) {
                    Section.named(key.substring(KEY.length()))
                            .ifPresent(section -> stamps.put(section.kind(), applied.stamp()));
                }
            }
        });
        return new KnownSections(stamps);
    }

    /** The report, with those sections failed that are unchanged from what nobody knows here. */
    Report judged(Report report) {
        if (report.sections().stream().noneMatch(this::strange)) {
            return report;
        }
        List<SectionOutcome> outcomes = new ArrayList<>();
        for (SectionOutcome outcome : report.sections()) {
            outcomes.add(
                    strange(outcome)
                            ? new SectionOutcome(
                                    outcome.section(),
                                    Status.FAILED,
                                    "It is said to be unchanged, from what is not known here; the"
                                            + " next report tells it in full",
                                    outcome.took())
                            : outcome);
        }
        return new Report(
                report.format(),
                report.hostTime(),
                outcomes,
                report.identity(),
                report.facts(),
                report.packages(),
                report.daemons(),
                report.listeners(),
                report.connections(),
                report.runtimes());
    }

    private boolean strange(SectionOutcome outcome) {
        if (outcome.status() != Status.UNCHANGED) {
            return false;
        }
        String text = before.get(key(outcome.section()));
        if (text == null) {
            return true;
        }
        Applied applied = Applied.of(text);
        return applied.source() != source || !applied.stamp().equals(outcome.stamp());
    }

    /** How a section went; that it is unchanged means that it went as it did. */
    String outcome(SectionOutcome outcome) {
        String text =
                outcome.status() == Status.UNCHANGED ? before.get(key(outcome.section())) : null;
        if (text == null) {
            return outcome.status() + " " + outcome.reason();
        }
        return Status.COLLECTED + " " + Applied.of(text).reason();
    }

    /** Adds to {@code after} what may be left out from now on. */
    void remember(Report report, ReportSections sections, Instant now, Map<String, String> after) {
        before.forEach((key, text) -> {
            if (key.startsWith(KEY) && !sections.believed(key.substring(KEY.length()))) {
                after.put(key, text);
            }
        });
        for (SectionOutcome outcome : report.sections()) {
            String stamp = outcome.stamp();
            if (stamp == null || !sections.believed(outcome.section().name())) {
                continue;
            }
            String key = key(outcome.section());
            String text = before.get(key);
            if (outcome.status() == Status.UNCHANGED && text != null) {
                after.put(key, text);
            } else if (outcome.status() == Status.COLLECTED) {
                after.put(
                        key,
                        StateJson.write(
                                new Applied(
                                        source, now.getEpochSecond(), stamp, outcome.reason())));
            }
        }
    }

    private static String key(Section section) {
        return KEY + section.name();
    }
}
