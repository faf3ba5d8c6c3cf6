package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.ImageIndex;
import dev.cadastre.parcel.oci.Manifest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;

/**
 * Parcels in a registry: each in the repository of its name below one path, its versions as tags,
 * beside a catalogue of all. Safe for several threads.
 */
public final class RegistryParcels implements ParcelSource, ParcelTarget {

    /** The repository of the catalogue; no parcel in a registry is called so. */
    public static final String CATALOGUE = "catalogue";

    private final Registry registry;
    private final String path;
    private final RegistryCatalogue catalogue;

    /** Where blobs are known to be, so that they need not be sent twice. */
    private final Map<String, String> places = new ConcurrentHashMap<>();

    /**
     * Asks nothing yet.
     *
     * @param path where all of them are; empty for the registry's top
     * @throws IllegalArgumentException if it is no path
     */
    public RegistryParcels(Registry registry, String path) {
        if (!path.isEmpty() && !RegistryReference.isRepository(path)) {
            throw new IllegalArgumentException("It is no path of a registry: " + path);
        }
        this.registry = registry;
        this.path = path;
        this.catalogue = new RegistryCatalogue(registry, path.isEmpty() ? "" : path + "/");
    }

    /**
     * The repository of a parcel.
     *
     * @throws IllegalArgumentException if it is called as the catalogue is
     */
    public RegistryRepository repository(String name) {
        if (name.equals(CATALOGUE)) {
            throw new IllegalArgumentException(
                    "No parcel in a registry can be called " + CATALOGUE);
        }
        return registry.repository(path.isEmpty() ? name : path + "/" + name);
    }

    private RegistryRepository repository(ParcelVersion parcel) {
        return repository(parcel.name());
    }

    /**
     * The catalogue; where there is none, what the registry itself tells.
     *
     * @throws RegistryRefused if it tells nothing
     */
    @Override
    public ImageIndex catalogue() throws IOException {
        return Listing.parcels(catalogue.read());
    }

    @Override
    public Blobs blobs(ParcelVersion parcel) {
        return repository(parcel);
    }

    @Override
    public List<Descriptor> referrers(ParcelVersion parcel, Descriptor manifest)
            throws IOException {
        return repository(parcel).referrers(manifest.digest()).manifests();
    }

    @Override
    public Optional<String> find(ParcelVersion parcel) throws IOException {
        return repository(parcel).find(parcel.version()).map(Descriptor::digest);
    }

    @Override
    public boolean has(ParcelVersion parcel, Descriptor blob) throws IOException {
        RegistryRepository repository = repository(parcel);
        boolean isThere = repository.has(blob);
        if (isThere && !blob.mediaType().equals(Manifest.MEDIA_TYPE)) {
            places.putIfAbsent(blob.digest(), repository.name());
        }
        return isThere;
    }

    @Override
    public void put(ParcelVersion parcel, Descriptor blob, Blobs from, LongConsumer moved)
            throws IOException {
        RegistryRepository repository = repository(parcel);
        String other = places.getOrDefault(blob.digest(), repository.name());
        if (other.equals(repository.name()) || !repository.mount(blob, other)) {
            repository.send(blob, from, moved);
        }
        places.putIfAbsent(blob.digest(), repository.name());
    }

    @Override
    public void put(ParcelVersion parcel, ManifestContent manifest) throws IOException {
        repository(parcel).put(manifest, parcel.version());
    }

    @Override
    public void putReferrer(ParcelVersion parcel, ManifestContent manifest) throws IOException {
        repository(parcel).putReferrer(manifest);
    }

    @Override
    public void list(List<Descriptor> parcels, List<Descriptor> referrers) throws IOException {
        if (!parcels.isEmpty()) {
            catalogue.add(parcels);
        }
    }
}
