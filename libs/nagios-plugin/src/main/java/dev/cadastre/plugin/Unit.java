package dev.cadastre.plugin;

import java.util.Map;
import java.util.Optional;

/**
 * What a metric is counted in.
 *
 * @param text as the plug-in wrote it; empty for a plain number
 * @param kind what it measures
 * @param factor how many seconds or bytes one of it is; 1 for other kinds
 */
public record Unit(String text, Kind kind, double factor) {

    /** What units measure. */
    public enum Kind {
        /** A plain number. */
        NONE,
        /** A share of 100. */
        PERCENT,
        /** A duration. */
        TIME,
        /** An amount of data. */
        BYTES,
        /** A count that only grows until it begins again, as bytes that passed an interface. */
        COUNTER,
        /** Something the guidelines do not name, kept as it was written. */
        OTHER
    }

    private static final double KIBI = 1024;

    /** Plug-ins divide by 1,024, whatever they call the result. */
    private static final Map<String, Unit> KNOWN =
            Map.ofEntries(
                    known("", Kind.NONE, 1),
                    known("%", Kind.PERCENT, 1),
                    known("c", Kind.COUNTER, 1),
                    known("s", Kind.TIME, 1),
                    known("ms", Kind.TIME, 1e-3),
                    known("us", Kind.TIME, 1e-6),
                    known("µs", Kind.TIME, 1e-6),
                    known("ns", Kind.TIME, 1e-9),
                    known("B", Kind.BYTES, 1),
                    known("KB", Kind.BYTES, KIBI),
                    known("kB", Kind.BYTES, KIBI),
                    known("KiB", Kind.BYTES, KIBI),
                    known("MB", Kind.BYTES, Math.pow(KIBI, 2)),
                    known("MiB", Kind.BYTES, Math.pow(KIBI, 2)),
                    known("GB", Kind.BYTES, Math.pow(KIBI, 3)),
                    known("GiB", Kind.BYTES, Math.pow(KIBI, 3)),
                    known("TB", Kind.BYTES, Math.pow(KIBI, 4)),
                    known("TiB", Kind.BYTES, Math.pow(KIBI, 4)),
                    known("PB", Kind.BYTES, Math.pow(KIBI, 5)),
                    known("PiB", Kind.BYTES, Math.pow(KIBI, 5)));

    /** Of a plain number. */
    public static final Unit NONE = of("");

    private static Map.Entry<String, Unit> known(String text, Kind kind, double factor) {
        return Map.entry(text, new Unit(text, kind, factor));
    }

    /** The unit that is written so; one that is not known is of the kind OTHER. */
    public static Unit of(String text) {
        return Optional.ofNullable(KNOWN.get(text)).orElseGet(() -> new Unit(text, Kind.OTHER, 1));
    }
}
