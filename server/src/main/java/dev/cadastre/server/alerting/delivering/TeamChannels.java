package dev.cadastre.server.alerting.delivering;

import dev.cadastre.server.alerting.contact.ChannelKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * How a team is told.
 *
 * @param problems what it states and cannot be used, as sentences
 */
@NamedInterface("delivering")
public record TeamChannels(
        String team,
        List<TeamChannel> channels,
        @Nullable String escalation,
        Duration escalateAfter,
        Duration remindEvery,
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
     * @param address without what may be secret of it
     * @param hindrance why nothing can be sent there now, as a sentence; null if it can
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
