package dev.cadastre.server.alerting.incident;

import dev.cadastre.server.alerting.Failure;
import dev.cadastre.server.topology.AssetName;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Names incidents for people: {@code postgresql on db1 is CRITICAL}. Pure. */
public final class Titles {

    /** The most characters of a title. */
    public static final int LONGEST = 200;

    private static final int LONGEST_NAME = 80;

    private Titles() {}

    /**
     * By what is worst of an incident, and of those the first; what is wrong with the cause itself
     * goes before what is not.
     */
    static Optional<String> of(String cause, Collection<Failure> failures) {
        return failures.stream()
                .min(
                        Comparator.comparing((Failure one) -> !one.asset().equals(cause))
                                .thenComparing(Failure::state, Comparator.reverseOrder())
                                .thenComparing(Failure::since)
                                .thenComparing(Failure::key))
                .map(Titles::of);
    }

    private static String of(Failure failure) {
        String title =
                "%s on %s is %s"
                        .formatted(
                                shortened(failure.name(), LONGEST_NAME),
                                place(failure),
                                failure.state());
        return shortened(title, LONGEST);
    }

    private static String place(Failure failure) {
        AssetName asset = AssetName.of(failure.asset()).orElse(null);
        if (asset == null) {
            return shortened(failure.asset(), LONGEST_NAME);
        }
        boolean part =
                asset.kind().equals(AssetName.SERVICE) || asset.kind().equals(AssetName.DAEMON);
        String host = asset.place().orElse("");
        if (!part || host.isEmpty()) {
            return shortened(asset.name(), LONGEST_NAME);
        }
        return asset.bare().equalsIgnoreCase(failure.name())
                ? shortened(host, LONGEST_NAME)
                : shortened(host + " (" + asset.bare() + ")", LONGEST_NAME);
    }

    private static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
