package dev.cadastre.server.alerting.delivering;

import dev.cadastre.server.alerting.contact.ChannelKind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * How much each channel does at the same time, and when it is worth looking for more: at once after
 * something was written, and else every now and then. Thread-safe.
 */
final class Lanes {

    private static final long REST = Duration.ofSeconds(2).toNanos();

    private final LongSupplier ticker;
    private final Map<ChannelKind, Set<String>> busy = new EnumMap<>(ChannelKind.class);
    private final Map<ChannelKind, Long> looked = new EnumMap<>(ChannelKind.class);

    /**
     * All are free.
     *
     * @param ticker nanoseconds that only go forward
     */
    Lanes(LongSupplier ticker) {
        this.ticker = ticker;
    }

    /** It is worth looking at once. */
    synchronized void wake() {
        looked.clear();
    }

    /**
     * How many deliveries may be begun now; 0 also while it is not worth looking. Whoever asks
     * looks, so that it is not worth it again for a while unless somebody wakes it meanwhile.
     */
    synchronized int places(ChannelKind channel) {
        long now = ticker.getAsLong();
        Long last = looked.get(channel);
        if (last != null && now - last < REST) {
            return 0;
        }
        looked.put(channel, now);
        return width(channel) - of(channel).size();
    }

    private static int width(ChannelKind channel) {
        return switch (channel) {
            case EMAIL -> 4;
            case WEBHOOK -> 16;
            case XMPP -> 1;
        };
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
