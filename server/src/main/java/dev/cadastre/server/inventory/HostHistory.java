package dev.cadastre.server.inventory;

import dev.cadastre.server.storage.Intervals;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Keeps what hosts were named, where they belonged and what they ran, over time. */
@Component
class HostHistory {

    static final String TABLE = "inventory.host_state";

    private final Intervals intervals;

    HostHistory(Intervals intervals) {
        this.intervals = intervals;
    }

    void note(HostRow host, Instant now) {
        intervals.apply(
                TABLE, host.ordinal(), Map.of(StoredValues.StoredHost.KEY, json(host)), now);
    }

    static String json(HostRow host) {
        return StateJson.write(host.stored());
    }
}
