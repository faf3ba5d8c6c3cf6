package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.ParcelType;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.ImageIndex;
import dev.cadastre.parcel.oci.Manifest;
import java.util.Map;
import java.util.TreeMap;

/** How manifests are listed in an index. Pure. */
public final class Listing {

    /** The annotation of something that refers to a manifest: the digest of that. */
    public static final String SUBJECT = "dev.cadastre.parcel.subject";

    private Listing() {}

    /** A parcel with what its manifest tells of it. */
    public static Descriptor parcel(ParcelVersion parcel, Descriptor content, Manifest manifest) {
        return listed(content, manifest, ImageIndex.REF_NAME, parcel.toString());
    }

    /**
     * Something that refers to a manifest.
     *
     * @throws IllegalArgumentException if it does not
     */
    public static Descriptor referrer(Descriptor content, Manifest manifest) {
        String subject =
                manifest.subject()
                        .orElseThrow(() -> new IllegalArgumentException("It has no subject"))
                        .digest();
        return listed(content, manifest, SUBJECT, subject);
    }

    private static Descriptor listed(
            Descriptor content, Manifest manifest, String name, String value) {
        Map<String, String> annotations = new TreeMap<>(manifest.annotations());
        annotations.remove(ImageIndex.REF_NAME);
        annotations.put(name, value);
        return new Descriptor(
                content.mediaType(),
                content.digest(),
                content.size(),
                manifest.artifactType(),
                annotations);
    }

    /** Whether it may be a parcel: not every program lists of what type an artefact is. */
    static boolean mayBeParcel(Descriptor listed) {
        boolean isTyped =
                listed.artifactType().isEmpty() || listed.artifactType().equals(ParcelType.PARCEL);
        return isTyped
                && listed.mediaType().equals(Manifest.MEDIA_TYPE)
                && ParcelVersion.of(listed).isPresent();
    }

    /** What may be parcels, of an index. */
    static ImageIndex parcels(ImageIndex index) {
        return new ImageIndex(
                index.manifests().stream().filter(Listing::mayBeParcel).toList(), Map.of());
    }
}
