package dev.cadastre.probe;

import static java.util.Comparator.comparing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes from the package that ships a runtime the version that its path tells in part only. */
final class RuntimeVersions {

    private RuntimeVersions() {}

    /** The runtimes with finer versions, sorted by kind and path. */
    static List<InstalledRuntime> completed(
            List<InstalledRuntime> runtimes, List<InstalledPackage> packages) {
        if (runtimes.isEmpty()) {
            return List.of();
        }
        Map<String, String> versions = new HashMap<>();
        for (InstalledPackage installed : packages) {
            if (installed.root() == null && systemPackage(installed.type())) {
                // Of several, always the same, in whichever order they come.
                versions.merge(installed.name(), installed.version(), RuntimeVersions::first);
            }
        }
        return runtimes.stream()
                .map(runtime -> completed(runtime, versions))
                .sorted(comparing(InstalledRuntime::kind).thenComparing(InstalledRuntime::path))
                .toList();
    }

    private static String first(String one, String other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static boolean systemPackage(PackageType type) {
        return type == PackageType.DEB || type == PackageType.RPM || type == PackageType.APK;
    }

    private static InstalledRuntime completed(
            InstalledRuntime runtime, Map<String, String> versions) {
        boolean systems =
                runtime.path().startsWith("/usr/") && !runtime.path().startsWith("/usr/local/");
        String version = runtime.version();
        for (String name : systems ? packages(runtime.kind(), version) : List.<String>of()) {
            String packaged = versions.get(name);
            String candidate = packaged == null ? null : upstream(packaged);
            if (candidate != null && refines(candidate, version)) {
                return new InstalledRuntime(
                        runtime.kind(), candidate, runtime.path(), runtime.usedBy());
            }
        }
        return runtime;
    }

    private static boolean refines(String candidate, @Nullable String version) {
        return version == null || candidate.startsWith(version + ".");
    }

    /** Names under which distributions ship that runtime, the closest first. */
    private static List<String> packages(String kind, @Nullable String version) {
        String series = version == null ? "" : version;
        String digits = series.replace(".", "");
        return switch (kind) {
            case "python" ->
                    List.of(
                            "python" + series + "-minimal",
                            "python" + series,
                            "python" + digits,
                            "python3",
                            "python");
            case "perl" -> List.of("perl-base", "perl-interpreter", "perl");
            case "php" -> List.of("php" + series + "-cli", "php-cli", "php" + digits, "php");
            case "ruby" -> List.of("ruby" + series, "libruby" + series, "ruby");
            case "node" -> List.of("nodejs", "nodejs-current");
            case "postgres" ->
                    List.of(
                            "postgresql-" + series,
                            "postgresql" + series + "-server",
                            "postgresql-server",
                            "postgresql" + series);
            case "mariadb" -> List.of("mariadb-server-core", "mariadb-server", "mariadb");
            case "mysql" ->
                    List.of("mysql-server-core-8.0", "mysql-server", "mysql-community-server");
            default -> List.of();
        };
    }

    /** Without epoch, distribution's revision and repackaging marks. */
    private static String upstream(String version) {
        String plain = version.substring(version.indexOf(':') + 1);
        int revision = plain.lastIndexOf('-');
        return (revision < 0 ? plain : plain.substring(0, revision)).split("[+~]", 2)[0];
    }
}
