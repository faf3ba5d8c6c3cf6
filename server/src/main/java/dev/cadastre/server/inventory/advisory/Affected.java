package dev.cadastre.server.inventory.advisory;

import dev.cadastre.versions.RangeEvent;
import dev.cadastre.versions.VersionRange;
import dev.cadastre.versions.VersionScheme;
import java.util.List;
import java.util.Optional;

/**
 * The versions of a package that an advisory is about: those in one of the ranges, and the ones
 * that are listed.
 */
record Affected(List<Range> ranges, List<String> versions) {

    private static final long MOST_COMPARISONS = 5_000_000;

    Affected {
        ranges = List.copyOf(ranges);
        versions = List.copyOf(versions);
    }

    /**
     * A range.
     *
     * @param semver whether it is in the order of semantic versions, whatever the package's own is
     */
    record Range(boolean semver, List<RangeEvent> events) {
        Range {
            events = List.copyOf(events);
        }

        private VersionScheme scheme(VersionScheme own) {
            return semver ? VersionScheme.SEMVER : own;
        }

        private boolean contains(String version, VersionScheme own) {
            return in(own).contains(version);
        }

        private VersionRange in(VersionScheme own) {
            return VersionRange.ofEvents(scheme(own), events);
        }

        private Optional<String> fixed(String version, VersionScheme own) {
            VersionScheme scheme = scheme(own);
            return events.stream()
                    .filter(event -> event.kind() == RangeEvent.Kind.FIXED)
                    .map(RangeEvent::version)
                    .filter(fixed -> scheme.compare(fixed, version) > 0)
                    .min(scheme.comparator());
        }
    }

    /** That a version is affected, and by which later one that ends; empty if by none. */
    record Hit(Optional<String> fixed) {}

    /** Whether it is about that version, {@code own} being the order of the package's type. */
    Optional<Hit> hit(String version, VersionScheme own) {
        for (Range range : ranges) {
            if (range.contains(version, own)) {
                return Optional.of(new Hit(range.fixed(version, own)));
            }
        }
        if (!versions.contains(version)) {
            return Optional.empty();
        }
        return Optional.of(
                new Hit(
                        ranges.stream()
                                .flatMap(range -> range.fixed(version, own).stream())
                                .min(own.comparator())));
    }

    /**
     * Without the listed versions that a range contains anyway, which are most; as it is where that
     * would take too long to find out.
     */
    Affected shortened(VersionScheme own) {
        int events = ranges.stream().mapToInt(range -> range.events().size()).sum();
        if ((long) versions.size() * events > MOST_COMPARISONS) {
            return this;
        }
        List<VersionRange> known = ranges.stream().map(range -> range.in(own)).toList();
        return new Affected(
                ranges,
                versions.stream()
                        .filter(version ->
                                known.stream().noneMatch(range -> range.contains(version)))
                        .toList());
    }
}
