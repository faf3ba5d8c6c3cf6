package dev.cadastre.server.topology.recognition;

import dev.cadastre.probe.PackageType;
import org.jspecify.annotations.Nullable;

/**
 * A package that a host or the root of a runtime has.
 *
 * @param type the kind of package
 * @param name as its package manager prints it
 * @param version null where it is not known
 */
public record Installed(PackageType type, String name, @Nullable String version) {}
