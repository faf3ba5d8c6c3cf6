package dev.cadastre.api.parcel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parcel that the server keeps.
 *
 * @param digest of its manifest
 * @param owner the team that answers for it; null if it names none
 * @param provides what it is to others, as {@code http 2.0.1}
 * @param requires what it needs, as {@code postgresql >=13 as database}
 * @param signers those of the estate's signers whose signatures of it verify
 * @param size of all its blobs, in bytes
 * @param addedBy who sent it
 * @param apps where it is deployed, as {@code shop@qa}
 */
public record Parcel(
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
        Instant addedAt,
        List<String> apps) {}
