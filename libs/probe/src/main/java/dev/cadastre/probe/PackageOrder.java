package dev.cadastre.probe;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * By type, root, name, version and architecture. Written out, because hosts have thousands of
 * packages and a chain of comparators takes several times as long.
 */
final class PackageOrder implements Comparator<InstalledPackage> {

    @Override
    public int compare(InstalledPackage one, InstalledPackage other) {
        int order = one.type().compareTo(other.type());
        if (order == 0) {
            order = compare(one.root(), other.root());
        }
        if (order == 0) {
            order = one.name().compareTo(other.name());
        }
        if (order == 0) {
            order = one.version().compareTo(other.version());
        }
        return order == 0 ? compare(one.arch(), other.arch()) : order;
    }

    private static int compare(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        return one.compareTo(other);
    }
}
