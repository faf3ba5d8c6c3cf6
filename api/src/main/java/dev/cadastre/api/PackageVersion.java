package dev.cadastre.api;

/**
 * How many hosts of an environment have one version of a package.
 *
 * @param hosts how many
 */
public record PackageVersion(String version, String type, String environment, int hosts) {}
