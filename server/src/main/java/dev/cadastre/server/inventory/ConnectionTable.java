package dev.cadastre.server.inventory;

import dev.cadastre.probe.Transport;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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

    /** Counts what one report saw; of too many the ones seen longest ago are forgotten. */
    void add(int host, Collection<ConnectionRollup.Line> lines, Instant now) {
        if (lines.isEmpty()) {
            return;
        }
        boolean fresh = write(host, lines, now).contains(true);
        if (fresh) {
            trim(host);
        }
    }

    /** Whether each line is new. */
    private List<Boolean> write(int host, Collection<ConnectionRollup.Line> lines, Instant now) {
        return jdbc.sql(
                        """
                        insert into inventory.connection as known
                          (host, direction, process, protocol, remote_address, service_port,
                           first_seen, last_seen, count)
                        select ?, direction, process, protocol, remote_address, service_port,
                               seen.at, seen.at, 1
                        from unnest(?, ?, ?, ?, ?)
                          as told (direction, process, protocol, remote_address, service_port),
                          (values (cast(? as timestamptz))) as seen (at)
                        on conflict
                          (host, direction, process, protocol, remote_address, service_port)
                        do update set last_seen = excluded.last_seen, count = known.count + 1
                        returning xmax = 0
                        """)
                .param(host)
                .param(lines.stream().map(l -> l.direction().name()).toArray(String[]::new))
                .param(lines.stream().map(l -> l.process()).toArray(String[]::new))
                .param(lines.stream().map(l -> l.protocol().name()).toArray(String[]::new))
                .param(lines.stream().map(l -> l.remoteAddress()).toArray(String[]::new))
                .param(lines.stream().mapToInt(l -> l.servicePort()).toArray())
                .param(Timestamp.from(now))
                .query((row, number) -> row.getBoolean(1))
                .list();
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
                        order by direction, process, remote_address, service_port, protocol
                        """)
                .param("host", host)
                .param("at", at == null ? null : Timestamp.from(at))
                .query((row, number) ->
                        new HostConnection(
                                HostConnection.Direction.valueOf(row.getString("direction")),
                                process(row.getString("process")),
                                Transport.valueOf(row.getString("protocol")),
                                row.getString("remote_address"),
                                row.getInt("service_port"),
                                row.getTimestamp("first_seen").toInstant(),
                                row.getTimestamp("last_seen").toInstant(),
                                row.getLong("count")))
                .list();
    }

    private static @Nullable String process(String stored) {
        return stored.isEmpty() ? null : stored;
    }
}
