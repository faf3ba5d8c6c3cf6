package dev.cadastre.change.operation;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What may stand where programs of hosts want a name. */
final class Names {

    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}\\$?");
    private static final Pattern DAEMON = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@:-]{0,127}");
    private static final Pattern PACKAGE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9+._:@-]{0,127}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9+._:~^-]{0,127}");

    private Names() {}

    /** A path from the root, without a step upwards. */
    static String requirePath(String path) {
        boolean steps =
                Arrays.stream(path.split("/", -1))
                        .anyMatch(part -> part.equals("..") || part.equals("."));
        if (!path.startsWith("/") || steps || path.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "path does not begin with /, or has . or .. in it: " + path);
        }
        String trimmed = path.replaceAll("/{2,}", "/");
        return trimmed.length() > 1 && trimmed.endsWith("/")
                ? trimmed.substring(0, trimmed.length() - 1)
                : trimmed;
    }

    static String requireAccount(String name) {
        return require(ACCOUNT, name, "account or group");
    }

    static String requireDaemon(String name) {
        return require(DAEMON, name, "daemon");
    }

    static String requirePackage(String name) {
        return require(PACKAGE, name, "package");
    }

    /** A copy, of at least one. */
    static List<String> requirePackages(List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("no packages are named");
        }
        names.forEach(Names::requirePackage);
        return List.copyOf(names);
    }

    static String requireVersion(String version) {
        return require(VERSION, version, "version");
    }

    private static String require(Pattern form, String name, String what) {
        if (!form.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name of a " + what + ": " + name);
        }
        return name;
    }
}
