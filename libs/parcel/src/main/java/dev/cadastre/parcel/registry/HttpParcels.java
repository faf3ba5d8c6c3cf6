package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.ImageIndex;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parcels in a layout of a web server. The index is read once. Safe for several threads. */
public final class HttpParcels implements ParcelSource {

    private final HttpLayout layout;
    private @Nullable ImageIndex index;
    private @Nullable LayoutReferrers referrers;

    /** Reads nothing yet. */
    public HttpParcels(HttpLayout layout) {
        this.layout = layout;
    }

    private synchronized ImageIndex index() throws IOException {
        ImageIndex known = index;
        if (known == null) {
            known = layout.index();
            index = known;
        }
        return known;
    }

    @Override
    public ImageIndex catalogue() throws IOException {
        return Listing.parcels(index());
    }

    @Override
    public Blobs blobs(ParcelVersion parcel) {
        return layout;
    }

    @Override
    public synchronized List<Descriptor> referrers(ParcelVersion parcel, Descriptor manifest)
            throws IOException {
        LayoutReferrers known = referrers;
        if (known == null) {
            known = LayoutReferrers.of(index(), layout);
            referrers = known;
        }
        return known.of(manifest.digest());
    }
}
