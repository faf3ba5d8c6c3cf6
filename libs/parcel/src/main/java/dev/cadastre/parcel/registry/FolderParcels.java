package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.ImageIndex;
import dev.cadastre.parcel.oci.IncomingBlob;
import dev.cadastre.parcel.oci.LayoutFolder;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Parcels in a layout's folder. The index is read once, and again after something was listed. Safe
 * for several threads.
 */
public final class FolderParcels implements ParcelSource, ParcelTarget {

    private static final int BUFFER = 1 << 18;

    private final LayoutFolder folder;
    private final Map<String, Object> busy = new ConcurrentHashMap<>();
    private final LayoutIndex index;

    /** Reads nothing yet. */
    public FolderParcels(LayoutFolder folder) {
        this.folder = folder;
        this.index = new LayoutIndex(folder::index, folder);
    }

    @Override
    public ImageIndex catalogue() throws IOException {
        return Listing.parcels(index.index());
    }

    @Override
    public Blobs blobs(ParcelVersion parcel) {
        return folder;
    }

    @Override
    public List<Descriptor> referrers(ParcelVersion parcel, Descriptor manifest)
            throws IOException {
        return index.referrers(manifest);
    }

    @Override
    public Optional<String> find(ParcelVersion parcel) throws IOException {
        Optional<Descriptor> listed = index.index().find(parcel.toString());
        return listed.isPresent() && folder.has(listed.get())
                ? Optional.of(listed.get().digest())
                : Optional.empty();
    }

    @Override
    public boolean has(ParcelVersion parcel, Descriptor blob) throws IOException {
        return folder.has(blob);
    }

    @Override
    public void put(ParcelVersion parcel, Descriptor blob, Blobs from, LongConsumer moved)
            throws IOException {
        // Parcels that build on the same one have layers in common.
        synchronized (busy.computeIfAbsent(blob.digest(), any -> new Object())) {
            if (!folder.has(blob)) {
                write(blob, from, moved);
            }
        }
    }

    private void write(Descriptor blob, Blobs from, LongConsumer moved) throws IOException {
        try (IncomingBlob incoming = folder.incoming(blob);
                InputStream content = rest(incoming, blob, from)) {
            byte[] some = new byte[BUFFER];
            for (int read = content.read(some); read >= 0; read = content.read(some)) {
                incoming.write(some, 0, read);
                moved.accept(read);
            }
            incoming.finish();
        }
    }

    /** What is verified when it is written is not verified when it is read. */
    private static InputStream rest(IncomingBlob incoming, Descriptor blob, Blobs from)
            throws IOException {
        if (from instanceof PartialBlobs partial) {
            return incoming.count() == blob.size()
                    ? InputStream.nullInputStream()
                    : partial.openPart(blob, incoming.count());
        }
        incoming.restart();
        return from.open(blob);
    }

    @Override
    public void put(ParcelVersion parcel, ManifestContent manifest) throws IOException {
        folder.put(manifest.sameBytes(), manifest.descriptor());
    }

    @Override
    public void putReferrer(ParcelVersion parcel, ManifestContent manifest) throws IOException {
        put(parcel, manifest);
    }

    @Override
    public synchronized void list(List<Descriptor> parcels, List<Descriptor> more)
            throws IOException {
        folder.addAll(Stream.concat(parcels.stream(), more.stream()).toList());
        index.forget();
    }
}
