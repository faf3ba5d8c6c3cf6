package dev.cadastre.plugin;

import java.util.Optional;

/**
 * What a metric says of when it is a warning, or critical.
 *
 * @param text as the plug-in wrote it; empty if it wrote nothing
 * @param range what the text states; empty if it states none
 */
public record Threshold(String text, Optional<Range> range) {
    /** Of metrics that say nothing. */
    public static final Threshold NONE = new Threshold("", Optional.empty());

    /** The threshold of a range. */
    public static Threshold of(Range range) {
        return new Threshold(range.toString(), Optional.of(range));
    }
}
