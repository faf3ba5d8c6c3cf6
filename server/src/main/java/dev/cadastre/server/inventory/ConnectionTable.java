package dev.cadastre.server.inventory;

import dev.cadastre.probe.Transport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps rolled-up connections with when and how often they were seen. */
@Component
class ConnectionTable {

    /** The most connections that are kept of one host. */
    static final int MOST = 20_000;

    private final JdbcClient jdbc;

    ConnectionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What one report saw, and when it came. */
    record Seen(Collection<ConnectionLine> lines, Instant at) {}

    /** Counts what reports saw, by host; of too many the ones seen longest ago are forgotten. */
    void add(Map<Integer, Seen> seen) {
        List<Told> told = new ArrayList<>();
        seen.forEach((host, one) ->
                one.lines().forEach(line -> told.add(new Told(host, line, one.at()))));
        if (!told.isEmpty()) {
            Set.copyOf(write(told)).forEach(this::trim);
        }
    }

    private record Told(int host, ConnectionLine line, Instant at) {}

    /** The hosts of lines that are new. */
    private List<Integer> write(List<Told> told) {
        return jdbc.sql(
                        """
                        with written as (
                          insert into inventory.connection as known
                            (host, direction, process, account, protocol, remote_address,
                             service_port, first_seen, last_seen, count)
                          select host, direction, process, account, protocol, remote_address,
                                 service_port, at, at, 1
                          from unnest(?, ?, ?, ?, ?, ?, ?, cast(? as timestamptz[]))
                            as told (host, direction, process, account, protocol,
                                     remote_address, service_port, at)
                          on conflict
                            (host, direction, process, account, protocol, remote_address,
                             service_port)
                          do update set last_seen = excluded.last_seen, count = known.count + 1
                          returning host, xmax = 0 as fresh)
                        select distinct host from written where fresh
                        """)
                .param(told.stream().mapToInt(Told::host).toArray())
                .param(texts(told, one -> one.line().direction().name()))
                .param(texts(told, one -> stored(one.line().process())))
                .param(texts(told, one -> stored(one.line().account())))
                .param(texts(told, one -> one.line().protocol().name()))
                .param(texts(told, one -> one.line().remoteAddress()))
                .param(told.stream().mapToInt(one -> one.line().servicePort()).toArray())
                .param(told.stream().map(one -> Timestamp.from(one.at())).toArray(Timestamp[]::new))
                .query((row, number) -> row.getInt(1))
                .list();
    }

    private static String[] texts(List<Told> told, Function<Told, String> value) {
        return told.stream().map(value).toArray(String[]::new);
    }

    private void trim(int host) {
        jdbc.sql(
                        """
                        delete from inventory.connection where ctid = any(array(
                          select ctid from inventory.connection where host = ?
                          order by last_seen desc, first_seen desc offset ?))
                        """)
                .param(host)
                .param(MOST)
                .update();
    }

    /** Those of a host; at a moment those that had begun and were seen then or later. */
    List<HostConnection> of(int host, @Nullable Instant at) {
        return jdbc.sql(
                        """
                        select * from inventory.connection
                        where host = :host
                          and (cast(:at as timestamptz) is null
                               or cast(:at as timestamptz) between first_seen and last_seen)
                        order by direction, process, account, remote_address, service_port, protocol
                        """)
                .param("host", host)
                .param("at", at == null ? null : Timestamp.from(at))
                .query(ConnectionTable::connection)
                .list();
    }

    /** Those of some hosts, by host. */
    Map<Integer, List<HostConnection>> of(int[] hosts) {
        Map<Integer, List<HostConnection>> connections = new HashMap<>();
        jdbc.sql("select * from inventory.connection where host = any(?)")
                .param(hosts)
                .query(row -> {
                    connections
                            .computeIfAbsent(row.getInt("host"), host -> new ArrayList<>())
                            .add(connection(row, 0));
                });
        return connections;
    }

    private static HostConnection connection(ResultSet row, int number) throws SQLException {
        return new HostConnection(
                HostConnection.Direction.valueOf(row.getString("direction")),
                known(row.getString("process")),
                known(row.getString("account")),
                Transport.valueOf(row.getString("protocol")),
                row.getString("remote_address"),
                row.getInt("service_port"),
                row.getTimestamp("first_seen").toInstant(),
                row.getTimestamp("last_seen").toInstant(),
                row.getLong("count"));
    }

    private static @Nullable String known(String stored) {
        return stored.isEmpty() ? null : stored;
    }

    private static String stored(@Nullable String known) {
        return known == null ? "" : known;
    }
}
