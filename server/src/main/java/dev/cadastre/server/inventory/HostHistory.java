package dev.cadastre.server.inventory;

import dev.cadastre.server.inventory.installed.HoldingsReader;
import dev.cadastre.server.storage.Intervals;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Keeps what hosts were named, where they belonged and what they ran, over time. */
@Component
class HostHistory {

    static final String TABLE = "inventory.host_state";

    private final Intervals intervals;
    private final HoldingsReader holdings;

    HostHistory(Intervals intervals, HoldingsReader holdings) {
        this.intervals = intervals;
        this.holdings = holdings;
    }

    /** To be called after each change of a host's name, place, life or system. */
    void note(HostRow host, Instant now) {
        holdings.placed(host.entry());
        intervals.apply(
                TABLE, host.ordinal(), Map.of(StoredValues.StoredHost.KEY, json(host)), now);
    }

    /** Every name that the host ever had, as far as is kept. */
    Set<String> names(int host) {
        return intervals.history(TABLE, host, StoredValues.StoredHost.KEY).stream()
                .map(interval -> StateJson.read(interval.value(), StoredValues.StoredHost.class))
                .map(StoredValues.StoredHost::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String json(HostRow host) {
        return StateJson.write(host.stored());
    }
}
