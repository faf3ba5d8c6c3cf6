package dev.cadastre.server.demonstration;

/**
 * A package that hosts of a kind are installed with.
 *
 * @param image the system, {@code debian-12}, or a role on it, {@code debian-12/web}
 * @param name the package's name
 * @param version its version today
 * @param source the package that it was built from
 */
record ImagePackage(String image, String name, String version, String source) {}
