package dev.cadastre.probe;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a report that is collected, and may fail, apart from all others.
 *
 * @param kind what the section is about
 * @param plugin the plug-in's or snippet's name; set exactly for {@link Kind#PLUGIN} and {@link
 *     Kind#SNIPPET}
 */
public record Section(Kind kind, @Nullable String plugin) {

    /** What a section is about; every report has an outcome for each kind that is not an add-on. */
    public enum Kind {
        IDENTITY,
        SYSTEM,
        HARDWARE,
        STORAGE,
        /** How full the mounted file systems are; apart, because asking can hang. */
        STORAGE_USAGE,
        NETWORK,
        PACKAGES_DPKG,
        PACKAGES_RPM,
        PACKAGES_APK,
        PACKAGES_PYTHON,
        PACKAGES_NPM,
        DAEMONS,
        SOCKETS,
        RUNTIMES,
        /** A file or executable in the host's own facts folder. */
        PLUGIN,
        /** A snippet that the server added to the probe. */
        SNIPPET;

        /** Whether sections of this kind have a name of their own. */
        public boolean addOn() {
            return this == PLUGIN || this == SNIPPET;
        }

        /** Whether sections of this kind may be left out while what they tell of is unchanged. */
        boolean stamped() {
            return switch (this) {
                case PACKAGES_DPKG, PACKAGES_RPM, PACKAGES_APK, PACKAGES_PYTHON -> true;
                default -> false;
            };
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Section {
        Objects.requireNonNull(kind);
        if (kind.addOn() != (plugin != null)) {
            throw new IllegalArgumentException(
                    "Exactly plug-ins and snippets are named, and this is " + kind + " " + plugin);
        }
    }

    /** The probe's own section of this kind, which is not an add-on. */
    public static Section of(Kind kind) {
        return new Section(kind, null);
    }

    /** The section's name in a report: {@code packages-dpkg}, {@code plugin:billing}. */
    public String name() {
        return plugin == null ? kind.word() : kind.word() + ":" + plugin;
    }

    /** The section of that name, if it is one. */
    public static Optional<Section> named(String name) {
        int colon = name.indexOf(':');
        String word = colon < 0 ? name : name.substring(0, colon);
        for (Kind kind : Kind.values()) {
            if (kind.word().equals(word) && kind.addOn() == (colon >= 0)) {
                return Optional.of(new Section(kind, colon < 0 ? null : name.substring(colon + 1)));
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return name();
    }
}
