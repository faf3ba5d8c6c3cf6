package dev.cadastre.probe;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A section as it came over the wire.
 *
 * @param text what was said
 * @param status how the probe says that it went
 * @param code the exit code of what ran
 * @param took how long it ran
 * @param stamp what stands for the text, null if nothing does
 */
record ReceivedSection(
        SectionText text,
        SectionOutcome.Status status,
        int code,
        Duration took,
        @Nullable String stamp) {}
