package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.ParcelName;
import dev.cadastre.parcel.ParcelType;
import dev.cadastre.parcel.oci.CanonicalJson;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.Digests;
import dev.cadastre.parcel.oci.ImageIndex;
import dev.cadastre.parcel.oci.MalformedJson;
import dev.cadastre.parcel.oci.Manifest;
import dev.cadastre.parcel.registry.RegistryRefused.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The artefact of a registry that lists its parcels, so that nobody has to ask for each. */
final class RegistryCatalogue {

    private static final String TAG = "latest";
    private static final byte[] NO_CONFIG = CanonicalJson.write(Map.of());
    private static final Descriptor CONFIG =
            Descriptor.of(
                    "application/vnd.oci.empty.v1+json", Digests.of(NO_CONFIG), NO_CONFIG.length);

    private final Registry registry;
    private final String prefix;
    private final RegistryRepository repository;

    /** With what is before the names of its repositories. */
    RegistryCatalogue(Registry registry, String prefix) {
        this.registry = registry;
        this.prefix = prefix;
        this.repository = registry.repository(prefix + RegistryParcels.CATALOGUE);
    }

    ImageIndex read() throws IOException {
        Optional<ImageIndex> kept = kept();
        return kept.isPresent() ? kept.get() : rebuilt();
    }

    private Optional<ImageIndex> kept() throws IOException {
        Optional<ManifestContent> content = repository.manifest(TAG);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        try {
            Manifest manifest = Manifest.read(content.get().sameBytes());
            if (!manifest.artifactType().equals(ParcelType.CATALOGUE)
                    || manifest.layers().size() != 1) {
                throw wrong("it is something else");
            }
            return Optional.of(
                    ImageIndex.read(
                            repository.read(
                                    asBlob(manifest.layers().get(0)), ImageIndex.MOST_BYTES)));
        } catch (MalformedJson e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    /** Registries keep indexes among manifests, but for those that are layers. */
    private static Descriptor asBlob(Descriptor layer) {
        return Descriptor.of("application/octet-stream", layer.digest(), layer.size());
    }

    private RegistryRefused wrong(String why) {
        return new RegistryRefused(
                Reason.WRONG_ANSWER, "%s is no catalogue: %s".formatted(repository, why));
    }

    /** Adds what is not in it, also while others do so. */
    void add(List<Descriptor> parcels) throws IOException {
        if (kept().isEmpty()) {
            write(beginning());
        }
        SharedIndex.add(repository.toString(), this::read, this::write, parcels);
    }

    /** Where a registry does not tell what it has, a catalogue begins with what is put there. */
    private ImageIndex beginning() throws IOException {
        try {
            return rebuilt();
        } catch (RegistryRefused e) {
            if (e.reason() == Reason.UNREACHABLE || e.reason() == Reason.BUSY) {
                throw e;
            }
            return ImageIndex.EMPTY;
        }
    }

    private void write(ImageIndex index) throws IOException {
        byte[] layer = index.bytes();
        Descriptor listed = Descriptor.of(ImageIndex.MEDIA_TYPE, Digests.of(layer), layer.length);
        upload(NO_CONFIG, CONFIG);
        upload(layer, asBlob(listed));
        Manifest manifest =
                new Manifest(
                        ParcelType.CATALOGUE, CONFIG, List.of(listed), Optional.empty(), Map.of());
        repository.put(ManifestContent.of(manifest), TAG);
    }

    private void upload(byte[] content, Descriptor blob) throws IOException {
        repository.upload(blob, new MemoryBlob(content, blob), bytes -> {});
    }

    private ImageIndex rebuilt() throws IOException {
        List<Descriptor> parcels = new ArrayList<>();
        for (String name : registry.repositories()) {
            String parcel = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
            if (ParcelName.isName(parcel) && !parcel.equals(RegistryParcels.CATALOGUE)) {
                versions(parcel, parcels);
            }
        }
        return ImageIndex.EMPTY.withAll(parcels);
    }

    private void versions(String parcel, List<Descriptor> into) throws IOException {
        RegistryRepository versions = registry.repository(prefix + parcel);
        for (String tag : versions.tags()) {
            if (ParcelName.isVersion(tag)) {
                Optional<ManifestContent> content = versions.manifest(tag);
                if (content.isPresent()) {
                    listed(new ParcelVersion(parcel, tag), content.get()).ifPresent(into::add);
                }
            }
        }
    }

    /** There may be anything in a registry. */
    private static Optional<Descriptor> listed(ParcelVersion parcel, ManifestContent content) {
        try {
            Manifest manifest = Manifest.read(content.sameBytes());
            return manifest.artifactType().equals(ParcelType.PARCEL)
                    ? Optional.of(Listing.parcel(parcel, content.descriptor(), manifest))
                    : Optional.empty();
        } catch (MalformedJson e) {
            return Optional.empty();
        }
    }
}
