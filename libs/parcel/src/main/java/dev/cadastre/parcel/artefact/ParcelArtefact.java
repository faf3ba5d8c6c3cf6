package dev.cadastre.parcel.artefact;

import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.ImageIndex;
import dev.cadastre.parcel.oci.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A parcel's artefact. All of it but the layers was read and is right; layers are read, and
 * verified, when something of them is wanted. Immutable; safe for several threads if its blobs are.
 */
public final class ParcelArtefact {

    private final Blobs blobs;
    private final Manifest manifest;
    private final ParcelConfig config;
    private final ParcelContents contents;

    ParcelArtefact(Blobs blobs, Manifest manifest, ParcelConfig config, ParcelContents contents) {
        this.blobs = blobs;
        this.manifest = manifest;
        this.config = config;
        this.contents = contents;
    }

    /**
     * Reads the manifest and the config, and tells all that is wrong with them.
     *
     * @param manifest what is known of the manifest; annotations in it are those of the manifest
     * @throws IOException if the blobs cannot be read, which is no fault of the artefact
     */
    public static ArtefactReading open(Blobs blobs, Descriptor manifest) throws IOException {
        return new ArtefactReader(blobs).read(manifest);
    }

    /** A parcel's manifest as an index lists it: with its annotations, and its name and version. */
    static Descriptor listed(Manifest manifest) {
        Descriptor plain = manifest.descriptor();
        Map<String, String> annotations = new TreeMap<>(manifest.annotations());
        annotations.put(
                ImageIndex.REF_NAME,
                "%s:%s"
                        .formatted(
                                annotations.get(Assembly.TITLE),
                                annotations.get(Assembly.VERSION)));
        return new Descriptor(
                plain.mediaType(), plain.digest(), plain.size(), plain.artifactType(), annotations);
    }

    /** Its manifest as an index lists it. */
    public Descriptor descriptor() {
        return listed(manifest);
    }

    /** The manifest; a copy of the parcel consists of it and its blobs. */
    public Manifest manifest() {
        return manifest;
    }

    /** Where its blobs are. */
    public Blobs blobs() {
        return blobs;
    }

    /** What was understood of it. */
    public ParcelContents contents() {
        return contents;
    }

    /** The text of one of its own documents; empty if there is none. */
    public Optional<String> document(String name) {
        return Optional.ofNullable(config.documents().get(name));
    }

    /** What it was built on; empty if on nothing. */
    public Optional<ParcelBase> base() {
        return config.base()
                .map(base -> new ParcelBase(base.name(), base.version(), base.digest()));
    }

    ParcelConfig config() {
        return config;
    }

    /** What is told of it in a parcel that builds on it. */
    BaseConfig asBase() {
        return new BaseConfig(
                config.name(),
                config.version(),
                manifest.descriptor().digest(),
                manifest.layers().size(),
                config.documents(),
                config.base());
    }

    /**
     * The content of a file. Reads its layer to where the file ends, and no other.
     *
     * @param most how many bytes it may have
     * @return empty if there is no such file
     * @throws ArtefactRefused if it is larger, or its layer has something else than the config says
     */
    public Optional<byte[]> read(String path, int most) throws IOException {
        return new FileReading(this).read(path, most);
    }

    /** Reads all of it, and tells all that is wrong with the layers. */
    public List<Problem> verify() throws IOException {
        return new ArtefactVerification(this).problems();
    }

    /**
     * Puts all files that count, and its own documents, into a new folder. Each is verified; what
     * is refused leaves nothing behind, and the folder is there when all of it is known to be
     * right.
     *
     * @param folder must not be there; the one above it must
     * @throws ArtefactRefused if anything is wrong
     * @throws java.nio.file.FileAlreadyExistsException if the folder is there
     */
    public void unpack(Path folder) throws IOException {
        Unpacking.unpack(this, List.of(LayerKind.values()), documents(), folder);
    }

    /** As {@link #unpack}, for the operations manual alone: {@code docs} and what is below it. */
    public void unpackDocumentation(Path folder) throws IOException {
        Unpacking.unpack(this, List.of(LayerKind.DOCS), Map.of(), folder);
    }

    private Map<String, byte[]> documents() {
        Map<String, byte[]> documents = new TreeMap<>();
        config.documents()
                .forEach(
                        (name, text) -> documents.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return documents;
    }
}
