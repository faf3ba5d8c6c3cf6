package dev.cadastre.server.inventory;

import dev.cadastre.probe.PackageType;

/**
 * How many hosts of an environment have a version of a package.
 *
 * @param version the version
 * @param type the kind of package
 * @param environment the environment
 * @param hosts how many
 */
public record PackageVersion(String version, PackageType type, String environment, int hosts) {}
