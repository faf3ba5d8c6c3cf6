package dev.cadastre.probe;

import org.jspecify.annotations.Nullable;

/**
 * What a line of a package manager's list means.
 *
 * @param type of which packages it tells
 * @param subject what the line is about; of several lines about one subject the last counts
 * @param installed the package; null if the line tells of none that is installed
 */
record PackageLine(PackageType type, String subject, @Nullable InstalledPackage installed) {

    /** A line that is not understood. */
    static PackageLine none(PackageType type) {
        return new PackageLine(type, "", null);
    }
}
