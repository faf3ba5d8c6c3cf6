package dev.cadastre.plugin;

import java.time.Duration;

/** Durations for people. */
final class Durations {

    private Durations() {}

    /** Such as {@code 10 s} or {@code 0.5 s}. */
    static String print(Duration duration) {
        return Decimal.print(duration.toMillis() / 1e3) + " s";
    }
}
