package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.oci.BlobMissing;
import dev.cadastre.parcel.oci.Descriptor;
import java.io.IOException;
import java.io.InputStream;

/** Where blobs can be read from any place on. */
interface PartialBlobs {

    /**
     * What a blob has from there on, which nobody verifies. There may be less than stated, and
     * more.
     *
     * @throws BlobMissing if it is not there
     */
    InputStream openPart(Descriptor blob, long from) throws IOException;
}
