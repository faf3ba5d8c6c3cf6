package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.ImageIndex;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One parcel with its signatures, wherever its blobs are: just built, or in a file.
 *
 * @param parcel what it is called
 * @param manifest its manifest
 * @param signatures the manifests that refer to it
 * @param content where all of these, and what they name, are
 */
public record SingleParcel(
        ParcelVersion parcel, Descriptor manifest, List<Descriptor> signatures, Blobs content)
        implements ParcelSource {

    /** Copies the list. */
    public SingleParcel {
        signatures = List.copyOf(signatures);
    }

    @Override
    public ImageIndex catalogue() {
        Map<String, String> annotations = new TreeMap<>(manifest.annotations());
        annotations.put(ImageIndex.REF_NAME, parcel.toString());
        Descriptor listed =
                new Descriptor(
                        manifest.mediaType(),
                        manifest.digest(),
                        manifest.size(),
                        manifest.artifactType(),
                        annotations);
        return new ImageIndex(List.of(listed), Map.of());
    }

    @Override
    public Blobs blobs(ParcelVersion asked) {
        return content;
    }

    @Override
    public List<Descriptor> referrers(ParcelVersion asked, Descriptor of) {
        return signatures;
    }
}
