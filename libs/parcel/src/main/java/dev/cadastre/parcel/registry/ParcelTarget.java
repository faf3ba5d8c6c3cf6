package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Where parcels are put: a folder, a registry. Each blob comes before the manifest that names it,
 * and all of them before they are listed. Safe for several threads.
 */
public interface ParcelTarget {

    /** The digest of the manifest that is there under that name. */
    Optional<String> find(ParcelVersion parcel) throws IOException;

    /** Whether a blob or manifest is there already. */
    boolean has(ParcelVersion parcel, Descriptor blob) throws IOException;

    /**
     * Takes a blob that was not there.
     *
     * @param moved is told how many more bytes came
     */
    void put(ParcelVersion parcel, Descriptor blob, Blobs from, LongConsumer moved)
            throws IOException;

    /** Takes the manifest of a parcel. */
    void put(ParcelVersion parcel, ManifestContent manifest) throws IOException;

    /** Takes the manifest of something that refers to one. */
    void putReferrer(ParcelVersion parcel, ManifestContent manifest) throws IOException;

    /** Lists what was put. */
    void list(List<Descriptor> parcels, List<Descriptor> referrers) throws IOException;
}
