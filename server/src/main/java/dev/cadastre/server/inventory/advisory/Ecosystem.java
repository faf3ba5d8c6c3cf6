package dev.cadastre.server.inventory.advisory;

import dev.cadastre.probe.PackageType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which packages of hosts an ecosystem of OSV means.
 *
 * @param type their type
 * @param namespace the id of the operating system; null for packages of languages
 * @param release the system's release, {@code 12}; null for all, and for packages of languages
 */
record Ecosystem(PackageType type, @Nullable String namespace, @Nullable String release) {

    private static final Map<String, PackageType> LANGUAGES =
            Map.of(
                    "PyPI", PackageType.PYPI,
                    "npm", PackageType.NPM,
                    "Go", PackageType.GOLANG,
                    "Maven", PackageType.MAVEN,
                    "RubyGems", PackageType.GEM);

    private static final Map<String, Ecosystem> SYSTEMS =
            Map.of(
                    "Debian", new Ecosystem(PackageType.DEB, "debian", null),
                    "Ubuntu", new Ecosystem(PackageType.DEB, "ubuntu", null),
                    "Alpine", new Ecosystem(PackageType.APK, "alpine", null),
                    "Rocky Linux", new Ecosystem(PackageType.RPM, "rocky", null),
                    "AlmaLinux", new Ecosystem(PackageType.RPM, "almalinux", null),
                    "Red Hat", new Ecosystem(PackageType.RPM, "rhel", null));

    private static final Pattern RELEASE = Pattern.compile("\\d{1,4}(\\.\\d{1,4})?");
    private static final Pattern FOLDED = Pattern.compile("[-_.]+");

    /**
     * What {@code Debian:12} or {@code PyPI} means; empty for an ecosystem whose packages hosts do
     * not report. Ubuntu's FIPS builds are left out: their versions are a line of their own.
     */
    static Optional<Ecosystem> of(String name) {
        int colon = name.indexOf(':');
        String base = colon < 0 ? name : name.substring(0, colon);
        String suffix = colon < 0 ? "" : name.substring(colon + 1);
        PackageType language = LANGUAGES.get(base);
        if (language != null) {
            return Optional.of(new Ecosystem(language, null, null));
        }
        Ecosystem system = SYSTEMS.get(base);
        if (system == null || suffix.contains("FIPS")) {
            return Optional.empty();
        }
        if (suffix.isEmpty()) {
            return Optional.of(system);
        }
        Matcher release = RELEASE.matcher(suffix);
        return release.find()
                ? Optional.of(new Ecosystem(system.type, system.namespace, release.group()))
                : Optional.empty();
    }

    /** Names that are one to the ecosystem get one form. */
    static String folded(PackageType type, String name) {
        return type == PackageType.PYPI
                ? FOLDED.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT)
                : name;
    }
}
