package dev.cadastre.parcel.oci;

import java.io.IOException;
import java.io.InputStream;

/**
 * Where contents are had by their digests: a layout's folder, a file, a web server, a registry.
 * What it gives is verified. Safe for several threads where nothing else is said.
 */
public interface Blobs {

    /** Whether it has one of that digest and size; it may prove broken when it is read. */
    boolean has(Descriptor blob) throws IOException;

    /**
     * Opens one for reading, by one thread. Whoever reads it to its end has read what the
     * descriptor states: reading fails with {@link BlobAltered} otherwise.
     *
     * @throws BlobMissing if it is not there
     */
    InputStream open(Descriptor blob) throws IOException;

    /**
     * All of one.
     *
     * @param most how many bytes it may have
     * @throws BlobMissing if it is not there
     * @throws BlobAltered if it is not what its descriptor states
     * @throws BlobTooLarge if its descriptor states more
     */
    default byte[] read(Descriptor blob, int most) throws IOException {
        if (blob.size() > most) {
            throw new BlobTooLarge(blob, most);
        }
        try (InputStream content = open(blob)) {
            return content.readAllBytes();
        }
    }
}
