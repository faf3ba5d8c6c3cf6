package dev.cadastre.change.operation;

/**
 * A package that is to be installed.
 *
 * @param name as the package manager knows it
 * @param version exactly, as the package manager writes it (but for apt, a revision may be left
 *     out); {@code latest} for the newest on offer; empty for any
 */
public record PackageWish(String name, String version) {

    /** Checks both. */
    public PackageWish {
        Names.requirePackage(name);
        if (!version.isEmpty()) {
            Names.requireVersion(version);
        }
    }

    /** Reads {@code NAME} or {@code NAME=VERSION}. */
    public static PackageWish of(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new PackageWish(text, "")
                : new PackageWish(text.substring(0, equals), text.substring(equals + 1));
    }

    @Override
    public String toString() {
        return version.isEmpty() ? name : name + "=" + version;
    }
}
