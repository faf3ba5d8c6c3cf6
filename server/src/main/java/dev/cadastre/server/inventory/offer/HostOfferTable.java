package dev.cadastre.server.inventory.offer;

import dev.cadastre.probe.OfferedPackage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the latest answer of each host. Thread-safe. */
@Component
@NamedInterface("upgrade")
public class HostOfferTable {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    HostOfferTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the host with that ordinal; empty if it was never asked, or never answered. */
    public Optional<HostOffers> of(int host) {
        return jdbc.sql("select * from inventory.host_offers where host = ?")
                .param(host)
                .query(HostOfferTable::offers)
                .optional();
    }

    /** Puts these in place of the earlier ones; nothing where the host has been erased. */
    public void put(UUID host, HostOffers told) {
        jdbc.sql(
                        """
                        insert into inventory.host_offers (host, asked_at, listed_at, offers)
                        select ordinal, ?, ?, cast(? as json) from inventory.host where id = ?
                        on conflict (host) do update set asked_at = excluded.asked_at,
                          listed_at = excluded.listed_at, offers = excluded.offers
                        """)
                .param(Timestamp.from(told.askedAt()))
                .param(timestamp(told.listedAt()))
                .param(MAPPER.writeValueAsString(told.offers()))
                .param(host)
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    private static HostOffers offers(ResultSet row, int number) throws SQLException {
        Timestamp listed = row.getTimestamp("listed_at");
        return new HostOffers(
                row.getTimestamp("asked_at").toInstant(),
                listed == null ? null : listed.toInstant(),
                List.of(MAPPER.readValue(row.getString("offers"), OfferedPackage[].class)));
    }
}
