package dev.cadastre.server.storage.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Looks at all of the installation. Thread-safe. */
@Service
public class Doctor {

    private static final Logger log = LoggerFactory.getLogger(Doctor.class);
    private static final Duration RECENT = Duration.ofMinutes(1);
    private static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::severity)
                    .thenComparing(finding -> finding.kind().code())
                    .thenComparing(Finding::subject);

    private final List<Examination> examinations;
    private final Clock clock;
    private @Nullable Diagnosis last;

    Doctor(List<Examination> examinations, Clock clock) {
        this.examinations = List.copyOf(examinations);
        this.clock = clock;
    }

    private record Diagnosis(Instant at, List<Finding> findings) {}

    /** What is wrong now, the worst first. An examination that cannot be made is a finding. */
    public List<Finding> examine() {
        List<Finding> findings =
                examinations.stream().flatMap(Doctor::made).sorted(WORST_FIRST).toList();
        keep(new Diagnosis(clock.instant(), findings));
        return findings;
    }

    /** What was wrong within the last minute, for who asks often. */
    public List<Finding> recent() {
        Diagnosis known = known();
        return known == null ? examine() : known.findings();
    }

    private synchronized void keep(Diagnosis diagnosis) {
        last = diagnosis;
    }

    private synchronized @Nullable Diagnosis known() {
        Diagnosis known = last;
        return known != null
                        && Duration.between(known.at(), clock.instant()).abs().compareTo(RECENT) < 0
                ? known
                : null;
    }

    private static Stream<Finding> made(Examination examination) {
        try {
            return examination.examine().stream();
        } catch (RuntimeException e) {
            String name = examination.getClass().getSimpleName().replaceFirst("\\$.*", "");
            log.warn("The examination {} could not be made", name, e);
            return Stream.of(
                    Finding.error(
                            FindingKind.EXAMINATION_FAILED,
                            name,
                            "It could not be looked at: "
                                    + Objects.requireNonNullElse(e.getMessage(), e)));
        }
    }
}
