package dev.cadastre.server.inventory;

import dev.cadastre.probe.PackageType;

/**
 * A name of packages with what there is of it.
 *
 * @param name the name
 * @param type the kind of package
 * @param versions how many versions are installed within reach
 * @param hosts how many hosts within reach have any of them
 */
public record PackageName(String name, PackageType type, int versions, int hosts) {}
