package dev.cadastre.server.inventory;

import dev.cadastre.server.inventory.installed.HoldingsReader;
import dev.cadastre.server.inventory.query.HostIndex;
import dev.cadastre.server.storage.Intervals;
import dev.cadastre.server.timeline.Timeline;
import dev.cadastre.server.timeline.TimelineEvent;
import dev.cadastre.server.timeline.TimelineQuery;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Keeps what hosts were named, where they belonged and what they ran, over time, and what happened
 * to them.
 */
@Component
class HostHistory {

    static final String TABLE = "inventory.host_state";

    private final Intervals intervals;
    private final HoldingsReader holdings;
    private final HostIndex index;
    private final HostTable hosts;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    HostHistory(
            Intervals intervals,
            HoldingsReader holdings,
            HostIndex index,
            HostTable hosts,
            Timeline timeline,
            ApplicationEventPublisher events) {
        this.events = events;
        this.intervals = intervals;
        this.holdings = holdings;
        this.index = index;
        this.hosts = hosts;
        this.timeline = timeline;
    }

    /** To be called after each change of a host's name, place, life or system. */
    void note(HostRow host, Instant now) {
        holdings.placed(host.entry());
        index.placed(host.ordinal(), host.revision(), host.place());
        intervals.apply(
                TABLE, host.ordinal(), Map.of(StoredValues.StoredHost.KEY, json(host)), now);
        events.publishEvent(new HostsPlaced(List.of(host.ordinal())));
    }

    /** The same for new hosts. */
    void begin(List<HostRow> hosts, Instant now) {
        for (HostRow host : hosts) {
            holdings.placed(host.entry());
            index.placed(host.ordinal(), host.revision(), host.place());
        }
        String[] keys = new String[hosts.size()];
        Arrays.fill(keys, StoredValues.StoredHost.KEY);
        intervals.beginAll(
                TABLE,
                hosts.stream().mapToLong(HostRow::ordinal).toArray(),
                keys,
                hosts.stream().map(HostHistory::json).toArray(String[]::new),
                now);
        events.publishEvent(new HostsPlaced(hosts.stream().map(HostRow::ordinal).toList()));
    }

    /**
     * To be called before a host gets another name, and after it was retired: what happened under
     * the name stays the host's, whoever has the name next.
     */
    void leaveName(HostRow host) {
        timeline.keep(host.asset(), host.id());
    }

    /** What happened to a host, newest first. */
    List<TimelineEvent> events(HostRow host, TimelineQuery query) {
        return timeline.find(query, host.id(), ownName(host));
    }

    /** Forgets what happened to a host. */
    void forget(HostRow host) {
        index.erased(host.ordinal());
        timeline.erase(host.id(), ownName(host));
        events.publishEvent(new HostsPlaced(List.of(host.ordinal())));
    }

    /** Null if another host had the name since. */
    private @Nullable String ownName(HostRow host) {
        boolean own =
                hosts.named(host.name())
                        .filter(holder -> holder.ordinal() == host.ordinal())
                        .isPresent();
        return own ? host.asset() : null;
    }

    private static String json(HostRow host) {
        return StateJson.write(host.stored());
    }
}
