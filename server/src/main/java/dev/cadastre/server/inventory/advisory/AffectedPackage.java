package dev.cadastre.server.inventory.advisory;

import org.jspecify.annotations.Nullable;

/**
 * What an advisory says of one package.
 *
 * @param ecosystem as OSV names it
 * @param target which packages of hosts that means; null if none
 * @param name the package's name as it is compared
 */
record AffectedPackage(
        String ecosystem, @Nullable Ecosystem target, String name, Affected affected) {}
