package dev.cadastre.probe;

import org.jspecify.annotations.Nullable;

/**
 * A version of a package that a repository offers to a host.
 *
 * @param type the kind of package
 * @param name as its package manager prints it; that of a module if it is one
 * @param version as its package manager prints it, for rpm {@code [epoch:]version-release}; the
 *     stream of a module
 * @param repository which repository, as its package manager calls it
 * @param source the source package's name; null where unknown
 * @param sourceVersion the source package's version; null where unknown
 * @param module whether it is a stream of a dnf module, which has packages of versions of its own
 */
public record OfferedPackage(
        PackageType type,
        String name,
        String version,
        String repository,
        @Nullable String source,
        @Nullable String sourceVersion,
        boolean module) {

    OfferedPackage(PackageType type, String name, String version, String repository) {
        this(type, name, version, repository, null, null, false);
    }

    OfferedPackage builtFrom(@Nullable String newSource, @Nullable String newSourceVersion) {
        return new OfferedPackage(
                type, name, version, repository, newSource, newSourceVersion, module);
    }
}
