package example;

import dev.cadastre.versions.RangeEvent;
import dev.cadastre.versions.VersionRange;
import dev.cadastre.versions.VersionScheme;
import java.util.List;

/** Tells which installed versions an advisory, or a person, means. */
public final class Advisory {
    private final VersionRange affected;

    private Advisory(VersionRange affected) {
        this.affected = affected;
    }

    /** What an advisory says of packages of a package URL's type. */
    public static Advisory fixedIn(String purlType, String version) {
        return new Advisory(
                VersionRange.ofEvents(
                        scheme(purlType),
                        List.of(RangeEvent.introduced("0"), RangeEvent.fixed(version))));
    }

    /** Those of the installed versions that the advisory means. */
    public List<String> affects(List<String> installed) {
        return installed.stream().filter(affected::contains).toList();
    }

    /** Those of the installed versions that a person means by {@code <3.0.14}. */
    public static List<String> search(String purlType, String typed, List<String> installed) {
        VersionRange range = VersionRange.parse(scheme(purlType), typed);
        if (!range.problems().isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", range.problems()));
        }
        return installed.stream().filter(range::containsInstalled).toList();
    }

    private static VersionScheme scheme(String purlType) {
        return VersionScheme.ofPurlType(purlType)
                .orElseThrow(() -> new IllegalArgumentException("No order of " + purlType));
    }
}
