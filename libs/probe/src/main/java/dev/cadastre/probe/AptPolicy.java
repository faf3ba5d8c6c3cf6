package dev.cadastre.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@code apt-cache policy NAME…} prints: each version with the places that have it, the
 * newest first. What only the database of installed packages has is not offered, nor what a
 * negative priority forbids.
 */
final class AptPolicy {

    private static final Pattern NAME = Pattern.compile("(\\S{1,300}):");
    private static final Pattern VERSION =
            Pattern.compile(" (?:\\*\\*\\*|   ) (\\S{1,300})(?: (-?\\d{1,9}))?");
    private static final Pattern PLACE = Pattern.compile(" {6,14}(-?\\d{1,9}) (\\S.{0,900})");

    private final List<OfferedPackage> offers = new ArrayList<>();
    private String name = "";
    private String version = "";

    private AptPolicy() {}

    static List<OfferedPackage> read(List<String> lines) {
        var policy = new AptPolicy();
        lines.forEach(policy::take);
        return policy.offers;
    }

    private void take(String line) {
        Matcher heading = NAME.matcher(line);
        Matcher table = VERSION.matcher(line);
        Matcher place = PLACE.matcher(line);
        if (heading.matches()) {
            name = heading.group(1);
            version = "";
        } else if (table.matches()) {
            version = table.group(1);
        } else if (place.matches() && !version.isEmpty() && isRepository(place)) {
            offers.add(
                    new OfferedPackage(PackageType.DEB, name, version, repository(place.group(2))));
        }
    }

    private static boolean isRepository(Matcher place) {
        return !place.group(1).startsWith("-") && !place.group(2).startsWith("/var/lib/dpkg/");
    }

    /** Without what is the same everywhere, and without the password that old ones print. */
    private static String repository(String place) {
        String plain = RepositoryAddress.withoutCredentials(place);
        String[] words = plain.split(" ", -1);
        return words.length < 3 ? plain : words[0] + " " + words[1];
    }
}
