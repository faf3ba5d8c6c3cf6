package dev.cadastre.server.inventory.query;

import org.jspecify.annotations.Nullable;

/** What a host runs on, as far as it told. */
record Platform(OperatingSystem system, @Nullable String kernel, @Nullable String arch) {

    /**
     * An operating system.
     *
     * @param id {@code debian}
     * @param name as it calls itself
     * @param version {@code 12.11}
     */
    record OperatingSystem(@Nullable String id, @Nullable String name, @Nullable String version) {

        /** For people, such as {@code debian 12.11}; null if nothing is known. */
        @Nullable String label() {
            if (id == null) {
                return name;
            }
            return version == null ? id : id + " " + version;
        }
    }
}
