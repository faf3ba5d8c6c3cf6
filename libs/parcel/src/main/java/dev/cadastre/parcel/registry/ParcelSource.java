package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.ImageIndex;
import java.io.IOException;
import java.util.List;

/** Where parcels are had: a folder, a web server, a registry. Safe for several threads. */
public interface ParcelSource {

    /**
     * The parcels, each with its name as {@link ImageIndex#REF_NAME} and what else is listed of it.
     * What is listed beside parcels is not among them.
     */
    ImageIndex catalogue() throws IOException;

    /** Where the manifest of a parcel, its blobs and its signatures are. */
    Blobs blobs(ParcelVersion parcel);

    /** The manifests that refer to the one of a parcel. */
    List<Descriptor> referrers(ParcelVersion parcel, Descriptor manifest) throws IOException;
}
