package dev.cadastre.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@code apk policy NAME…} prints: each version with the places that have it. What only
 * the database of installed packages has is not offered.
 */
final class ApkPolicy {

    private static final Pattern NAME = Pattern.compile("(\\S{1,300}) policy:");
    private static final Pattern VERSION = Pattern.compile(" {2}(\\S{1,300}):");
    private static final Pattern PLACE = Pattern.compile(" {4}(?:@\\S{1,100} )?(\\S{1,900})");

    private final List<OfferedPackage> offers = new ArrayList<>();
    private String name = "";
    private String version = "";

    private ApkPolicy() {}

    static List<OfferedPackage> read(List<String> lines) {
        var policy = new ApkPolicy();
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
        } else if (place.matches() && !version.isEmpty() && isRepository(place.group(1))) {
            offers.add(
                    new OfferedPackage(
                            PackageType.APK,
                            name,
                            version,
                            RepositoryAddress.withoutCredentials(place.group(1))));
        }
    }

    /** An address or the folder of one; the database's path is told without the first slash. */
    private static boolean isRepository(String place) {
        return place.startsWith("/") || place.contains("://");
    }
}
