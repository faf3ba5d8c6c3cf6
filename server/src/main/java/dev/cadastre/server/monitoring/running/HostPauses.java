package dev.cadastre.server.monitoring.running;

import dev.cadastre.server.dispatch.CommandResult;
import dev.cadastre.server.estate.DeclaredHost;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which hosts could not be reached, so that not each check of a dead host tries to.
 * Thread-safe.
 */
final class HostPauses {

    private final Clock clock;
    private final Map<String, Entry> hosts = new ConcurrentHashMap<>();

    /** A host as it was declared then; who puts its address right need not wait. */
    private record Entry(DeclaredHost host, HostPause pause) {}

    HostPauses(Clock clock) {
        this.clock = clock;
    }

    /**
     * The pause because of which a host is not tried just now; empty if it may be.
     *
     * @param before what {@link #of} said
     */
    Optional<HostPause> unfinished(@Nullable HostPause before) {
        return Optional.ofNullable(before).filter(pause -> !pause.isOver(clock.instant()));
    }

    /**
     * The last pause of a host, also if it is over; null if it was reached since, or never tried.
     */
    @Nullable HostPause of(DeclaredHost host) {
        return pause(host, hosts.get(host.name()));
    }

    private static @Nullable HostPause pause(DeclaredHost host, @Nullable Entry entry) {
        return entry == null || !entry.host().equals(host) ? null : entry.pause();
    }

    /** The host was reached. */
    void reached(DeclaredHost host) {
        hosts.remove(host.name());
    }

    /**
     * The host could not be reached. Of attempts that were made at the same time only one counts.
     *
     * @param before what {@link #of} said before the attempt
     * @return the pause that follows
     */
    HostPause failed(
            DeclaredHost host, @Nullable HostPause before, CommandResult.Unreached failure) {
        Instant now = clock.instant();
        return hosts.compute(
                        host.name(),
                        (_, entry) -> {
                            HostPause known = pause(host, entry);
                            if (known == null) {
                                return new Entry(host, HostPause.first(failure, now));
                            }
                            boolean counted = !known.equals(before);
                            return new Entry(host, counted ? known : known.next(failure, now));
                        })
                .pause();
    }
}
