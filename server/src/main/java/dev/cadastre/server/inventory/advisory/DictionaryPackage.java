package dev.cadastre.server.inventory.advisory;

import dev.cadastre.probe.PackageType;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A line of the dictionary of packages, as far as advisories can be about it. */
record DictionaryPackage(
        int id,
        PackageType type,
        @Nullable String namespace,
        String name,
        String version,
        @Nullable String source,
        @Nullable String sourceVersion) {

    /**
     * The names that advisories may have for it. Debian, Ubuntu and Alpine name source packages
     * only; distributions of RPM packages name one or the other.
     */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        String built = source == null || source.isEmpty() ? name : source;
        switch (type) {
            case DEB, APK -> names.add(built);
            case RPM -> {
                names.add(name);
                names.add(built);
            }
            case PYPI, NPM, GOLANG, MAVEN, GEM -> names.add(Ecosystem.folded(type, name));
        }
        return names;
    }

    /** The version that counts where it is named so. */
    String version(String named) {
        String built = sourceVersion;
        if (built == null || built.isEmpty() || !named.equals(source)) {
            return version;
        }
        return type == PackageType.RPM ? withEpoch(built) : built;
    }

    /** Names of source packages tell no epoch; it is that of what was built from them. */
    private String withEpoch(String told) {
        int colon = version.indexOf(':');
        return colon < 0 || told.indexOf(':') >= 0 ? told : version.substring(0, colon + 1) + told;
    }
}
