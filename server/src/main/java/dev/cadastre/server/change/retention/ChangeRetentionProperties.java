package dev.cadastre.server.change.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How long what runs do not need is kept. Runs stay, with their journals, plans and archives.
 *
 * @param keepPlans how long plans are kept that nobody started, and archives that no run is of,
 *     after they were last planned
 * @param archives how much all archives together may have; beyond that, those that no run is of go
 *     earlier, the oldest first
 * @param keepOutput how long it is kept what jobs printed, after their run has ended
 */
@ConfigurationProperties("cadastre.change")
record ChangeRetentionProperties(
        @DefaultValue("7d") Duration keepPlans,
        @DefaultValue("10GB") DataSize archives,
        @DefaultValue("400d") Duration keepOutput) {

    private static final Duration LEAST = Duration.ofDays(1);

    /** Refuses what would forget what somebody is about to start, or looks at. */
    ChangeRetentionProperties {
        if (keepPlans.compareTo(LEAST) < 0 || keepOutput.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException(
                    "cadastre.change.keep-plans and keep-output are a day at least, and these are"
                            + " %s and %s".formatted(keepPlans, keepOutput));
        }
    }
}
