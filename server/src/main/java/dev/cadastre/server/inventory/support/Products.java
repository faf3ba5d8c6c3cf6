package dev.cadastre.server.inventory.support;

import dev.cadastre.probe.PackageType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which product a system, a runtime or a package is, by the names of endoflife.date. */
final class Products {

    private static final Map<String, String> SYSTEMS =
            Map.of(
                    "rhel", "rhel",
                    "centos", "centos",
                    "rocky", "rocky-linux",
                    "almalinux", "almalinux",
                    "ol", "oracle-linux",
                    "debian", "debian",
                    "ubuntu", "ubuntu",
                    "alpine", "alpine-linux");

    private static final Map<String, String> RUNTIMES =
            Map.of(
                    "python", "python",
                    "java", "eclipse-temurin",
                    "node", "nodejs",
                    "php", "php",
                    "ruby", "ruby",
                    "postgres", "postgresql");

    private static final Map<String, String> LABELS =
            Map.ofEntries(
                    Map.entry("rhel", "Red Hat Enterprise Linux"),
                    Map.entry("centos", "CentOS Linux"),
                    Map.entry("centos-stream", "CentOS Stream"),
                    Map.entry("rocky-linux", "Rocky Linux"),
                    Map.entry("almalinux", "AlmaLinux"),
                    Map.entry("oracle-linux", "Oracle Linux"),
                    Map.entry("debian", "Debian"),
                    Map.entry("ubuntu", "Ubuntu"),
                    Map.entry("alpine-linux", "Alpine Linux"),
                    Map.entry("python", "Python"),
                    Map.entry("eclipse-temurin", "Java (Eclipse Temurin)"),
                    Map.entry("nodejs", "Node.js"),
                    Map.entry("php", "PHP"),
                    Map.entry("ruby", "Ruby"),
                    Map.entry("postgresql", "PostgreSQL"),
                    Map.entry("mariadb", "MariaDB"),
                    Map.entry("nginx", "nginx"));

    private static final Pattern POSTGRESQL =
            Pattern.compile("postgresql(-?\\d{1,2}(\\.\\d)?)?(-server)?");
    private static final Pattern MARIADB = Pattern.compile("(?i)mariadb-server(-\\d+\\.\\d+)?");

    /** The names of server packages begin so; what they are, {@link #ofPackage} tells. */
    static final String PACKAGE_NAMES = "^(postgresql|mariadb|MariaDB|nginx)";

    private Products() {}

    /** For people; a product that is not among the known ones is shown as it is called. */
    static String label(String product) {
        return LABELS.getOrDefault(product, product);
    }

    /** {@code id} is that of os-release, {@code name} the pretty one. */
    static Optional<String> ofSystem(@Nullable String id, @Nullable String name) {
        if (id == null) {
            return Optional.empty();
        }
        if (id.equals("centos") && name != null && name.contains("Stream")) {
            return Optional.of("centos-stream");
        }
        return Optional.ofNullable(SYSTEMS.get(id.toLowerCase(Locale.ROOT)));
    }

    /** {@code kind} is that of the inventory. */
    static Optional<String> ofRuntime(String kind) {
        return Optional.ofNullable(RUNTIMES.get(kind));
    }

    /** The server that a package holds; packages that only go with one are none. */
    static Optional<String> ofPackage(PackageType type, String name) {
        return switch (type) {
            case DEB, RPM, APK -> ofSystemPackage(type, name);
            case PYPI, NPM, GEM, MAVEN, GOLANG -> Optional.empty();
        };
    }

    private static Optional<String> ofSystemPackage(PackageType type, String name) {
        if (POSTGRESQL.matcher(name).matches() && !isEmptyPackage(type, name)) {
            return Optional.of("postgresql");
        }
        boolean mariadb =
                MARIADB.matcher(name).matches()
                        || (type == PackageType.APK && name.equals("mariadb"));
        return mariadb
                ? Optional.of("mariadb")
                : name.equals("nginx") ? Optional.of("nginx") : Optional.empty();
    }

    /**
     * Debian's {@code postgresql} only points to the present server, and RPM's is the client beside
     * {@code postgresql-server}.
     */
    private static boolean isEmptyPackage(PackageType type, String name) {
        return (name.equals("postgresql") && type != PackageType.APK)
                || (type == PackageType.RPM && !name.endsWith("-server"));
    }

    /** The version as the product counts it: Java's 1.8.0 is 8. */
    static String version(String product, String version) {
        String plain = version.startsWith("v") ? version.substring(1) : version;
        return product.equals("eclipse-temurin") && plain.startsWith("1.")
                ? plain.substring(2).replaceFirst("\\..*", "")
                : plain;
    }
}
