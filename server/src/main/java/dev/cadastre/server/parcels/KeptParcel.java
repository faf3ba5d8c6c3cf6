package dev.cadastre.server.parcels;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parcel that is kept here.
 *
 * @param name of the parcel
 * @param version of the parcel
 * @param digest of its manifest; no other parcel has it
 * @param summary one line
 * @param licence an SPDX expression
 * @param owner the team that answers for it; null if it names none
 * @param provides what it is to others, its own name included, as {@code http 2.0.1}
 * @param requires what it needs, as {@code postgresql >=13 as database}
 * @param signers the names of the estate's signers whose signatures of it verify today
 * @param size of all its blobs, in bytes
 * @param addedBy who sent it
 * @param addedAt when it was kept
 */
public record KeptParcel(
        String name,
        String version,
        String digest,
        String summary,
        String licence,
        @Nullable String owner,
        List<String> provides,
        List<String> requires,
        List<String> signers,
        long size,
        String addedBy,
        Instant addedAt) {

    /** Copies the lists. */
    public KeptParcel {
        provides = List.copyOf(provides);
        requires = List.copyOf(requires);
        signers = List.copyOf(signers);
    }

    /** What people call it: {@code guestbook 2.0.1}. */
    @Override
    public String toString() {
        return name + " " + version;
    }
}
