package dev.cadastre.server.inventory;

import dev.cadastre.probe.PackageType;
import org.jspecify.annotations.Nullable;

/**
 * A version of a package, as installed on one host or many.
 *
 * @param id its number in this register
 * @param type the kind of package
 * @param name as its package manager prints it
 * @param version as its package manager prints it; for rpm {@code [epoch:]version-release}
 * @param arch null where packages have none
 * @param source the source package's name; null where there is none
 * @param sourceVersion the source package's version; null where unknown
 * @param vendor who made it; null where unknown
 * @param signingKey id of the key that signed it; null if unsigned
 * @param root the folder that holds it; null for the system itself
 * @param purl the package URL
 */
public record KnownPackage(
        int id,
        PackageType type,
        String name,
        String version,
        @Nullable String arch,
        @Nullable String source,
        @Nullable String sourceVersion,
        @Nullable String vendor,
        @Nullable String signingKey,
        @Nullable String root,
        String purl) {}
