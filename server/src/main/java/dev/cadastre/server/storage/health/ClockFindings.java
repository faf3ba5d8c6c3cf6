package dev.cadastre.server.storage.health;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Whether times can be relied on. Pure. */
final class ClockFindings {

    private static final String SERVER = "server";
    private static final Duration SOME = Duration.ofSeconds(5);
    private static final Duration MUCH = Duration.ofMinutes(1);
    private static final Duration RECENT = Duration.ofHours(24);

    private ClockFindings() {}

    /**
     * @param now by the server's clock
     * @param database by the database's clock at that moment
     * @param begun when the server began to look at its clock
     * @param unbroken since when that has gone without a break
     */
    static List<Finding> of(Instant now, Instant database, Instant begun, Instant unbroken) {
        List<Finding> findings = new ArrayList<>();
        Duration apart = Duration.between(database, now).abs();
        if (apart.compareTo(SOME) > 0) {
            findings.add(
                    new Finding(
                            FindingKind.CLOCK_DIFFERS,
                            apart.compareTo(MUCH) > 0 ? Severity.ERROR : Severity.WARNING,
                            "database",
                            "Its clock and the server's are %d s apart"
                                    .formatted(apart.toSeconds())));
        }
        if (!unbroken.equals(begun) && Duration.between(unbroken, now).compareTo(RECENT) < 0) {
            findings.add(
                    Finding.warning(
                            FindingKind.CLOCK_BREAK,
                            SERVER,
                            "The clock stepped, or the machine stood still, until "
                                    + unbroken.truncatedTo(ChronoUnit.SECONDS)));
        }
        return findings;
    }
}
