package dev.cadastre.api.map;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a relation is on the map.
 *
 * @param source who says so
 * @param by the host that saw it, or who told it: {@code host:web1}, {@code token:ci}
 * @param process whose socket it was; null where that is hidden or none was seen
 * @param account whose process it was; null where that is hidden or none was seen
 * @param address the peer's address; null where none was seen
 * @param port the port of the side that listens; null where none was seen
 * @param count in how many reports it was seen, or how often it was told
 * @param firstSeen the first time
 * @param lastSeen the last time
 */
public record Evidence(
        Source source,
        String by,
        @Nullable String process,
        @Nullable String account,
        @Nullable String address,
        @Nullable Integer port,
        long count,
        Instant firstSeen,
        Instant lastSeen) {

    /** Who can say that there is a relation. */
    public enum Source {
        /** Sockets of a host. */
        SOCKETS,
        /** The estate file, or whoever declared a host. */
        ESTATE,
        /** A deployment that was told of. */
        DEPLOYMENT,
        /** A person or tool. */
        TOLD
    }
}
