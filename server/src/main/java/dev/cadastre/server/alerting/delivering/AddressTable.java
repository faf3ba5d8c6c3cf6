package dev.cadastre.server.alerting.delivering;

import dev.cadastre.server.alerting.channel.Outcome;
import dev.cadastre.server.alerting.contact.ChannelKind;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of what came of the last attempt at each address. */
@Component
class AddressTable {

    private final JdbcClient jdbc;

    AddressTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is known of an address.
     *
     * @param goneAt since when nothing is sent there; null if it is
     */
    record Known(Instant triedAt, boolean delivered, String said, @Nullable Instant goneAt) {}

    Map<Address, Known> all() {
        Map<Address, Known> all = new HashMap<>();
        jdbc.sql("select * from alerting.address")
                .query(row -> {
                    Timestamp gone = row.getTimestamp("gone_at");
                    all.put(
                            new Address(
                                    ChannelKind.valueOf(row.getString("channel")),
                                    row.getString("address")),
                            new Known(
                                    row.getTimestamp("tried_at").toInstant(),
                                    row.getBoolean("delivered"),
                                    row.getString("said"),
                                    gone == null ? null : gone.toInstant()));
                });
        return all;
    }

    /** Once something arrives at an address it is not gone any more. */
    void note(Address address, Outcome outcome, Instant now) {
        boolean delivered = outcome instanceof Outcome.Delivered;
        boolean gone = outcome instanceof Outcome.Never never && never.gone();
        Timestamp at = Timestamp.from(now);
        jdbc.sql(
                        """
                        insert into alerting.address as known
                          (channel, address, tried_at, delivered, said, gone_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (channel, address) do update set
                          tried_at = excluded.tried_at,
                          delivered = excluded.delivered,
                          said = excluded.said,
                          gone_at = case when excluded.delivered then null
                            else coalesce(known.gone_at, excluded.gone_at) end
                        """)
                .param(address.channel().name())
                .param(address.text())
                .param(at)
                .param(delivered)
                .param(outcome.said())
                .param(Optional.of(at).filter(_ -> gone).orElse(null))
                .update();
    }
}
