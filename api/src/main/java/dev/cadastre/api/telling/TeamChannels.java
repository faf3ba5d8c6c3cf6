package dev.cadastre.api.telling;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a team is told.
 *
 * @param team its name
 * @param channels its addresses, all of which are told; empty if it states none
 * @param escalation the team that hears of what nobody looks after; null for none
 * @param escalateAfter when it does
 * @param remindEvery how often the team is reminded of what nobody looks after
 * @param fallback the team that is told in its place if it cannot be; null for none
 * @param problems what it states and cannot be used
 */
public record TeamChannels(
        String team,
        List<TeamChannel> channels,
        @Nullable String escalation,
        String escalateAfter,
        String remindEvery,
        @Nullable String fallback,
        List<String> problems) {

    /** Copies the lists. */
    public TeamChannels {
        channels = List.copyOf(channels);
        problems = List.copyOf(problems);
    }

    /**
     * One of its addresses.
     *
     * @param channel the way
     * @param address where; of a web-hook without its path, which may be a secret; that of a room
     *     ends in {@code ?join}
     * @param hindrance why nothing can be sent there now; null if it can
     * @param triedAt when something was sent there last; null if nothing was
     * @param delivered whether that arrived; null if nothing was sent
     * @param said what came of it; null if nothing was sent
     */
    public record TeamChannel(
            ChannelKind channel,
            String address,
            @Nullable String hindrance,
            @Nullable Instant triedAt,
            @Nullable Boolean delivered,
            @Nullable String said) {}
}
