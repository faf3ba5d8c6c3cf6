package dev.cadastre.server.inventory.support;

import dev.cadastre.probe.PackageType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /**
     * By which names packages with a product's main part go, as extended regular expressions of
     * POSIX, which hosts understand too: those of Debian, of Red Hat's systems with their parallel
     * versions and Software Collections, and of Alpine. Of a system it is the package that tells
     * its release.
     */
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("python", "(rh-)?python[0-9.]*(-python)?"),
                    Map.entry(
                            "eclipse-temurin",
                            "openjdk-[0-9]+-jre-headless|java-[0-9.]+-openjdk-headless"
                                    + "|openjdk[0-9]+-jre(-base|-headless)|temurin-[0-9]+-(jdk|jre)"),
                    Map.entry("nodejs", "(rh-nodejs[0-9]+-)?nodejs[0-9]*(-current)?"),
                    Map.entry("php", "((rh-)?php[0-9]+-)?php[0-9.]*-cli|php[0-9][0-9]"),
                    Map.entry("ruby", "(rh-ruby[0-9]+-)?ruby[0-9.]*"),
                    Map.entry(
                            "postgresql",
                            "postgresql-[0-9][0-9.]*|postgresql[0-9]+"
                                    + "|(rh-postgresql[0-9]+-)?postgresql[0-9]*-server"),
                    Map.entry(
                            "mariadb",
                            "(rh-mariadb[0-9]+-)?mariadb[0-9.]*-server(-[0-9.]+)?|MariaDB-server"
                                    + "|mariadb"),
                    Map.entry("nginx", "(rh-nginx[0-9]+-)?nginx"),
                    Map.entry("debian", "base-files"),
                    Map.entry("alpine-linux", "alpine-(release|base)"),
                    Map.entry("rhel", "redhat-release(-server)?"),
                    Map.entry("centos", "centos-(linux-)?release"),
                    Map.entry("centos-stream", "centos-stream-release"),
                    Map.entry("rocky-linux", "rocky-release"),
                    Map.entry("almalinux", "almalinux-release"),
                    Map.entry("oracle-linux", "oraclelinux-release"));

    private static final Map<String, Pattern> NAMED =
            NAMES.entrySet().stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    Map.Entry::getKey, entry -> Pattern.compile(entry.getValue())));

    /** RPM's packages of these names without more are clients. */
    private static final Set<String> CLIENTS = Set.of("postgresql", "mariadb");

    private static final Pattern TRAILING_DIGITS = Pattern.compile("[0-9]+$");

    private static final Map<String, PackageType> LIBRARIES =
            Map.of(
                    "python", PackageType.PYPI,
                    "nodejs", PackageType.NPM,
                    "eclipse-temurin", PackageType.MAVEN,
                    "ruby", PackageType.GEM);

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

    /**
     * By which names its packages go, as an extended regular expression; empty if none is known.
     */
    static Optional<String> names(String product) {
        return Optional.ofNullable(NAMES.get(product));
    }

    /** Whether a package of that name has the product's main part. */
    static boolean isNamed(String product, PackageType type, String name) {
        Pattern names = NAMED.get(product);
        return names != null
                && names.matcher(name).matches()
                && switch (type) {
                    case DEB, APK -> true;
                    case RPM -> !CLIENTS.contains(product) || !isClient(type, name);
                    case PYPI, NPM, GEM, MAVEN, GOLANG -> false;
                };
    }

    /** Whether a dnf module of that name has the product: python39 has Python. */
    static boolean isModule(String product, String name) {
        return TRAILING_DIGITS.matcher(name).replaceFirst("").equals(product);
    }

    /** In which form the libraries of applications on a runtime come; empty for others. */
    static Optional<PackageType> libraries(String product) {
        return Optional.ofNullable(LIBRARIES.get(product));
    }

    private static boolean isClient(PackageType type, String name) {
        return type == PackageType.RPM && !name.endsWith("-server");
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
        return (name.equals("postgresql") && type != PackageType.APK) || isClient(type, name);
    }

    /** The version as the product counts it: Java's 1.8.0 is 8. */
    static String version(String product, String version) {
        String plain = version.startsWith("v") ? version.substring(1) : version;
        return product.equals("eclipse-temurin") && plain.startsWith("1.")
                ? plain.substring(2).replaceFirst("\\..*", "")
                : plain;
    }
}
