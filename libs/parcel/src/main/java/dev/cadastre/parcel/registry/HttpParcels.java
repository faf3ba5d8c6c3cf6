package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.ImageIndex;
import java.io.IOException;
import java.util.List;

/** Parcels in a layout of a web server. The index is read once. Safe for several threads. */
public final class HttpParcels implements ParcelSource {

    private final HttpLayout layout;
    private final LayoutIndex index;

    /** Reads nothing yet. */
    public HttpParcels(HttpLayout layout) {
        this.layout = layout;
        this.index = new LayoutIndex(layout::index, layout);
    }

    @Override
    public ImageIndex catalogue() throws IOException {
        return Listing.parcels(index.index());
    }

    @Override
    public Blobs blobs(ParcelVersion parcel) {
        return layout;
    }

    @Override
    public List<Descriptor> referrers(ParcelVersion parcel, Descriptor manifest)
            throws IOException {
        return index.referrers(manifest);
    }
}
