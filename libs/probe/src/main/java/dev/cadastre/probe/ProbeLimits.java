package dev.cadastre.probe;

import java.time.Duration;

/**
 * What the probe may cost a host; each section is stopped at its limits and fails alone.
 *
 * @param sectionTime one section, from one second
 * @param totalTime after which each remaining section gets one second at most, and no plug-in or
 *     snippet is asked
 * @param sectionBytes what one section may print
 */
public record ProbeLimits(Duration sectionTime, Duration totalTime, int sectionBytes) {

    /** Ten seconds and eight mebibytes a section, one minute in all. */
    public static final ProbeLimits DEFAULT =
            new ProbeLimits(Duration.ofSeconds(10), Duration.ofSeconds(60), 8 << 20);

    public ProbeLimits {
        if (sectionTime.compareTo(Duration.ofSeconds(1)) < 0
                || totalTime.compareTo(sectionTime) < 0
                || sectionBytes < 1) {
            throw new IllegalArgumentException(
                    "A section needs at least a second and a byte, and the whole no less than a"
                            + " section");
        }
    }
}
