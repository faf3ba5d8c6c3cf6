package dev.cadastre.cli.parcel;

import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.ImageIndex;
import dev.cadastre.parcel.registry.ParcelSource;
import dev.cadastre.parcel.registry.ParcelVersion;
import java.util.List;
import java.util.Map;

/**
 * A parcel that lies on this machine, as the only one of a repository.
 *
 * @param manifest as an index lists it
 * @param blobs where it, its blobs and its signatures are
 * @param signatures what refers to it
 */
public record OneParcel(Descriptor manifest, Blobs blobs, List<Descriptor> signatures)
        implements ParcelSource {

    /** Copies the list. */
    public OneParcel {
        signatures = List.copyOf(signatures);
    }

    /** One that was opened. */
    public static OneParcel of(OpenParcel parcel, String text) {
        ParcelArtefact artefact = parcel.require(text);
        return new OneParcel(artefact.descriptor(), artefact.blobs(), parcel.signatures());
    }

    @Override
    public ImageIndex catalogue() {
        return new ImageIndex(List.of(manifest), Map.of());
    }

    @Override
    public Blobs blobs(ParcelVersion parcel) {
        return blobs;
    }

    @Override
    public List<Descriptor> referrers(ParcelVersion parcel, Descriptor manifest) {
        return signatures;
    }
}
