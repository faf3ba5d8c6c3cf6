package dev.cadastre.server.inventory;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.identity.Recognition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down doubts about records. */
@Component
class ConflictTable {

    private static final String COLUMNS =
            """
            select c.id, c.kind, h.name as host, o.name as other, c.reason, c.since, c.decision,
                   c.decided_by
            from inventory.conflict c
            join inventory.host h on h.ordinal = c.host
            join inventory.host o on o.ordinal = c.other
            where (cast(:reach as text[]) is null
                   or (h.environment = any(:reach) and o.environment = any(:reach)))
            """;

    private final JdbcClient jdbc;

    ConflictTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the doubt is new: one that is known, resolved or not, is not noted again. */
    boolean note(int host, Recognition.Doubt doubt, Instant now) {
        int noted =
                jdbc.sql(
                                """
                                insert into inventory.conflict (kind, host, other, reason, since)
                                select :kind, :host, :other, :reason, :since
                                where not exists (
                                  select from inventory.conflict
                                  where (host = :host and other = :other)
                                     or (host = :other and other = :host))
                                on conflict (host, other) do nothing
                                """)
                        .param("kind", doubt.kind().name())
                        .param("host", host)
                        .param("other", doubt.other())
                        .param("reason", Bounded.text(doubt.reason(), Bounded.VALUE))
                        .param("since", Timestamp.from(now))
                        .update();
        return noted > 0;
    }

    /** Those not resolved, the oldest first. */
    List<Conflict> open(Reach reach) {
        return jdbc.sql(COLUMNS + "and c.decision is null order by c.since, c.id")
                .param("reach", reach.parameter())
                .query(ConflictTable::conflict)
                .list();
    }

    /** Those of one host. */
    List<Conflict> open(int host, Reach reach) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                and c.decision is null and (c.host = :host or c.other = :host)
                                order by c.since, c.id
                                """)
                .param("reach", reach.parameter())
                .param("host", host)
                .query(ConflictTable::conflict)
                .list();
    }

    Optional<Conflict> withId(long id, Reach reach) {
        return jdbc.sql(COLUMNS + "and c.id = :id")
                .param("reach", reach.parameter())
                .param("id", id)
                .query(ConflictTable::conflict)
                .optional();
    }

    /**
     * The two records of an open conflict.
     *
     * @param host the ordinal of the one that was made later
     * @param other the ordinal of the one it conflicts with
     */
    record Two(int host, int other) {}

    /** Notes a decision; empty if the conflict is not open. */
    Optional<Two> decide(long id, Conflict.Decision decision, String actor, Instant now) {
        return jdbc.sql(
                        """
                        update inventory.conflict
                        set decision = ?, decided_by = ?, decided_at = ?
                        where id = ? and decision is null returning host, other
                        """)
                .param(decision.name())
                .param(actor)
                .param(Timestamp.from(now))
                .param(id)
                .query((row, number) -> new Two(row.getInt("host"), row.getInt("other")))
                .optional();
    }

    private static Conflict conflict(ResultSet row, int number) throws SQLException {
        String decision = row.getString("decision");
        return new Conflict(
                row.getLong("id"),
                Conflict.Kind.valueOf(row.getString("kind")),
                row.getString("host"),
                row.getString("other"),
                row.getString("reason"),
                row.getTimestamp("since").toInstant(),
                decision == null ? null : Conflict.Decision.valueOf(decision),
                row.getString("decided_by"));
    }
}
