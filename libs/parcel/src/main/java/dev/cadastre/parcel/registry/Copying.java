package dev.cadastre.parcel.registry;

import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.oci.BlobAltered;
import dev.cadastre.parcel.oci.BlobMissing;
import dev.cadastre.parcel.oci.BlobTooLarge;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.MalformedJson;
import dev.cadastre.parcel.registry.RegistryRefused.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies parcels from where they are to where they are not: only what is missing there, several at
 * once, blobs before manifests, the index last. Stopped, it goes on from there the next time. What
 * is wrong with one parcel keeps no other from being copied.
 */
public final class Copying {

    private final ParcelSource from;
    private final ParcelTarget to;
    private final CopyListener listener;
    private final int atOnce;

    private final List<ParcelVersion> copied = new ArrayList<>();
    private final List<ParcelVersion> present = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Descriptor> parcels = new ArrayList<>();
    private final List<Descriptor> referrers = new ArrayList<>();

    private Copying(ParcelSource from, ParcelTarget to, CopyListener listener, int atOnce) {
        this.from = from;
        this.to = to;
        this.listener = listener;
        this.atOnce = atOnce;
    }

    /**
     * Copies all that a source has.
     *
     * @param atOnce how many are moved at the same time; at least 1
     * @throws IOException if source or target do not do their part; what was copied is listed
     */
    public static CopyReport all(
            ParcelSource from, ParcelTarget to, CopyListener listener, int atOnce)
            throws IOException {
        return of(from.catalogue().manifests(), from, to, listener, atOnce);
    }

    /**
     * Copies some of what a source has.
     *
     * @param listed as the source's catalogue has them
     * @throws IOException as for {@link #all}
     */
    public static CopyReport of(
            List<Descriptor> listed,
            ParcelSource from,
            ParcelTarget to,
            CopyListener listener,
            int atOnce)
            throws IOException {
        Copying copying = new Copying(from, to, listener, atOnce);
        copying.run(listed);
        return copying.report();
    }

    private synchronized CopyReport report() {
        return new CopyReport(copied, present, problems);
    }

    private void run(List<Descriptor> listed) throws IOException {
        int blobsAtOnce = listed.size() == 1 ? atOnce : 1;
        List<Parallel.Task> tasks = new ArrayList<>();
        for (Descriptor manifest : listed) {
            ParcelVersion parcel =
                    ParcelVersion.of(manifest)
                            .orElseThrow(() -> new IllegalArgumentException("It has no name"));
            ParcelCopy copy = new ParcelCopy(parcel, manifest, from, to, listener, blobsAtOnce);
            tasks.add(() -> one(copy));
        }
        try {
            Parallel.run(atOnce, tasks);
        } catch (IOException e) {
            try {
                list();
            } catch (IOException more) {
                e.addSuppressed(more);
            }
            throw e;
        }
        list();
    }

    private synchronized void list() throws IOException {
        if (!parcels.isEmpty() || !referrers.isEmpty()) {
            to.list(parcels, referrers);
        }
    }

    private void one(ParcelCopy copy) throws IOException {
        listener.begins(copy.parcel());
        try {
            boolean isNew = copy.run();
            synchronized (this) {
                (isNew ? copied : present).add(copy.parcel());
                copy.listed().ifPresent(parcels::add);
                referrers.addAll(copy.referrers());
            }
            listener.ends(copy.parcel());
        } catch (MalformedJson e) {
            wrong(copy, "parcel.artefact-broken", e, "build or fetch it anew");
        } catch (ParcelCopy.OtherArtefact e) {
            wrong(copy, "parcel.artefact-kind", e, "give it a name that no parcel can have");
        } catch (BlobMissing e) {
            wrong(copy, "parcel.blob-missing", e, "push it anew to where it is copied from");
        } catch (BlobAltered e) {
            wrong(copy, "parcel.blob-altered", e, "push it anew to where it is copied from");
        } catch (BlobTooLarge e) {
            wrong(copy, "parcel.too-large", e, "make it smaller");
        } catch (RegistryRefused e) {
            if (e.reason() != Reason.DIFFERS) {
                throw e;
            }
            wrong(copy, e.reason().code(), e, e.reason().remedy());
        }
    }

    private synchronized void wrong(ParcelCopy copy, String code, IOException e, String remedy) {
        problems.add(
                Problem.error(
                        copy.parcel().toString(),
                        0,
                        0,
                        code,
                        String.valueOf(e.getMessage()),
                        remedy));
    }
}
