package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.ImageIndex;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The index of a layout, read when it is first asked. Safe for several threads. */
final class LayoutIndex {

    /** How it is read. */
    @FunctionalInterface
    interface Reading {
        ImageIndex read() throws IOException;
    }

    private final Reading reading;
    private final Blobs blobs;
    private @Nullable ImageIndex index;
    private @Nullable LayoutReferrers referrers;

    /**
     * @param blobs of the layout
     */
    LayoutIndex(Reading reading, Blobs blobs) {
        this.reading = reading;
        this.blobs = blobs;
    }

    synchronized ImageIndex index() throws IOException {
        ImageIndex known = index;
        if (known == null) {
            known = reading.read();
            index = known;
        }
        return known;
    }

    synchronized List<Descriptor> referrers(Descriptor manifest) throws IOException {
        LayoutReferrers known = referrers;
        if (known == null) {
            known = LayoutReferrers.of(index(), blobs);
            referrers = known;
        }
        return known.of(manifest.digest());
    }

    /** It is another one by now. */
    synchronized void forget() {
        index = null;
        referrers = null;
    }
}
