package dev.cadastre.server.inventory.installed;

import java.time.Instant;

/**
 * A host's packages as they are written: those of a set with differences.
 *
 * @param since when the host came to have them
 * @param set the id of the set
 * @param added what the host has besides
 * @param removed what of the set the host has not
 */
public record WrittenSet(Instant since, int set, PackageIds added, PackageIds removed) {

    /** The host's packages, given those of the set. */
    PackageIds members(PackageIds ofSet) {
        return ofSet.minus(removed).plus(added);
    }
}
