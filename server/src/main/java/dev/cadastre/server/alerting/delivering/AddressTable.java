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
     * @param refusedAt since when it takes nothing; null if it does, as far as is known
     */
    record Known(
            Instant triedAt,
            boolean delivered,
            String said,
            @Nullable Instant goneAt,
            @Nullable Instant refusedAt) {}

    Map<Address, Known> all() {
        Map<Address, Known> all = new HashMap<>();
        jdbc.sql("select * from alerting.address")
                .query(row -> {
                    all.put(
                            new Address(
                                    ChannelKind.valueOf(row.getString("channel")),
                                    row.getString("address")),
                            new Known(
                                    row.getTimestamp("tried_at").toInstant(),
                                    row.getBoolean("delivered"),
                                    row.getString("said"),
                                    instant(row.getTimestamp("gone_at")),
                                    instant(row.getTimestamp("refused_at"))));
                });
        return all;
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /** Once something arrives at an address it is neither gone nor refused any more. */
    void note(Address address, Outcome outcome, Instant now) {
        boolean delivered = outcome instanceof Outcome.Delivered;
        Optional<Outcome.Never> never =
                outcome instanceof Outcome.Never one ? Optional.of(one) : Optional.empty();
        Timestamp at = Timestamp.from(now);
        jdbc.sql(
                        """
                        insert into alerting.address as known
                          (channel, address, tried_at, delivered, said, gone_at, refused_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (channel, address) do update set
                          tried_at = excluded.tried_at,
                          delivered = excluded.delivered,
                          said = excluded.said,
                          gone_at = case when excluded.delivered then null
                            else coalesce(known.gone_at, excluded.gone_at) end,
                          refused_at = case when excluded.delivered then null
                            else coalesce(known.refused_at, excluded.refused_at) end
                        """)
                .param(address.channel().name())
                .param(address.text())
                .param(at)
                .param(delivered)
                .param(outcome.said())
                .param(never.filter(Outcome.Never::gone).map(_ -> at).orElse(null))
                .param(never.filter(one -> !one.gone()).map(_ -> at).orElse(null))
                .update();
    }
}
