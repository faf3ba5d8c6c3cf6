package dev.cadastre.server.inventory;

import org.jspecify.annotations.Nullable;

/**
 * What stands as the root of packages that a bill of materials told of, in place of a folder.
 *
 * @param application the application that it is about
 */
record SbomRoot(String application) {

    private static final String PREFIX = "sbom:";

    static boolean isOne(@Nullable String root) {
        return root != null && root.startsWith(PREFIX);
    }

    String text() {
        return PREFIX + application;
    }
}
