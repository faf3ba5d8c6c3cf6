package dev.cadastre.api;

import java.time.Instant;

/**
 * Something that a host tells about itself.
 *
 * @param name dotted, {@code os.version}
 * @param value a text, a number, true or false, or a list of texts; sizes are bytes, durations
 *     seconds
 * @param kind whether it makes history
 * @param since when this value was first reported; for a measure when it was last read
 */
public record Fact(String name, Object value, Kind kind, Instant since) {

    /** Whether a changed value is an event or merely another reading. */
    public enum Kind {
        STATE,
        MEASURE
    }
}
