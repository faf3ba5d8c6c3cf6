package dev.cadastre.cli.parcel;

import dev.cadastre.cli.session.Session;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.registry.CopyListener;
import dev.cadastre.parcel.registry.ParcelVersion;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Tells how a copy goes on, on one line of a terminal. Safe for several threads. */
public final class CopyProgress implements CopyListener {

    private static final long MIB = 1 << 20;

    private final Session session;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger done = new AtomicInteger();

    /** Tells it to that session's person. */
    public CopyProgress(Session session) {
        this.session = session;
    }

    @Override
    public void moved(ParcelVersion parcel, Descriptor blob, long more) {
        long all = bytes.addAndGet(more);
        if (all / MIB != (all - more) / MIB) {
            tell(parcel, all);
        }
    }

    @Override
    public void ends(ParcelVersion parcel) {
        done.incrementAndGet();
        tell(parcel, bytes.get());
    }

    private synchronized void tell(ParcelVersion parcel, long all) {
        session.progress("%d parcels, %d MB; %s".formatted(done.get(), all / MIB, parcel));
    }

    /** Ends the line. */
    public void clear() {
        session.progress("");
    }
}
