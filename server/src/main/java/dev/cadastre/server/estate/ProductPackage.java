package dev.cadastre.server.estate;

import dev.cadastre.probe.PackageType;
import java.util.Set;

/**
 * Packages that a product comes in.
 *
 * @param types the kinds of package that can be meant; at least one
 * @param pattern the name; {@code *} stands for any characters, {@code ?} for one
 */
public record ProductPackage(Set<PackageType> types, String pattern) {
    /** The kinds that are meant where none is named: those of distributions. */
    static final Set<PackageType> OF_SYSTEMS =
            Set.of(PackageType.DEB, PackageType.RPM, PackageType.APK);

    /** Keeps a copy of the types. */
    public ProductPackage {
        types = Set.copyOf(types);
    }
}
