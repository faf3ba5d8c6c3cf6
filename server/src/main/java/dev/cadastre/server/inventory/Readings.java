package dev.cadastre.server.inventory;

import dev.cadastre.probe.Fact;
import dev.cadastre.probe.InstalledRuntime;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.StoredValues.StoredDaemon;
import dev.cadastre.server.inventory.StoredValues.StoredRuntime;
import dev.cadastre.server.inventory.StoredValues.StoredService;
import dev.cadastre.server.storage.Interval;
import dev.cadastre.server.storage.Intervals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * What a host is and does, now or at an earlier moment. Every method throws {@link UnknownHost} if
 * there is none of that name within reach. Thread-safe.
 */
@Service
public class Readings {

    private final HostReader hosts;
    private final Intervals intervals;
    private final MeasureTable measures;
    private final ConnectionTable connections;

    Readings(
            HostReader hosts,
            Intervals intervals,
            MeasureTable measures,
            ConnectionTable connections) {
        this.hosts = hosts;
        this.intervals = intervals;
        this.measures = measures;
        this.connections = connections;
    }

    /** Its facts by name; measures only for now. */
    @Transactional(readOnly = true)
    public List<HostFact> facts(String host, @Nullable Instant at, Reach reach) {
        int ordinal = hosts.known(host, at, reach).ordinal();
        List<HostFact> facts = new ArrayList<>();
        for (Interval interval : read(StateDomain.FACTS, ordinal, at)) {
            JsonNode value = StateJson.read(interval.value(), JsonNode.class).get("value");
            facts.add(
                    new HostFact(
                            interval.key(),
                            StateJson.factValue(value),
                            Fact.Kind.STATE,
                            interval.since()));
        }
        if (at == null) {
            facts.addAll(measures.measures(ordinal));
        }
        facts.sort(Comparator.comparing(HostFact::name));
        return facts;
    }

    /** What listens on it, by port, protocol and address. */
    @Transactional(readOnly = true)
    public List<HostService> services(String host, @Nullable Instant at, Reach reach) {
        return read(StateDomain.SERVICES, hosts.known(host, at, reach).ordinal(), at).stream()
                .map(interval ->
                        StateJson.read(interval.value(), StoredService.class)
                                .at(interval.key(), interval.since()))
                .sorted(
                        Comparator.comparingInt(HostService::port)
                                .thenComparing(HostService::protocol)
                                .thenComparing(HostService::address))
                .toList();
    }

    /** Its daemons by name. */
    @Transactional(readOnly = true)
    public List<HostDaemon> daemons(String host, @Nullable Instant at, Reach reach) {
        return read(StateDomain.DAEMONS, hosts.known(host, at, reach).ordinal(), at).stream()
                .map(Readings::daemon)
                .toList();
    }

    /** Its runtimes by kind and path; who uses them is known for now only. */
    @Transactional(readOnly = true)
    public List<HostRuntime> runtimes(String host, @Nullable Instant at, Reach reach) {
        int ordinal = hosts.known(host, at, reach).ordinal();
        Map<String, List<InstalledRuntime.Use>> uses =
                at == null ? measures.uses(ordinal) : new HashMap<>();
        return read(StateDomain.RUNTIMES, ordinal, at).stream()
                .map(interval -> runtime(interval, uses))
                .toList();
    }

    /** Its connections; at an earlier moment those that had begun and were seen then or later. */
    @Transactional(readOnly = true)
    public List<HostConnection> connections(String host, @Nullable Instant at, Reach reach) {
        return connections.of(hosts.known(host, at, reach).ordinal(), at);
    }

    /** The values of a kind of state for people, by key. */
    Map<String, String> texts(StateDomain domain, int host, @Nullable Instant at) {
        Map<String, String> texts = new HashMap<>();
        read(domain, host, at)
                .forEach(interval -> texts.put(interval.key(), domain.text(interval.value())));
        return texts;
    }

    private List<Interval> read(StateDomain domain, int host, @Nullable Instant at) {
        return at == null
                ? intervals.open(domain.table(), host)
                : intervals.at(domain.table(), host, at);
    }

    private static HostDaemon daemon(Interval interval) {
        StoredDaemon stored = StateJson.read(interval.value(), StoredDaemon.class);
        return new HostDaemon(
                interval.key(), stored.state(), stored.enabled(), stored.init(), interval.since());
    }

    private static HostRuntime runtime(
            Interval interval, Map<String, List<InstalledRuntime.Use>> uses) {
        int space = interval.key().indexOf(' ');
        return new HostRuntime(
                interval.key().substring(0, space),
                StateJson.read(interval.value(), StoredRuntime.class).version(),
                interval.key().substring(space + 1),
                uses.getOrDefault(interval.key(), List.of()),
                interval.since());
    }
}
