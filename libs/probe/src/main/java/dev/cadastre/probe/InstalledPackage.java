package dev.cadastre.probe;

import org.jspecify.annotations.Nullable;

/**
 * One installed version of one package. A host may have several versions of one name.
 *
 * @param section the section that told it
 * @param type the kind of package
 * @param name as its package manager prints it, without an architecture suffix
 * @param version as its package manager prints it; for rpm {@code [epoch:]version-release}
 * @param arch the package's architecture, null where packages have none
 * @param source the source package's name, null where packages have none
 * @param sourceVersion the source package's version, null where unknown
 * @param vendor who made it: origin or maintainer (deb, apk), vendor or packager (rpm)
 * @param signingKey id of the key that signed it, lower-case hexadecimal; null if unsigned
 * @param root null for the system itself; otherwise the folder of the virtual environment, conda
 *     environment, pyenv version, software collection or module folder that holds it
 */
public record InstalledPackage(
        Section section,
        PackageType type,
        String name,
        String version,
        @Nullable String arch,
        @Nullable String source,
        @Nullable String sourceVersion,
        @Nullable String vendor,
        @Nullable String signingKey,
        @Nullable String root) {}
