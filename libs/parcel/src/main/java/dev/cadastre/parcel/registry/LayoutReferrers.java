package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.oci.BlobAltered;
import dev.cadastre.parcel.oci.BlobMissing;
import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.ImageIndex;
import dev.cadastre.parcel.oci.MalformedJson;
import dev.cadastre.parcel.oci.Manifest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What refers to what in a layout. Immutable. */
final class LayoutReferrers {

    private final Map<String, List<Descriptor>> bySubject = new HashMap<>();

    private LayoutReferrers() {}

    /** Reads the manifests that are not listed with their subject. */
    static LayoutReferrers of(ImageIndex index, Blobs blobs) throws IOException {
        LayoutReferrers referrers = new LayoutReferrers();
        for (Descriptor listed : index.manifests()) {
            if (!Listing.mayBeParcel(listed) && listed.mediaType().equals(Manifest.MEDIA_TYPE)) {
                Optional<String> told =
                        Optional.ofNullable(listed.annotations().get(Listing.SUBJECT));
                Optional<String> subject = told.isPresent() ? told : subject(listed, blobs);
                subject.ifPresent(digest -> referrers.add(digest, listed));
            }
        }
        return referrers;
    }

    private void add(String subject, Descriptor listed) {
        bySubject.computeIfAbsent(subject, any -> new ArrayList<>()).add(listed);
    }

    /** What is broken refers to nothing, and keeps nobody from the rest. */
    private static Optional<String> subject(Descriptor listed, Blobs blobs) throws IOException {
        if (listed.size() > Manifest.MOST_BYTES) {
            return Optional.empty();
        }
        try {
            return Manifest.read(blobs.read(listed, Manifest.MOST_BYTES))
                    .subject()
                    .map(Descriptor::digest);
        } catch (MalformedJson | BlobMissing | BlobAltered e) {
            return Optional.empty();
        }
    }

    List<Descriptor> of(String digest) {
        return List.copyOf(bySubject.getOrDefault(digest, List.of()));
    }
}
