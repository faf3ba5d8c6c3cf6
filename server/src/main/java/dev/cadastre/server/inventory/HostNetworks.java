package dev.cadastre.server.inventory;

import dev.cadastre.probe.Daemon;
import dev.cadastre.server.inventory.StoredValues.StoredDaemon;
import dev.cadastre.server.inventory.StoredValues.StoredService;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * Reads many hosts as others see them on the network. Asks for no permission, for it serves other
 * parts of the server. Thread-safe.
 */
@Service
public class HostNetworks {

    private static final int AT_ONCE = 1_000;
    private static final String INTERFACE = "interface.";
    private static final String ADDRESSES = ".addresses";

    private final JdbcClient jdbc;
    private final ConnectionTable connections;
    private final Staleness staleness;
    private final Clock clock;

    HostNetworks(JdbcClient jdbc, ConnectionTable connections, Staleness staleness, Clock clock) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.staleness = staleness;
        this.clock = clock;
    }

    /** All hosts, retired ones too, some at a time. */
    @Transactional(readOnly = true)
    public void each(Consumer<List<HostNetwork>> target) {
        int after = 0;
        List<HostRow> hosts = after(after);
        while (!hosts.isEmpty()) {
            target.accept(networks(hosts));
            after = hosts.getLast().ordinal();
            hosts = after(after);
        }
    }

    /**
     * Where a host is.
     *
     * @param address where it is reached; null if nothing tells
     */
    public record Placed(String name, String environment, @Nullable String address) {}

    /** Where these hosts are, those that live, by ordinal. */
    @Transactional(readOnly = true)
    public Map<Integer, Placed> placed(int[] hosts) {
        Map<Integer, Placed> placed = new HashMap<>();
        jdbc.sql(
                        """
                        select ordinal, name, environment, address from inventory.host
                        where ordinal = any(?) and lifecycle = 'LIVE'
                        """)
                .param(hosts)
                .query(row -> {
                    placed.put(
                            row.getInt("ordinal"),
                            new Placed(
                                    row.getString("name"),
                                    row.getString("environment"),
                                    row.getString("address")));
                });
        return placed;
    }

    private List<HostRow> after(int ordinal) {
        return jdbc.sql("select * from inventory.host where ordinal > ? order by ordinal limit ?")
                .param(ordinal)
                .param(AT_ONCE)
                .query(HostRow::of)
                .list();
    }

    /** Those of these ordinals that are there. */
    @Transactional(readOnly = true)
    public List<HostNetwork> of(int[] hosts) {
        return networks(
                jdbc.sql("select * from inventory.host where ordinal = any(?)")
                        .param(hosts)
                        .query(HostRow::of)
                        .list());
    }

    /**
     * When a host was heard of.
     *
     * @param name its name
     * @param observedAt server time of the last report; null before the first
     * @param stale whether that was longer ago than three rounds of collection
     */
    public record Heard(String name, @Nullable Instant observedAt, boolean stale) {}

    /** When these hosts were heard of last, those that live, by ordinal. */
    @Transactional(readOnly = true)
    public Map<Integer, Heard> heard(int[] hosts) {
        Instant limit = staleness.before(clock.instant());
        Map<Integer, Heard> heard = new HashMap<>();
        jdbc.sql(
                        """
                        select ordinal, name, observed_at from inventory.host
                        where ordinal = any(?) and lifecycle = 'LIVE'
                        """)
                .param(hosts)
                .query(row -> {
                    Timestamp observed = row.getTimestamp("observed_at");
                    Instant at = observed == null ? null : observed.toInstant();
                    heard.put(
                            row.getInt("ordinal"),
                            new Heard(row.getString("name"), at, at != null && at.isBefore(limit)));
                });
        return heard;
    }

    private List<HostNetwork> networks(List<HostRow> hosts) {
        int[] ordinals = hosts.stream().mapToInt(HostRow::ordinal).toArray();
        Map<Integer, List<HostNetwork.Address>> addresses = addresses(ordinals);
        Map<Integer, List<HostService>> services = services(ordinals);
        Map<Integer, List<String>> daemons = daemons(ordinals);
        Map<Integer, List<HostConnection>> spoken = connections.of(ordinals);
        return hosts.stream()
                .map(host ->
                        network(
                                host,
                                addresses.getOrDefault(host.ordinal(), List.of()),
                                services.getOrDefault(host.ordinal(), List.of()),
                                daemons.getOrDefault(host.ordinal(), List.of()),
                                spoken.getOrDefault(host.ordinal(), List.of())))
                .toList();
    }

    private static HostNetwork network(
            HostRow host,
            List<HostNetwork.Address> addresses,
            List<HostService> services,
            List<String> daemons,
            List<HostConnection> connections) {
        return new HostNetwork(
                host.ordinal(),
                host.id(),
                host.name(),
                host.environment(),
                host.groups(),
                host.address(),
                host.lifecycle(),
                host.retiredAt(),
                host.firstSeen(),
                host.observedAt(),
                addresses,
                services,
                daemons,
                connections);
    }

    private Map<Integer, List<HostNetwork.Address>> addresses(int[] hosts) {
        Map<Integer, List<HostNetwork.Address>> addresses = new HashMap<>();
        open(
                "inventory.fact",
                "key like 'interface.%.addresses'",
                hosts,
                row ->
                        list(addresses, row.getInt("subject"))
                                .addAll(addresses(row.getString("key"), row.getString("value"))));
        return addresses;
    }

    private static List<HostNetwork.Address> addresses(String key, String value) {
        String device = key.substring(INTERFACE.length(), key.length() - ADDRESSES.length());
        JsonNode texts = StateJson.read(value, JsonNode.class).path("value");
        return StreamSupport.stream(texts.spliterator(), false)
                .map(text -> new HostNetwork.Address(device, text.asString()))
                .toList();
    }

    private Map<Integer, List<HostService>> services(int[] hosts) {
        Map<Integer, List<HostService>> services = new HashMap<>();
        open(
                StateDomain.SERVICES.table(),
                "true",
                hosts,
                row ->
                        list(services, row.getInt("subject"))
                                .add(
                                        StateJson.read(row.getString("value"), StoredService.class)
                                                .at(
                                                        row.getString("key"),
                                                        row.getTimestamp("since").toInstant())));
        return services;
    }

    private Map<Integer, List<String>> daemons(int[] hosts) {
        Map<Integer, List<String>> daemons = new HashMap<>();
        open(
                StateDomain.DAEMONS.table(),
                "true",
                hosts,
                row -> {
                    StoredDaemon daemon =
                            StateJson.read(row.getString("value"), StoredDaemon.class);
                    if (daemon.state() == Daemon.State.RUNNING) {
                        list(daemons, row.getInt("subject")).add(row.getString("key"));
                    }
                });
        return daemons;
    }

    private static <T> List<T> list(Map<Integer, List<T>> lists, int host) {
        return lists.computeIfAbsent(host, _ -> new ArrayList<>());
    }

    private void open(String table, String which, int[] hosts, RowCallbackHandler target) {
        jdbc.sql(
                        """
                        select subject, key, value, since from %s
                        where subject = any(?) and until = 'infinity' and %s
                        """
                                .formatted(table, which))
                .param(Arrays.stream(hosts).asLongStream().toArray())
                .query(target);
    }
}
