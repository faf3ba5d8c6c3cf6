package dev.cadastre.probe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * From which source packages the versions that apt knows were built: lines of name, version and
 * {@code Source} as {@code apt-cache show} has them, which leaves out what is the same.
 */
final class AptSources {

    private record Key(String name, String version) {}

    private final Map<Key, String> sources = new HashMap<>();

    AptSources(List<String> lines) {
        for (String line : lines) {
            String[] columns = line.split("\t", -1);
            if (columns.length == 3) {
                sources.putIfAbsent(new Key(columns[0], columns[1]), columns[2].strip());
            }
        }
    }

    /** The offer with its source; as it is where that is not known. */
    OfferedPackage added(OfferedPackage offer) {
        String source = sources.get(new Key(offer.name(), offer.version()));
        if (source == null || offer.type() != PackageType.DEB) {
            return offer;
        }
        int space = source.indexOf(" (");
        String name = space < 0 ? source : source.substring(0, space);
        String version =
                space < 0 || !source.endsWith(")")
                        ? offer.version()
                        : source.substring(space + 2, source.length() - 1);
        return offer.builtFrom(
                name.isEmpty() ? offer.name() : Cleaned.value(name), Cleaned.value(version));
    }
}
