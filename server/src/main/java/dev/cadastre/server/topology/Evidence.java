package dev.cadastre.server.topology;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a relation is on the map.
 *
 * @param origin who says so; null for sockets
 * @param by the host that saw it, or who told it
 * @param process whose socket it was; null where that is hidden or none was seen
 * @param account whose process it was; null where that is hidden or none was seen
 * @param address the peer's address; null where none was seen
 * @param port the port of the side that listens; null where none was seen
 * @param count in how many reports it was seen, or how often it was told
 * @param firstSeen the first time
 * @param lastSeen the last time
 */
public record Evidence(
        @Nullable Origin origin,
        String by,
        @Nullable String process,
        @Nullable String account,
        @Nullable String address,
        @Nullable Integer port,
        long count,
        Instant firstSeen,
        Instant lastSeen) {}
