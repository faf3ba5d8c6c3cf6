package dev.cadastre.server.inventory.advisory;

import dev.cadastre.probe.PackageType;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A version of a package that an advisory is about and that hosts have.
 *
 * @param fixed the first version that is not affected; null if none is told. Of packages of a
 *     distribution it is that of the source package
 * @param hosts how many hosts within reach have it
 */
@NamedInterface("advisory")
public record VulnerablePackage(
        PackageType type, String name, String version, @Nullable String fixed, int hosts) {}
