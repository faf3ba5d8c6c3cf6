package dev.cadastre.probe;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What somebody knows of a host from an earlier report, so that it need not be told again.
 *
 * @param stamps by the kind of section, the stamp that its {@link SectionOutcome} had
 */
public record KnownSections(SortedMap<Section.Kind, String> stamps) {

    /** Nothing is known. */
    public static final KnownSections NONE = new KnownSections(new TreeMap<>());

    /**
     * @throws IllegalArgumentException if a section of that kind has no stamps, or that is none
     */
    public KnownSections {
        stamps.forEach((kind, stamp) -> {
            if (!kind.stamped() || !SectionOutcome.isStamp(stamp)) {
                throw new IllegalArgumentException(
                        "The section " + kind.word() + " has no stamp '" + stamp + "'");
            }
        });
        stamps = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(stamps));
    }

    /** In the form of the probe's variable {@code CADASTRE_KNOWN}; empty if nothing is known. */
    public String text() {
        return stamps.entrySet().stream().map(KnownSections::text).collect(Collectors.joining(" "));
    }

    private static String text(Map.Entry<Section.Kind, String> known) {
        return known.getKey().word() + "=" + known.getValue();
    }
}
