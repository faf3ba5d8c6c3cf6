package dev.cadastre.server.topology.keeping;

import dev.cadastre.server.topology.Sight;
import dev.cadastre.server.topology.Standing;
import dev.cadastre.server.topology.socket.LinkFound;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How sockets show a relation, over all reports so far.
 *
 * @param standing how lasting it is
 * @param sight how many sides see it
 * @param counts whether what needs it stops with it
 * @param alternatives of which dependencies one is enough; null if it stands alone
 */
public record SocketSight(
        Standing standing, Sight sight, boolean counts, @Nullable String alternatives) {

    /** What was not seen for so long is not known by sockets any longer. */
    public static final Duration REMEMBERED = Duration.ofDays(30);

    /** What comes and goes is there until it was not seen for so long. */
    static final Duration OCCASIONS = Duration.ofDays(7);

    /**
     * What a report makes of it.
     *
     * @param before null if it was not known
     */
    public static SocketSight of(LinkFound found, @Nullable SocketSight before, Instant now) {
        return new SocketSight(
                standing(found, before == null ? null : before.standing(), now),
                found.sight(),
                found.counts(),
                found.alternatives());
    }

    private static Standing standing(LinkFound found, @Nullable Standing before, Instant now) {
        if (found.now()) {
            return before == null || before == Standing.STEADY
                    ? Standing.STEADY
                    : Standing.OCCASIONAL;
        }
        Instant last = found.lastSeen();
        boolean lately = last != null && last.isAfter(now.minus(OCCASIONS));
        return before == Standing.OCCASIONAL && lately ? Standing.OCCASIONAL : Standing.EARLIER;
    }
}
