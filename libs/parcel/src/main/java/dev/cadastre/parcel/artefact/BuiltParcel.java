package dev.cadastre.parcel.artefact;

import dev.cadastre.parcel.oci.BlobMissing;
import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A parcel that was built of a folder. Its layers are made anew of the folder's files whenever they
 * are read, which fails if one of these was changed since. Immutable, and safe for several threads.
 */
public final class BuiltParcel implements Blobs {

    /** How a blob is opened. */
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }

    private final Assembly assembly;
    private final ParcelContents contents;
    private final Map<String, Opening> layers;

    BuiltParcel(Assembly assembly, ParcelContents contents, Map<String, Opening> layers) {
        this.assembly = assembly;
        this.contents = contents;
        this.layers = Map.copyOf(layers);
    }

    /** What was understood of it. */
    public ParcelContents contents() {
        return contents;
    }

    /** Its manifest as an index lists it: with its annotations, and its name and version. */
    public Descriptor manifest() {
        return ParcelArtefact.listed(assembly.manifest());
    }

    /** Its blobs but for the manifest: the config, and the layers in their order, each once. */
    public List<Descriptor> blobs() {
        return assembly.manifest().blobs().stream().distinct().toList();
    }

    @Override
    public boolean has(Descriptor blob) {
        return isManifest(blob)
                || blobs().stream()
                        .anyMatch(own ->
                                own.digest().equals(blob.digest()) && own.size() == blob.size());
    }

    private boolean isManifest(Descriptor blob) {
        return blob.digest().equals(assembly.manifest().descriptor().digest());
    }

    @Override
    public InputStream open(Descriptor blob) throws IOException {
        if (!has(blob)) {
            throw new BlobMissing(blob.digest());
        }
        if (isManifest(blob)) {
            return new ByteArrayInputStream(assembly.manifest().bytes());
        }
        return blob.digest().equals(assembly.manifest().config().digest())
                ? new ByteArrayInputStream(assembly.config().bytes())
                : Objects.requireNonNull(layers.get(blob.digest())).open();
    }
}
