package dev.cadastre.server.topology.socket;

import dev.cadastre.server.topology.Sight;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a relation shows in sockets.
 *
 * @param sight how many sides see it
 * @param now whether the last report has it
 * @param lastSeen the last report that had it; null for what is on a host, which its lists tell
 * @param counts whether what needs it stops with it; not so among equals, such as replicas
 * @param alternatives what those of its source's relations have in common of which one is enough;
 *     null if it is not among such
 */
public record LinkFound(
        Sight sight,
        boolean now,
        @Nullable Instant lastSeen,
        boolean counts,
        @Nullable String alternatives) {

    LinkFound with(LinkFound other) {
        return new LinkFound(
                sight.compareTo(other.sight) >= 0 ? sight : other.sight,
                now || other.now,
                later(lastSeen, other.lastSeen),
                counts && other.counts,
                alternatives);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return null;
        }
        return one.isAfter(other) ? one : other;
    }

    LinkFound withAlternatives(String name) {
        return new LinkFound(sight, now, lastSeen, counts, name);
    }
}
