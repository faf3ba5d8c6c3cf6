package dev.cadastre.server.alerting.delivering;

import dev.cadastre.server.alerting.contact.ChannelKind;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much each channel does at the same time, and when it is worth looking for more: at once after
 * something was written, and else every now and then. Thread-safe.
 */
final class Lanes {

    private static final Map<ChannelKind, Integer> WIDTHS =
            Map.of(ChannelKind.EMAIL, 4, ChannelKind.WEBHOOK, 16, ChannelKind.XMPP, 1);
    private static final Duration REST = Duration.ofSeconds(2);

    private final Map<ChannelKind, Set<String>> busy = new EnumMap<>(ChannelKind.class);
    private final Map<ChannelKind, Instant> next = new EnumMap<>(ChannelKind.class);

    Lanes() {
        for (ChannelKind channel : ChannelKind.values()) {
            busy.put(channel, new HashSet<>());
            next.put(channel, Instant.MIN);
        }
    }

    /** It is worth looking at once. */
    synchronized void wake() {
        next.replaceAll((_, _) -> Instant.MIN);
    }

    /**
     * How many deliveries may be begun now; 0 also while it is not worth looking. Whoever asks
     * looks, so that it is not worth it again for a while unless somebody wakes it meanwhile.
     */
    synchronized int places(ChannelKind channel, Instant now) {
        if (now.isBefore(next.getOrDefault(channel, Instant.MIN))) {
            return 0;
        }
        next.put(channel, now.plus(REST));
        return WIDTHS.getOrDefault(channel, 1) - of(channel).size();
    }

    synchronized List<String> busy(ChannelKind channel) {
        return List.copyOf(of(channel));
    }

    /** Whether the address was free. */
    synchronized boolean enter(ChannelKind channel, String address) {
        return of(channel).add(address);
    }

    synchronized void leave(ChannelKind channel, String address) {
        of(channel).remove(address);
    }

    private Set<String> of(ChannelKind channel) {
        return busy.computeIfAbsent(channel, _ -> new HashSet<>());
    }
}
