package dev.cadastre.server.storage.backup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backup holds besides itself; last in the file, so that a file with it is whole.
 *
 * @param entries all others, in their order
 */
record Manifest(List<Item> entries) {

    static final String ENTRY = "manifest.json";

    Manifest {
        entries = List.copyOf(entries);
    }

    /**
     * One entry.
     *
     * @param name its path in the file
     * @param bytes how many it has
     * @param sha256 of them, in hexadecimal
     * @param rows of a table; null of all others
     */
    record Item(String name, long bytes, String sha256, @Nullable Long rows) {}

    long bytes() {
        return entries.stream().mapToLong(Item::bytes).sum();
    }
}
