package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.ImageIndex;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An index that several may write at once, in a registry, which knows no locks: what was written is
 * read again, and written again where somebody else wrote over it.
 */
final class SharedIndex {

    private static final int ATTEMPTS = 6;

    private SharedIndex() {}

    /** Reads it as it is now. */
    interface Reading {
        ImageIndex read() throws IOException;
    }

    /** Writes it. */
    interface Writing {
        void write(ImageIndex index) throws IOException;
    }

    /**
     * Adds what is not there.
     *
     * @param place what it is called in a message
     * @throws RegistryRefused if others do not stop writing
     */
    static void add(String place, Reading reading, Writing writing, List<Descriptor> more)
            throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            ImageIndex index = reading.read();
            Set<Descriptor> there = new HashSet<>(index.manifests());
            if (there.containsAll(more)) {
                return;
            }
            writing.write(index.withAll(more));
        }
        throw new RegistryRefused(
                RegistryRefused.Reason.BUSY,
                "%s is written by others all the time, or is not kept".formatted(place));
    }
}
