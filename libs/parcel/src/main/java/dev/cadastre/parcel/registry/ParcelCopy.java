package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.ParcelType;
import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.Manifest;
import dev.cadastre.parcel.registry.RegistryRefused.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One parcel on its way, with its signatures. Used once. */
final class ParcelCopy {

    /** What is listed like a parcel is none. */
    static final class OtherArtefact extends IOException {

        private static final long serialVersionUID = 1L;

        OtherArtefact() {
            super("it is an artefact of another type");
        }
    }

    private final ParcelVersion parcel;
    private final Descriptor listing;
    private final ParcelSource from;
    private final ParcelTarget to;
    private final CopyListener listener;
    private final int atOnce;

    private final List<Descriptor> referrers = new ArrayList<>();
    private Optional<Descriptor> listed = Optional.empty();

    ParcelCopy(
            ParcelVersion parcel,
            Descriptor listing,
            ParcelSource from,
            ParcelTarget to,
            CopyListener listener,
            int atOnce) {
        this.parcel = parcel;
        this.listing = listing;
        this.from = from;
        this.to = to;
        this.listener = listener;
        this.atOnce = atOnce;
    }

    ParcelVersion parcel() {
        return parcel;
    }

    /** What is to be listed, if the parcel was not there. */
    Optional<Descriptor> listed() {
        return listed;
    }

    /** The signatures that are to be listed. */
    List<Descriptor> referrers() {
        return List.copyOf(referrers);
    }

    /**
     * Copies what is missing.
     *
     * @return whether anything was
     */
    boolean run() throws IOException {
        Optional<String> there = to.find(parcel);
        if (there.isPresent() && !there.get().equals(listing.digest())) {
            throw new RegistryRefused(
                    Reason.DIFFERS,
                    "%s is there with the digest %s, not %s"
                            .formatted(parcel, there.get(), listing.digest()));
        }
        if (there.isEmpty()) {
            ManifestContent content = read(listing);
            Manifest manifest = Manifest.read(content.sameBytes());
            if (!manifest.artifactType().equals(ParcelType.PARCEL)) {
                throw new OtherArtefact();
            }
            blobs(manifest);
            to.put(parcel, content);
            listed = Optional.of(Listing.parcel(parcel, content.descriptor(), manifest));
        }
        for (Descriptor referrer : from.referrers(parcel, listing)) {
            if (!to.has(parcel, referrer)) {
                referrer(referrer);
            }
        }
        return listed.isPresent() || !referrers.isEmpty();
    }

    private ManifestContent read(Descriptor manifest) throws IOException {
        return new ManifestContent(
                Manifest.MEDIA_TYPE, from.blobs(parcel).read(manifest, Manifest.MOST_BYTES));
    }

    private void blobs(Manifest manifest) throws IOException {
        Set<String> once = new HashSet<>();
        List<Parallel.Task> tasks = new ArrayList<>();
        for (Descriptor blob : manifest.blobs()) {
            if (once.add(blob.digest())) {
                tasks.add(() -> blob(blob));
            }
        }
        Parallel.run(atOnce, tasks);
    }

    private void blob(Descriptor blob) throws IOException {
        if (!to.has(parcel, blob)) {
            listener.moves(parcel, blob);
            Blobs blobs = from.blobs(parcel);
            to.put(parcel, blob, blobs, bytes -> listener.moved(parcel, blob, bytes));
        }
    }

    private void referrer(Descriptor referrer) throws IOException {
        ManifestContent content = read(referrer);
        Manifest manifest = Manifest.read(content.sameBytes());
        boolean isAboutIt =
                manifest.subject().map(Descriptor::digest).equals(Optional.of(listing.digest()));
        if (isAboutIt) {
            blobs(manifest);
            to.putReferrer(parcel, content);
            referrers.add(Listing.referrer(content.descriptor(), manifest));
        }
    }
}
